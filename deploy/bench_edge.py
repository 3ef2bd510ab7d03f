"""`make bench`: the whole bot beside the SDK's stock echo bot and beside plain aiohttp, and where its time goes.

  floor  plain aiohttp: reads the activity, posts one reply, answers 201; nothing is thinner
  stock  a CloudAdapter as the SDK's samples set it up, echoing the text
  bot    the bot, answering questions from a store on the disk

They take turns, so that the machine's moods fall on all alike: read the ratios.
"""

from __future__ import annotations

import asyncio
import os
import pstats
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession, TCPConnector
from aiohttp.test_utils import unused_port

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from deploy.soak import QUESTIONS, Report, an_activity, teams  # noqa: E402

ROUNDS, EACH, JOBS = 5, 300, 8
MANY = 64  # conversations at once
PACE = 2.0  # seconds between two things that one of them says, where they say it at their leisure

FLOOR = """
import sys
from aiohttp import ClientSession, web
async def messages(request):
    a = await request.json()
    url = f"{a['serviceUrl']}v3/conversations/{a['conversation']['id']}/activities/{a['id']}"
    reply = {"type": "message", "text": "echo " + a["text"], "from": a["recipient"], "recipient": a["from"],
             "conversation": a["conversation"], "replyToId": a["id"]}
    async with request.app["http"].post(url, json=reply) as answer:
        await answer.read()
    return web.Response(status=201)
async def http(app):
    async with ClientSession() as app["http"]:
        yield
app = web.Application()
app.router.add_post("/api/messages", messages)
app.cleanup_ctx.append(http)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
"""
STOCK = """
import sys
from aiohttp import web
from botbuilder.core import ActivityHandler
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
class Config:
    APP_ID = APP_PASSWORD = APP_TENANTID = ""
    APP_TYPE = "MultiTenant"
class Echo(ActivityHandler):
    async def on_message_activity(self, context):
        await context.send_activity("echo " + context.activity.text)
adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(Config())), Echo()
async def messages(request):
    return await adapter.process(request, bot)
app = web.Application()
app.router.add_post("/api/messages", messages)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
"""


@dataclass
class Load:
    """Says things to a server, and remembers what came back."""

    http: ClientSession
    service_url: str
    report: Report
    failed: int = 0

    async def say(self, port: int, who: int, number: int) -> float:
        """Seconds until it was answered."""
        activity = an_activity(self.service_url, who) | {"text": QUESTIONS[number % len(QUESTIONS)]}
        began = time.perf_counter()
        async with self.http.post(f"http://127.0.0.1:{port}/api/messages", json=activity) as answer:
            await answer.read()
        took = time.perf_counter() - began
        self.failed += answer.status != 201 or self.report.replies[activity["id"]] != 1
        return took

    async def at_once(self, port: int, jobs: int, each: int, pause: float = 0.0) -> tuple[float, list[float]]:
        """So many conversations at the same time: messages a second, and how long each took."""

        async def talk(who: int) -> list[float]:
            took = []
            for number in range(each):
                await asyncio.sleep(pause * (who / jobs if number == 0 else 1))
                took.append(await self.say(port, who, number))
            return took

        began = time.perf_counter()
        took = list(chain(*await asyncio.gather(*map(talk, range(jobs)))))
        return len(took) / (time.perf_counter() - began), sorted(took)


def main() -> None:
    """Measure, and print."""
    asyncio.run(measured())


async def measured() -> None:
    """The three side by side, then the bot alone under many conversations, then its profile."""
    async with AsyncExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        report = Report()
        service_url = await opened.enter_async_context(teams(report))
        http = await opened.enter_async_context(ClientSession(connector=TCPConnector(limit=0)))
        load = Load(http, service_url, report)
        ports = {
            "bot": await opened.enter_async_context(served(load, folder, "-m", "bot")),
            "floor": await opened.enter_async_context(served(load, folder, "-c", FLOOR)),
            "stock": await opened.enter_async_context(served(load, folder, "-c", STOCK)),
        }
        await side_by_side(load, ports)
        await crowded(load, ports)
        async with served(load, folder, "-m", "cProfile", "-o", str(folder / "profile"), "-m", "bot") as port:
            await load.at_once(port, JOBS, EACH // JOBS)
        print(f"failures {load.failed}\nwhere the bot's time goes: {where(folder / 'profile')}")


@asynccontextmanager
async def served(load: Load, folder: Path, *command: str) -> AsyncIterator[int]:
    """The port of a server that answers."""
    port = unused_port()
    environ = os.environ | {"DATA_DIR": str(folder / f"data-{port}"), "PORT": str(port), "LOG_LEVEL": "info"}
    if "bot" in command:
        making = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "init", cwd=ROOT, env=environ, stdout=asyncio.subprocess.DEVNULL
        )
        await making.wait()
    else:
        command = (*command, str(port))
    with (folder / f"{port}.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=ROOT, env=environ, stdout=log, stderr=log
        )
    try:
        await warm(load, port)
        yield port
    finally:
        process.terminate()
        await process.wait()


async def warm(load: Load, port: int) -> None:
    """Come back when the server has answered everything once."""
    for _ in range(200):
        try:
            await load.say(port, 0, 0)
            break
        except ClientError:
            await asyncio.sleep(0.1)
    for number in range(len(QUESTIONS)):
        await load.say(port, 0, number)
    load.failed = 0


async def side_by_side(load: Load, ports: dict[str, int]) -> None:
    """Messages a second of each, and the bot's share of the others'."""
    rates: dict[str, list[float]] = {name: [] for name in ports}
    for _ in range(ROUNDS):
        for name, port in ports.items():
            each = EACH // JOBS if name != "stock" else EACH // JOBS // 4
            rates[name].append((await load.at_once(port, JOBS, each))[0])
    for name, found in rates.items():
        print(f"{name:6}{statistics.median(found):8.0f} messages/s with {JOBS} conversations at once")
    for name in ("stock", "floor"):
        ratio = statistics.median(ours / theirs for ours, theirs in zip(rates["bot"], rates[name], strict=True))
        print(f"bot/{name} {ratio:.2f}")


async def crowded(load: Load, ports: dict[str, int]) -> None:
    """How long answers take with many conversations, beside the median of one alone."""
    for name in ("bot", "floor"):
        _, alone = await load.at_once(ports[name], 1, 200)
        _, paced = await load.at_once(ports[name], MANY, 5, PACE)
        _, pressed = await load.at_once(ports[name], MANY, 10)
        median = statistics.median(alone)
        print(
            f"{name}: alone median {median * 1e3:.2f} ms; p99 of {MANY} conversations that say something every "
            f"{PACE:g} s {at(paced) * 1e3:.2f} ms ({at(paced) / median:.1f} times), "
            f"without any pause {at(pressed) * 1e3:.1f} ms ({at(pressed) / median:.1f} times)"
        )


def at(took: list[float], share: float = 0.99) -> float:
    """A percentile of sorted times."""
    return took[int(len(took) * share)]


def where(profile: Path) -> str:
    """Shares of the time by package, the largest first; what waits for the network isn't counted."""
    spent: Counter[str] = Counter()
    stats: Any = pstats.Stats(str(profile))
    for (file, _, name), (_, _, own, _, _) in stats.stats.items():
        if "poll" not in name:
            spent[package(file)] += own
    return ", ".join(f"{name} {took / spent.total():.0%}" for name, took in spent.most_common(10))


def package(file: str) -> str:
    """What a file belongs to: our own package, a library, or Python itself."""
    if file.startswith(str(ROOT)) and "site-packages" not in file:
        parts = Path(file).relative_to(ROOT).parts
        return "/".join(parts[:2]) if parts[0] == "knowledge" else parts[0]
    return Path(file.partition("site-packages/")[2] or "Python").parts[0]


if __name__ == "__main__":
    main()
