"""Refuses a server that doesn't do what the PostgreSQL store builds on."""

from __future__ import annotations

from knowledge.errors import StoreUnfit
from knowledge.store.database import Connection, Database

PROBE = 7_306_086_891_173_521_153  # any number

FSYNC = "its setting fsync is off, so that a crash of the machine would lose what was kept"
LOCKS = "it takes advisory locks without locking anything, as CockroachDB does"


def refuse_unfit(database: Database, connection: Connection) -> None:
    """Raises StoreUnfit."""
    if connection.execute("SHOW fsync").fetchone() == ("off",):
        raise StoreUnfit(database.name, FSYNC)
    if not _locks(database, connection):
        raise StoreUnfit(database.name, LOCKS)


def _locks(database: Database, connection: Connection) -> bool:
    """Whether a lock that one connection has is kept from another; that a third has it is proof enough."""
    with connection.transaction(), database.connect() as other:
        connection.execute("SELECT pg_try_advisory_xact_lock(%s)", (PROBE,))
        got = other.execute("SELECT pg_try_advisory_xact_lock(%s)", (PROBE,)).fetchone()
    return got == (False,)
