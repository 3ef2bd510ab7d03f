"""An office in tests: several people talk to one bot about what one store keeps, turn by turn as the bot takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import Any

from bot.conversations.turns import Said, Turns
from dialogs.conversation import respond
from dialogs.turns.turn import Reply
from knowledge.library import Knowledge
from knowledge.model import Person, Programme
from knowledge.progress.acts.changes import Change, apply
from knowledge.progress.model import Member
from knowledge.store import Store
from knowledge.store.shelves import MEMBERS

from .talking import holds

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
# Who says what, and the fragments that the reply must have; as in talking.py.
Row = tuple[Person, str, str | Sequence[str]]


def somebody(object_id: str, **known: Any) -> Person:
    """A Teams user of the council."""
    return replace(Person("tenant", object_id), **known)


@dataclass
class Office:
    """A bot, its store, and what it replied last; everybody writes in the conversation `where`."""

    store: Store
    turns: Turns
    where: str = "chat"
    last: Reply = field(default_factory=lambda: Reply(""))
    _numbers: Any = field(default_factory=count)

    @classmethod
    async def opened(cls, store: Store, programme: Programme, members: Iterable[Member] = ()) -> Office:
        await store.save_programme(programme)
        await store.transact(partial(apply, [Change(MEMBERS, member) for member in members]))
        turns = Turns(store, respond, Knowledge(()), lambda: NOW)
        await turns.refresh()
        return cls(store, turns)

    async def say(self, speaker: Person, text: str, **fields: Any) -> str:
        """The text of the reply."""
        replies: list[Reply] = []

        async def send(reply: Reply) -> None:
            replies.append(reply)

        await self.turns.answer(Said(self.where, f"activity-{next(self._numbers)}", text, speaker, fields), send)
        (self.last,) = replies
        return self.last.text

    async def table(self, *rows: Row) -> None:
        """Hold a conversation."""
        for speaker, text, expected in rows:
            reply = await self.say(speaker, text)
            for fragment in [expected] if isinstance(expected, str) else expected:
                assert holds(reply, fragment), f"{text!r} -> {reply}\n lacks {fragment!r}"

    async def member(self, name: str) -> Member:
        """Somebody in the directory, of whom there is one."""
        (found,) = [member for member in await self.store.all(MEMBERS) if member.name == name]
        return found
