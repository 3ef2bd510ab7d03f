"""`make bench`: the whole bot over HTTP with its durable store, beside the same bot with others, in one run.

  memory   keeps nothing: what the bot does apart from keeping
  append   a plain append and fdatasync for each turn: the least that is durable
  durable  the store as it is
  stock    TinyDB as it comes

They take turns, so that the machine's moods fall on all alike: read the ratios. People ask, report and confirm;
every turn is kept before it is answered. About twenty seconds.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from aiohttp import ClientError, ClientSession, TCPConnector  # noqa: E402
from aiohttp.test_utils import unused_port  # noqa: E402

from deploy.bench_peers import UPDATES  # noqa: E402
from deploy.soak import Report, an_activity, teams  # noqa: E402

KINDS = ("memory", "append", "durable", "stock")
SAID = (
    "who leads recommendation 10?",
    "update 10: amber - consultation started; next step pilot by 30 January 2027",
    "yes",
    "what's the latest on 10?",
)
JOBS = 8  # people at once
ROUNDS, SECONDS = 4, 0.8


@dataclass
class Peer:
    """One bot: how often it answered a second in each round, and how long each answer took."""

    port: int
    rates: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)


@dataclass
class Load:
    """People who each say one thing after the other; `failed` counts what wasn't answered with just one reply."""

    http: ClientSession
    service_url: str
    report: Report
    failed: int = 0
    people: count[int] = field(default_factory=count)

    async def say(self, peer: Peer, who: int, text: str) -> float:
        """Seconds until it was answered."""
        activity = an_activity(self.service_url, who) | {"text": text}
        began = time.perf_counter()
        async with self.http.post(f"http://127.0.0.1:{peer.port}/api/messages", json=activity) as answer:
            await answer.read()
        took = time.perf_counter() - began
        self.failed += answer.status != 201 or self.report.replies[activity["id"]] != 1
        return took

    async def round(self, peer: Peer) -> None:
        """Everybody talks for a while."""
        began = time.perf_counter()
        took = await asyncio.gather(*(self._talk(peer, began + SECONDS) for _ in range(JOBS)))
        peer.took += [one for each in took for one in each]
        peer.rates.append(sum(map(len, took)) / (time.perf_counter() - began))

    async def _talk(self, peer: Peer, until: float) -> list[float]:
        who, took = next(self.people), []
        while time.perf_counter() < until:
            took += [await self.say(peer, who, text) for text in SAID]
        return took


def main() -> int:
    """Measure, and print; gives 1 where something wasn't answered."""
    peers, failed = asyncio.run(measured())
    print(table(peers))
    print(f"not answered just once: {failed}")
    return 1 if failed else 0


async def measured() -> tuple[dict[str, Peer], int]:
    """Each bot in turns."""
    async with AsyncExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(dir=ROOT, prefix=".bench-")))
        report = Report()
        service_url = await opened.enter_async_context(teams(report))
        http = await opened.enter_async_context(ClientSession(connector=TCPConnector(limit=0)))
        load, peers = Load(http, service_url, report), {kind: Peer(unused_port()) for kind in KINDS}
        for kind, peer in peers.items():
            await opened.enter_async_context(served(kind, folder, peer))
        await asyncio.gather(*(warm(load, peer) for peer in peers.values()))
        load.failed = 0
        for _ in range(ROUNDS):
            for peer in peers.values():
                await load.round(peer)
        return peers, load.failed


@asynccontextmanager
async def served(kind: str, folder: Path, peer: Peer) -> AsyncIterator[None]:
    """A bot of this kind, starting."""
    (folder / kind).mkdir()
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "deploy/bench_peers.py"), kind, str(folder / kind), str(peer.port), cwd=ROOT
    )
    try:
        yield
    finally:
        process.terminate()
        await process.wait()


async def warm(load: Load, peer: Peer) -> None:
    """Come back when the bot has answered everything once."""
    who = next(load.people)
    for _ in range(600):
        try:
            await load.say(peer, who, SAID[0])
            break
        except ClientError:
            await asyncio.sleep(0.1)
    for text in SAID:
        await load.say(peer, who, text)


def table(peers: dict[str, Peer]) -> str:
    """Each bot's figures, and those of the durable one as ratios to them, round by round."""
    ours = peers["durable"]
    lines = [f"the whole bot over HTTP, {JOBS} people at once, {UPDATES:,} updates to begin with"]
    for kind, peer in peers.items():
        ratio = statistics.median(mine / theirs for mine, theirs in zip(ours.rates, peer.rates, strict=True))
        took = sorted(peer.took)
        lines.append(
            f"{kind:8}{statistics.median(peer.rates):8.0f} messages/s   median {1e3 * statistics.median(took):7.1f} ms"
            f"   p95 {1e3 * took[int(0.95 * len(took))]:7.1f} ms   durable/{kind} {ratio:.2f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
