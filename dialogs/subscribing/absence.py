"""Works out on which day somebody is back who says when they are away: "off next week", "until Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from knowledge.progress.days.finding import Found, dates
from knowledge.progress.days.timeline import Outlook
from knowledge.progress.schedules.workdays import workday_from

# What names the day they are back, and not the last one that they are away.
_BACK = re.compile(r"\b(?:until|till?|til|before|back(?:\s+(?:on|in|at))?|return(?:ing)?(?:\s+on)?)\s+(?:the\s+)?$")
# What names the last day that they are away, or the only one.
_AWAY = re.compile(r"\b(?:to|through|thru|including|on|and)\s+(?:the\s+)?$|[-–—]\s*$")
_END = re.compile(r"\b(?:end|close) of\b")
_ALONE = re.compile(r"\b(?:today|tomorr?ow|this|off|away|out|leave|holiday|in)\s*(?:,\s*)?$")
# Holidays end nobody's plan on a certain day, but people are away until them.
_HOLIDAYS = (
    (re.compile(r"\b(?:christmas|xmas) eve\b", re.IGNORECASE), "24 December"),
    (re.compile(r"\b(?:christmas|xmas)(?: day)?\b", re.IGNORECASE), "25 December"),
    (re.compile(r"\bboxing day\b", re.IGNORECASE), "26 December"),
    (re.compile(r"\b(?:the )?new year(?:['’]?s)?(?: day)?\b(?! eve)", re.IGNORECASE), "1 January"),
)
_A_DAY = timedelta(days=1)


def dated(text: str) -> str:
    """The words with the holidays that they name as dates: "until Christmas" is "until 25 December"."""
    for holiday, day in _HOLIDAYS:
        text = holiday.sub(day, text)
    return text


def back(text: str, today: date) -> date | None:
    """The first working day on which they are back; None where the words name the day themselves, or none.

    "Next week" is over on its Sunday, whatever day is due when a plan says so.
    """
    said = text.lower()
    found = dates(said, Outlook(today))
    if not found or not _fit(found):
        return None
    last, before = found[-1], said[: found[-1].start]
    first_day, last_day = last.meaning.first, last.meaning.last
    if first_day is None or last_day is None:
        return None
    spans, returns = first_day < last_day, bool(_BACK.search(before))
    if spans and returns and not _END.search(said[last.start : last.end]):
        return workday_from(first_day) if first_day > today else None
    if spans or (not returns and (_AWAY.search(before) or _ALONE.search(f"{before}"))):
        return workday_from(last_day + _A_DAY)
    return None


def _fit(found: Sequence[Found]) -> bool:
    """Whether these can be one stretch of time: one date, or two of which the later stands behind."""
    days = [one.meaning.last for one in found]
    return len(days) == 1 or (
        len(days) == 2 and None not in days and days == sorted(days, key=lambda day: day or date.min)
    )
