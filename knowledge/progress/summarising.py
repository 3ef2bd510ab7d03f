"""Works out a summary. Little is read of what is kept: the newest of each, and what the period itself holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from knowledge.model import Programme
from knowledge.progress import exceptions
from knowledge.progress.awaiting import awaiting
from knowledge.progress.extensions import asked_for
from knowledge.progress.history import Key, newest, reported
from knowledge.progress.model import Update
from knowledge.progress.movement import key, movement, totals
from knowledge.progress.quiet import quiet
from knowledge.progress.records import Records
from knowledge.progress.standing import STALE_AFTER, Standing
from knowledge.progress.steps import Step, Steps, at_once
from knowledge.progress.summary import Request, Scope, Summary


@dataclass(frozen=True, slots=True)
class Moment:
    """When a summary is made, where, and after how many days without contact something is stale."""

    now: datetime
    timezone: ZoneInfo
    stale_after: int = STALE_AFTER


def summary(records: Records, programmes: Sequence[Programme], request: Request, moment: Moment) -> Summary:
    """What `steps` comes to, worked out at once."""
    return at_once(steps(programmes, request, moment), records.reading)


def steps(programmes: Sequence[Programme], request: Request, moment: Moment) -> Steps[Summary]:
    """What has become of the recommendations in the scope over a period, and how they stand at this moment.

    A period that ends today or later goes on until this moment. No step takes more than some milliseconds.
    """
    period, scope = request.period, request.scope
    asked = [one for one in programmes if not scope.programmes or one.name in scope.programmes]
    first, end = period.starts(moment.timezone), min(period.ends(moment.timezone), moment.now)
    standings: list[Standing] = []
    for one in asked:
        standings += _within(scope, one, (yield _standings(one)))
    before = yield from _newest(asked, first)
    after = {key(s): s.latest for s in standings if s.latest}
    if end < moment.now:
        after = yield from _newest(asked, end)
    said = yield lambda reading: reported(Records(reading), first, end)
    waiting = yield lambda reading: awaiting(standings, Records(reading))
    extensions = yield lambda reading: asked_for(standings, Records(reading), first, end)
    moved = movement(standings, before, after, said)
    found = Summary(
        period=period,
        today=moment.now.astimezone(moment.timezone).date(),
        scope=scope,
        standings=tuple(standings),
        before=totals(standings, before),
        after=totals(standings, after),
        moves=moved.moves,
        returned=moved.returned,
        first=moved.first,
        awaiting=waiting,
        extensions=extensions,
        quiet=quiet(standings, {which for which, update in after.items() if update.at >= first}),
    )
    return _with_exceptions(found, moment)


def _with_exceptions(summary: Summary, moment: Moment) -> Summary:
    standings, today, now, days = summary.standings, summary.today, moment.now, moment.stale_after
    return replace(
        summary,
        overdue=exceptions.overdue(standings, today),
        slipping=exceptions.slipping(standings, today, now, days),
        stale=exceptions.stale(standings, now, days),
        due_soon=exceptions.due_soon(standings, today),
        no_lead=tuple(s for s in standings if exceptions.live(s) and not s.leads),
        no_target=tuple(s for s in standings if exceptions.live(s) and s.due is None),
        doubts=exceptions.doubts(standings, today),
    )


def _standings(programme: Programme) -> Step:
    return lambda reading: Records(reading).standings(programme)


def _newest(programmes: Iterable[Programme], moment: datetime) -> Steps[dict[Key, Update]]:
    found: dict[Key, Update] = {}
    for one in programmes:
        found |= yield _newest_in(one.name, moment)
    return found


def _newest_in(programme: str, moment: datetime) -> Step:
    return lambda reading: {(programme, u.ref): u for u in newest(Records(reading), programme, moment)}


def _within(scope: Scope, programme: Programme, standings: Iterable[Standing]) -> Iterable[Standing]:
    themes = {rec.ref: rec.theme.number for rec in programme.recommendations}
    for standing in standings:
        if scope.themes and themes[standing.ref] not in scope.themes:
            continue
        if scope.person and scope.person not in standing.leads:
            continue
        yield standing
