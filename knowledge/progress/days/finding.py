"""Finds the dates in what somebody typed, with the words that lead in to them: "by 30 January 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.progress.days import feasts, forms, periods
from knowledge.progress.days.timeline import Outlook
from knowledge.progress.days.words import Form, Match, Meaning


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: `lead` to `end` with the words before it, `start` to `end` without them."""

    meaning: Meaning
    lead: int
    start: int
    end: int


_FORMS = forms.FORMS + periods.FORMS + feasts.FORMS
_LEAD = re.compile(
    r"\b(?:(?:due|by|before|on|in|at|for|until|till|til|from|since|no later than|not later than|latest|around|about"
    r"|towards?|starting|beginning|during|within|week commencing|w/c|week ending|w/e|date|deadline|target date|between)"
    r"(?: |: ?)){1,4}(?:the |last |this |next )?$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:due|by|before|on|in|until|till|til|from|since|than|latest|during|within|w/c|w/e|commencing|ending|date|deadline"
    r"|for|around|about|between|and|to|towards?)(?: |: ?)(?:the |last |this |next )?$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 60  # characters
_LONGEST_TAIL = 200  # characters
_JOINED = re.compile(r" ?(?:or|and|to|until|till|til|-|–|/) ?(?:the )?", re.IGNORECASE)
_CLOSING = " \t\r\n.,;!)*_"
_AROUND = " \t\r\n.,;:!?()-–—"


def dates(text: str, outlook: Outlook) -> tuple[Found, ...]:
    """The dates of a text in their order; no two overlap, and of several readings the longest counts."""
    found = sorted(_candidates(text, outlook), key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def at_end(text: str, outlook: Outlook) -> Found | None:
    """The date that a text ends with, but for a full stop or a bracket; None where it ends with a choice of two."""
    tail = max(0, len(text) - _LONGEST_TAIL)
    found = dates(text[tail:], outlook)
    if not found or text[tail + found[-1].end :].strip(_CLOSING):
        return None
    last = found[-1]
    if len(found) > 1 and _JOINED.fullmatch(text[tail + found[-2].end : tail + last.start]):
        return None
    return replace(last, lead=last.lead + tail, start=last.start + tail, end=last.end + tail)


def _candidates(text: str, outlook: Outlook) -> Iterator[Found]:
    for form in _FORMS:
        for match in form.pattern.finditer(text):
            if _stands(form, match, text) and (meaning := form.meaning(match, outlook)):
                yield Found(meaning, _lead(text, match.start()), match.start(), match.end())


def _stands(form: Form, match: Match, text: str) -> bool:
    """Whether nothing but the words around it is missing to make it a date."""
    if not form.bare or _PREPOSITION.search(text, max(0, match.start() - _LONGEST_LEAD), match.start()):
        return True
    before, after = text[: match.start()].strip(_AROUND).lower(), text[match.end() :].strip(_AROUND)
    return before in {"", "the"} and not after


def _lead(text: str, start: int) -> int:
    found = _LEAD.search(text, max(0, start - _LONGEST_LEAD), start)
    return found.start() if found else start
