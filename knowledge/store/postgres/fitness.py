"""Refuses a server that doesn't do what the PostgreSQL store builds on."""

from __future__ import annotations

from random import SystemRandom

from knowledge.errors import StoreUnfit
from knowledge.store.postgres.connection import Connection
from knowledge.store.postgres.database import Database

FSYNC = "its setting fsync is off, so that a crash of the machine would lose what was kept"
LOCKS = "it takes advisory locks without locking anything, as CockroachDB does"


def refuse_unfit(database: Database, connection: Connection) -> None:
    """Raises StoreUnfit."""
    if connection.execute("SHOW fsync").fetchone() == ("off",):
        raise StoreUnfit(database.name, FSYNC)
    if not _locks(database, connection):
        raise StoreUnfit(database.name, LOCKS)


def _locks(database: Database, connection: Connection) -> bool:
    """Whether a lock that one connection has is kept from another: any lock that nobody else has."""
    probe = SystemRandom().getrandbits(62)
    with connection.transaction(), database.connect() as other:
        connection.execute("SELECT pg_try_advisory_xact_lock(%s)", (probe,))
        got = other.execute("SELECT pg_try_advisory_xact_lock(%s)", (probe,)).fetchone()
    return got == (False,)
