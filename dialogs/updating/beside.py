"""An update beside something else in a message: it is said not to be taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.updating import parting, telling
from dialogs.words import phrases
from dialogs.words.orders import RECS, Deed, Order, heard
from dialogs.words.wordings import REF, letters
from knowledge.progress.reporting.report import reported
from knowledge.questions.language.numbers import by_name

# Behind what an update may stand that isn't the whole of a message.
_BEHIND = re.compile(
    r"(?:[.?!;,\n]|\band\b|\balso\b)\s{0,9}(?:(?:and|also|then|please)\s){0,3}"
    rf"(?=(?:update|mark|set)\s|{RECS}{REF}\b)",
    re.IGNORECASE,
)
# It has one of these words, or a number.
_TELLING, _DIGIT = frozenset({"update", "mark", "set"}), re.compile(r"\d")
_MOST_BEHIND = 5


def left(turn: Turn, moment: Moment) -> str:
    """That an update beside something else in a message wasn't taken; empty where there was none."""
    if moment.index is None or moment.order or moment.memory.draft or turn.memory.draft or turn.changes:
        return ""
    text, known = moment.message.text, by_name(moment.index.by_ref)
    _, order = behind(text, known)
    refs = order.refs if order else _before_question(text, known)
    return telling.LEFT.format(refs=phrases.recommendations([known.get(ref, ref) for ref in refs])) if refs else ""


def behind(text: str, known: Mapping[str, str]) -> tuple[str, Order | None]:
    """What stands before an update that stands behind something else, and that update; the whole text and None else."""
    if _TELLING.isdisjoint(letters(text)) and not _DIGIT.search(text):
        return text, None
    for begins in islice(_BEHIND.finditer(text), _MOST_BEHIND):
        if order := _update_in(text[begins.end() :], known):
            return text[: begins.start() + 1].rstrip(" ,;"), order
    return text, None


def _update_in(text: str, known: Mapping[str, str]) -> Order | None:
    """The update with a status that words post; None for other words."""
    order = heard(text, known)
    return order if order and order.deed is Deed.UPDATE and reported(order.items[0][1]).status else None


def _before_question(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Those of an update that says more than a status, before a question: "8 amber, met GPs. Who leads 4?"."""
    said, apart = parting.parted(text, known) if text.rstrip().endswith("?") else (text, ())
    order = _update_in(said, known) if apart else None
    same = parting.refs_in(apart)
    return tuple(dict.fromkeys([*order.refs, *same])) if order and (same or _tells(said, known)) else ()


def _tells(text: str, known: Mapping[str, str]) -> bool:
    order = heard(text, known)
    return order is not None and bool(reported(order.items[0][1]).narrative)
