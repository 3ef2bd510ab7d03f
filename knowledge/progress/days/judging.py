"""Whether a day that somebody typed can be meant as it stands, and if not, which one probably is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapidfuzz.distance import OSA

from knowledge.progress.days import timeline
from knowledge.progress.days.timeline import Outlook
from knowledge.progress.days.words import Meaning, full_year

_YEARS_AHEAD = 6
_YEARS_BACK = 10  # an older one is rather a slip than a past day


class Trouble(StrEnum):
    """Why words don't give a day that can be taken without asking."""

    NO_DATE = "no date"
    IMPOSSIBLE = "no such day"
    AMBIGUOUS = "more than one day"
    PAST = "past"
    MISTYPED_YEAR = "year looks mistyped"
    OTHER_WEEKDAY = "the weekday is another"


@dataclass(frozen=True, slots=True)
class Day:
    """What words say of a day. Either `day` is there, or `trouble` is, and then `meant` may be the one to propose.

    `words` are those of the date alone, as typed. `note` says what was assumed ("Q2 read as ..."), mostly nothing.
    """

    words: str
    day: date | None = None
    trouble: Trouble | None = None
    meant: date | None = None
    note: str = ""


def judged(meaning: Meaning, words: str, today: date) -> Day:
    """The day, or what is wrong with it as one that is still to come."""
    year = full_year(meaning.year) if meaning.year else None
    if year is not None and not today.year - _YEARS_BACK <= year <= today.year + _YEARS_AHEAD:
        return Day(words, None, Trouble.MISTYPED_YEAR, _other_year(meaning, today))
    if meaning.due is None:
        return Day(words, None, Trouble.IMPOSSIBLE, _possible(meaning, today))
    if meaning.due < today:
        return _past(meaning, words, today)
    if meaning.weekday is not None and meaning.weekday != meaning.due.weekday():
        return Day(words, None, Trouble.OTHER_WEEKDAY, meaning.due)
    if meaning.is_doubtful:
        return Day(words, None, Trouble.AMBIGUOUS, meaning.due)
    return Day(words, meaning.due, note=meaning.note)


def _past(meaning: Meaning, words: str, today: date) -> Day:
    """A past day; where it was typed with last year's number and this year's would do, that is the mistake."""
    following = Outlook(today).day(meaning.month, meaning.number) if meaning.number else None
    slipped = meaning.year and full_year(meaning.year) == today.year - 1
    fits = following is not None and following.year == today.year
    return Day(words, None, Trouble.MISTYPED_YEAR if slipped and fits else Trouble.PAST, following)


def _other_year(meaning: Meaning, today: date) -> date | None:
    """The day in the year that is one slip from what was typed, or else the next such day."""
    typed = str(full_year(meaning.year)) if len(meaning.year) <= 2 else meaning.year
    near = [year for year in range(today.year, today.year + _YEARS_AHEAD + 1) if OSA.distance(typed, str(year)) == 1]
    days = [timeline.valid(year, meaning.month, meaning.number) for year in sorted(near, key=lambda y: _slip(typed, y))]
    fitting = (day for day in days if day and day >= today)
    return next(fitting, Outlook(today).day(meaning.month, meaning.number))


def _slip(typed: str, year: int) -> tuple[bool, int]:
    """Two figures the wrong way round come before a wrong one, and nearer years before later ones."""
    return sorted(typed) != sorted(str(year)), year


def _possible(meaning: Meaning, today: date) -> date | None:
    """A day that exists for one that doesn't: month and day swapped, or the month's last."""
    year = full_year(meaning.year) if meaning.year else None
    if meaning.month > 12:
        month, number = meaning.number, meaning.month
        return timeline.valid(year, month, number) if year else Outlook(today).day(month, number)
    if meaning.month < 1 or not 28 < meaning.number <= 31:
        return None
    first = date(year, meaning.month, 1) if year else Outlook(today).month(meaning.month)
    return timeline.month_end(first)
