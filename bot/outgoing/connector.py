"""The way out: posts activities to a conversation's service, over the bot's own HTTP session."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import quote

import msgspec
from aiohttp import (
    ClientConnectionError,
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
)
from yarl import URL

from bot.outgoing.address import Address, may_reply_to, read_address
from bot.outgoing.bulkheads import Bulkheads, Crowded
from bot.outgoing.credential import Credential, TokenUnavailable
from bot.outgoing.retry import LOST, UNSENT, next_delay, seconds_to_wait
from bot.outgoing.session import LONGEST, TIMEOUT
from bot.watching.tracing import Span, no_span

PATIENCE = 12.0  # seconds for one reply, with everything: Teams gives a bot 15 for a turn
AT_ONCE, AT_ONCE_EACH = 512, 256  # replies under way, in all and to one address

JSON = {"Content-Type": "application/json; charset=utf-8"}


class NotDelivered(Exception):
    """A reply wasn't taken. `status` is the last HTTP answer, UNSENT where no connection could be made, LOST where
    the answer never came. `retry_after` is what the service asked for, in seconds.
    """

    def __init__(self, status: int, retry_after: float | None = None) -> None:
        self.status, self.retry_after = status, retry_after
        super().__init__(f"the reply was not delivered, status {status}")


@dataclass(frozen=True, slots=True)
class Hourglass:
    """Time, as the connector sees it; tests have another."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random


class Connector:
    """Hands activities to the services that `hosts` allows, patiently; see `may_reply_to` and `next_delay`."""

    def __init__(
        self,
        http: ClientSession,
        credential: Credential,
        hosts: tuple[str, ...],
        *,
        hourglass: Hourglass | None = None,
        told: Callable[[int], None] = lambda _: None,
        span: Span = no_span,
    ) -> None:
        """`told` hears the status of every sending, as in NotDelivered, 200 for those that were taken."""
        self._http, self._credential, self._hosts = http, credential, hosts
        self._time, self._told, self._span = hourglass or Hourglass(), told, span
        self._bulkheads = Bulkheads(AT_ONCE, AT_ONCE_EACH)

    async def send(
        self, service_url: str, path: str, body: bytes = b"", *, method: str = "POST", patience: float = PATIENCE
    ) -> str:
        """The id that the service gave the activity, empty if none. Raises NotDelivered, after `patience` seconds."""
        address = self._address(service_url)
        try:
            with self._bulkheads.place(), self._bulkheads.lane(address.authority):
                return await self._persistently(method, address.at(path), body, self._time.clock() + patience)
        except Crowded:
            raise NotDelivered(UNSENT) from None

    async def send_once(self, service_url: str, path: str, body: bytes) -> str:
        """As `send`, with one try: for whoever keeps account of the tries."""
        address = self._address(service_url)
        try:
            with self._bulkheads.place(), self._bulkheads.lane(address.authority):
                return await self._counted("POST", address.at(path), body, LONGEST)
        except Crowded:
            raise NotDelivered(UNSENT) from None

    async def get_json(self, service_url: str, path: str) -> Any:
        """What the service says there, asked once. Raises NotDelivered, also where it says something else than JSON."""
        url = self._address(service_url).at(path)
        try:
            token = await self._credential.token()
            headers = {"Authorization": f"Bearer {token}"} if token else {}
            async with self._http.get(url, headers=headers, allow_redirects=False) as answer:
                if answer.status != 200:
                    raise NotDelivered(answer.status)
                return msgspec.json.decode(await answer.read())
        except (ClientError, OSError, TokenUnavailable, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise NotDelivered(LOST) from error

    async def _persistently(self, method: str, url: URL, body: bytes, deadline: float) -> str:
        for attempt in count(1):
            try:
                return await self._counted(method, url, body, deadline - self._time.clock())
            except NotDelivered as error:
                delay = next_delay(attempt, error.status, error.retry_after, self._time.chance())
                if delay is None or self._time.clock() + delay >= deadline:
                    raise
            await self._time.sleep(delay)
        raise AssertionError  # pragma: no cover  count() doesn't end

    async def _counted(self, method: str, url: URL, body: bytes, left: float) -> str:
        try:
            with self._span("send"):
                identifier = await self._once(method, url, body, left)
        except NotDelivered as error:
            self._told(error.status)
            raise
        self._told(200)
        return identifier

    async def _once(self, method: str, url: URL, body: bytes, left: float) -> str:
        timeout = TIMEOUT if left > LONGEST else ClientTimeout(total=left)
        try:
            token = await self._credential.token()
            headers = JSON | {"Authorization": f"Bearer {token}"} if token else JSON
            async with self._http.request(
                method, url, data=body, headers=headers, allow_redirects=False, timeout=timeout
            ) as answer:
                return await self._taken(answer, token)
        except (ClientConnectorError, ConnectionTimeoutError, TokenUnavailable) as error:
            raise NotDelivered(UNSENT) from error
        except (ClientError, OSError) as error:
            raise NotDelivered(LOST) from error

    async def _taken(self, answer: ClientResponse, token: str) -> str:
        """Any 2xx says that the activity was taken, whatever comes with it."""
        if 200 <= answer.status < 300:
            return await _id(answer)
        if answer.status == 401:
            self._credential.refused(token)
        raise NotDelivered(answer.status, seconds_to_wait(answer.headers.get("Retry-After"), time.time()))

    def _address(self, service_url: str) -> Address:
        """Raises NotDelivered for an address that isn't allowed: whoever wrote it there may not have our token."""
        address = read_address(service_url)
        if address is None or not may_reply_to(service_url, self._hosts):
            raise NotDelivered(403)
        return address


def activities(conversation: str, activity: str = "") -> str:
    """The path of a conversation's activities, or of one of them."""
    where = f"v3/conversations/{quote(conversation, safe='')}/activities"
    return f"{where}/{quote(activity, safe='')}" if activity else where


async def _id(answer: ClientResponse) -> str:
    try:
        given: Any = msgspec.json.decode(await answer.read())
    except (msgspec.MsgspecError, UnicodeDecodeError, ClientConnectionError, TimeoutError):
        return ""
    identifier = given.get("id") if isinstance(given, dict) else None
    return identifier if isinstance(identifier, str) else ""
