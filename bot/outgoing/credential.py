"""The bot's own token: fetched once, kept, and renewed before it runs out without anybody waiting for that."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

log = logging.getLogger(__name__)

SPARE = 60.0  # seconds before its end a token counts as run out: clocks differ, and sending takes time
EARLY = 0.5  # of a token's life, after which a new one is fetched
AGAIN = 30.0  # seconds between two tries to renew a token that still serves


class TokenUnavailable(Exception):
    """No token can be had just now; `status` is the HTTP answer, 0 where there was none."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        super().__init__(f"no token for replies, status {status}")


@dataclass(frozen=True, slots=True)
class Token:
    """What proves to Teams that a reply is this bot's; `lasts` is in seconds from when it was given."""

    text: str = ""
    lasts: float = float("inf")


Fetch = Callable[[], Awaitable[Token]]


class Credential:
    """Gives the token of one identity. However many ask at once, one fetch serves them all."""

    def __init__(self, fetch: Fetch, clock: Callable[[], float] = monotonic) -> None:
        self._fetch, self._clock = fetch, clock
        self._text = ""
        self._ends = self._renew_at = clock()
        self._fetching: asyncio.Task[None] | None = None
        self.failed = False

    @property
    def missing(self) -> bool:
        """Whether the last try to get a token failed, and none is left that serves."""
        return self.failed and self._clock() >= self._ends

    async def token(self) -> str:
        """A token that serves now. Raises TokenUnavailable."""
        now = self._clock()
        if now >= self._renew_at and not self._fetching:
            self._fetching = asyncio.create_task(self._renew())
        if now >= self._ends and self._fetching:
            await asyncio.shield(self._fetching)
        if self._clock() >= self._ends:
            raise TokenUnavailable
        return self._text

    def refused(self, text: str) -> None:
        """Forget a token that Teams didn't take, so that the next reply fetches another."""
        if text == self._text:
            self._ends = self._renew_at = self._clock()

    async def aclose(self) -> None:
        """End what is being fetched."""
        if self._fetching:
            self._fetching.cancel()
            await asyncio.wait([self._fetching])

    async def _renew(self) -> None:
        began = self._clock()
        try:
            token = await self._fetch()
            self._text = token.text
            self._ends = began + token.lasts - SPARE
            self._renew_at = began + token.lasts * EARLY
            self.failed = False
        except Exception:  # whatever it is, the old token serves on as long as it lasts
            log.exception("no new token")
            self._renew_at = began + (AGAIN if self._ends > began else 0.0)
            self.failed = True
        finally:
            self._fetching = None
