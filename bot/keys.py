"""The public keys that Bot Framework tokens are signed with, fetched off the event loop and kept up to date."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from time import monotonic
from typing import Any

from aiohttp import ClientError, ClientSession
from jwt import PyJWK

A_DAY = 24 * 60 * 60.0
AN_UNKNOWN_KEY_WAITS = 60.0  # seconds between two looks for a new key, so that made-up keys cost nothing


class KeysUnavailable(Exception):
    """The keys can't be fetched, so no token can be checked just now."""


class UnknownKey(Exception):
    """No key with this id signs Bot Framework tokens."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key in the form the SDK asks for."""

    public_key: Any
    endorsements: list[str]


class SigningKeys:
    """The keys behind one OpenID metadata address.

    Stands in for the SDK's own, which never finds a key that came after its last fetch and blocks the
    event loop, without a limit, while it fetches.
    """

    def __init__(self, http: ClientSession, url: str, unknown_key_waits: float = AN_UNKNOWN_KEY_WAITS) -> None:
        self._http, self._url, self._unknown_key_waits = http, url, unknown_key_waits
        self._keys: dict[str, SigningKey] = {}
        self._fetched = -A_DAY
        self._lock = asyncio.Lock()

    async def get(self, key_id: str | None) -> SigningKey:
        """The key of this id; fetches the keys daily, and when one is asked for that isn't known yet."""
        async with self._lock:
            age = monotonic() - self._fetched
            if age > A_DAY or (key_id not in self._keys and age > self._unknown_key_waits):
                await self._refresh()
        if key_id not in self._keys:
            raise UnknownKey
        return self._keys[key_id]

    async def _refresh(self) -> None:
        """Fetch the keys; the old ones serve on when that fails."""
        try:
            metadata = await self._json(self._url)
            published = await self._json(metadata["jwks_uri"])
            self._keys = {key["kid"]: _signing_key(key) for key in published["keys"] if key["kty"] == "RSA"}
            self._fetched = monotonic()
        except (ClientError, OSError, ValueError, LookupError, TypeError) as error:
            if not self._keys:
                raise KeysUnavailable from error

    async def _json(self, url: str) -> Any:
        async with self._http.get(url) as response:
            response.raise_for_status()
            return json.loads(await response.read())


def _signing_key(key: dict[str, Any]) -> SigningKey:
    return SigningKey(PyJWK(key, algorithm="RS256").key, key.get("endorsements", []))
