"""How many stood how, month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from knowledge.progress.model import Status
from knowledge.progress.summaries.period import Period
from knowledge.reports.pack import Pack

MONTHS = 12
Point = tuple[date, Counter[Status | None]]


def trend(pack: Pack, months: int = MONTHS) -> tuple[Point, ...]:
    """The end of each month from the one in which somebody first reported on, a year back at most, and today."""
    first = min((entry.updates[0].at for entry in pack.entries if entry.updates), default=pack.now)
    days = [day for day in _month_ends(pack.today, months) if day >= pack.day(first)]
    return tuple((day, _standing_on(pack, day)) for day in [*days, pack.today])


def compares(points: Sequence[Point]) -> bool:
    """Whether there is anything to draw: a single bar shows no change."""
    return len(points) > 1


def _standing_on(pack: Pack, day: date) -> Counter[Status | None]:
    end = Period(day, day).ends(pack.timezone)
    return Counter(entry.status_at(end) for entry in pack.entries)


def _month_ends(today: date, months: int) -> list[date]:
    """The last days of so many months before this one, the oldest first."""
    ends = [today.replace(day=1) - timedelta(days=1)]
    while len(ends) < months:
        ends.append(ends[-1].replace(day=1) - timedelta(days=1))
    return ends[::-1]
