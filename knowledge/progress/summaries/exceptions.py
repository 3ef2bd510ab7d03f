"""What a manager should look at first, as of one day. Only the council's own targets count, never a milestone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from knowledge.progress.model import Status
from knowledge.progress.standings.standing import DONE, Standing, contradictions
from knowledge.progress.summaries.summary import SOON, Doubt

_IN_TROUBLE = frozenset({Status.AT_RISK, Status.OFF_TRACK})


def live(standing: Standing) -> bool:
    """Whether there is something left to do."""
    return standing.status not in DONE


def overdue(standings: Iterable[Standing], today: date) -> tuple[Standing, ...]:
    """What is past its target, the longest first."""
    return _by_target(standing for standing in standings if standing.overdue(today))


def due_soon(standings: Iterable[Standing], today: date, days: int = SOON) -> tuple[Standing, ...]:
    """What has its target in the next so many days, the first one first."""
    return _by_target(standing for standing in standings if live(standing) and _soon(standing.due, today, days))


def slipping(standings: Iterable[Standing], today: date, now: datetime, stale_after: int) -> tuple[Standing, ...]:
    """What is at risk or off track, whose next step wasn't taken by its date, or that is due soon without news."""
    return _by_target(
        standing
        for standing in standings
        if live(standing)
        and not standing.overdue(today)
        and (
            standing.status in _IN_TROUBLE
            or _step_passed(standing, today)
            or (_soon(standing.due, today) and standing.stale(now, stale_after))
        )
    )


def stale(standings: Iterable[Standing], now: datetime, days: int) -> tuple[Standing, ...]:
    """What nobody has reported on for so many days; what nobody ever has, last."""
    found = [standing for standing in standings if standing.stale(now, days)]
    return tuple(sorted(found, key=lambda standing: standing.contact or now))


def doubts(standings: Iterable[Standing], today: date) -> tuple[Doubt, ...]:
    """What doesn't add up."""
    found = ((standing, contradictions(standing, today)) for standing in standings)
    return tuple(Doubt(standing, reasons) for standing, reasons in found if reasons)


def _by_target(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    return tuple(sorted(standings, key=lambda standing: standing.due or date.max))


def _soon(day: date | None, today: date, days: int = SOON) -> bool:
    return day is not None and today <= day <= today + timedelta(days=days)


def _step_passed(standing: Standing, today: date) -> bool:
    step = standing.report.next_step_date if standing.report else None
    return step is not None and step < today
