"""Two bots, each a process of its own, on one database: turns in order, every message answered once."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, web
from aiohttp.test_utils import TestServer, unused_port

from knowledge.store import PostgresStore

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Street:
    """Two bots and the Teams that both send their replies to, each of which takes `slow` seconds."""

    http: ClientSession
    service_url: str = ""
    slow: float = 0.0
    bots: list[tuple[asyncio.subprocess.Process, int]] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    begun: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        activity = await request.json()
        self.begun.set()
        await asyncio.sleep(self.slow)
        if activity["type"] == "message":  # and not the sign that an answer is on its way
            self.answered.append(activity["replyToId"])
        return web.json_response({"id": "sent"}, status=201)

    async def post(self, bot: int, name: str, where: str = "chat") -> int:
        """The status of one bot's answer; 0 where it was killed."""
        activity = {
            "type": "message",
            "id": name,
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": "29:sue", "name": "Sue Myers"},
            "recipient": {"id": "28:bot"},
            "conversation": {"id": where, "conversationType": "personal"},
            "text": "who leads recommendation 10?",
        }
        try:
            url = f"http://127.0.0.1:{self.bots[bot][1]}/api/messages"
            async with self.http.post(url, json=activity) as response:
                return response.status
        except ClientError:
            return 0

    async def started(self, store_url: str, folder: Path) -> asyncio.subprocess.Process:
        port = unused_port()
        environ = os.environ | {"STORE_URL": store_url, "PORT": str(port), "DATA_DIR": str(folder / "none")}
        with (folder / f"{port}.log").open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", cwd=ROOT, env=environ, stdout=log, stderr=log
            )
        self.bots.append((process, port))
        return process

    async def ready(self) -> None:
        for process, port in self.bots:
            while not await self._answers(port):
                assert process.returncode is None
                await asyncio.sleep(0.1)

    async def _answers(self, port: int) -> bool:
        try:
            async with self.http.get(f"http://127.0.0.1:{port}/ready") as response:
                return response.status == 200
        except ClientError:
            return False


@pytest.fixture
async def street(store_url: str, tmp_path: Path) -> AsyncIterator[Street]:
    await PostgresStore.create(store_url).close()
    async with AsyncExitStack() as stack:
        street = Street(await stack.enter_async_context(ClientSession()))
        teams = web.Application()
        teams.router.add_post("/v3/conversations/{where}/activities/{reply_to}", street.take)
        street.service_url = str((await stack.enter_async_context(TestServer(teams))).make_url("/"))
        for _ in range(2):
            await stack.enter_async_context(_ended(await street.started(store_url, tmp_path)))
        await street.ready()
        yield street


@asynccontextmanager
async def _ended(process: asyncio.subprocess.Process) -> AsyncIterator[None]:
    try:
        yield
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def test_what_both_bots_are_told_is_answered_once(street: Street) -> None:
    names = [f"{number}" for number in range(20)]

    statuses = await asyncio.gather(
        *(street.post(bot, name, where=f"chat {name[-1]}") for name in names for bot in (0, 1))
    )

    assert set(statuses) == {201}
    assert sorted(street.answered) == sorted(names)


async def test_a_conversation_is_answered_in_order_whichever_bot_is_told(street: Street) -> None:
    street.slow = 0.4
    names = [f"{number}" for number in range(10)]

    posting: list[asyncio.Task[Any]] = []
    for name, bot in zip(names, [0, 0, 1, 0, 1, 1, 0, 0, 1, 0], strict=True):
        posting.append(asyncio.create_task(street.post(bot, name)))
        await asyncio.sleep(0.2)
    await asyncio.gather(*posting)

    assert street.answered == names


async def test_a_bot_that_is_killed_in_the_middle_of_a_turn_leaves_it_to_the_other(street: Street) -> None:
    street.slow = 0.3
    posting = asyncio.create_task(street.post(0, "a"))
    await street.begun.wait()
    os.kill(street.bots[0][0].pid, signal.SIGKILL)
    assert await posting == 0
    street.slow = 0

    statuses = [await street.post(1, name) for name in ("a", "b", "a")]

    assert statuses == [201] * 3
    assert street.answered[-2:] == ["a", "b"]
