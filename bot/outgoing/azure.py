"""Where the bot's token comes from: Microsoft Entra for a client secret, the machine itself for a managed identity."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession

from bot.outgoing.credential import Fetch, Token, TokenUnavailable
from bot.settings import AppType, Settings

CHANNEL = "https://api.botframework.com"  # whom the token is for
LOGIN = "https://login.microsoftonline.com"
VIRTUAL_MACHINE = "http://169.254.169.254/metadata/identity/oauth2/token"


def token_source(settings: Settings, environ: Mapping[str, str], http: ClientSession, login: str = LOGIN) -> Fetch:
    """How this installation gets its token; in local mode none is needed."""
    if settings.local:
        return _nothing
    if settings.app_type is AppType.USER_ASSIGNED_MSI:
        return _managed_identity(settings, environ, http)
    return _client_secret(settings, http, login)


async def _nothing() -> Token:
    return Token()


def _client_secret(settings: Settings, http: ClientSession, login: str) -> Fetch:
    """OAuth's client credentials, as Microsoft Entra takes them for one tenant."""
    form = {
        "grant_type": "client_credentials",
        "client_id": settings.app_id,
        "client_secret": settings.app_password,
        "scope": f"{CHANNEL}/.default",
    }
    url = f"{login}/{settings.tenant}/oauth2/v2.0/token"

    async def fetch() -> Token:
        async with http.post(url, data=form, allow_redirects=False) as answer:
            return await _token(answer)

    return _or_unavailable(fetch)


def _managed_identity(settings: Settings, environ: Mapping[str, str], http: ClientSession) -> Fetch:
    """App Service and Container Apps name their endpoint in the environment; on a virtual machine it is always one."""
    hosted = environ.get("IDENTITY_ENDPOINT")
    url = hosted or VIRTUAL_MACHINE
    headers = {"X-IDENTITY-HEADER": environ.get("IDENTITY_HEADER", "")} if hosted else {"Metadata": "true"}
    version = "2019-08-01" if hosted else "2018-02-01"
    asked = {"api-version": version, "resource": CHANNEL, "client_id": settings.app_id}

    async def fetch() -> Token:
        async with http.get(url, params=asked, headers=headers, allow_redirects=False) as answer:
            return await _token(answer)

    return _or_unavailable(fetch)


def _or_unavailable(fetch: Fetch) -> Fetch:
    async def safe() -> Token:
        try:
            return await fetch()
        except (ClientError, OSError, ValueError, LookupError, TypeError) as error:
            raise TokenUnavailable from error

    return safe


async def _token(answer: ClientResponse) -> Token:
    if answer.status != 200:
        raise TokenUnavailable(answer.status)
    given = json.loads(await answer.read())
    return Token(str(given["access_token"]), _lasts(given))


def _lasts(given: dict[str, Any]) -> float:
    """Seconds; App Service gives the time of the end instead, all of them as text or as a number."""
    return float(given["expires_in"]) if "expires_in" in given else float(given["expires_on"]) - time.time()
