"""Makes a card's buttons speak: in Teams, what a button says appears in the chat as the person's own words."""

from __future__ import annotations

from typing import Any

from dialogs.turns.turn import Card


def speaking(card: Card) -> Card:
    """The card with every `Action.Submit` that says something turned into Teams' own kind of message.

    Without this Teams posts a press silently, and the answer stands there without its question. The
    Agents Playground can't press such a button (0.2.28 fails on any `msteams`), so local mode goes without.
    """
    return {name: _speaking(part) for name, part in card.items()}


def _speaking(part: Any) -> Any:
    if isinstance(part, list):
        return [_speaking(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "Action.Submit" and _only_speaks(part.get("data")):
        return part | {"data": _message_back(part["data"])}
    return speaking(part)


def _only_speaks(data: Any) -> bool:
    """A form's buttons bring what its inputs hold, which a message sent back would lose."""
    return isinstance(data, dict) and "say" in data and "form" not in data


def _message_back(data: dict[str, Any]) -> dict[str, Any]:
    say = data["say"]
    message = {"type": "messageBack", "displayText": say, "text": say, "value": data}
    return {"msteams": message} | data
