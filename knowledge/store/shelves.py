"""Says which values go into which table, under which key, and by what they are looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeAlias, TypeVar

from knowledge.model import Programme
from knowledge.progress.model import (
    Assignment,
    AuditEntry,
    Delegation,
    Delivery,
    Extension,
    Member,
    Pause,
    Reminder,
    Subscription,
    Target,
    Term,
    Unanswered,
    Update,
)
from knowledge.store.conversation import Conversation
from knowledge.store.reference import Reference, Secret

Value = TypeVar("Value")
Place: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Shelf(Generic[Value]):
    """One table: its name, the text field that tells its records apart, and the kind of value it holds.

    Each of `indexes` names the text fields that records can be looked up by, together.
    """

    table: str
    key: str
    kind: type[Value]
    indexes: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def _getters(self) -> list[tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]]:
        return [(index, _fields(index)) for index in self.indexes]

    def places(self, value: Value) -> tuple[Place, ...]:
        """Where a value stands in each index."""
        return tuple([(index, *get(value)) for index, get in self._getters])

    def place(self, where: dict[str, str]) -> Place:
        """Where to look for values with these fields; raises LookupError where no index has just these."""
        for index in self.indexes:
            if len(index) == len(where) and all(name in where for name in index):
                return (index, *(where[name] for name in index))
        raise LookupError(f"{self.table} can't be looked up by {', '.join(where)}")


def _fields(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gets these fields of a value; a start asks for those of every record."""
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


PROGRAMMES = Shelf("programmes", "name", Programme)
CONVERSATIONS = Shelf("conversations", "key", Conversation)
UPDATES = Shelf("updates", "id", Update, (("programme", "ref"),))
TARGETS = Shelf("targets", "id", Target, (("programme", "ref"),))
EXTENSIONS = Shelf("extensions", "id", Extension, (("programme", "ref"),))
ASSIGNMENTS = Shelf("assignments", "id", Assignment, (("programme", "ref"),))
DELEGATIONS = Shelf("delegations", "id", Delegation, (("lead",),))
MEMBERS = Shelf("members", "key", Member, (("email",),))
SUBSCRIPTIONS = Shelf("subscriptions", "id", Subscription, (("member",),))
DELIVERIES = Shelf("deliveries", "key", Delivery, (("state",),))
REMINDERS = Shelf("reminders", "id", Reminder, (("member",),))
PAUSES = Shelf("pauses", "member", Pause)
REFERENCES = Shelf("references", "key", Reference, (("member",),))
SECRETS = Shelf("secrets", "name", Secret)
UNANSWERED = Shelf("unanswered", "id", Unanswered, (("programme", "gist"),))
TERMS = Shelf("terms", "key", Term)
AUDIT = Shelf("audit", "id", AuditEntry, (("subject",),))
SHELVES: tuple[Shelf[Any], ...] = (
    PROGRAMMES,
    CONVERSATIONS,
    UPDATES,
    TARGETS,
    EXTENSIONS,
    ASSIGNMENTS,
    DELEGATIONS,
    MEMBERS,
    SUBSCRIPTIONS,
    DELIVERIES,
    REMINDERS,
    PAUSES,
    REFERENCES,
    SECRETS,
    UNANSWERED,
    TERMS,
    AUDIT,
)
