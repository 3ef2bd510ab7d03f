"""Hears "and 5", "same for 5" right after an order, or while it waits for its yes: the same is ordered of others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words.orders import LISTED, RECS, split

_SAME = r"(?:(?:the\s+)?same(?:\s+(?:day|date|target|lead|person|again))?|ditto|likewise|do\s+the\s+same)"
_AND = re.compile(
    rf"(?:(?:(?:ok|okay|oh|yes)\b[\s,]*)?(?:and|also|plus|{_SAME})(?:\s+(?:{_SAME}|also))?(?:\s+(?:for|with|on|to))?\s+"
    rf"{RECS}{LISTED}|{RECS}{LISTED.replace('?P<refs>', '?P<alone>')}(?=\s+(?:too|as\s+well|also)\b))"
    r"(?:[\s,]+(?:too|as\s+well|also|please|then))*[\s.!]*",
    re.IGNORECASE,
)
_KEPT = "again"


def repeatable(turn: Turn, moment: Moment, head: str, tail: str) -> Turn:
    """The turn, after which "and 5" means an order of these words around the number.

    What waits for a yes takes the others in; what is done isn't done again, and the others alone are ordered. Words
    of a reason are to be left out then: what is remembered beyond the order could outlive their redaction.
    """
    kept = {"head": head, "tail": tail, "by": moment.actor.key}
    memory = turn.memory
    if memory.draft:
        return replace(turn, memory=replace(memory, draft={**memory.draft, _KEPT: kept}))
    return replace(turn, memory=replace(memory, pending={**memory.pending, _KEPT: kept}))


def same_of_others(moment: Moment) -> str:
    """The order that "and 5" is right after one was done; empty for any other message."""
    kept = moment.memory.pending.get(_KEPT)
    return _of((), kept, moment) if kept else ""


def others_too(moment: Moment) -> str:
    """The order that waits for its yes, with the others that "and 5" adds; empty for any other message."""
    draft = moment.memory.draft
    return _of(tuple(draft.get("refs", ())), draft[_KEPT], moment) if _KEPT in draft else ""


def just_ordered(moment: Moment, head: str) -> bool:
    """Whether the speaker's order before was done and began with these words."""
    kept = moment.memory.pending.get(_KEPT, {})
    return bool(kept) and kept["head"] == head and kept["by"] == moment.actor.key


def _of(refs: tuple[str, ...], kept: dict[str, Any], moment: Moment) -> str:
    found = _AND.fullmatch(moment.message.text.strip())
    if found is None or kept["by"] != moment.actor.key:
        return ""
    listed = dict.fromkeys((*refs, *split(found["refs"] or found["alone"])))
    return f"{kept['head']}{', '.join(listed)}{kept['tail']}"
