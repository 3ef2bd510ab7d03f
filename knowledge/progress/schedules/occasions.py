"""The moments at which a schedule is due, in the council's time zone and on days on which people work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from knowledge.progress.schedules.model import Every, Schedule
from knowledge.progress.schedules.workdays import is_bank_holiday, workday_from

# No schedule has a gap as long as this between two of its days, even where one of them is moved.
_FARTHEST = 50  # days
# What was missed is sent later only while it is news: until half the way to the next one, and for three days at most.
LATEST = timedelta(days=3)
_MONTHLY = (Every.MONTH, Every.MONTHLY_WEEKDAY)


def next_due(schedule: Schedule, after: datetime, timezone: ZoneInfo) -> datetime:
    """The first moment (UTC) later than this one.

    A bank holiday, and for what comes monthly a weekend, gives way to the next day on which people work, at the
    same time of day. In the hour that summer time skips, it is due as much later; in the one that comes twice, once.
    """
    first = after.astimezone(timezone).date() - timedelta(days=_FARTHEST)
    days = _days(schedule, max(first, schedule.start or first), step=1)
    moments = (_moment(schedule, day, timezone) for day in days)
    # A day that gives way to a later one can come after the days behind it.
    return min(moment for moment in moments if moment > after)


def last_due(schedule: Schedule, until: datetime, timezone: ZoneInfo) -> datetime | None:
    """The last moment (UTC) up to this one, itself included; None before the first."""
    days = _days(schedule, until.astimezone(timezone).date(), step=-1)
    moments = (_moment(schedule, day, timezone) for day in days)
    return max((moment for moment in moments if moment <= until), default=None)


def owed(schedule: Schedule, since: datetime, now: datetime, timezone: ZoneInfo) -> datetime | None:
    """The one moment after `since` for which something is to be sent now.

    Of several that were missed it is the last, and not even that once it is too old to be of use.
    """
    due = _last_due(schedule, now.astimezone(UTC), timezone)
    if due is None or due <= since:
        return None
    following = _next_due(schedule, due, timezone)
    return due if now - due < min(LATEST, (following - due) / 2) else None


# A thousand managers may have the same schedule, and all are looked at in the same moment.
_next_due, _last_due = lru_cache(maxsize=64)(next_due), lru_cache(maxsize=64)(last_due)


def _days(schedule: Schedule, first: date, step: int) -> Iterator[date]:
    """The days it falls on from `first` on, or back from it, within what can matter."""
    every = (first + timedelta(days=step * n) for n in range(2 * _FARTHEST))
    started = schedule.start or date.min
    return (day for day in every if day >= started and schedule.falls_on(day))


def _moment(schedule: Schedule, day: date, timezone: ZoneInfo) -> datetime:
    gives_way = schedule.every in _MONTHLY or is_bank_holiday(day)
    kept = workday_from(day) if gives_way else day
    return datetime.combine(kept, schedule.at, timezone).astimezone(UTC)
