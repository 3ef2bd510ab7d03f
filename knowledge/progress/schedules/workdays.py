"""The days on which a council in England works."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

_A_DAY = timedelta(days=1)


def is_bank_holiday(day: date) -> bool:
    """Whether it is a bank holiday in England, substitute days included."""
    return day in _bank_holidays(day.year)


def is_workday(day: date) -> bool:
    """Whether it is neither at a weekend nor a bank holiday."""
    return day.weekday() < 5 and not is_bank_holiday(day)


def workday_from(day: date) -> date:
    """The day itself if people work on it, else the next one on which they do."""
    while not is_workday(day):
        day += _A_DAY
    return day


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
