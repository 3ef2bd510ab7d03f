"""What the tests share: stores, the bundled document, and a Teams of our own that posts and receives activities."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import settings

from bot.app import create_app
from bot.conversations.turns import Respond
from bot.settings import Settings
from dialogs.turns.turn import Memory, Message, Reply, Turn
from knowledge import documents
from knowledge.documents import read_document
from knowledge.library import Knowledge
from knowledge.model import Person, Programme
from knowledge.store import PostgresStore, Store, TinyStore
from tests.knowledge.store.server import emptied, new_store, programs, running, schema

# The processes that tests start compile each module once for all of them, whatever the shell says, and not into the
# folders of the sources.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(__file__).parents[1] / ".pytest_cache" / "compiled"))

# No test fails for its time on a busy machine, except where a bound is what it proves.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

Activity = dict[str, Any]

BOT = {"id": "28:bot", "name": "Recommendations"}
SUE = {"id": "29:sue", "name": "Sue Myers", "aadObjectId": "11111111-1111-1111-1111-111111111111"}


def echo(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Say what was said, and how often something was said before."""
    reply = Reply(f"{len(memory.refs)} before. You said: {message.text}")
    return Turn((reply,), replace(memory, refs=(*memory.refs, message.text)))


@dataclass
class Teams:
    """The Teams side of one bot. `received` holds what the bot sent, by conversation; `answers_with` its status.

    While `takes` is cleared, what the bot sends waits; `arrived` says for which conversation. `accounts` is
    what Teams knows of people, by the id that each has in the channel.
    """

    bot: TestClient[web.Request, web.Application]
    service_url: str
    received: dict[str, list[Activity]]
    numbers: Any = field(default_factory=count)
    answers_with: list[int] = field(default_factory=list)
    takes: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    accounts: dict[str, Activity] = field(default_factory=dict)

    def activity(self, **fields: Any) -> Activity:
        """A valid activity from Sue's personal chat, with some fields changed; None leaves one out."""
        usual = {
            "type": "message",
            "id": f"activity-{next(self.numbers)}",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": SUE,
            "recipient": BOT,
            "conversation": {"id": "chat", "conversationType": "personal"},
            "channelData": {"tenant": {"id": "tenant"}},
            "text": "hello",
        }
        return {name: value for name, value in (usual | fields).items() if value is not None}

    async def post(self, activity: Any, **options: Any) -> ClientResponse:
        """What the bot answers over HTTP."""
        return await self.bot.post("/api/messages", json=activity, **options)

    async def say(self, text: str | None, where: str = "chat", **fields: Any) -> list[str]:
        """The texts of the replies to one message."""
        before = len(self.replies(where))
        response = await self.post(self.activity(text=text, **{"conversation": personal(where)} | fields))
        assert response.status == 201, await response.text()
        return [reply["text"] for reply in self.replies(where)[before:] if reply["type"] == "message"]

    def replies(self, where: str = "chat") -> list[Activity]:
        """Everything the bot sent to a conversation."""
        return self.received.setdefault(where, [])


def personal(where: str) -> Activity:
    return {"id": where, "conversationType": "personal"}


def channel(where: str) -> Activity:
    return {"id": where, "conversationType": "channel", "isGroup": True}


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL database to make stores in."""
    given = os.environ.get("TEST_DATABASE_URL")
    found = programs()
    need(PostgreSQL=given or found)
    if given:
        yield given
    elif found:
        with running(found) as server:
            yield server.url


@pytest.fixture
def store_url(postgres: str) -> Iterator[str]:
    """The URL of a database that holds nothing."""
    with schema(postgres) as url:
        yield url


@pytest.fixture(scope="session")
def used_store_url(postgres: str) -> Iterator[str]:
    """The URL of a store for many tests, each of which empties it first: quicker than to make one for each."""
    with schema(postgres) as url:
        yield new_store(url)


@pytest.fixture(params=["memory", "file", "postgres"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    made = _make_store(request, tmp_path)
    yield made
    await made.close()


def _make_store(request: pytest.FixtureRequest, folder: Path) -> Store:
    match request.param:
        case "postgres":
            return PostgresStore.open(emptied(request.getfixturevalue("used_store_url")))
        case "file":
            return TinyStore.create(folder / "store")
        case _:
            return TinyStore.in_memory()


@pytest.fixture(scope="session")
def munro() -> Programme:
    filename, data = documents.munro()
    return read_document(data, filename)


StartTeams = Callable[..., Awaitable[Teams]]


@pytest.fixture
async def start_teams(store: Store) -> AsyncIterator[StartTeams]:
    """Starts a bot with the given parts, and a Teams beside it."""
    async with AsyncExitStack() as stack:

        async def start(respond: Respond = echo, settings: Settings | None = None, **parts: Any) -> Teams:
            app = create_app(settings or Settings(), **{"open_store": lambda _: store, "respond": respond} | parts)
            bot = await stack.enter_async_context(TestClient(TestServer(app)))
            teams = Teams(bot, "", {})
            teams.takes.set()
            connector = await stack.enter_async_context(TestServer(_connector(teams)))
            teams.service_url = str(connector.make_url("/"))
            return teams

        yield start


@pytest.fixture
async def teams(start_teams: StartTeams) -> Teams:
    """A Teams whose bot repeats what it is told."""
    return await start_teams()


def _connector(teams: Teams) -> web.Application:
    """The Bot Connector: takes what the bot sends; each number in `answers_with` refuses one activity so."""

    async def take(request: web.Request) -> web.Response:
        teams.arrived.put_nowait(request.match_info["where"])
        await teams.takes.wait()
        if teams.answers_with:
            return web.Response(status=teams.answers_with.pop(0))
        activity = await request.json()
        activity["authorization"] = request.headers.get("Authorization")
        teams.received.setdefault(request.match_info["where"], []).append(activity)
        await asyncio.sleep(0)
        return web.json_response({"id": "sent"}, status=201)

    async def account(request: web.Request) -> web.Response:
        known = teams.accounts.get(request.match_info["who"])
        return web.json_response(known) if known else web.Response(status=404)

    app = web.Application(client_max_size=2**24)
    app.router.add_get("/v3/conversations/{where}/members/{who}", account)
    app.router.add_post("/v3/conversations/{where}/activities/{reply_to}", take)
    app.router.add_post("/v3/conversations/{where}/activities", take)
    return app


def need(**things: object) -> None:
    """Go on only with these. A machine may lack them: a reason to skip at somebody's desk, to fail in CI."""
    missing = [name for name, there in things.items() if not there]
    if missing:
        reason = f"{' and '.join(missing)} can't be found; make test installs what it can"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
