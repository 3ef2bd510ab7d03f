"""What a schedule becomes by words that say only what is to be different: "Tuesday at 10", "monthly", "at 10"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from knowledge.progress.schedules.clock import in_figures, time_in
from knowledge.progress.schedules.model import Every, Schedule
from knowledge.progress.schedules.reading import Found, Unclear, begun, read_schedule

_JOINS = re.compile(r"^(?:(?:from|on|to|for|come|be)\s+)+", re.IGNORECASE)
_OF_MONTH = re.compile(r"(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)\b|last\b|first\b)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:\s*(?:o['’]?clock|[ap]m))?\W*", re.IGNORECASE)
_ON_A_WEEKDAY = (Every.WEEK, Every.FORTNIGHT, Every.MONTHLY_WEEKDAY)


def changed(before: Schedule, text: str, now: datetime) -> Found | Unclear | None:
    """The schedule with another day, another time or another rhythm, and the rest as it was.

    None where the words give none of them. `now` is the council's own time.
    """
    words = _JOINS.sub("", text.strip())
    for read in (words, f"every {words}", *([f"monthly on {words}"] if _OF_MONTH.match(words) else [])):
        found = read_schedule(read, now)
        if isinstance(found, Unclear):
            return found
        if found:
            return _fitted(found, before, words, now)
    return _at(words, before)


def _fitted(found: Found, before: Schedule, words: str, now: datetime) -> Found:
    """What was found, with what it leaves open as it was before."""
    schedule = found.schedule if not found.assumed_time else replace(found.schedule, at=before.at)
    names_day = re.search(r"day|mon\b|tue|wed|thu|fri\b|sat\b|sun\b", words, re.IGNORECASE)
    if schedule.every in (Every.WEEK, Every.FORTNIGHT) and not names_day and before.every in _ON_A_WEEKDAY:
        schedule, found = replace(schedule, weekday=before.weekday, start=None), replace(found, assumed_day=False)
    if schedule.every is Every.WEEK and _only_the_day(words) and before.every in _ON_A_WEEKDAY:
        schedule = replace(before, weekday=schedule.weekday, at=schedule.at, start=None)
    return replace(found, schedule=begun(schedule, now), assumed_time=False)


def _only_the_day(words: str) -> bool:
    """Whether words name a day of the week and no rhythm: "Tuesday at 10"."""
    return not re.search(r"\b(?:every|each|weekly|once|\w+days)\b", words, re.IGNORECASE)


def _at(words: str, before: Schedule) -> Found | Unclear | None:
    """The same days at another time; None where the words name none."""
    text = in_figures(f"at {words}" if _NUMBER.fullmatch(words) else words)
    stated = time_in(text.lower(), len(text))
    if stated is None:
        return Unclear.NO_SUCH_TIME
    if stated.at is None:
        return None
    rest = " ".join(f"{text[: stated.span[0]]} {text[stated.span[1] :]}".split())
    return Found(replace(before, at=stated.at), assumed_day=False, assumed_time=False, rest=rest)
