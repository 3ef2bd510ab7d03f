"""Reads from PostgreSQL beside the event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

import msgspec
import psycopg

from knowledge.errors import StoreDamaged
from knowledge.store.database import PATIENCE, Connection, Database, passing, pauses, said
from knowledge.store.rows import Rows

Result = TypeVar("Result")

MOST = 4  # connections


class Reader:
    """A few connections that readings share; each reading is one statement, and sees what is committed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._free: list[Connection] = []
        self._room = asyncio.Semaphore(MOST)
        self._closed = False

    async def read(self, reading: Callable[[Rows], Result]) -> Result:
        """What a reading gives; waits a while for a server that restarts. Raises StoreUnreachable, StoreDamaged."""
        async with self._room:
            return await asyncio.to_thread(self._read, reading)

    def close(self) -> None:
        """Keep no connection any more; a later reading makes one for itself."""
        self._closed = True
        while self._free:
            self._free.pop().close()

    def _read(self, reading: Callable[[Rows], Result]) -> Result:
        lost: psycopg.Error | None = None
        for pause in pauses(time.monotonic() + PATIENCE):
            time.sleep(pause)
            try:
                return self._tried(reading)
            except psycopg.Error as error:
                if not passing(error):
                    raise StoreDamaged(self._database.name, said(error)) from error
                lost = error
        raise self._database.unreachable(lost) from lost

    def _tried(self, reading: Callable[[Rows], Result]) -> Result:
        connection = self._free.pop() if self._free else self._database.connect()
        try:
            result = reading(Rows(connection))
        except psycopg.Error:
            connection.close()
            raise
        except msgspec.ValidationError as error:
            self._give_back(connection)
            raise StoreDamaged(self._database.name, f"a record is of another kind: {error}") from error
        except BaseException:
            self._give_back(connection)
            raise
        self._give_back(connection)
        return result

    def _give_back(self, connection: Connection) -> None:
        if self._closed:
            connection.close()
        else:
            self._free.append(connection)
