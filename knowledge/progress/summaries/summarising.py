"""Works out a summary. Little is read of what is kept: the newest of each, and what the period itself holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from knowledge.model import Programme, Recommendation
from knowledge.progress.model import Update
from knowledge.progress.standings.history import Key, newest, reported
from knowledge.progress.standings.records import STANDING, Newest, Records
from knowledge.progress.standings.standing import Standing
from knowledge.progress.summaries import exceptions
from knowledge.progress.summaries.awaiting import awaiting
from knowledge.progress.summaries.extensions import asked_for
from knowledge.progress.summaries.movement import key, movement, totals
from knowledge.progress.summaries.quiet import quiet
from knowledge.progress.summaries.steps import Step, Steps, at_once
from knowledge.progress.summaries.summary import Request, Scope, Summary
from knowledge.store.shelves import Shelf

# Recommendations that one step looks at.
_AT_ONCE = 200


def summary(
    records: Records, programmes: Sequence[Programme], request: Request, now: datetime, timezone: ZoneInfo
) -> Summary:
    """What `steps` comes to, worked out at once."""
    return at_once(steps(programmes, request, now, timezone), records.reading)


def steps(programmes: Sequence[Programme], request: Request, now: datetime, timezone: ZoneInfo) -> Steps[Summary]:
    """What has become of the recommendations in the scope over a period, and how they stand at this moment.

    A period that ends today or later goes on until this moment. No step takes more than some milliseconds.
    """
    period, scope = request.period, request.scope
    asked = [one for one in programmes if not scope.programmes or one.name in scope.programmes]
    first, end = period.starts(timezone), min(period.ends(timezone), now)
    standings: list[Standing] = []
    for one in asked:
        standings += _within(scope, one, (yield from _standings(one)))
    before = yield from _newest(asked, first)
    after = {key(s): s.latest for s in standings if s.latest}
    if end < now:
        after = yield from _newest(asked, end)
    said = yield lambda reading: reported(Records(reading), first, end)
    waiting = yield lambda reading: awaiting(standings, Records(reading))
    extensions = yield lambda reading: asked_for(standings, Records(reading), first, end)
    moved = movement(standings, before, after, said)
    found = Summary(
        period=period,
        today=now.astimezone(timezone).date(),
        scope=scope,
        standings=tuple(standings),
        before=totals(standings, before),
        after=totals(standings, after),
        moves=moved.moves,
        returned=moved.returned,
        first=moved.first,
        awaiting=waiting,
        extensions=extensions,
        stale_after=request.stale_after,
        quiet=quiet(standings, {which for which, update in after.items() if update.at >= first}),
    )
    return _with_exceptions(found, now, request.stale_after)


def _with_exceptions(summary: Summary, now: datetime, days: int) -> Summary:
    standings, today = summary.standings, summary.today
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


def _standings(programme: Programme) -> Steps[list[Standing]]:
    newest_of_each = []
    for shelf in STANDING:
        newest_of_each.append((yield _newest_on(shelf, programme)))  # noqa: PERF401  no comprehension can yield
    found: list[Standing] = []
    for at in range(0, len(programme.recommendations), _AT_ONCE):
        found += yield _some(programme, programme.recommendations[at : at + _AT_ONCE], newest_of_each)
    return found


def _newest_on(shelf: Shelf[Any], programme: Programme) -> Step:
    return lambda reading: Records(reading).newest(shelf, programme)


def _some(programme: Programme, some: Sequence[Recommendation], newest_of_each: Sequence[Newest]) -> Step:
    return lambda reading: Records(reading).standings_of(programme, some, newest_of_each)


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
        if scope.people and not {*scope.people} & {*standing.leads}:
            continue
        yield standing
