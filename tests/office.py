"""An office in which people talk to the bot: real turns over a real store, with a clock that tests move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.conversations.turns import Said, Turns
from dialogs.conversation import respond
from dialogs.turns.turn import Reply
from knowledge.library import Knowledge
from knowledge.model import Person, Programme
from knowledge.progress.model import Member, Role
from knowledge.store import Store
from knowledge.store.shelves import MEMBERS

# A Monday, the day that the tests of officers' dates are written for.
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

SUE = Person("tenant", "sue", "Sue Myers")
GANI = Person("tenant", "gani", "Gani Martins")
MO = Person("tenant", "mo", "Mo Manager")
MAY = Person("tenant", "may", "May Manager")
ADA = Person("tenant", "ada", "Ada Admin")
STAN = Person("tenant", "stan", "Stan Staff")
STRANGER = Person("tenant", "eve", "Sue Myers")  # the name is nobody's proof
NOBODY = Person("tenant", "", "Sue Myers")

MEMBERS_OF_THE_OFFICE = (
    Member("tenant/sue", "tenant", "sue", "Sue Myers", "sue@example.gov.uk", frozenset({Role.OFFICER}), ("Sue Myers",)),
    Member("tenant/gani", "tenant", "gani", "Gani Martins", "gani@example.gov.uk", frozenset(), ("Gani Martins",)),
    Member("tenant/mo", "tenant", "mo", "Mo Manager", "mo@example.gov.uk", frozenset({Role.MANAGER})),
    Member("tenant/may", "tenant", "may", "May Manager", "may@example.gov.uk", frozenset({Role.MANAGER})),
    Member("tenant/ada", "tenant", "ada", "Ada Admin", "ada@example.gov.uk", frozenset({Role.ADMINISTRATOR})),
    Member("tenant/stan", "tenant", "stan", "Stan Staff", "stan@example.gov.uk", frozenset({Role.STAFF})),
)

# Who says what, and the fragments that the reply must have; "not: ..." it must not have, "^..." it begins with.
Row = tuple[Person, str, str | Sequence[str]]


@dataclass
class Office:
    """Some people, a store, and a bot between them."""

    store: Store
    turns: Turns
    now: datetime = NOW
    known: Knowledge | None = None
    said: list[Reply] = field(default_factory=list)
    numbers: Any = field(default_factory=count)

    async def say(self, who: Person, text: str, where: str = "chat", **more: Any) -> Reply:
        """The reply to one message."""
        activity = more.pop("activity", f"activity {next(self.numbers)}")
        before, brought = len(self.said), more.pop("brought", None)
        await self.turns.answer(Said(where, activity, text, who, more, brought), self._send)
        return self.said[before] if len(self.said) > before else Reply("")

    async def talk(self, *rows: Row, where: str = "chat") -> Reply:
        """Hold a conversation; the last reply."""
        reply = Reply("")
        for who, text, expected in rows:
            reply = await self.say(who, text, where)
            for fragment in [expected] if isinstance(expected, str) else expected:
                assert holds(reply.text, fragment), f"{text!r} -> {reply.text}\n lacks {fragment!r}"
        return reply

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    async def restarted(self) -> None:
        """A new process on the same store."""
        self.turns = await _turns(self)

    async def _send(self, reply: Reply) -> None:
        self.said.append(reply)


async def an_office(
    store: Store,
    *programmes: Programme,
    members: Sequence[Member] = MEMBERS_OF_THE_OFFICE,
    known: Knowledge | None = None,
) -> Office:
    """An office with its usual people, or others, about these programmes.

    `known` has the programmes read already, which saves time.
    """
    for programme in programmes:
        await store.save_programme(programme)
    for member in members:
        await store.transact(lambda transaction, member=member: transaction.put(MEMBERS, member))  # type: ignore[misc]
    office = Office(store, Turns(store, respond, Knowledge(())), known=known)
    office.turns = await _turns(office)
    return office


async def _turns(office: Office) -> Turns:
    turns = Turns(office.store, respond, office.known or Knowledge(()), clock=lambda: office.now)
    if office.known is None:
        await turns.refresh()
    return turns


def holds(text: str, fragment: str) -> bool:
    """Whether a reply has the fragment; letters' case and line breaks aside."""
    seen = " ".join(text.split()).casefold()
    if fragment.startswith("not: "):
        return fragment.removeprefix("not: ").casefold() not in seen
    if fragment.startswith("^"):
        return seen.startswith(fragment.removeprefix("^").casefold())
    return fragment.casefold() in seen
