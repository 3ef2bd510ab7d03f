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

from knowledge.store.locks import Locks
from knowledge.store.postgres.connection import SILENCE, AsyncConnection
from knowledge.store.postgres.database import PATIENCE, Database, pauses, said
from knowledge.store.postgres.idle import Idle

log = logging.getLogger(__name__)

MOST = 10  # connections, each for a key that is held or waited for, and one more to look who waits
FEW = 6  # of them for one key: a crowd at one must not keep the others out
KEPT = 3  # of them stay open when nobody needs them; fewer than there are tries, should they all be lost
TURN = 75.0  # seconds that the server may say nothing while somebody waits: more than the lock's limit

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

    Those of this process ask one after the other, a few at a time for each key. Should a lock be lost with its
    connection, this process at least still lets one through at a time.
    """

    def __init__(self, database: Database, store: str) -> None:
        self._database, self._store = database, store
        self._idle: Idle[AsyncConnection] = Idle(KEPT)
        self._crowds, self._room = Locks(FEW), asyncio.Semaphore(MOST)
        self._asking, self._inside = Locks(), Locks()
        self._looking = asyncio.Lock()

    @asynccontextmanager
    async def through(self, key: str) -> AsyncIterator[None]:
        """Have a key to oneself. Raises StoreUnreachable, also after a minute of waiting."""
        async with self._crowds[key], self._room, AsyncExitStack() as leaving:
            try:
                await self._enter(key, leaving)
            except psycopg.Error as error:
                raise self._database.unreachable(error) from error
            async with self._inside[key]:
                yield

    async def close(self) -> None:
        """Keep no connection any more; who is inside leaves with theirs."""
        self._idle.most = 0
        for connection in self._idle.all():
            await connection.close()

    async def _enter(self, key: str, leaving: AsyncExitStack) -> None:
        async with self._asking[key]:
            connection, pid = await self._begun()
            leaving.push_async_callback(self._leave, connection)
            connection.silence = TURN
            entering = asyncio.ensure_future(connection.execute(ENTER, (self._number(key),)))
            leaving.callback(entering.cancel)
            await self._asked(entering, pid)
        await entering

    async def _asked(self, entering: asyncio.Future[Any], pid: int) -> None:
        """Come back once the server knows that this one waits, so that who asks next here is next there."""
        while not (await asyncio.wait({entering}, timeout=0.005))[0]:
            async with self._looking:
                if await self._waits(pid):
                    return

    async def _waits(self, pid: int) -> bool:
        connection, _ = await self._begun()
        try:
            return await (await connection.execute(WAITS, (pid,))).fetchone() is not None
        finally:
            await self._leave(connection)

    async def _begun(self) -> tuple[AsyncConnection, int]:
        """A connection in a transaction, and its number at the server; waits a while for one that restarts."""
        lost: BaseException | None = None
        for pause in pauses(time.monotonic() + PATIENCE):
            await asyncio.sleep(pause)
            try:
                connection = self._idle.take() or await self._database.connect_async()
                return connection, await _pid(connection)
            except psycopg.Error as error:
                lost = error
        raise self._database.unreachable(lost) from lost

    async def _leave(self, connection: AsyncConnection) -> None:
        connection.silence = SILENCE
        try:
            await connection.execute("ROLLBACK")
        except psycopg.Error as error:
            log.warning("a turn lost its lock", extra={"reason": said(error)})
            await connection.close()
        except BaseException:  # cancelled: the lock goes with the connection
            await connection.close()
            raise
        else:
            if not self._idle.give(connection):
                await connection.close()

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
