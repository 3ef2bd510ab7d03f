"""Keeps to what Teams lets one bot send: so many messages in one conversation and in all."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

Windows: TypeAlias = "tuple[tuple[float, int], ...]"

# Seconds, and how many in them: what Microsoft documents for one bot in one thread, and for all it sends in a tenant.
THREAD: Windows = ((1.0, 7), (30.0, 60), (3600.0, 1800))
OVERALL: Windows = ((1.0, 30),)
LONGEST = 5.0  # seconds; whoever would have to wait longer comes back later


def delay(sent: Sequence[float], now: float, windows: Windows) -> float:
    """Seconds until one more may be sent, given when the others were, in order."""
    waits = [sent[-most] + span - now for span, most in windows if len(sent) >= most]
    return max(0.0, *waits, 0.0)


class Pace:
    """Lets messages go, in one process, no faster than Teams takes them."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._clock, self._sleep = clock, sleep
        self._threads: dict[str, deque[float]] = {}
        self._overall: deque[float] = deque(maxlen=_most(OVERALL))

    async def turn(self, thread: str) -> bool:
        """Wait until one may be sent into this thread, and count it as sent; False where that takes too long."""
        while (wait := self._delay(thread)) > 0:
            if wait > LONGEST:
                return False
            await self._sleep(wait)
        now = self._clock()
        self._threads.setdefault(thread, deque(maxlen=_most(THREAD))).append(now)
        self._overall.append(now)
        self._forget(now)
        return True

    def _delay(self, thread: str) -> float:
        now = self._clock()
        own = delay(self._threads.get(thread, ()), now, THREAD)
        return max(own, delay(self._overall, now, OVERALL))

    def _forget(self, now: float) -> None:
        """Threads in which nothing was sent for as long as any window lasts; they are in no order."""
        if len(self._threads) > _THREADS_KEPT:
            longest = max(span for span, _ in THREAD)
            self._threads = {name: sent for name, sent in self._threads.items() if now - sent[-1] < longest}


_THREADS_KEPT = 4096


def _most(windows: Windows) -> int:
    return max(most for _, most in windows)
