"""Shows that an answer is on its way, where it takes long enough for somebody to wonder."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

SOON = 1.0  # seconds


class waiting:  # noqa: N801  reads as what it does: `with waiting(sign, SOON) as answering`
    """Gives the sign once, unless the block ends or calls what it is given before; nobody minds where it fails."""

    def __init__(self, sign: Callable[[], Awaitable[None]], soon: float) -> None:
        self._sign, self._soon = sign, soon
        self._giving: asyncio.Task[None] | None = None

    def __enter__(self) -> Callable[[], None]:
        self._timer = asyncio.get_running_loop().call_later(self._soon, self._begin)
        return self._timer.cancel

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._giving:
            self._giving.cancel()

    def _begin(self) -> None:
        self._giving = asyncio.get_running_loop().create_task(self._give())

    async def _give(self) -> None:
        try:
            await self._sign()
        except Exception as error:  # a sign that doesn't arrive is no reason to leave out the answer
            log.info("no sign of waiting", exc_info=error)
