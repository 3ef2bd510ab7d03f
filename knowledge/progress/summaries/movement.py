"""Which recommendations moved over a period, and from where to where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.progress.model import Kind, Status, Update
from knowledge.progress.standings.history import Key, Reported
from knowledge.progress.standings.standing import Standing
from knowledge.progress.summaries.summary import Move, Totals


@dataclass(frozen=True, slots=True)
class Movement:
    """What happened to recommendations, each in one of these lists or in none: see Summary."""

    moves: tuple[Move, ...]
    returned: tuple[Move, ...]
    first: tuple[Move, ...]


Newest = Mapping[Key, Update]


def movement(standings: Sequence[Standing], before: Newest, after: Newest, reported: Reported) -> Movement:
    """From the updates that counted when a period began and when it ended, and what was reported in between."""
    moves = [_move(standing, before, after, reported) for standing in standings]
    changed = [move for move in moves if move.before is not None and move.after is not move.before]
    came_back = [m for m in moves if m.before is not None and m.after is m.before and _left(m, reported)]
    begun = [move for move in moves if move.before is None and move.after is not None]
    return Movement(tuple(changed), tuple(came_back), tuple(begun))


def totals(standings: Iterable[Standing], newest: Newest) -> Totals:
    """How many stand how, by the updates that count."""
    return Totals(Counter(_status(newest, key(standing)) for standing in standings))


def key(standing: Standing) -> Key:
    """What tells a recommendation from those of every programme."""
    return standing.programme, standing.ref


def _status(newest: Newest, which: Key) -> Status | None:
    return newest[which].status if which in newest else None


def _move(standing: Standing, before: Newest, after: Newest, reported: Reported) -> Move:
    which = key(standing)
    reports = [update for update in _updates(standing, reported) if update.kind is Kind.REPORT]
    by = max(reports, key=lambda update: update.at).by_name if reports else ""
    return Move(standing, _status(before, which), _status(after, which), len(reports), more=not reported.whole, by=by)


def _left(move: Move, reported: Reported) -> bool:
    """Whether it stood otherwise for a while."""
    return any(update.status is not move.before for update in _updates(move.standing, reported))


def _updates(standing: Standing, reported: Reported) -> tuple[Update, ...]:
    return reported.updates.get(key(standing), ())
