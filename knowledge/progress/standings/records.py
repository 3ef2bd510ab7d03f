"""What is kept of progress and people, as the rules ask for it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, TypeAlias, TypeVar

from knowledge.model import Programme, Recommendation
from knowledge.progress.model import Assignment, AuditEntry, Delegation, Extension, Kind, Member, Target, Update
from knowledge.progress.standings.standing import Standing
from knowledge.store.conversation import Conversation
from knowledge.store.protocol import END, Reading
from knowledge.store.shelves import (
    ASSIGNMENTS,
    AUDIT,
    CONVERSATIONS,
    DELEGATIONS,
    EXTENSIONS,
    MEMBERS,
    TARGETS,
    UPDATES,
    Shelf,
)

Value = TypeVar("Value")

# What else is read of a recommendation: the newest of each.
_BESIDE: tuple[Shelf[Any], ...] = (TARGETS, ASSIGNMENTS, EXTENSIONS)
# All that how a recommendation stands is made of.
STANDING: tuple[Shelf[Any], ...] = (UPDATES, *_BESIDE)
Newest: TypeAlias = Mapping[str, Any]
# Letters and digits that no way of writing them down changes.
_PLAIN = re.compile(r"[A-Za-z0-9]+")


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

    def newest(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> tuple[Value, ...]:
        """See Reading."""
        return ()

    def backwards(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> Iterator[Value]:
        """See Reading."""
        return iter(())

    def holding(self, shelf: Shelf[Value], piece: str) -> tuple[Value, ...]:
        """See Reading."""
        return ()

    def edition(self, shelf: Shelf[Any]) -> str:
        """See Reading."""
        return ""

    def since(self, shelf: Shelf[Value], moment: datetime) -> int:
        """See Reading."""
        return END


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

    def since(self, first: date | None, timezone: tzinfo) -> tuple[Update, ...]:
        """The updates posted on this day, where the council is, or later; oldest first. All of them for None."""
        found = []
        for update in self.reading.backwards(UPDATES):
            if first is not None and update.at.astimezone(timezone).date() < first:
                break
            found.append(update)
        return tuple(found[::-1])

    def targets(self, programme: str, ref: str) -> tuple[Target, ...]:
        """Every target a recommendation ever had, oldest first."""
        return self.reading.find(TARGETS, programme=programme, ref=ref)

    def extensions(self, programme: str, ref: str) -> tuple[Extension, ...]:
        """Every extension that was asked for, oldest first."""
        return self.reading.find(EXTENSIONS, programme=programme, ref=ref)

    def standing(self, programme: Programme, rec: Recommendation) -> Standing:
        """How a recommendation stands."""
        where = {"programme": programme.name, "ref": rec.ref}
        target, assignment, asked = (_only(self.reading.last(shelf, 1, **where)) for shelf in _BESIDE)
        return _standing(programme, rec, self._said(where), (target, assignment, asked))

    def standings(self, programme: Programme) -> tuple[Standing, ...]:
        """How each recommendation stands, in document order; reads little more than what is newest."""
        newest = [self.newest(shelf, programme) for shelf in STANDING]
        return self.standings_of(programme, programme.recommendations, newest)

    def newest(self, shelf: Shelf[Any], programme: Programme) -> Newest:
        """The newest of each recommendation that has one, by its ref."""
        return {one.ref: one for one in self.reading.newest(shelf, programme=programme.name)}

    def standings_of(
        self, programme: Programme, some: Iterable[Recommendation], newest: Sequence[Newest]
    ) -> tuple[Standing, ...]:
        """How some recommendations stand; `newest` is of each of STANDING."""
        latest, *beside = newest
        found = []
        for rec in some:
            last = latest.get(rec.ref)
            says_all = last is None or (last.kind is Kind.REPORT and last.withdrawn is None)
            said = (
                tuple(filter(None, (last,))) if says_all else self._said({"programme": programme.name, "ref": rec.ref})
            )
            found.append(_standing(programme, rec, said, tuple(one.get(rec.ref) for one in beside)))
        return tuple(found)

    def assignments(self, programme: str) -> tuple[Assignment, ...]:
        """The newest assignment of each recommendation that ever had one."""
        return self.reading.newest(ASSIGNMENTS, programme=programme)

    def trail(self, subject: str) -> tuple[AuditEntry, ...]:
        """Every entry of the audit trail about something, oldest first."""
        return self.reading.find(AUDIT, subject=subject)

    def conversations_holding(self, words: str) -> tuple[Conversation, ...]:
        """Every conversation in which these words may stand, whatever marks are put between their letters."""
        piece = max(_PLAIN.findall(words), key=len, default="")
        return self.reading.holding(CONVERSATIONS, piece) if piece else self.reading.all(CONVERSATIONS)

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
        """The updates that count, newest first, back to the last report."""
        said: list[Update] = []
        for update in self.reading.backwards(UPDATES, before=END, **where):
            if update.withdrawn is None:
                said.append(update)
                if update.kind is Kind.REPORT:
                    break
        return said


NOTHING = Records(Blank())


def effective_leads(rec: Recommendation, assignment: Assignment | None) -> tuple[str, ...]:
    """The names of those who lead a recommendation: assigned by the council, else as the document has them."""
    if assignment and assignment.names:
        return assignment.names
    return tuple(lead.name for lead in rec.leads)


def _standing(programme: Programme, rec: Recommendation, said: Sequence[Update], beside: tuple[Any, ...]) -> Standing:
    target, assignment, asked = beside
    return Standing(
        programme=programme.name,
        ref=rec.ref,
        leads=effective_leads(rec, assignment),
        latest=said[0] if said else None,
        report=next((u for u in said if u.kind is Kind.REPORT), None),
        unchanged=len(list(itertools.takewhile(lambda u: u.kind is Kind.NO_CHANGE, said))),
        target=target,
        extension=asked if asked and asked.granted is None and asked.replaced is None else None,
        assignment=assignment if assignment and assignment.names else None,
    )


def _only(found: Sequence[Any]) -> Any:
    return found[-1] if found else None
