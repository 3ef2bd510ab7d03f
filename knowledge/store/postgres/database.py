"""Where a PostgreSQL database is, and how to connect to it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, repeat
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from knowledge.errors import StoreUnreachable
from knowledge.store.postgres.connection import AsyncConnection, Connection

PATIENCE = 5.0  # seconds to ride out a server that restarts; Teams gives a bot 15 for a turn

USUAL = {  # a server that is gone without a word is noticed in seconds, not in hours; a URL may say otherwise
    "application_name": "recommendations-bot",
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
WORTH_ANOTHER_TRY = {"40001", "40P01", "25006"}  # another was first; a deadlock; a server that is (still) a standby


@dataclass(frozen=True)
class Database:
    """A database by its URL, which may hold a password and is never shown. Raises StoreUnreachable for a bad one."""

    url: str = field(repr=False)

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """How to connect, in libpq's words."""
        try:
            return USUAL | conninfo_to_dict(self.url)
        except psycopg.ProgrammingError as error:
            reason = "its URL isn't of the form postgresql://user:password@host:port/database"
            raise StoreUnreachable("STORE_URL", reason) from error

    @property
    def name(self) -> str:
        """Where it is, without anybody's name or password."""
        known = self.parameters
        port = f":{known['port']}" if "port" in known else ""
        return f"postgresql://{known.get('host', 'localhost')}{port}/{known.get('dbname', '')}"

    def connect(self) -> Connection:
        """A connection on which every statement stands alone until a transaction is begun. Raises psycopg.Error."""
        # nothing is prepared on the server: a pooler in front of it may change servers between transactions
        return Connection.connect("", autocommit=True, prepare_threshold=None, **self.parameters)

    async def connect_async(self) -> AsyncConnection:
        """The same for the event loop."""
        return await AsyncConnection.connect("", autocommit=True, prepare_threshold=None, **self.parameters)

    def unreachable(self, error: BaseException | None) -> StoreUnreachable:
        """What a failed connection means, in a word of ours."""
        return StoreUnreachable(self.name, said(error))


def database_name(url: str) -> str:
    """Where a database is, for people to read: without anybody's name or password. Raises StoreUnreachable."""
    return Database(url).name


def ended(error: psycopg.Error) -> bool:
    """Whether the connection is gone, rather than a statement refused on a connection that goes on."""
    return error.diag.severity_nonlocalized != "ERROR"


def passing(error: psycopg.Error) -> bool:
    """Whether the same may work in a moment."""
    return isinstance(error, psycopg.OperationalError) and (ended(error) or error.sqlstate in WORTH_ANOTHER_TRY)


def said(error: BaseException | None) -> str:
    """What the server or the network said, on one line."""
    return (str(error).strip() or type(error).__name__).splitlines()[0] if error else "it took too long"


def pauses(until: float) -> Iterator[float]:
    """Seconds to wait before each try: none before the first two, then more and more, up to a moment (monotonic)."""
    yield 0.0
    for pause in chain((0.0, 0.05, 0.1, 0.2), repeat(0.4)):
        if time.monotonic() + pause >= until:
            return
        yield pause
