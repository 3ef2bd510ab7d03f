"""The keys behind the tokens: found when they are new, kept while they hold, and never fetched without end."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from bot.incoming.keys import A_DAY, AN_UNKNOWN_KEY_WAITS, KeysUnavailable, SigningKeys, UnknownKey
from tests.bot.edge.authority import Authority


class Clock:
    """Stands still unless it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def keys(authority: Authority, clock: Clock) -> AsyncIterator[SigningKeys]:
    async with ClientSession() as http:
        keys = SigningKeys(http, authority.keys_url, clock=clock)
        yield keys
        await keys.aclose()


async def test_a_new_key_is_found_when_it_is_first_used(
    keys: SigningKeys, clock: Clock, authority: Authority, private_keys: list[RSAPrivateKey]
) -> None:
    await keys.get("one")
    authority.keys = {"two": private_keys[1]}
    clock.now += AN_UNKNOWN_KEY_WAITS

    assert (await keys.get("two")).endorsements == ("msteams",)
    with pytest.raises(UnknownKey):
        await keys.get("one")


async def test_made_up_keys_cost_one_fetch_a_minute(keys: SigningKeys, clock: Clock, authority: Authority) -> None:
    await keys.get("one")
    clock.now += AN_UNKNOWN_KEY_WAITS
    for number in range(20):
        with pytest.raises(UnknownKey):
            await keys.get(f"made up {number}")

    assert authority.asked == 2


async def test_many_who_need_the_keys_at_once_cost_one_fetch(keys: SigningKeys, authority: Authority) -> None:
    await asyncio.gather(*(keys.get("one") for _ in range(20)))

    assert authority.asked == 1


async def test_keys_are_renewed_every_day_and_nobody_waits_for_it(
    keys: SigningKeys, clock: Clock, authority: Authority
) -> None:
    await keys.get("one")
    clock.now += A_DAY + 1
    await keys.get("one")
    assert authority.asked == 1

    await asyncio.wait_for(keys.fetched(), 5)
    assert authority.asked == 2


async def test_known_keys_serve_on_for_some_days_while_new_ones_cannot_be_fetched(
    keys: SigningKeys, clock: Clock, authority: Authority
) -> None:
    await keys.get("one")
    authority.down = True

    clock.now += 4 * A_DAY
    assert await keys.get("one")

    clock.now += A_DAY
    with pytest.raises(KeysUnavailable):
        await keys.get("one")


async def test_a_clock_that_is_set_back_or_forward_changes_nothing(keys: SigningKeys, clock: Clock) -> None:
    await keys.get("one")
    clock.now -= 100 * A_DAY

    assert await keys.get("one")


@pytest.mark.parametrize("answer", ["[]", "{}", "5", "not json", '{"jwks_uri": 5}', '{"jwks_uri": "http://[x"}', "{"])
async def test_odd_metadata_leaves_nobody_checked_and_nothing_broken(answer: str) -> None:
    async def answered(_: web.Request) -> web.Response:
        return web.Response(text=answer)

    app = web.Application()
    app.router.add_get("/", answered)
    async with TestServer(app) as server, ClientSession() as http:
        with pytest.raises(KeysUnavailable):
            await SigningKeys(http, str(server.make_url("/"))).get("one")
