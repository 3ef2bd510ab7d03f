"""What the benchmark of the store measures, how it is shown, and what must be reached."""

from __future__ import annotations

from dataclasses import dataclass

WRITERS = 64


@dataclass(frozen=True)
class Figures:
    """What was measured at one size. Times in microseconds unless named otherwise.

    `ours_small` is the same in the same minutes with a thousand updates.
    """

    updates: int
    raw: float
    sqlite: float
    ours: float
    ours_small: float
    stock: float
    many_per_second: float
    last_ten: float
    start_ms: float
    checkpoint_ms: float
    lag_ms: float
    memory_mb: float
    peak_mb: float


def table(found: list[Figures]) -> str:
    """Each way of writing, in microseconds and as a ratio to the raw append of the same minute."""
    lines = [f"{'durable update, one writer':34}" + "".join(f"{one.updates:>22,}" for one in found)]
    for name, words in [
        ("raw", "raw append + fdatasync"),
        ("sqlite", "SQLite, WAL, synchronous FULL"),
        ("ours", "this store, through asyncio"),
        ("stock", "stock TinyDB"),
    ]:
        cells = "".join(f"{getattr(one, name):>12,.0f} us{getattr(one, name) / one.raw:>6,.1f} x" for one in found)
        lines.append(f"{words:34}{cells}")
    for name, words in [
        ("many_per_second", f"acknowledged/s, {WRITERS} writers"),
        ("last_ten", "last ten of one, us"),
        ("start_ms", "start, ms"),
        ("checkpoint_ms", "checkpoint, ms"),
        ("lag_ms", "loop held up at most, ms"),
        ("memory_mb", "resident memory, MB"),
        ("peak_mb", "at its highest, MB"),
    ]:
        lines.append(f"{words:34}" + "".join(f"{getattr(one, name):>22,.1f}" for one in found))
    return "\n".join(lines) + "\n"


def must_reach(found: list[Figures]) -> list[tuple[str, float, float]]:
    """What is asked of the largest size: words, figure, limit; a negative limit is a least."""
    large = found[-1]
    return [
        ("durable update / raw append", large.ours / large.raw, 2.5),
        ("durable update / the same at 1,000", large.ours / large.ours_small, 1.2),
        (f"acknowledged a second, {WRITERS} writers", large.many_per_second, -10_000),
        ("last ten updates of a recommendation, us", large.last_ten, 50),
        ("start, ms", large.start_ms, 1000),
        ("resident memory, MB", large.memory_mb, 160),
        ("loop held up at most, checkpoint included, ms", large.lag_ms, 60),
    ]


def verdict(words: str, figure: float, limit: float) -> bool:
    """Print a line that says whether a figure is reached."""
    reached = figure <= limit if limit > 0 else figure >= -limit
    bound = f"at most {limit:,g}" if limit > 0 else f"at least {-limit:,g}"
    print(f"{'pass' if reached else 'FAIL'}  {words}: {figure:,.2f} ({bound})")
    return reached
