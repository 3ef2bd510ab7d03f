"""Whether a request's token shows that it comes from Teams, through the Bot Framework, to this bot."""

from __future__ import annotations

import logging
from typing import Any

import jwt

from bot.incoming.activity import Refused
from bot.incoming.keys import KeysUnavailable, SigningKeys

log = logging.getLogger(__name__)

ISSUER = "https://api.botframework.com"
KEYS_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
LEEWAY = 300  # seconds that clocks may differ, as everywhere in the Bot Framework
NEEDED = ["exp", "nbf", "iss", "aud", "serviceurl"]

NOT_PROVEN = "This request carries no valid Bot Framework token."
NO_KEYS = "Tokens can't be checked just now."


class Tokens:
    """Checks tokens of the Bot Framework's channels. Emulator and skill tokens have no business here."""

    def __init__(self, app_id: str, keys: SigningKeys) -> None:
        self._app_id, self._keys = app_id, keys

    async def check(self, header: str, service_url: str, channel: str) -> None:
        """Raises Refused: 401 without any detail where the token doesn't hold, 503 where that can't be found out."""
        try:
            await self._check(_token(header), service_url, channel)
        except KeysUnavailable as error:
            log.warning("signing keys unavailable", exc_info=error)
            raise Refused(503, NO_KEYS) from None
        except Exception as error:  # whatever goes wrong with what a stranger sent, they aren't let in
            log.info("token refused", extra={"reason": type(error).__name__})
            raise Refused(401, NOT_PROVEN) from None

    async def _check(self, token: str, service_url: str, channel: str) -> None:
        """The key's id is believed before anything is proven: it only chooses among keys that were published."""
        head = jwt.get_unverified_header(token)
        if head.get("alg") != "RS256":
            raise _Unfit
        key = await self._keys.get(head.get("kid"))
        claims = self._claims(token, key.public_key)
        if channel not in key.endorsements or claims["serviceurl"] != service_url:
            raise _Unfit

    def _claims(self, token: str, key: Any) -> dict[str, Any]:
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=["RS256"],
            audience=self._app_id,
            issuer=ISSUER,
            leeway=LEEWAY,
            options={"require": NEEDED, "strict_aud": True},
        )
        return claims


class _Unfit(Exception):
    """A token for something else."""


def _token(header: str) -> str:
    scheme, _, token = header.partition(" ")
    if scheme != "Bearer" or not token:
        raise _Unfit
    return token
