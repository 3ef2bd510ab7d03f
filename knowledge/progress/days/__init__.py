"""The days that people type, read the British way: when something is due, and since when something is asked.

dateparser was measured on sixty such phrases and left out: with strict parsing it adds none, it doesn't know
"next Friday", "end of March" or "Friday week", and it takes "a fortnight today" for a day that is past.
"""

from __future__ import annotations

import calendar
from datetime import date

from knowledge.progress.days.finding import Found, at_end, dates
from knowledge.progress.days.judging import Day, Trouble, judged
from knowledge.progress.days.lately import since
from knowledge.progress.days.timeline import Outlook

__all__ = ["Day", "Trouble", "date_at_end", "day_in", "find_day", "since", "spell"]

_LONGEST = 500  # characters; the words for one day are fewer
_ANY_DAY = date(2000, 1, 1)


def day_in(words: str, today: date) -> Day:
    """The day that words name, or why it can't be taken as it stands; today or later.

    Without a year it is the next such day. "5/6" is 5 June. "Friday" is the coming one and never today; "next Friday"
    is that of next week, weeks beginning on Monday. A month means its last day, a week its Friday, "early June" the
    10th, "mid May" the 15th, and "Q2" ends in June unless a financial year stands behind it ("Q4 26/27" ends in
    March 2027).
    """
    found = dates(words[:_LONGEST], Outlook(today))
    if not found:
        return Day("", None, Trouble.NO_DATE)
    if len({one.meaning.due for one in found}) > 1:
        return Day(words[found[0].start : found[-1].end], None, Trouble.AMBIGUOUS)
    return _day(words, found[0], today)


def find_day(text: str, today: date) -> tuple[Day, tuple[int, int]] | None:
    """The date that a text ends with, and its place together with the words that lead in to it ("by 30 January")."""
    found = at_end(text, Outlook(today))
    return (_day(text, found, today), (found.lead, found.end)) if found else None


def date_at_end(text: str) -> tuple[int, int, int] | None:
    """Where the date that a text ends with is led in to, begins and ends; it needn't be a possible one."""
    found = at_end(text, Outlook(_ANY_DAY))
    return (found.lead, found.start, found.end) if found else None


def spell(day: date) -> str:
    """A day as people read it: "30 January 2027"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _day(text: str, found: Found, today: date) -> Day:
    return judged(found.meaning, text[found.start : found.end], today)
