"""Measures a summary over 500 recommendations and 100,000 updates: how long it takes, and how long the loop waits."""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.conversations.gathering import gathered  # noqa: E402
from knowledge.library import LONDON  # noqa: E402
from knowledge.model import Decision, Lead, Programme, Recommendation, Theme  # noqa: E402
from knowledge.progress.model import Extension, Kind, Status, Target, Update  # noqa: E402
from knowledge.progress.summaries.period import Period  # noqa: E402
from knowledge.progress.summaries.summarising import steps  # noqa: E402
from knowledge.progress.summaries.summary import Request  # noqa: E402
from knowledge.store import PostgresStore, Store, TinyStore, Transaction  # noqa: E402
from knowledge.store.shelves import EXTENSIONS, PROGRAMMES, TARGETS, UPDATES  # noqa: E402

RECOMMENDATIONS, UPDATES_EACH, YEARS = 500, 200, 4
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PERIODS = {"a week": 7, "four weeks": 28, "a year": 365, "all of it": YEARS * 365}
PAST = Period(date(2023, 3, 1), date(2023, 3, 31))
ROUNDS = 15
WHOLE_MS, BLOCKED_MS = 50.0, 20.0
CHANCE = random.Random(1)  # noqa: S311  the same each time
THEME = Theme("1", "Early help")


@dataclass(frozen=True)
class Figures:
    """Milliseconds: how long a summary took in the middle and at worst, how much of that this process worked itself,

    and the longest that the loop waited, in the middle of all rounds.
    """

    middle: float
    worst: float
    worked: float
    waited: float


def main() -> None:
    """TinyDB, and PostgreSQL where its URL is given: a database that holds nothing."""
    sys.exit(not asyncio.run(measured(sys.argv[1] if len(sys.argv) > 1 else "")))


async def measured(url: str) -> bool:
    """Whether TinyDB kept to the limits."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=ROOT) as folder:
        kept_to = await report("TinyDB", TinyStore.create(Path(folder) / "store"))
    if url:
        await report("PostgreSQL", PostgresStore.create(url))
    return kept_to


async def report(name: str, store: Store) -> bool:
    """Fill a store, and print a line for each period."""
    await fill(store)
    kept_to = True
    today = NOW.date()
    periods = {words: Period(today - timedelta(days=days - 1), today) for words, days in PERIODS.items()}
    for words, period in {**periods, "a past month": PAST}.items():
        took = await timed(store, period)
        good = took.middle <= WHOLE_MS and took.waited <= BLOCKED_MS
        kept_to = kept_to and good
        verdict = "ok" if good else f"over {WHOLE_MS:.0f} or {BLOCKED_MS:.0f} ms"
        print(
            f"{name:10} {words:12} {took.middle:6.1f} ms ({took.worked:5.1f} of work), at worst {took.worst:6.1f}; "
            f"the loop waited {took.waited:5.1f} ms at most  {verdict}"
        )
    await store.close()
    return kept_to


async def timed(store: Store, period: Period) -> Figures:
    """One period, several times, while something else wants its turn every millisecond."""
    taken, worked, waited = [], [], []
    for _ in range(ROUNDS):
        done = asyncio.Event()
        sleeper = asyncio.create_task(longest_wait(done))
        await asyncio.sleep(0.005)
        start, began = time.perf_counter(), time.process_time()
        await gathered(steps((PROGRAMME,), Request(period), NOW, LONDON), store)
        taken.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - began) * 1000)
        done.set()
        waited.append(await sleeper)
    return Figures(median(taken), max(taken), median(worked), median(waited))


async def longest_wait(done: asyncio.Event) -> float:
    """The longest that a one-millisecond sleep took too long, in milliseconds."""
    worst = 0.0
    while not done.is_set():
        start = time.perf_counter()
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - start - 0.001)
    return worst * 1000


def a_recommendation(number: int) -> Recommendation:
    """One of many; what it says doesn't matter here."""
    lead = Lead(f"Officer {number % 60}", "")
    return Recommendation(str(number), THEME, "Do it.", "", "", Decision.ACCEPT, "", "", (lead,), ())


PROGRAMME = Programme(
    "large", "A large review", "", "", "", {}, (THEME,), tuple(map(a_recommendation, range(1, RECOMMENDATIONS + 1)))
)


async def fill(store: Store) -> None:
    """Updates in the order of time, a few taken back, some without change; targets and extensions."""
    step = timedelta(days=YEARS * 365) / (RECOMMENDATIONS * UPDATES_EACH)
    start = NOW - timedelta(days=YEARS * 365)

    def some(first: int) -> Callable[[Transaction], None]:
        def write(transaction: Transaction) -> None:
            for number in range(first, first + 2_000):
                transaction.append(UPDATES, an_update(number, start + number * step))

        return write

    def beside(transaction: Transaction) -> None:
        transaction.put(PROGRAMMES, PROGRAMME)
        for number in range(1, RECOMMENDATIONS + 1):
            ref, at, day = str(number), start + number * step, NOW.date() + timedelta(days=CHANCE.randint(-90, 400))
            transaction.append(TARGETS, Target(f"t{ref}", "large", ref, day, "agreed", "m", at))
            transaction.append(EXTENSIONS, Extension(f"e{ref}", "large", ref, day, "partners", "o", at, granted=True))

    await store.transact(beside)
    for first in range(0, RECOMMENDATIONS * UPDATES_EACH, 2_000):
        await store.transact(some(first))


def an_update(number: int, at: datetime) -> Update:
    """About 400 bytes, as officers write them."""
    taken_back = at + timedelta(minutes=5) if CHANCE.random() < 0.02 else None
    kind = Kind.NO_CHANGE if CHANCE.random() < 0.2 else Kind.REPORT
    return Update(
        id=f"{number:08}",
        programme="large",
        ref=str(number % RECOMMENDATIONS + 1),
        status=CHANCE.choice([Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK]),
        narrative="Family CAF consultation has started; two of five partners have answered, health asked for more.",
        by="tenant/11111111-1111-1111-1111-111111111111",
        by_name="Sue Myers",
        at=at,
        next_step="Pilot with two teams",
        next_step_date=date(2027, 1, 30),
        withdrawn=taken_back,
        kind=kind,
    )


if __name__ == "__main__":
    main()
