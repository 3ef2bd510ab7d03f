"""Connections to PostgreSQL that don't wait for ever: silence is taken for the end."""

from __future__ import annotations

import time
from typing import Any

import psycopg
from psycopg.abc import RV, PQGen

SILENCE = 15.0  # seconds; more than a server takes to say that it has waited for a lock in vain
SILENT = "it doesn't answer any more"
INTERVAL = 0.1  # seconds between looks for Ctrl-C, as psycopg has it


class Connection(psycopg.Connection[tuple[Any, ...]]):
    """Raises OperationalError where the server says nothing for `silence` seconds; it is good for nothing then."""

    silence = SILENCE

    def wait(self, gen: PQGen[RV], interval: float = INTERVAL, timeout: float | None = None) -> RV:
        """As psycopg's, but never for ever."""
        until = time.monotonic() + self.silence
        try:
            return super().wait(gen, interval, self.silence if timeout is None else timeout)
        except psycopg.OperationalError as error:
            if _silent(error, until):
                raise psycopg.OperationalError(SILENT) from error
            raise


class AsyncConnection(psycopg.AsyncConnection[tuple[Any, ...]]):
    """The same for the event loop."""

    silence = SILENCE

    async def wait(  # its parameters are psycopg's
        self,
        gen: PQGen[RV],
        interval: float = INTERVAL,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> RV:
        """As psycopg's, but never for ever."""
        until = time.monotonic() + self.silence
        try:
            return await super().wait(gen, interval, self.silence if timeout is None else timeout)
        except psycopg.OperationalError as error:
            if _silent(error, until):
                raise psycopg.OperationalError(SILENT) from error
            raise


def _silent(error: psycopg.OperationalError, until: float) -> bool:
    """Whether the time was over, rather than that the server said something."""
    return time.monotonic() >= until and not error.sqlstate
