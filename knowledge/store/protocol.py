"""What every store can do, whatever keeps the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, Protocol, TypeVar

from knowledge.model import Programme
from knowledge.store.conversation import Conversation
from knowledge.store.shelves import Shelf

Value = TypeVar("Value")
Result = TypeVar("Result")

END = 2**63 - 1  # beyond every place in the order of keeping


class Reading(Protocol):
    """What is kept, at one moment.

    Order is always that of the first keeping: a record that is replaced stays where it was, and what changes
    in it changes where it is found at once.
    """

    def get(self, shelf: Shelf[Value], key: str) -> Value | None:
        """What is kept under this key."""
        ...

    def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        """Everything of one kind."""
        ...

    def find(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """Everything with these fields. Raises LookupError unless the shelf has an index of just these."""
        ...

    def last(self, shelf: Shelf[Value], count: int, **where: str) -> tuple[Value, ...]:
        """The `count` kept last of what `find` (or without fields `all`) gives, the newest at the end."""
        ...

    def newest(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> tuple[Value, ...]:
        """The one kept last of each group, all at once; a group is what an index can tell apart.

        So `newest(UPDATES, programme="munro")` is the last update of each ref. The fields are the first of an
        index, or none. Raises LookupError unless the shelf has one that begins with these. `before` is from `since`.
        """
        ...

    def backwards(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> Iterator[Value]:
        """What `find` (or without fields `all`) gives from its end, read only as far as it is gone through.

        What is written meanwhile may be seen or not. Raises what `find` raises, at once. `before` is from `since`.
        """
        ...

    def holding(self, shelf: Shelf[Value], piece: str) -> tuple[Value, ...]:
        """Everything in which this piece of text stands, of ASCII letters and digits in any case; others may be too.

        No values are made of the others, so that this is quick on a shelf that holds a great many.
        """
        ...

    def edition(self, shelf: Shelf[Any]) -> str:
        """A mark of what is on a shelf, by which every process can see whether anything there has changed.

        Only for shelves that hold a few records. A mark is compared with those of the same process alone.
        """
        ...

    def since(self, shelf: Shelf[Value], moment: datetime) -> int:
        """The place, in the order of keeping, at which what is of this moment or later begins.

        For values that have an `at` and are kept in the order of it; found by halving, so that little is read.
        """
        ...


class Transaction(Reading, Protocol):
    """What a transaction's work reads and writes through. It sees its own writes."""

    def put(self, shelf: Shelf[Value], value: Value) -> None:
        """Keep a value, replacing the one with its key. Raises TypeError or ValueError for what JSON can't say."""
        ...

    def append(self, shelf: Shelf[Value], value: Value) -> None:
        """Keep a new value. Raises AlreadyKept where its key is taken, else as `put`."""
        ...

    def remove(self, shelf: Shelf[Value], key: str) -> None:
        """Keep nothing under this key any more; nothing happens where nothing is."""
        ...


class Store(Protocol):
    """Values in, values out. A write that returns is kept; one that raises has changed nothing.

    StoreHalted alone leaves it open whether what was being written is kept; a restart shows it. NotKept is a
    write refused that may work later (a full disk). Outside a transaction nothing is seen that isn't on the
    disk yet.
    """

    async def transact(self, work: Callable[[Transaction], Result]) -> Result:
        """Run `work`; everything it wrote is kept when this returns. Where it raises, nothing is, and that is raised.

        `work` must change nothing but through its transaction: a store may run it in another thread, and more
        than once. It mustn't keep the transaction. Transactions take effect one after the other. A caller that
        is cancelled doesn't stop its transaction.
        """
        ...

    async def read(self, work: Callable[[Reading], Result]) -> Result:
        """What `work` makes of what is kept. It mustn't keep the reading, and a store may run it in another thread."""
        ...

    async def get(self, shelf: Shelf[Value], key: str) -> Value | None:
        """See Reading; so with the next four."""
        ...

    async def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        """See Reading."""
        ...

    async def find(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Reading."""
        ...

    async def last(self, shelf: Shelf[Value], count: int, **where: str) -> tuple[Value, ...]:
        """See Reading."""
        ...

    async def newest(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Reading."""
        ...

    async def programmes(self) -> tuple[Programme, ...]:
        """Every programme, in the order of import."""
        ...

    async def save_programme(self, programme: Programme) -> None:
        """Keep a programme; one of the same name is replaced and keeps its place."""
        ...

    async def conversation(self, key: str) -> Conversation:
        """What is kept under this key; an empty conversation where nothing is."""
        ...

    async def save_conversation(self, conversation: Conversation) -> None:
        """Keep a conversation, replacing what was kept under its key."""
        ...

    def exclusively(self, key: str) -> AbstractAsyncContextManager[None]:
        """Have a key to oneself, over every process on this store; those who ask for it wait, first come, first served.

        It locks nothing else: transactions and readings go on as ever. Not to be entered twice.
        """
        ...

    async def tidy(self) -> None:
        """Rid the store's own files of what isn't kept any more, as far as they are the store's to write.

        Comes back when it is done, and holds up nobody meanwhile. Raises NotKept where it can't be done now.
        """
        ...

    async def ready(self) -> None:
        """Raises the KnowledgeError that keeps this store from reading and writing; after NotKept it tries again."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of files and connections; idempotent. Later writes raise StoreHalted."""
        ...
