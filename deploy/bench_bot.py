"""`make bench`: the whole bot over HTTP with its durable store, beside the same bot with others, in one run.

  memory   keeps nothing: what the bot does apart from keeping
  append   a plain append and fdatasync for each turn: the least that is durable
  sqlite   SQLite with its write-ahead log and synchronous FULL
  durable  the store as it is
  stock    TinyDB as it comes

They take turns, so that the machine's moods fall on all alike: read the ratios. People ask, report and confirm;
every turn is kept before it is answered. Where stock TinyDB takes seconds for a turn, one person says each thing
once, to it and to the durable one right before, and the table says so. At 1,000, 10,000 and 100,000 updates in two or
three minutes, or only at those sizes that are named.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from aiohttp import ClientError, ClientSession, TCPConnector  # noqa: E402
from aiohttp.test_utils import unused_port  # noqa: E402

from deploy.soak import Report, an_activity, teams  # noqa: E402

SIZES = (1_000, 10_000, 100_000)
KINDS = ("memory", "append", "sqlite", "durable", "stock")
SAID = (
    "who leads recommendation 10?",
    "update 10: amber - consultation started; next step pilot by 30 January 2027",
    "yes 10",  # soon after another update, a bare yes is asked about
    "what's the latest on 10?",
)
JOBS = 8  # people at once
ROUNDS, SECONDS = 4, 0.6
# How often one person says everything once to stock TinyDB, where more would take too long.
STOCK_ROUNDS = {10_000: 3, 100_000: 1}


@dataclass
class Peer:
    """One bot: how often it answered a second in each round, how long each answer took, and the durable one's rate
    in the same round as a ratio to its own.
    """

    port: int
    rates: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)


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

    async def round(self, peer: Peer, jobs: int = JOBS, seconds: float = SECONDS) -> float:
        """So many people talk for a while, and say everything at least once; what was answered a second."""
        began = time.perf_counter()
        took = await asyncio.gather(*(self._talk(peer, began + seconds) for _ in range(jobs)))
        peer.took += [one for each in took for one in each]
        peer.rates.append(sum(map(len, took)) / (time.perf_counter() - began))
        return peer.rates[-1]

    async def _talk(self, peer: Peer, until: float) -> list[float]:
        who, took = next(self.people), list[float]()
        while not took or time.perf_counter() < until:
            took += [await self.say(peer, who, text) for text in SAID]
        return took


def main() -> int:
    """Measure, and print; gives 1 where something wasn't answered."""
    failed = 0
    for size in map(int, sys.argv[1:] or SIZES):
        peers, missed = asyncio.run(measured(size))
        print(table(size, peers), end="\n\n", flush=True)
        failed += missed
    print(f"not answered just once: {failed}")
    return 1 if failed else 0


async def measured(size: int) -> tuple[dict[str, Peer], int]:
    """Each bot in turns."""
    async with AsyncExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(dir=ROOT, prefix=".bench-")))
        await run("bench_peers.py", size, folder)
        report = Report()
        service_url = await opened.enter_async_context(teams(report))
        http = await opened.enter_async_context(ClientSession(connector=TCPConnector(limit=0)))
        load, peers = Load(http, service_url, report), {kind: Peer(unused_port()) for kind in KINDS}
        for kind, peer in peers.items():
            await opened.enter_async_context(served(kind, folder, peer))
        await asyncio.gather(
            *(warm(load, peer, SAID if peer_is_quick(kind, size) else ()) for kind, peer in peers.items())
        )
        load.failed = 0
        await rounds(load, peers, size)
        return peers, load.failed


async def rounds(load: Load, peers: dict[str, Peer], size: int) -> None:
    """Everybody's rounds, each beside one of the durable bot's."""
    ours = peers["durable"]
    quick = [peer for kind, peer in peers.items() if peer_is_quick(kind, size)]
    for _ in range(ROUNDS):
        rates = [await load.round(peer) for peer in quick]
        for peer, rate in zip(quick, rates, strict=True):
            peer.ratios.append(ours.rates[-1] / rate)
    for _ in range(STOCK_ROUNDS.get(size, 0)):
        alone = await load.round(Peer(ours.port), jobs=1, seconds=0)
        peers["stock"].ratios.append(alone / await load.round(peers["stock"], jobs=1, seconds=0))


def peer_is_quick(kind: str, size: int) -> bool:
    """Whether it can be asked as much as the others."""
    return kind != "stock" or size not in STOCK_ROUNDS


async def run(script: str, *arguments: object) -> None:
    """Run a script beside this one to its end."""
    done = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "deploy" / script), *map(str, arguments), cwd=ROOT
    )
    if await done.wait():
        raise RuntimeError(f"{script} failed")


@asynccontextmanager
async def served(kind: str, folder: Path, peer: Peer) -> AsyncIterator[None]:
    """A bot of this kind, starting."""
    (folder / kind).mkdir()
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "deploy/bench_peers.py"), kind, str(folder), str(peer.port), cwd=ROOT
    )
    try:
        yield
    finally:
        process.terminate()
        await process.wait()


async def warm(load: Load, peer: Peer, said: Iterable[str]) -> None:
    """Come back when the bot has answered once, and then all this."""
    who = next(load.people)
    for _ in range(1200):
        try:
            await load.say(peer, who, SAID[0])
            break
        except ClientError:
            await asyncio.sleep(0.1)
    for text in said:
        await load.say(peer, who, text)


def table(size: int, peers: dict[str, Peer]) -> str:
    """Each bot's figures, and the durable one's rate as a ratio to each, round by round."""
    lines = [f"the whole bot over HTTP, {JOBS} people at once, {size:,} updates to begin with"]
    for kind, peer in peers.items():
        took = sorted(peer.took)
        few = "" if peer_is_quick(kind, size) else f"   (one person, {len(took)} turns, beside as many of durable's)"
        ratio = "" if kind == "durable" else f"   durable/{kind} {statistics.median(peer.ratios):.2f}"
        lines.append(
            f"{kind:8}{statistics.median(peer.rates):9.1f} messages/s   median {1e3 * statistics.median(took):8.1f} ms"
            f"   p95 {1e3 * took[int(0.95 * len(took))]:8.1f} ms{ratio}{few}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
