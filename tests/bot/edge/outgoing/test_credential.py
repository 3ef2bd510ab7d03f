"""The bot's own token: kept, renewed in time, and fetched the way each kind of bot gets one."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import ClientSession

from bot.outgoing.azure import token_source
from bot.outgoing.credential import Credential, Token, TokenUnavailable
from bot.settings import AppType, Settings
from tests.bot.edge.authority import SETTINGS, Authority
from tests.bot.edge.incoming.test_keys import Clock
from tests.bot.edge.incoming.test_tokens import status
from tests.conftest import Teams


class Source:
    """Gives tokens that last an hour, one after the other; `fails` and `slow` say how it behaves."""

    def __init__(self) -> None:
        self.given, self.fails = 0, False
        self.ready = asyncio.Event()
        self.ready.set()

    async def __call__(self) -> Token:
        await self.ready.wait()
        if self.fails:
            raise TokenUnavailable(503)
        self.given += 1
        return Token(f"token {self.given}", 3600)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
async def credential(source: Source, clock: Clock) -> AsyncIterator[Credential]:
    credential = Credential(source, clock)
    yield credential
    await credential.aclose()


async def test_one_token_serves_as_long_as_it_is_fresh(credential: Credential, source: Source, clock: Clock) -> None:
    assert await asyncio.gather(*(credential.token() for _ in range(10))) == ["token 1"] * 10
    clock.now += 1700
    assert await credential.token() == "token 1"
    assert source.given == 1


async def test_a_token_is_renewed_before_it_runs_out_and_nobody_waits(
    credential: Credential, source: Source, clock: Clock
) -> None:
    await credential.token()
    source.ready.clear()
    clock.now += 1900
    assert await credential.token() == "token 1"

    source.ready.set()
    await asyncio.sleep(0.01)

    assert await credential.token() == "token 2"


async def test_a_token_that_ran_out_is_never_used(credential: Credential, source: Source, clock: Clock) -> None:
    await credential.token()
    clock.now += 3550

    assert await credential.token() == "token 2"


async def test_the_old_token_serves_on_while_no_new_one_can_be_had(
    credential: Credential, source: Source, clock: Clock
) -> None:
    await credential.token()
    source.fails = True
    clock.now += 3000
    assert await credential.token() == "token 1"
    await asyncio.sleep(0.01)
    assert credential.failed

    clock.now += 3600
    with pytest.raises(TokenUnavailable):
        await credential.token()

    source.fails = False
    assert await credential.token() == "token 2"
    assert not credential.failed


async def test_a_token_that_was_refused_is_replaced_once(credential: Credential, source: Source) -> None:
    first = await credential.token()
    credential.refused(first)
    second = await credential.token()
    credential.refused(first)

    assert [first, second, await credential.token()] == ["token 1", "token 2", "token 2"]


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as http:
        yield http


async def test_a_bot_with_a_secret_asks_entra_for_its_own_tenant(authority: Authority, http: ClientSession) -> None:
    token = await token_source(SETTINGS, {}, http, authority.base)()

    assert token == Token("token-1", 3600)
    assert authority.given == [
        {
            "tenant": "our-tenant",
            "grant_type": "client_credentials",
            "client_id": "our-app",
            "client_secret": "secret",
            "scope": "https://api.botframework.com/.default",
        }
    ]


async def test_a_managed_identity_asks_the_machine_it_runs_on(authority: Authority, http: ClientSession) -> None:
    settings = replace(SETTINGS, app_type=AppType.USER_ASSIGNED_MSI, app_password="")
    environ = {"IDENTITY_ENDPOINT": f"{authority.base}/identity", "IDENTITY_HEADER": "proof"}

    token = await token_source(settings, environ, http)()

    assert token.text == "token-1"
    assert 3590 < token.lasts <= 3600
    assert authority.given == [
        {
            "api-version": "2019-08-01",
            "resource": "https://api.botframework.com",
            "client_id": "our-app",
            "header": "proof",
        }
    ]


async def test_local_mode_needs_no_token(http: ClientSession) -> None:
    assert (await token_source(Settings(), {}, http)()).text == ""


async def test_no_token_is_a_failure_of_its_own_kind(authority: Authority, http: ClientSession) -> None:
    authority.down = True

    with pytest.raises(TokenUnavailable):
        await token_source(SETTINGS, {}, http, authority.base)()
    with pytest.raises(TokenUnavailable):
        await token_source(SETTINGS, {}, http, "http://127.0.0.1:1")()


async def test_many_replies_cost_one_token(secured: Teams, authority: Authority) -> None:
    for _ in range(3):
        await status(secured, f"Bearer {authority.token(serviceurl=secured.service_url)}")

    assert [reply["authorization"] for reply in secured.replies()] == ["Bearer token-1"] * 3
    assert len(authority.given) == 1
    assert authority.asked == 1
