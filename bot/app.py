"""The parts of the bot and how they fit together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import datetime

from aiohttp import web

from bot.assembly.edge import Microsoft, edge
from bot.assembly.errands import wall_clock
from bot.assembly.stores import open_store
from bot.conversations.turns import Respond, Turns, blank
from bot.files.handover import FILES, file
from bot.health import HEART, STORE, TROUBLE, health, ready
from bot.incoming.figures import SETTINGS, figures
from bot.incoming.gate import LARGEST_BODY, answer_in_json
from bot.incoming.messages import ENDPOINT, messages
from bot.settings import Settings
from bot.unasked.heartbeat import Heart
from bot.watching.metrics import METRICS, Metrics, count_commits, count_turns
from dialogs.conversation import respond
from knowledge.store import Store


def create_app(
    settings: Settings,
    *,
    open_store: Callable[[Settings], Store] = open_store,
    respond: Respond = respond,
    microsoft: Microsoft | None = None,
    clock: Callable[[], datetime] = wall_clock,
) -> web.Application:
    """The bot as an aiohttp application. Starting it raises what opening the store raises."""

    async def resources(app: web.Application) -> AsyncIterator[None]:
        app[STORE] = store = open_store(settings)
        try:
            count_commits(store, metrics)
            turns = Turns(store, respond, blank(settings), clock)
            await turns.refresh()
            await turns.tidy()  # a bot that was killed may not have come to it
            async with edge(settings, store, turns, metrics, heart=heart, microsoft=microsoft or Microsoft()) as made:
                app[ENDPOINT], app[TROUBLE], app[FILES] = made.endpoint, made.trouble, made.files
                yield
        finally:
            await store.close()

    metrics, heart = Metrics(), Heart(clock)
    app = web.Application(middlewares=[count_turns, answer_in_json], client_max_size=LARGEST_BODY)
    app[METRICS], app[SETTINGS], app[HEART] = metrics, settings, heart
    app.cleanup_ctx.append(resources)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/files/{ticket}", file)
    app.router.add_get("/health", health)
    app.router.add_get("/ready", ready)
    app.router.add_get("/metrics", figures)
    return app
