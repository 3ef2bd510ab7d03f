"""Keeps knowledge in PostgreSQL, for more than one process; nobody outside this package knows that."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import TypeVar

import psycopg

from knowledge.errors import StoreHalted
from knowledge.store.conveniences import Conveniences
from knowledge.store.lane import Lane, settle
from knowledge.store.postgres.connection import Connection
from knowledge.store.postgres.database import PATIENCE, Database
from knowledge.store.postgres.fitness import refuse_unfit
from knowledge.store.postgres.reader import Reader
from knowledge.store.postgres.schema import look_at_tables, make, open_tables
from knowledge.store.postgres.turnstile import Turnstile
from knowledge.store.postgres.writer import Writer
from knowledge.store.protocol import END, Reading, Transaction
from knowledge.store.shelves import Shelf

Value = TypeVar("Value")
Result = TypeVar("Result")

UPGRADE = 600.0  # seconds that a server may take over one statement when a store is brought up to date


class PostgresStore(Conveniences):
    """A Store in a database that other processes may use at the same time; used from one event loop at a time.

    Transactions of this process take effect in the order of their asking. One that couldn't be taken to the
    server in five seconds raises NotKept; StoreHalted says that the server went away at the one moment that
    leaves it open whether a transaction took effect, and didn't come back in time to be asked. The store goes
    on by itself when the server does.
    """

    def __init__(self, database: Database, identity: str) -> None:
        self._reader, self._writer = Reader(database), Writer(database)
        self._turnstile = Turnstile(database, identity)
        self._lane: Lane | None = None  # without one, nothing can be saved

    @classmethod
    def create(cls, url: str) -> PostgresStore:
        """Make an empty store. Raises StoreExists, StoreUnfit, StoreUnreachable."""
        database = Database(url)
        with _connected(database) as connection:
            make(connection, database.name)
        return cls.open(url)

    @classmethod
    def open(cls, url: str) -> PostgresStore:
        """Use a store that is there, bringing an older one up to date.

        Raises StoreMissing, StoreDamaged, StoreUnfit, StoreUnreachable; changes nothing then.
        """
        database = Database(url)
        with _connected(database) as connection:
            store = cls(database, open_tables(connection, database.name))
            store._reader.connect()
            store._writer.connect()
        store._lane = Lane("store")
        return store

    @classmethod
    def glance(cls, url: str) -> PostgresStore:
        """Read a store and leave it as it is, whichever version of this bot is running on it; nothing may be saved.

        Raises as `open`, and StoreDamaged for one that must be brought up to date first.
        """
        database = Database(url)
        with _connected(database) as connection:
            return cls(database, look_at_tables(connection, database.name))

    async def transact(self, work: Callable[[Transaction], Result]) -> Result:
        """See Store. Runs `work` in a thread, again where the server was lost before it was kept."""
        if self._lane is None:
            raise StoreHalted("it is closed, or was opened to be read")
        until = time.monotonic() + PATIENCE
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._lane.run(lambda: self._writer.run(work, until), lambda result, error: settle(future, result, error))
        return await future

    async def read(self, work: Callable[[Reading], Result]) -> Result:
        """See Store."""
        return await self._reader.read(work)

    async def get(self, shelf: Shelf[Value], key: str) -> Value | None:
        """See Store."""
        return await self._reader.read(lambda rows: rows.get(shelf, key))

    async def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        """See Store."""
        return await self._reader.read(lambda rows: rows.all(shelf))

    async def find(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Store."""
        return await self._reader.read(lambda rows: rows.find(shelf, **where))

    async def last(self, shelf: Shelf[Value], count: int, **where: str) -> tuple[Value, ...]:
        """See Store."""
        return await self._reader.read(lambda rows: rows.last(shelf, count, **where))

    async def newest(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Store."""
        return await self._reader.read(lambda rows: rows.newest(shelf, before=END, **where))

    def exclusively(self, key: str) -> AbstractAsyncContextManager[None]:
        """See Store."""
        return self._turnstile.through(key)

    async def tidy(self) -> None:
        """See Store. What the server keeps of old rows is its own to clear away: by vacuuming, as it does by itself."""

    async def ready(self) -> None:
        """See Store. Asks the server each time."""
        await self.transact(lambda _: None)

    async def close(self) -> None:
        """See Store."""
        lane, self._lane = self._lane, None
        if lane:
            await asyncio.to_thread(lane.stop)
        self._writer.close()
        self._reader.close()
        await self._turnstile.close()


@contextmanager
def _connected(database: Database) -> Iterator[Connection]:
    """A connection to a fit server, for as long as it takes."""
    try:
        with database.connect() as connection:
            connection.silence = UPGRADE
            refuse_unfit(database, connection)
            yield connection
    except psycopg.Error as error:
        raise database.unreachable(error) from error
