"""The public keys that Bot Framework tokens are signed with, fetched off the event loop and kept up to date."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from aiohttp import ClientError, ClientSession
from jwt import PyJWK, PyJWTError

log = logging.getLogger(__name__)

A_DAY = 24 * 60 * 60.0
AN_UNKNOWN_KEY_WAITS = 60.0  # seconds between two looks for a new key, so that made-up keys cost nothing
SERVES = 5 * A_DAY  # how long keys hold when no newer ones can be fetched: a key that was withdrawn has to end
LARGEST = 2**20  # bytes of a metadata or key document; the real ones have about 20,000


class KeysUnavailable(Exception):
    """The keys can't be fetched, so no token can be checked just now."""


class UnknownKey(Exception):
    """No key with this id signs Bot Framework tokens."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key, and the channels whose tokens it may sign."""

    public_key: Any
    endorsements: tuple[str, ...]


class SigningKeys:
    """The keys behind one OpenID metadata address. Only who needs a key that isn't there yet waits for a fetch."""

    def __init__(
        self,
        http: ClientSession,
        url: str,
        unknown_key_waits: float = AN_UNKNOWN_KEY_WAITS,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._http, self._url, self._clock = http, url, clock
        self._unknown_key_waits = unknown_key_waits
        self._keys: dict[str, SigningKey] = {}
        self._fetched = self._tried = clock() - SERVES
        self._fetching: asyncio.Task[None] | None = None

    async def get(self, key_id: str | None) -> SigningKey:
        """The key of this id. Fetches the keys daily, and when one is asked for that isn't known yet.

        Raises UnknownKey, or KeysUnavailable where there are no keys to know.
        """
        if self.missing or (key_id not in self._keys and self._since(self._tried) >= self._unknown_key_waits):
            await asyncio.shield(self._refresh())
        elif self._since(self._tried) >= self._unknown_key_waits and self._since(self._fetched) > A_DAY:
            self._refresh()
        if self.missing:
            raise KeysUnavailable
        if key_id not in self._keys:
            raise UnknownKey
        return self._keys[key_id]

    @property
    def missing(self) -> bool:
        """Whether there are no keys that still serve."""
        return not self._keys or self._since(self._fetched) >= SERVES

    def begin(self) -> None:
        """Fetch the keys before anybody needs them."""
        self._refresh()

    async def fetched(self) -> None:
        """Come back when nothing is being fetched."""
        if self._fetching:
            await asyncio.shield(self._fetching)

    async def aclose(self) -> None:
        """End what is being fetched."""
        if self._fetching:
            self._fetching.cancel()
            await asyncio.wait([self._fetching])

    def _since(self, then: float) -> float:
        return self._clock() - then

    def _refresh(self) -> asyncio.Task[None]:
        """The fetch under way, or a new one."""
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetch())
        return self._fetching

    async def _fetch(self) -> None:
        """Fetch the keys; the old ones serve on when that fails."""
        self._tried = self._clock()
        try:
            metadata = await self._json(self._url)
            published = await self._json(metadata["jwks_uri"])
            self._keys = {key["kid"]: _signing_key(key) for key in published["keys"] if key["kty"] == "RSA"}
            self._fetched = self._clock()
        except (ClientError, PyJWTError, OSError, ValueError, LookupError, TypeError) as error:
            log.warning("no new signing keys", exc_info=error)

    async def _json(self, url: str) -> Any:
        async with self._http.get(url, allow_redirects=False) as response:
            response.raise_for_status()
            return json.loads(await response.content.read(LARGEST))


def _signing_key(key: dict[str, Any]) -> SigningKey:
    return SigningKey(PyJWK(key, algorithm="RS256").key, tuple(key.get("endorsements", ())))
