"""What every reply keeps, whatever it says: the contract in words that tests can check."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dialogs.turns.turn import Reply

# Teams refuses an activity over this many bytes.
LARGEST = 40 * 1024
_ELEMENTS = {
    "TextBlock",
    "Container",
    "FactSet",
    "ActionSet",
    "Table",
    "TableRow",
    "TableCell",
    "Chart.HorizontalBar.Stacked",
}
_ODD = {
    "two spaces": re.compile(r"\S  +\S"),
    "None": re.compile(r"\bNone\b(?! of| given)"),
    "two full stops": re.compile(r"(?<!\.)\.\.(?!\.)"),
    "empty quotation marks": re.compile(r"“\s*”"),
    "empty brackets": re.compile(r"\(\s*\)"),
    "space before a comma": re.compile(r"\w ,"),
    "a comma or colon before the end": re.compile(r"[,:]\.(?:\s|$)"),
    "a plural for one": re.compile(r"\bRecommendations [\w.]+(?=[.\n]|$)"),
    "a singular for several": re.compile(r"\bRecommendation [\w.]*\w(?:, [\w.]+)* and \d"),
    "one of many": re.compile(r"\b1 (?:recommendations|themes|people|lead officers)\b"),
    "American spelling": re.compile(r"\b(?:color|center|organize|summarize|program)\b", re.IGNORECASE),
    "a value's own name": re.compile(r"\b(?:Field|Decision|Precision)\.[A-Z]|\bnot_stated\b"),
}
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]<>#|~]")
# Live Markdown or HTML that the bot itself never writes: only bold, lists and the italic source line are its own.
_LIVE = re.compile(r"[<>`\[\]#|~{}]|(?<![\w*])\*(?!\*)|(?<!\w)_(?=\w)")


def oddities(text: str) -> list[str]:
    """What reads odd in a reply's own words; what it quotes is the document's."""
    own = re.sub(r"“[^”]+”", "“…”", text, flags=re.DOTALL)
    return [name for name, pattern in _ODD.items() if pattern.search(own)]


def live_markup(text: str) -> list[str]:
    """Markdown and HTML in a text that would come alive; escaped marks and the bot's own are fine."""
    plain = _ESCAPED.sub("", text)
    plain = re.sub(r"^_(Source: .*)_$", r"\1", plain, flags=re.MULTILINE)
    return _LIVE.findall(re.sub(r"\*\*[^*\n]+\*\*", "", plain))


def size(reply: Reply) -> int:
    """The bytes that text and card take in UTF-16."""
    return len(json.dumps([reply.text, reply.card], ensure_ascii=False).encode("utf-16-le"))


def parts(card: Any) -> Iterator[dict[str, Any]]:
    """Every element and action of a card, however deep."""
    if isinstance(card, dict):
        if "type" in card and card["type"] != "messageBack":
            yield card
        for inside in card.values():
            yield from parts(inside)
    if isinstance(card, list):
        for inside in card:
            yield from parts(inside)


def card_faults(card: dict[str, Any]) -> list[str]:
    """What keeps a card from being a good Adaptive Card 1.5."""
    faults = [] if (card["type"], card["version"]) == ("AdaptiveCard", "1.5") and card["body"] else ["not a card"]
    json.dumps(card)
    for part in list(parts(card))[1:]:
        faults += _faults(part)
    faults += [f"nothing to show: {name}" for name in _shown(card) ^ _hidden(card)]
    return faults + (["too many buttons"] if len(card.get("actions", [])) > 6 else [])


def _faults(part: dict[str, Any]) -> list[str]:
    match part["type"]:
        case "TextBlock":
            return [] if part["text"].strip() and part["wrap"] is True else [f"text: {part}"]
        case "FactSet":
            whole = part["facts"] and all(f["title"] and f["value"] for f in part["facts"])
            return [] if whole else [f"facts: {part}"]
        case "Container":
            return [] if part["items"] else [f"empty: {part}"]
        case "ActionSet":
            return [] if part["actions"] else [f"empty: {part}"]
        case "Chart.HorizontalBar.Stacked":
            return [] if part["fallback"]["type"] == "Table" and part["data"] else [f"chart: {part}"]
        case "Action.ToggleVisibility":
            return [] if part["title"] and part["targetElements"] else [f"button: {part}"]
        case "Action.Submit":
            return [] if part["title"] and part["data"]["say"] else [f"button: {part}"]
    return [f"unknown: {part['type']}"] if part["type"] not in _ELEMENTS else []


def _shown(card: dict[str, Any]) -> set[str]:
    """What a button shows."""
    return {name for part in parts(card) for name in part.get("targetElements", ())}


def _hidden(card: dict[str, Any]) -> set[str]:
    """What is there but not seen at first."""
    return {part["id"] for part in parts(card) if part.get("isVisible") is False}


def words_of(card: dict[str, Any]) -> list[str]:
    """What its buttons say for the person, each once."""
    return list(dict.fromkeys(part["data"]["say"] for part in parts(card) if part["type"] == "Action.Submit"))


def texts_of(card: dict[str, Any]) -> list[str]:
    """Everything that a card shows as Markdown."""
    blocks = [part["text"] for part in parts(card) if part["type"] == "TextBlock"]
    facts = [fact for part in parts(card) if part["type"] == "FactSet" for fact in part["facts"]]
    return [*blocks, *(fact["value"] for fact in facts), *(fact["title"] for fact in facts)]
