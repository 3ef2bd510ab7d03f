"""Looks every few seconds for what the bot owes of its own accord, and has it delivered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.unasked.courier import Courier
from bot.unasked.heartbeat import Heart
from knowledge.errors import KnowledgeError
from knowledge.model import Programme
from knowledge.progress.model import Delivery
from knowledge.progress.sending.agenda import agenda
from knowledge.store import Reading, Store

log = logging.getLogger(__name__)

BEAT = 5.0  # seconds
REMIND = timedelta(minutes=5)  # to see who is to be reminded, everything must be looked at
AT_ONCE = 16
LAST_WORDS = 15.0  # seconds that what is being sent gets to finish when the bot is stopped

STORE_TROUBLE = "the store can't be used"
OUR_TROUBLE = "something is wrong with the bot; its log says more"


async def _nothing_new() -> None:
    """Nobody else changes anything."""


@dataclass
class Scheduler:
    """The one that looks; `programmes` gives those known now, `catch_up` takes up what another bot has changed."""

    store: Store
    courier: Courier
    heart: Heart
    programmes: Callable[[], tuple[Programme, ...]]
    timezone: ZoneInfo
    clock: Callable[[], datetime]
    catch_up: Callable[[], Awaitable[None]] = _nothing_new
    _reminded: datetime | None = None
    _stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Beat until told to stop; whatever goes wrong in a beat is logged, and the next one comes."""
        while not self._stop.is_set():
            await self.beat()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), BEAT)

    def stop(self) -> None:
        """Let the beat under way be the last."""
        self._stop.set()

    async def beat(self) -> None:
        """Deliver what is owed now. A beat that fails for no known reason doesn't count as a sign of life."""
        try:
            await self._deliver()
        except KnowledgeError:
            log.warning("nothing delivered", exc_info=True)
            self.heart.beat(STORE_TROUBLE)
        except Exception:  # the scheduler's door: it goes on, and /health tells
            log.exception("scheduler failed")
            self.heart.trouble = OUR_TROUBLE
        else:
            self.heart.beat()

    async def _deliver(self) -> None:
        await self.courier.keep_outcomes()
        await self.catch_up()
        now, programmes = self.clock(), self._to_remind_of()

        def look(reading: Reading) -> tuple[Delivery, ...]:
            return agenda(reading, programmes, now, self.timezone)

        places = asyncio.Semaphore(AT_ONCE)

        async def deliver(owed: Delivery) -> None:
            async with places:
                await self.courier.deliver(owed)

        done = await asyncio.gather(*map(deliver, await self.store.read(look)), return_exceptions=True)
        for error in filter(None, done):
            raise error

    def _to_remind_of(self) -> tuple[Programme, ...]:
        """Every programme, now and then; else none."""
        now = self.clock()
        if self._reminded and now - self._reminded < REMIND:
            return ()
        self._reminded = now
        return self.programmes()


@asynccontextmanager
async def running(scheduler: Scheduler) -> AsyncIterator[None]:
    """Have it run for as long as the block; what it is sending at the end is finished."""
    scheduler.heart.beat()
    task = asyncio.create_task(scheduler.run(), name="scheduler")
    task.add_done_callback(lambda ended: _ended(ended, scheduler.heart))
    try:
        yield
    finally:
        scheduler.stop()
        _, unfinished = await asyncio.wait([task], timeout=LAST_WORDS)
        for late in unfinished:
            late.cancel()
            await asyncio.wait([late])


def _ended(task: asyncio.Task[None], heart: Heart) -> None:
    """It never dies silently."""
    heart.dead = True
    if not task.cancelled() and (error := task.exception()):
        log.critical("the scheduler died", exc_info=error)
