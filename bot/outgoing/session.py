"""The one HTTP session for everything outgoing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector

LONGEST = 8.0  # seconds for one request
TIMEOUT = ClientTimeout(total=LONGEST, connect=4)


@asynccontextmanager
async def http_session() -> AsyncIterator[ClientSession]:
    """A session that keeps connections but no cookies, and waits for nothing for ever."""
    connector = TCPConnector(limit=0, keepalive_timeout=60)
    async with ClientSession(connector=connector, cookie_jar=DummyCookieJar(), timeout=TIMEOUT) as http:
        yield http
