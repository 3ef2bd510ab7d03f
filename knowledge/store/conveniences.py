"""What every store can do by means of the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from knowledge.model import Programme
from knowledge.store.conversation import Conversation
from knowledge.store.protocol import Transaction
from knowledge.store.shelves import CONVERSATIONS, PROGRAMMES, Shelf

Value = TypeVar("Value")
Result = TypeVar("Result")


class Conveniences:
    """The single saves and readings of a Store."""

    async def transact(self, work: Callable[[Transaction], Result]) -> Result:
        """See Store."""
        raise NotImplementedError

    async def get(self, shelf: Shelf[Value], key: str) -> Value | None:
        """See Store."""
        raise NotImplementedError

    async def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        """See Store."""
        raise NotImplementedError

    async def programmes(self) -> tuple[Programme, ...]:
        """See Store."""
        return await self.all(PROGRAMMES)

    async def save_programme(self, programme: Programme) -> None:
        """See Store."""
        await self._save(PROGRAMMES, programme)

    async def conversation(self, key: str) -> Conversation:
        """See Store."""
        return await self.get(CONVERSATIONS, key) or Conversation(key)

    async def save_conversation(self, conversation: Conversation) -> None:
        """See Store. Raises TypeError or ValueError where the memory isn't JSON."""
        await self._save(CONVERSATIONS, conversation)

    async def _save(self, shelf: Shelf[Any], value: Any) -> None:
        await self.transact(lambda transaction: transaction.put(shelf, value))
