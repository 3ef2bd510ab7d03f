"""Arithmetic on days: which one is meant from a given one on, or up to it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

_FRIDAY = 4
_LEAP = 8  # years within which every day of the calendar comes again


@dataclass(frozen=True, slots=True)
class Outlook:
    """From where, and in which direction, words are read: plans look ahead, questions look back."""

    today: date
    ahead: bool = True

    def day(self, month: int, number: int) -> date | None:
        """The next such day from today on, or the last up to today; None for one that no year has."""
        return next((day for year in self._years() if (day := valid(year, month, number)) and self._fits(day)), None)

    def month(self, number: int) -> date:
        """The first day of the next such month that isn't over yet, or of the last that has begun."""
        years = (date(year, number, 1) for year in self._years())
        return next(first for first in years if self._fits(month_end(first) if self.ahead else first))

    def weekday(self, number: int) -> date:
        """The coming one, today not among them; looking back the last one, and that may be today."""
        if self.ahead:
            return self.today + timedelta(days=(number - self.today.weekday() - 1) % 7 + 1)
        return self.today - timedelta(days=(self.today.weekday() - number) % 7)

    def number(self, number: int) -> date | None:
        """The next or last day with this number in its month ("the 30th")."""
        steps = range(3) if self.ahead else range(0, -3, -1)
        months = (shifted(self.today.replace(day=1), step) for step in steps)
        days = (valid(month.year, month.month, number) for month in months)
        return next((day for day in days if day and self._fits(day)), None)

    def _years(self) -> range:
        step = 1 if self.ahead else -1
        return range(self.today.year, self.today.year + step * (_LEAP + 1), step)

    def _fits(self, day: date) -> bool:
        return day >= self.today if self.ahead else day <= self.today


def valid(year: int, month: int, number: int) -> date | None:
    """The day, or None where there is none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shifted(day: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month. Stays within the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def friday(day: date) -> date:
    """The Friday of its week, when a working week ends."""
    return monday(day) + timedelta(days=_FRIDAY)
