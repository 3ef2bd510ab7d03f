"""From one day to another: what a summary is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both included, where the council is."""

    first: date
    last: date

    def starts(self, timezone: ZoneInfo) -> datetime:
        """Its first moment, in UTC."""
        return _midnight(self.first, timezone)

    def ends(self, timezone: ZoneInfo) -> datetime:
        """The first moment after it, in UTC."""
        return _midnight(self.last + timedelta(days=1), timezone)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def last_week(today: date) -> Period:
    """Since this day a week ago: between one weekly summary and the next, nothing falls through."""
    return Period(today - timedelta(days=WEEK), today)


def _midnight(day: date, timezone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), timezone).astimezone(UTC)
