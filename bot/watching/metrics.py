"""What the bot counts and times for its operators, as Prometheus reads it; never who or what."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)

from bot.outgoing.retry import LOST, UNSENT
from knowledge.store import Store

EVERY = 0.25  # seconds between two looks at the event loop
FINE = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

_OUTCOMES = {401: "not proven", 403: "not ours", 500: "failed", 502: "not delivered", 503: "too many"}
_TAKEN, _OTHER = "taken", "not understood"
_DELIVERIES = {UNSENT: "no connection", LOST: "no answer"}


class Metrics:
    """The figures of one bot."""

    def __init__(self) -> None:
        self.registry = made = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=made)
        self.turns = Counter("bot_turns", "Activities by what became of them", ["outcome"], registry=made)
        self.seconds = Histogram("bot_turn_seconds", "From request to answer", buckets=FINE, registry=made)
        self.commits = Histogram("bot_store_commit_seconds", "Transactions that were kept", buckets=FINE, registry=made)
        self.refusals = Counter("bot_store_refused", "Transactions that weren't kept", registry=made)
        self.deliveries = Counter("bot_deliveries", "Sendings by HTTP status", ["outcome"], registry=made)
        self.lag = Histogram("bot_loop_lag_seconds", "How late the event loop was", buckets=FINE, registry=made)
        self._queue = Gauge("bot_queue", "Activities under way", registry=made)
        self._delivered = {200: self.deliveries.labels("200")}  # looked up for every reply
        self._taken = self.turns.labels(_TAKEN)

    def watch_queue(self, taken: Callable[[], float]) -> None:
        """Where to look up how many activities are under way."""
        self._queue.set_function(taken)

    def delivered(self, status: int) -> None:
        """Count one sending to Teams; see NotDelivered for the status."""
        counter = self._delivered.get(status) or self.deliveries.labels(_DELIVERIES.get(status, str(status)))
        counter.inc()

    def answered(self, status: int, seconds: float) -> None:
        """Count and time one activity by the HTTP status of its answer."""
        counter = self._taken if status < 300 else self.turns.labels(_OUTCOMES.get(status, _OTHER))
        counter.inc()
        self.seconds.observe(seconds)


METRICS = web.AppKey("metrics", Metrics)


@web.middleware
async def count_turns(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count and time activities; other requests aren't turns. Belongs outside of what makes answers of errors."""
    if request.method != "POST":
        return await handler(request)
    metrics, began = request.app[METRICS], time.perf_counter()
    response = await handler(request)
    metrics.answered(response.status, time.perf_counter() - began)
    return response


def count_commits(store: Store, metrics: Metrics) -> None:
    """Count and time this store's transactions from now on."""
    transact = store.transact

    async def counted(work: Any) -> Any:
        began = time.perf_counter()
        try:
            result = await transact(work)
        except BaseException:
            metrics.refusals.inc()
            raise
        metrics.commits.observe(time.perf_counter() - began)
        return result

    store.transact = counted  # type: ignore[method-assign]  # the store's own conveniences are to go through it too


@asynccontextmanager
async def watching_loop(metrics: Metrics) -> AsyncIterator[None]:
    """Look again and again how late the event loop is."""

    async def look() -> None:
        while True:
            due = time.perf_counter() + EVERY
            await asyncio.sleep(EVERY)
            metrics.lag.observe(max(0.0, time.perf_counter() - due))

    looking = asyncio.create_task(look())
    try:
        yield
    finally:
        looking.cancel()
