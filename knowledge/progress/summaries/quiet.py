"""Who hasn't reported: leads with recommendations that nobody said anything about."""

from __future__ import annotations

from collections.abc import Container, Sequence

from knowledge.progress.standings.history import Key
from knowledge.progress.standings.standing import Standing
from knowledge.progress.summaries.exceptions import live
from knowledge.progress.summaries.movement import key
from knowledge.progress.summaries.summary import Quiet


def quiet(standings: Sequence[Standing], contacted: Container[Key]) -> tuple[Quiet, ...]:
    """The leads of live recommendations without contact; first those who reported on none of theirs, by name."""
    led: dict[str, list[Standing]] = {}
    for standing in filter(live, standings):
        for name in standing.leads:
            led.setdefault(name, []).append(standing)
    found = [Quiet(name, _silent(theirs, contacted), len(theirs)) for name, theirs in led.items()]
    return tuple(sorted((one for one in found if one.standings), key=lambda one: (one.partly, one.name.casefold())))


def _silent(standings: Sequence[Standing], contacted: Container[Key]) -> tuple[Standing, ...]:
    return tuple(standing for standing in standings if key(standing) not in contacted)
