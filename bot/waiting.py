"""Shows that an answer is on its way, where it takes long enough for somebody to wonder."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

log = logging.getLogger(__name__)

SOON = 1.0  # seconds


@asynccontextmanager
async def waiting(sign: Callable[[], Awaitable[None]], soon: float) -> AsyncIterator[Callable[[], None]]:
    """Give the sign once, unless the block ends or calls what it is given before; nobody minds where it fails."""
    loop, giving = asyncio.get_running_loop(), list[asyncio.Task[None]]()
    timer = loop.call_later(soon, lambda: giving.append(loop.create_task(_give(sign))))
    try:
        yield timer.cancel
    finally:
        timer.cancel()
        for task in giving:
            task.cancel()


async def _give(sign: Callable[[], Awaitable[None]]) -> None:
    try:
        await sign()
    except Exception as error:  # a sign that doesn't arrive is no reason to leave out the answer
        log.info("no sign of waiting", exc_info=error)
