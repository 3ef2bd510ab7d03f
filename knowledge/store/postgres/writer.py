"""Takes transactions to PostgreSQL, and finds out what became of one whose answer was lost."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar
from uuid import uuid4

import psycopg

from knowledge.errors import NotKept, StoreHalted
from knowledge.store.postgres.connection import Connection
from knowledge.store.postgres.database import Database, ended, passing, pauses, said
from knowledge.store.postgres.rows import Rows
from knowledge.store.postgres.schema import INDEXES, MIGRATIONS

log = logging.getLogger(__name__)

Result = TypeVar("Result")

AWAY = "the database can't be reached, or can't be written to"
SETTLING = 10.0  # seconds to find out whether a transaction took effect

# The row's lock makes transactions take effect one after the other, over all processes; each statement after it
# sees what was committed before. The limits are for a process or network that stops in the middle: its lock
# mustn't hold up the others. A commit that was acknowledged must be on the disk whatever the server's default is.
BEGIN = """
BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL lock_timeout = '10s';
SET LOCAL statement_timeout = '60s';
SET LOCAL idle_in_transaction_session_timeout = '20s';
SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') IN ('off', 'local');
SELECT format, indexes FROM store FOR UPDATE;
"""
DONE = """
INSERT INTO writers (writer, done) VALUES (%s, %s)
ON CONFLICT (writer) DO UPDATE SET done = excluded.done, at = now()
"""
WAS_DONE = "SELECT done = %s FROM writers WHERE writer = %s"

OURS = (len(MIGRATIONS), INDEXES)


class Writer:
    """One connection, for one thread. Each transaction carries a number, by which it can be asked for afterwards."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Connection | None = None
        self._name, self._number = uuid4().hex, 0

    def run(self, work: Callable[[Rows], Result], until: float) -> Result:
        """What `work` gives, once that is kept; tries again up to a moment (monotonic) where nothing was kept.

        Raises what `work` raises, NotKept, or StoreHalted where it can't be told what was kept.
        """
        lost: psycopg.Error | None = None
        if self._connection is None and time.monotonic() > until:  # those before it waited in vain already
            raise NotKept(AWAY)
        for pause in pauses(until):
            time.sleep(pause)
            try:
                return self._tried(work)
            except psycopg.Error as error:
                if not passing(error):
                    raise NotKept(said(error)) from error
                log.warning("transaction tried again", extra={"reason": said(error)})
                lost = error
        raise NotKept(AWAY) from lost

    def connect(self) -> None:
        """Have the connection ready, should the server get crowded. Raises psycopg.Error."""
        self._connection = self._connection or self._database.connect()

    def close(self) -> None:
        """Let go of the connection; the next transaction makes a new one."""
        connection, self._connection = self._connection, None
        if connection:
            connection.close()

    def _tried(self, work: Callable[[Rows], Result]) -> Result:
        try:
            rows = Rows(self._begun(), self._database.name)
            result = _worked(work, rows)
            if rows.changed:
                self._commit()
            else:
                self._rollback()
        except psycopg.Error:
            self.close()  # if the server still has the transaction, this ends it
            raise
        except BaseException:
            self._rollback()
            raise
        return result

    def _begun(self) -> Connection:
        """A connection that holds the lock."""
        if self._connection is None:
            self._connection = self._database.connect()
        standing = self._connection.execute(BEGIN).set_result(-1).fetchone()
        if standing != OURS:
            raise StoreHalted("another version of this bot has changed the store; start this one again")
        return self._connection

    def _commit(self) -> None:
        """Commit; raises psycopg.Error only where nothing was kept."""
        self._number += 1
        try:
            self._use().execute(DONE, (self._name, self._number))
            self._use().execute("COMMIT")
        except psycopg.Error as error:
            if not ended(error) or not self._was_done():
                raise
            log.warning("kept, though the answer was lost", extra={"reason": said(error)})

    def _was_done(self) -> bool:
        """Whether the last transaction was kept: whoever has the lock knows that it is over. Raises StoreHalted."""
        lost: psycopg.Error | None = None
        for pause in pauses(time.monotonic() + SETTLING):
            time.sleep(pause)
            self.close()
            try:
                found = self._begun().execute(WAS_DONE, (self._number, self._name)).fetchone()
            except psycopg.Error as error:
                lost = error
            else:
                self._rollback()
                return found is not None and bool(found[0])
        raise StoreHalted("the database was lost while it was being kept, and doesn't come back") from lost

    def _rollback(self) -> None:
        with suppress(psycopg.Error):
            self._use().execute("ROLLBACK")
            return
        self.close()

    def _use(self) -> Connection:
        if self._connection is None:
            raise psycopg.OperationalError("the connection is closed")
        return self._connection


def _worked(work: Callable[[Rows], Result], rows: Rows) -> Result:
    """What `work` gives; raises psycopg.Error where the database failed it, whatever it made of that."""
    try:
        return work(rows)
    finally:
        rows.end()
        if rows.failed:
            raise rows.failed
