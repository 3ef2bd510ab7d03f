"""Talks to some dialogs over a store, so that what is saved counts in the next turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, answered
from dialogs.turns.turn import Memory, Message, Turn
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.progress.acts.changes import apply
from knowledge.progress.standings.records import Records
from knowledge.store import Store, Transaction

from .talking import Expected, holds

Take = Callable[[Moment], Turn | None]
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@dataclass
class Acting:
    """One person's conversation with some dialogs, in a chat; `now` can be moved."""

    store: Store
    knowledge: Knowledge
    takes: Sequence[Take]
    doers: Mapping[str, Doer]
    speaker: Person
    where: str = "chat"
    now: datetime = MONDAY
    memory: Memory = field(default_factory=Memory)

    async def say(self, text: str) -> str:
        """What is said to a message; empty where no dialog takes it."""

        def work(transaction: Transaction) -> Turn | None:
            known = self.knowledge.seeing(Records(transaction))
            moment = Moment(Message(text, self.now, self.where), self.speaker, self.memory, known)
            turn = answered(moment, self.doers) or next(
                (turn for take in self.takes if (turn := take(moment)) is not None), None
            )
            apply(turn.changes if turn else (), transaction)
            return turn

        turn = await self.store.transact(work)
        self.memory = turn.memory if turn else replace(self.memory, draft={})
        return turn.replies[0].text if turn else ""

    async def talk(self, *rows: tuple[str, Expected]) -> None:
        """A conversation as a table; see `talking.Row`. An empty fragment: no dialog takes it."""
        for text, expected in rows:
            told = await self.say(text)
            for fragment in [expected] if isinstance(expected, str) else expected:
                assert holds(told, fragment) if fragment else not told, f"{text!r} -> {told}\n lacks {fragment!r}"
