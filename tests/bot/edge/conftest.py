"""A bot with an app id, and the Microsoft of our own that it asks."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from knowledge.store import Store, TinyStore
from tests.conftest import StartTeams, Teams

from .authority import SETTINGS, Authority


@pytest.fixture
def store() -> Store:
    """The edge is the same for every store, so its tests take the quickest."""
    return TinyStore.in_memory()


@pytest.fixture(scope="session")
def private_keys() -> list[RSAPrivateKey]:
    return [generate_private_key(65537, 2048) for _ in range(2)]


@pytest.fixture
async def authority(private_keys: list[RSAPrivateKey]) -> AsyncIterator[Authority]:
    authority = Authority({"one": private_keys[0]})
    async with TestServer(authority.app()) as server:
        authority.base = str(server.make_url("/")).rstrip("/")
        yield authority


@pytest.fixture
async def secured(start_teams: StartTeams, authority: Authority) -> Teams:
    """A Teams whose bot has an app id."""
    return await start_teams(settings=SETTINGS, microsoft=authority.microsoft)
