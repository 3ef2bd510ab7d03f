"""What is kept of progress and people, as the rules ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from knowledge.model import Programme, Recommendation
from knowledge.progress.model import Assignment, Delegation, Extension, Kind, Member, Target, Update
from knowledge.progress.standing import Standing
from knowledge.store.protocol import Reading
from knowledge.store.shelves import ASSIGNMENTS, DELEGATIONS, EXTENSIONS, MEMBERS, TARGETS, UPDATES, Shelf

Value = TypeVar("Value")

# Updates that are read at first to find the newest report; more only where none of these is one.
_RECENT = 8


class Blank:
    """A reading of nothing at all."""

    def get(self, shelf: Shelf[Value], key: str) -> Value | None:
        """See Reading."""
        return None

    def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        """See Reading."""
        return ()

    def find(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Reading."""
        return ()

    def last(self, shelf: Shelf[Value], count: int, **where: str) -> tuple[Value, ...]:
        """See Reading."""
        return ()


@dataclass(frozen=True, slots=True)
class Records:
    """Progress and people as they are kept at the moment of one turn."""

    reading: Reading

    def updates(self, programme: str, ref: str) -> tuple[Update, ...]:
        """Every update on a recommendation, oldest first, withdrawn ones among them."""
        return self.reading.find(UPDATES, programme=programme, ref=ref)

    def update(self, key: str) -> Update | None:
        """The update of this id."""
        return self.reading.get(UPDATES, key)

    def recent(self, count: int) -> tuple[Update, ...]:
        """The updates posted last, over all recommendations, newest at the end."""
        return self.reading.last(UPDATES, count)

    def targets(self, programme: str, ref: str) -> tuple[Target, ...]:
        """Every target a recommendation ever had, oldest first."""
        return self.reading.find(TARGETS, programme=programme, ref=ref)

    def extensions(self, programme: str, ref: str) -> tuple[Extension, ...]:
        """Every extension that was asked for, oldest first."""
        return self.reading.find(EXTENSIONS, programme=programme, ref=ref)

    def standing(self, programme: Programme, rec: Recommendation) -> Standing:
        """How a recommendation stands."""
        where = {"programme": programme.name, "ref": rec.ref}
        said = self._said(where)
        target = _newest(self.reading.last(TARGETS, 1, **where))
        assignment = _newest(self.reading.last(ASSIGNMENTS, 1, **where))
        asked = _newest(self.reading.last(EXTENSIONS, 1, **where))
        return Standing(
            programme=programme.name,
            ref=rec.ref,
            leads=effective_leads(rec, assignment),
            latest=said[-1] if said else None,
            report=next((u for u in reversed(said) if u.kind is Kind.REPORT), None),
            unchanged=_repeated(said),
            target=target,
            extension=asked if asked and asked.granted is None else None,
            assignment=assignment if assignment and assignment.names else None,
        )

    def standings(self, programme: Programme) -> tuple[Standing, ...]:
        """How each recommendation stands, in document order."""
        return tuple(self.standing(programme, rec) for rec in programme.recommendations)

    def member(self, key: str) -> Member | None:
        """The person of this key."""
        return self.reading.get(MEMBERS, key)

    def members(self) -> tuple[Member, ...]:
        """Everybody in the directory, in the order in which they came into it."""
        return self.reading.all(MEMBERS)

    def delegations(self) -> tuple[Delegation, ...]:
        """Who may post for whom now."""
        return tuple(d for d in self.reading.all(DELEGATIONS) if d.ended is None)

    def _said(self, where: dict[str, str]) -> Sequence[Update]:
        """The newest updates that count, back to the last report; oldest first."""
        count = _RECENT
        while True:
            found = self.reading.last(UPDATES, count, **where)
            standing = [u for u in found if u.withdrawn is None]
            if len(found) < count or any(u.kind is Kind.REPORT for u in standing):
                return standing
            count *= 4


NOTHING = Records(Blank())


def effective_leads(rec: Recommendation, assignment: Assignment | None) -> tuple[str, ...]:
    """The names of those who lead a recommendation: assigned by the council, else as the document has them."""
    if assignment and assignment.names:
        return assignment.names
    return tuple(lead.name for lead in rec.leads)


def _newest(found: Sequence[Value]) -> Value | None:
    return found[-1] if found else None


def _repeated(said: Sequence[Update]) -> int:
    """How many updates at the end only say "no change"."""
    number = 0
    for update in reversed(said):
        if update.kind is not Kind.NO_CHANGE:
            break
        number += 1
    return number
