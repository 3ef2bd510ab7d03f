"""The parts of the bot and how they fit together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

from aiohttp import web

from bot.edge import Microsoft, edge
from bot.figures import SETTINGS, figures
from bot.gate import LARGEST_BODY, answer_in_json
from bot.health import STORE, TROUBLE, health, ready
from bot.messages import ENDPOINT, messages
from bot.metrics import METRICS, Metrics, count_commits, count_turns
from bot.settings import Settings
from bot.stores import open_store
from bot.turns import Respond, Turns, blank
from dialogs.conversation import respond
from knowledge.store import Store


def create_app(
    settings: Settings,
    *,
    open_store: Callable[[Settings], Store] = open_store,
    respond: Respond = respond,
    microsoft: Microsoft | None = None,
) -> web.Application:
    """The bot as an aiohttp application. Starting it raises what opening the store raises."""

    async def resources(app: web.Application) -> AsyncIterator[None]:
        app[STORE] = store = open_store(settings)
        try:
            count_commits(store, metrics)
            turns = Turns(store, respond, blank(settings))
            await turns.refresh()
            async with edge(settings, turns, metrics, microsoft or Microsoft()) as made:
                app[ENDPOINT], app[TROUBLE] = made.endpoint, made.trouble
                yield
        finally:
            await store.close()

    metrics = Metrics()
    app = web.Application(middlewares=[count_turns, answer_in_json], client_max_size=LARGEST_BODY)
    app[METRICS], app[SETTINGS] = metrics, settings
    app.cleanup_ctx.append(resources)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/health", health)
    app.router.add_get("/ready", ready)
    app.router.add_get("/metrics", figures)
    return app
