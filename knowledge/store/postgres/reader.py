"""Reads from PostgreSQL beside the event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

import psycopg

from knowledge.errors import StoreDamaged
from knowledge.store.postgres.connection import Connection
from knowledge.store.postgres.database import PATIENCE, Database, passing, pauses, said
from knowledge.store.postgres.idle import Idle
from knowledge.store.postgres.rows import Rows

Result = TypeVar("Result")

MOST = 4  # connections; fewer than there are tries, should they all be lost


class Reader:
    """A few connections that readings share; each reading is one statement, and sees what is committed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._idle: Idle[Connection] = Idle(MOST)
        self._room = asyncio.Semaphore(MOST)

    async def read(self, reading: Callable[[Rows], Result]) -> Result:
        """What a reading gives; waits a while for a server that restarts. Raises StoreUnreachable, StoreDamaged."""
        async with self._room:
            return await asyncio.to_thread(self._read, reading)

    def connect(self) -> None:
        """Have one connection ready, should the server get crowded. Raises psycopg.Error."""
        self._give_back(self._database.connect())

    def close(self) -> None:
        """Keep no connection any more; a later reading makes one for itself."""
        self._idle.most = 0
        for connection in self._idle.all():
            connection.close()

    def _read(self, reading: Callable[[Rows], Result]) -> Result:
        lost: psycopg.Error | None = None
        for pause in pauses(time.monotonic() + PATIENCE):
            time.sleep(pause)
            try:
                return self._tried(reading)
            except psycopg.OperationalError as error:
                lost = error
                if not passing(error):
                    break
            except psycopg.Error as error:
                raise StoreDamaged(self._database.name, said(error)) from error
        raise self._database.unreachable(lost) from lost

    def _tried(self, reading: Callable[[Rows], Result]) -> Result:
        connection = self._idle.take() or self._database.connect()
        try:
            result = reading(Rows(connection, self._database.name))
        except psycopg.Error:
            connection.close()
            raise
        except BaseException:
            self._give_back(connection)
            raise
        self._give_back(connection)
        return result

    def _give_back(self, connection: Connection) -> None:
        if not self._idle.give(connection):
            connection.close()
