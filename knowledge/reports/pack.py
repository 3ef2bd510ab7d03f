"""What a committee pack holds, gathered from the store before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from knowledge.model import Programme, Recommendation
from knowledge.progress.model import Extension, Status, Target, Update
from knowledge.progress.standings.standing import DONE, Standing
from knowledge.progress.summaries.movement import key
from knowledge.progress.summaries.period import Period
from knowledge.progress.summaries.steps import Step, Steps
from knowledge.progress.summaries.summarising import steps as summarised
from knowledge.progress.summaries.summary import Request, Scope, Summary
from knowledge.reports.order import Order
from knowledge.store.protocol import Reading
from knowledge.store.shelves import EXTENSIONS, TARGETS, UPDATES

# Recommendations whose history is read in one step.
_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation with its whole history, oldest first; what was taken back isn't there."""

    rec: Recommendation
    standing: Standing
    updates: tuple[Update, ...] = ()
    targets: tuple[Target, ...] = ()
    extensions: tuple[Extension, ...] = ()

    @property
    def live(self) -> bool:
        """Whether it is being worked on, and not late."""
        return self.standing.latest is not None and self.standing.status not in DONE

    def status_at(self, moment: datetime) -> Status | None:
        """How it stood at a moment (UTC)."""
        return next((update.status for update in reversed(self.updates) if update.at < moment), None)


@dataclass(frozen=True, slots=True)
class Pack:
    """A programme as it stands on a day, and what has become of it since the committee's last meeting."""

    programme: Programme
    since: date
    today: date
    now: datetime
    timezone: ZoneInfo
    summary: Summary
    entries: tuple[Entry, ...]

    def day(self, at: datetime) -> date:
        """The day that a moment (UTC) falls on where the council is."""
        return at.astimezone(self.timezone).date()

    @property
    def outstanding(self) -> tuple[Entry, ...]:
        """What is past its target, and what nobody has ever reported on."""
        return tuple(e for e in self.entries if e.standing.overdue(self.today) or e.standing.latest is None)

    @property
    def live(self) -> tuple[Entry, ...]:
        """What is being worked on and isn't late."""
        return tuple(entry for entry in self.entries if entry.live and not entry.standing.overdue(self.today))

    @property
    def completed(self) -> tuple[Entry, ...]:
        """What was reported complete since the last meeting, signed off or not."""
        first = Period(self.since, self.today).starts(self.timezone)
        return tuple(e for e in self.entries if e.standing.status in DONE and e.status_at(first) not in DONE)

    def of_theme(self, number: str, title: str) -> tuple[Entry, ...]:
        """A theme's recommendations, in document order."""
        return tuple(e for e in self.entries if (e.rec.theme.number, e.rec.theme.title) == (number, title))


def steps(programme: Programme, order: Order, now: datetime, timezone: ZoneInfo) -> Steps[Pack]:
    """Everything for a pack, read a little at a time."""
    today = now.astimezone(timezone).date()
    request = Request(Period(min(order.since, today), today), Scope((programme.name,)))
    summary = yield from summarised((programme,), request, now, timezone)
    standings = {key(standing): standing for standing in summary.standings}
    entries: list[Entry] = []
    for at in range(0, len(programme.recommendations), _AT_ONCE):
        some = programme.recommendations[at : at + _AT_ONCE]
        entries += yield _entries(programme.name, [(rec, standings[programme.name, rec.ref]) for rec in some])
    return Pack(programme, request.period.first, today, now, timezone, summary, tuple(entries))


def _entries(programme: str, some: Sequence[tuple[Recommendation, Standing]]) -> Step:
    return lambda reading: [_entry(programme, rec, standing, reading) for rec, standing in some]


def _entry(programme: str, rec: Recommendation, standing: Standing, reading: Reading) -> Entry:
    where = {"programme": programme, "ref": rec.ref}
    return Entry(
        rec,
        standing,
        _made(reading.find(UPDATES, **where)),
        reading.find(TARGETS, **where),
        reading.find(EXTENSIONS, **where),
    )


def _made(updates: Iterable[Update]) -> tuple[Update, ...]:
    return tuple(update for update in updates if update.withdrawn is None)
