"""What a person said: typed words without the bot's own mention, or a pressed button's words."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import msgspec

from bot.incoming.activity import Account, Incoming

LONGEST = 4_000  # characters of a message that are read; nobody asks in more, and understanding takes time
MOST_MENTIONS = 20

_AT = re.compile(r"<at\b[^<>]*>([^<]*)</at>", re.IGNORECASE)


class _Mention(msgspec.Struct):
    """A mention entity; `text` is the exact span it stands for in the message."""

    type: str
    mentioned: Account
    text: str | None = None


def typed(incoming: Incoming) -> str:
    """The message's own words as plain text; lines are kept, other whitespace collapses. Empty if there are none."""
    text = incoming.text or ""
    for span in _own_mentions(incoming):
        text = text.replace(span, " ", 1)
    text = html.unescape(_AT.sub(r"\1", text))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def pressed(value: Any) -> str:
    """The words of the button behind an activity's value, which may be any JSON; empty if it isn't one of ours."""
    if isinstance(value, str):
        value = _parsed(value)
    say = value.get("say") if isinstance(value, dict) else None
    return say.strip() if isinstance(say, str) else ""


def executed(value: Any) -> str:
    """The words of an Action.Execute, whose data is wrapped once more; empty if it isn't one of ours."""
    action = value.get("action") if isinstance(value, dict) else None
    return pressed(action.get("data")) if isinstance(action, dict) else ""


def fields(value: Any) -> dict[str, Any]:
    """What a card's inputs held, with what its button carries; empty if it isn't one of ours."""
    if isinstance(value, str):
        value = _parsed(value)
    return dict(value) if isinstance(value, dict) and pressed(value) else {}


def executed_fields(value: Any) -> dict[str, Any]:
    """The same of an Action.Execute."""
    action = value.get("action") if isinstance(value, dict) else None
    return fields(action.get("data")) if isinstance(action, dict) else {}


def brought_something(incoming: Incoming) -> bool:
    """Whether a file, picture or the like came along; Teams' HTML copy of the words isn't one."""
    kinds = [a.get("contentType") for a in incoming.attachments or () if isinstance(a, dict)]
    return any(kind != "text/html" for kind in kinds)


def _own_mentions(incoming: Incoming) -> list[str]:
    """The spans that mention the bot itself, one for each time it is mentioned."""
    me = incoming.recipient.id if incoming.recipient else ""
    mentions = [_mention(entity) for entity in (incoming.entities or ())[:MOST_MENTIONS]]
    return [m.text or f"<at>{m.mentioned.name}</at>" for m in mentions if m and m.mentioned.id == me]


def _mention(entity: Any) -> _Mention | None:
    try:
        mention = msgspec.convert(entity, _Mention)
    except msgspec.ValidationError:
        return None
    return mention if mention.type.lower() == "mention" else None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
