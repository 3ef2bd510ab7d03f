"""What has become of the recommendations over a period, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from knowledge.progress.model import Extension, Status
from knowledge.progress.standings.standing import STALE_AFTER, Contradiction, Standing
from knowledge.progress.summaries.period import Period

# A target is soon, and a date near, for so many days.
SOON = 28


@dataclass(frozen=True, slots=True)
class Scope:
    """What a summary is about; what is left empty leaves nothing out.

    `themes` are themes' numbers; `people` are the names of those who lead, by assignment or by the document.
    """

    programmes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """Which summary is wanted, and after how many days without contact something is stale."""

    period: Period
    scope: Scope = field(default_factory=Scope)
    stale_after: int = STALE_AFTER


@dataclass(frozen=True, slots=True)
class Move:
    """What became of one recommendation's status over the period: from its beginning to its end.

    `posted` counts what was reported in between, and `more` says that there was more than was counted. `by` is who
    posted last of that, by the name they had then; empty where it isn't known.
    """

    standing: Standing
    before: Status | None
    after: Status | None
    posted: int = 1
    more: bool = False
    by: str = ""

    @property
    def back(self) -> bool:
        """Whether it stands less well than before."""
        return self.before is not None and self.after is not None and _GOOD[self.after] < _GOOD[self.before]


# What is better than what. Not started is worse than on track, but nothing has gone wrong yet.
_GOOD = {
    status: rank
    for rank, status in enumerate(
        (
            Status.OFF_TRACK,
            Status.AT_RISK,
            Status.NOT_STARTED,
            Status.ON_TRACK,
            Status.AWAITING_SIGN_OFF,
            Status.COMPLETE,
        )
    )
}


@dataclass(frozen=True, slots=True)
class Awaiting:
    """What was reported complete and waits for a manager, since a moment in UTC."""

    standing: Standing
    since: datetime


@dataclass(frozen=True, slots=True)
class Quiet:
    """A lead who reported nothing in the period on some of the live recommendations they lead, `live` in number."""

    name: str
    standings: tuple[Standing, ...]
    live: int

    @property
    def partly(self) -> bool:
        """Whether they did report on some."""
        return len(self.standings) < self.live


@dataclass(frozen=True, slots=True)
class Extensions:
    """What was asked for in the period and what was decided in it; `open` are all that wait for a decision now."""

    asked: tuple[Extension, ...] = ()
    granted: tuple[Extension, ...] = ()
    refused: tuple[Extension, ...] = ()
    open: tuple[Extension, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """What doesn't add up about one recommendation."""

    standing: Standing
    reasons: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many stand how; None is "no update yet", which is no status of its own."""

    counts: Mapping[Status | None, int] = field(default_factory=dict)

    def of(self, status: Status | None) -> int:
        """How many stand so."""
        return self.counts.get(status, 0)


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a manager wants to know of a period; each list in the order of the documents.

    What has happened is of the period: `moves` (where the status at its end is another than at its beginning),
    `returned` (it changed, and changed back), `first` (nothing had been reported before), `extensions`, `quiet`, and
    the totals `before` it and `after`. Everything else is as of `today`. An update that was taken back never was.
    `standings` is all that the scope takes in.
    """

    period: Period
    today: date
    scope: Scope
    standings: tuple[Standing, ...]
    before: Totals
    after: Totals
    moves: tuple[Move, ...] = ()
    returned: tuple[Move, ...] = ()
    first: tuple[Move, ...] = ()
    overdue: tuple[Standing, ...] = ()
    slipping: tuple[Standing, ...] = ()
    stale: tuple[Standing, ...] = ()
    awaiting: tuple[Awaiting, ...] = ()
    due_soon: tuple[Standing, ...] = ()
    no_lead: tuple[Standing, ...] = ()
    no_target: tuple[Standing, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    quiet: tuple[Quiet, ...] = ()
    extensions: Extensions = field(default_factory=Extensions)
    stale_after: int = STALE_AFTER

    @property
    def current(self) -> bool:
        """Whether the period goes on until now."""
        return self.period.last >= self.today

    @property
    def still(self) -> bool:
        """Whether nothing happened in the period at all."""
        asked = self.extensions
        return not (self.moves or self.returned or self.first or asked.asked or asked.granted or asked.refused)
