"""Lets one at a time through for each key, over every process on one PostgreSQL database."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from hashlib import sha256
from typing import Any

import psycopg

from knowledge.store.database import PATIENCE, AsyncConnection, Database, pauses, said
from knowledge.store.locks import Locks

log = logging.getLogger(__name__)

MOST = 16  # connections, each for a key that is held or waited for

# The lock is the transaction's, so that it goes when the process does. The limits are for one that hangs.
BEGIN = """
BEGIN READ ONLY;
SET LOCAL lock_timeout = '60s';
SET LOCAL idle_in_transaction_session_timeout = '120s';
SELECT pg_backend_pid();
"""
ENTER = "SELECT pg_advisory_xact_lock(%s)"
WAITS = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND pid = %s"


class Turnstile:
    """Advisory locks, which PostgreSQL gives to those who wait in the order of their asking.

    Those of this process ask one after the other. Should a lock be lost with its connection, this process
    at least still lets one through at a time.
    """

    def __init__(self, database: Database, store: str) -> None:
        self._database, self._store = database, store
        self._free: list[AsyncConnection] = []
        self._room = asyncio.Semaphore(MOST)
        self._asking, self._inside = Locks(), Locks()
        self._closed = False

    @asynccontextmanager
    async def through(self, key: str) -> AsyncIterator[None]:
        """Have a key to oneself. Raises StoreUnreachable, also after a minute of waiting."""
        async with self._room, AsyncExitStack() as leaving:
            try:
                await self._enter(key, leaving)
            except psycopg.Error as error:
                raise self._database.unreachable(error) from error
            async with self._inside[key]:
                yield

    async def close(self) -> None:
        """Keep no connection any more; who is inside leaves with theirs."""
        self._closed = True
        while self._free:
            await self._free.pop().close()

    async def _enter(self, key: str, leaving: AsyncExitStack) -> None:
        async with self._asking[key]:
            connection, pid = await self._begun()
            leaving.push_async_callback(self._leave, connection)
            entering = asyncio.ensure_future(connection.execute(ENTER, (self._number(key),)))
            leaving.callback(entering.cancel)
            await self._asked(entering, pid)
        await entering

    async def _asked(self, entering: asyncio.Future[Any], pid: int) -> None:
        """Come back once the server knows that this one waits, so that who asks next here is next there."""
        while not (await asyncio.wait({entering}, timeout=0.005))[0]:
            connection, _ = await self._begun()
            try:
                waits = await (await connection.execute(WAITS, (pid,))).fetchone() is not None
            finally:
                await self._leave(connection)
            if waits:
                return

    async def _begun(self) -> tuple[AsyncConnection, int]:
        """A connection in a transaction, and its number at the server; waits a while for one that restarts."""
        lost: BaseException | None = None
        for pause in pauses(time.monotonic() + PATIENCE):
            await asyncio.sleep(pause)
            try:
                connection = self._free.pop() if self._free else await self._database.connect_async()
                return connection, await _pid(connection)
            except psycopg.Error as error:
                lost = error
        raise self._database.unreachable(lost) from lost

    async def _leave(self, connection: AsyncConnection) -> None:
        try:
            await connection.execute("ROLLBACK")
        except psycopg.Error as error:
            log.warning("a turn lost its lock", extra={"reason": said(error)})
            await connection.close()
            return
        if self._closed:
            await connection.close()
        else:
            self._free.append(connection)

    def _number(self, key: str) -> int:
        """The key as PostgreSQL's advisory locks know it; another store in this database has others."""
        written = f"{self._store}/{key}".encode(errors="surrogatepass")
        return int.from_bytes(sha256(written).digest()[:8], signed=True)


async def _pid(connection: AsyncConnection) -> int:
    try:
        cursor = await connection.execute(BEGIN)
        await cursor.set_result(-1)
        row = await cursor.fetchone()
    except BaseException:
        await connection.close()
        raise
    return int(row[0]) if row else 0
