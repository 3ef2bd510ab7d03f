"""A schedule as a value, and the one way in which it is written."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

NINE = time(9)
LAST = -1  # the last such day of a month
_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}


class Every(StrEnum):
    """How often something comes."""

    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    MONTHLY_WEEKDAY = "monthly on a weekday"


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often, on which day, and at what time where the council is.

    `weekday` (Monday is 0) belongs to a week, a fortnight and a monthly weekday, of which it is the `nth`. `number`
    is the day of the month. `start` is the first day of a fortnight, from which the others are counted.
    """

    every: Every
    at: time = NINE
    weekday: int = 0
    nth: int = 1
    number: int = 1
    start: date | None = None

    def __str__(self) -> str:
        """In words that people read and `read_schedule` reads back: "every Monday at 09:00"."""
        return f"{self._days()} at {self.at:%H:%M}"

    def falls_on(self, day: date) -> bool:
        """Whether it names this day, before weekends and bank holidays are considered.

        The 31st is the last day of a shorter month.
        """
        match self.every:
            case Every.DAY:
                return True
            case Every.WORKDAY:
                return day.weekday() < 5
            case Every.WEEK:
                return day.weekday() == self.weekday
            case Every.FORTNIGHT:
                return self.start is not None and (day - self.start).days % 14 == 0
            case Every.MONTH:
                return day.day == min(self.number if self.number > 0 else 31, _length(day))
            case Every.MONTHLY_WEEKDAY:
                return day.weekday() == self.weekday and self._is_nth(day)

    def _is_nth(self, day: date) -> bool:
        return day.day + 7 > _length(day) if self.nth == LAST else (day.day - 1) // 7 + 1 == self.nth

    def _days(self) -> str:
        name = calendar.day_name[self.weekday]
        match self.every:
            case Every.DAY:
                return "every day"
            case Every.WORKDAY:
                return "every weekday"
            case Every.WEEK:
                return f"every {name}"
            case Every.FORTNIGHT:
                return f"every other {name} from {_day(self.start or date.min)}"
            case Every.MONTH:
                return f"on the {ordinal(self.number)} of each month"
            case Every.MONTHLY_WEEKDAY:
                return f"on the {_NTH[self.nth]} {name} of each month"


def ordinal(number: int) -> str:
    """ "1st", "22nd"; "last day" for LAST."""
    if number == LAST:
        return "last day"
    return f"{number}{'th' if number in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
