"""The bot as a process, under a clock that Debian's faketime sets: a Monday after the clocks changed, at nine."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, web
from aiohttp.test_utils import TestServer, unused_port

from knowledge.model import Programme
from knowledge.progress.model import Subscription
from knowledge.store import PostgresStore, Store, TinyStore, Transaction
from knowledge.store.reference import Reference
from knowledge.store.shelves import PROGRAMMES, REFERENCES, SUBSCRIPTIONS
from tests.conftest import need

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
ROOT = Path(__file__).resolve().parents[3]
FRIDAY = datetime(2026, 3, 27, 12, tzinfo=UTC)  # summer time begins on Sunday 29 March 2026
MONDAY = "@2026-03-30 07:59:52"  # UTC: eight seconds to nine in London


class Service:
    """What the bot sends to."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.came = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        self.texts.append((await request.json())["text"])
        self.came.set()
        return web.json_response({"id": "sent"}, status=201)


@pytest.fixture
async def service() -> AsyncIterator[tuple[Service, str]]:
    taken = Service()
    app = web.Application()
    app.router.add_post("/v3/conversations/{where}/activities", taken.take)
    async with TestServer(app) as server:
        yield taken, str(server.make_url("/"))


async def prepare(store: Store, url: str, programme: Programme) -> None:
    def work(transaction: Transaction) -> None:
        transaction.put(PROGRAMMES, programme)
        transaction.put(REFERENCES, Reference("chat", url, "28:bot", "29:mo", member="local/mo", kind="personal"))
        transaction.put(
            SUBSCRIPTIONS, Subscription("s", "local/mo", "chat", "summary", "every Monday at 09:00", FRIDAY)
        )

    await store.transact(work)
    await store.close()


@asynccontextmanager
async def bot(time: str, folder: Path, **environ: str) -> AsyncIterator[int]:
    """The port of a bot that believes it is this time (UTC), and for which time goes on from there."""
    need(faketime=LIBRARIES)
    port = unused_port()
    known = os.environ | {"PORT": str(port), "DATA_DIR": str(folder / "data"), "TZ": "UTC"} | environ
    known |= {"LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME": time}  # what faketime sets, without a process between
    with (folder / f"{port}.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", cwd=ROOT, env=known, stdout=log, stderr=log
        )
    try:
        yield port
    finally:
        process.terminate()
        await process.wait()


async def health(port: int) -> dict[str, Any]:
    """What /health says, as soon as it is there."""
    async with ClientSession() as http:
        for _ in range(300):
            try:
                async with http.get(f"http://127.0.0.1:{port}/health") as answer:
                    told: dict[str, Any] = (await answer.json())["scheduler"]
                    return told
            except ClientError:
                await asyncio.sleep(0.1)
    raise AssertionError("the bot didn't start")


async def test_at_nine_on_the_monday_after_the_clocks_changed_the_summary_comes_once(
    service: tuple[Service, str], munro: Programme, tmp_path: Path
) -> None:
    taken, url = service
    await prepare(TinyStore.create(tmp_path / "data"), url, munro)

    async with bot(MONDAY, tmp_path) as port:
        await health(port)
        async with asyncio.timeout(60):
            await taken.came.wait()
        await asyncio.sleep(6)  # another beat
        told = await health(port)
    async with bot("@2026-03-30 10:30:00", tmp_path) as port:
        await health(port)
        await asyncio.sleep(6)

    (text,) = taken.texts
    assert "every Monday at 09:00" in text
    assert told["state"] == "running"
    assert told["last delivery"]["outcome"] == "sent"
    at = datetime.fromisoformat(told["last delivery"]["at"])
    assert datetime(2026, 3, 30, 8, 0, tzinfo=UTC) <= at < datetime(2026, 3, 30, 8, 1, tzinfo=UTC)


async def test_two_bots_that_were_down_at_nine_send_it_once_between_them(
    service: tuple[Service, str], munro: Programme, tmp_path: Path, store_url: str
) -> None:
    taken, url = service
    await prepare(PostgresStore.create(store_url), url, munro)

    async with (
        bot("@2026-03-30 11:00:00", tmp_path, STORE_URL=store_url) as one,
        bot("@2026-03-30 11:00:00", tmp_path, STORE_URL=store_url) as other,
    ):
        await asyncio.gather(health(one), health(other))
        async with asyncio.timeout(60):
            await taken.came.wait()
        await asyncio.sleep(6)

    (text,) = taken.texts
    assert "This was due on Monday 30 March 2026 at 09:00" in text
