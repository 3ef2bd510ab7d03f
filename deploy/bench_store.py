"""Measures the store beside a raw append, SQLite and stock TinyDB, in one run on one disk: trust the ratios.

Every number is a median of durable writes, except where it says otherwise. Each size runs in a process of
its own, so that memory is that of one store.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tinydb import TinyDB  # noqa: E402

from deploy.bench_store_figures import WRITERS, Figures, must_reach, table, verdict  # noqa: E402
from knowledge.progress.model import Status, Update  # noqa: E402
from knowledge.store import TinyStore, Transaction  # noqa: E402
from knowledge.store.files import keeper  # noqa: E402
from knowledge.store.records.codec import encode, record  # noqa: E402
from knowledge.store.shelves import UPDATES  # noqa: E402

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 600
STOCK_ROUNDS = {1_000: 40, 10_000: 12, 100_000: 3}
EACH = 300
MILLION = 1e6


def an_update(number: int) -> Update:
    """About 390 bytes, as officers write them."""
    return Update(
        id=uuid4().hex,
        programme="munro",
        ref=str(number % 15 + 1),
        status=Status.AT_RISK,
        narrative="Family CAF consultation has started; two of five partners have answered, health asked for more.",
        by="tenant/11111111-1111-1111-1111-111111111111",
        at=datetime.now(UTC),
        next_step="Pilot with two teams",
        next_step_date=date(2027, 1, 30),
    )


def main() -> None:
    """One size where one is named, else all, with the table and the verdicts."""
    if len(sys.argv) > 1:
        print(json.dumps(asdict(asyncio.run(measured(int(sys.argv[1]))))))
        return
    found = []
    for size in SIZES:
        print(f"measuring {size:,} updates ...", file=sys.stderr, flush=True)
        done = subprocess.run([sys.executable, __file__, str(size)], check=True, capture_output=True, text=True)  # noqa: S603
        found.append(Figures(**json.loads(done.stdout)))
    print(table(found))
    verdicts = [verdict(*line) for line in must_reach(found)]
    sys.exit(not all(verdicts))


async def measured(size: int) -> Figures:
    """Everything at one size, in a folder beside this one, so that it is the disk that the bot would use."""
    with tempfile.TemporaryDirectory(dir=ROOT, prefix=".bench-") as folder:
        where = Path(folder)
        await filled(where / "store", size)
        start = time.perf_counter()
        store = TinyStore.open(where / "store")
        start_ms = (time.perf_counter() - start) * 1000
        memory = resident()
        await filled(where / "small", SIZES[0])
        small = TinyStore.open(where / "small")
        raw, sqlite, ours, ours_small = await side_by_side(where, store, small, size)
        await small.close()
        last_ten = await timed(1000, lambda: store.last(UPDATES, 10, programme="munro", ref="10"))
        many = await together(store)
        lag, checkpoint = await held_up(store)
        memory = max(memory, resident())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        await store.close()
        return Figures(
            updates=size,
            raw=raw,
            sqlite=sqlite,
            ours=ours,
            ours_small=ours_small,
            stock=stock(where, size),
            many_per_second=many,
            last_ten=last_ten,
            start_ms=start_ms,
            checkpoint_ms=checkpoint * 1000,
            lag_ms=lag * 1000,
            memory_mb=memory,
            peak_mb=peak,
        )


async def filled(folder: Path, size: int) -> None:
    """A store with so many updates, made in a process of its own so that its memory doesn't count."""
    script = (
        "import asyncio, sys; from deploy.bench_store import fill; asyncio.run(fill(sys.argv[1], int(sys.argv[2])))"
    )
    done = await asyncio.create_subprocess_exec(sys.executable, "-c", script, str(folder), str(size), cwd=ROOT)
    if await done.wait():
        raise RuntimeError("the store couldn't be filled")


async def fill(folder: str, size: int) -> None:
    """So many updates, five hundred a transaction."""
    store = TinyStore.create(Path(folder))
    for first in range(0, size, 500):
        await store.transact(lambda transaction, first=first: some(transaction, first, min(first + 500, size)))  # type: ignore[misc]
    await store.close()


def some(transaction: Transaction, first: int, end: int) -> None:
    """Append some updates."""
    for number in range(first, end):
        transaction.append(UPDATES, an_update(number))


async def side_by_side(where: Path, store: TinyStore, small: TinyStore, size: int) -> list[float]:
    """Raw append, SQLite, this store and a small one in turns, so that all meet the same moods of the disk."""
    file = os.open(where / "raw", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    database = sqlite(where / "sqlite", size)
    times: list[tuple[float, ...]] = []
    for number in range(ROUNDS):
        update = an_update(number)
        row = encode(record(update))
        line = row + b"\n"
        start = time.perf_counter()
        os.write(file, line)
        os.fdatasync(file)
        raw = time.perf_counter()
        database.execute("insert into updates values (?, ?, ?)", (update.id, update.ref, row))
        database.commit()
        lite = time.perf_counter()
        await store.transact(lambda transaction, update=update: transaction.append(UPDATES, update))  # type: ignore[misc]
        ours = time.perf_counter()
        await small.transact(lambda transaction, update=update: transaction.append(UPDATES, update))  # type: ignore[misc]
        times.append((raw - start, lite - raw, ours - lite, time.perf_counter() - ours))
    os.close(file)
    database.close()
    return [median(took) * MILLION for took in zip(*times, strict=True)]


def sqlite(path: Path, size: int) -> sqlite3.Connection:
    """A table with as many rows, with the index that the same questions need."""
    database = sqlite3.connect(path)
    database.execute("pragma journal_mode = wal")
    database.execute("pragma synchronous = full")
    database.execute("create table updates (id text primary key, ref text, record blob)")
    database.execute("create index by_ref on updates (ref)")
    rows = ((update.id, update.ref, encode(record(update))) for update in map(an_update, range(size)))
    database.executemany("insert into updates values (?, ?, ?)", rows)
    database.commit()
    return database


def stock(where: Path, size: int) -> float:
    """TinyDB as it comes, which writes the whole file each time."""
    path = where / "stock.json"
    rows = {str(number): json.loads(encode(record(an_update(number)))) for number in range(1, size + 1)}
    path.write_text(json.dumps({"updates": rows}))
    del rows
    times = []
    with TinyDB(path) as database:
        updates = database.table("updates")
        for number in range(STOCK_ROUNDS[size]):
            document = json.loads(encode(record(an_update(number))))
            start = time.perf_counter()
            updates.insert(document)
            times.append(time.perf_counter() - start)
    return median(times) * MILLION


async def timed(rounds: int, call: Callable[[], Awaitable[Any]]) -> float:
    """Microseconds that a call takes."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        await call()
        times.append(time.perf_counter() - start)
    return median(times) * MILLION


async def together(store: TinyStore) -> float:
    """Acknowledged updates a second with many writers, each waiting for its own."""

    async def write() -> None:
        for number in range(EACH):
            update = an_update(number)
            await store.transact(lambda transaction, update=update: transaction.append(UPDATES, update))  # type: ignore[misc]

    start = time.perf_counter()
    await asyncio.gather(*(write() for _ in range(WRITERS)))
    return WRITERS * EACH / (time.perf_counter() - start)


async def held_up(store: TinyStore) -> tuple[float, float]:
    """The longest that the loop kept a one-millisecond sleeper waiting while everybody writes and a checkpoint is made.

    And how long the checkpoint took, in seconds.
    """
    worst, writing = 0.0, asyncio.create_task(together(store))
    held = store._keeper
    assert held is not None  # noqa: S101
    before, began, took = held.meta.generation, time.perf_counter(), 0.0
    keeper.SMALL, held._snapshot_size = 0, 0
    while not (took and writing.done()):
        start = time.perf_counter()
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - start - 0.001)
        if not took and held.meta.generation > before:
            took, keeper.SMALL = time.perf_counter() - began, 2**40
        if writing.done() and not took:
            writing = asyncio.create_task(together(store))
    return worst, took


def resident() -> float:
    """Megabytes of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
