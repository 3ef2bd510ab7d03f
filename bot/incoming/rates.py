"""How much one person, or one conversation, may say in a minute."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

KEPT = 10_000  # allowances in memory; who was quiet longest starts afresh


@dataclass(frozen=True, slots=True)
class Allowance:
    """What somebody may still say at a moment (seconds of some clock), and whether they have been told to wait."""

    left: float
    at: float
    told: bool = False


@dataclass(frozen=True, slots=True)
class Excess:
    """More than is allowed: how long to be quiet, in seconds, and whether it is the first time since it was allowed."""

    wait: float
    first: bool


def spent(allowance: Allowance, a_minute: int, now: float) -> tuple[Allowance, Excess | None]:
    """The allowance after one more message, and the excess if there is one. It grows back evenly over the minute."""
    grown = min(float(a_minute), allowance.left + max(0.0, now - allowance.at) * a_minute / 60)
    if grown >= 1:
        return Allowance(grown - 1, now), None
    waiting = Allowance(grown, now, told=True)
    return waiting, Excess((1 - grown) * 60 / a_minute, first=not allowance.told)


class Rates:
    """The allowances of everybody who speaks; a limit of 0 is none."""

    def __init__(self, person: int = 0, conversation: int = 0, clock: Callable[[], float] = monotonic) -> None:
        self._limits, self._clock = (person, conversation), clock
        self._allowances: OrderedDict[tuple[int, str], Allowance] = OrderedDict()

    def spend(self, person: str, conversation: str) -> Excess | None:
        """Count one message of this person in this conversation; gives the excess where that is too many."""
        excesses = [self._spend(kind, key) for kind, key in enumerate((person, conversation)) if self._limits[kind]]
        return max(filter(None, excesses), key=lambda excess: excess.wait, default=None)

    def _spend(self, kind: int, key: str) -> Excess | None:
        now, limit = self._clock(), self._limits[kind]
        before = self._allowances.pop((kind, key), Allowance(limit, now))
        self._allowances[kind, key], excess = spent(before, limit, now)
        if len(self._allowances) > KEPT:
            self._allowances.popitem(last=False)
        return excess
