"""The parts of the bot and how they fit together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

from aiohttp import ClientSession, ClientTimeout, web

from bot.adapter import KEYS_URL, make_adapter
from bot.gate import LARGEST_BODY, answer_in_json
from bot.handler import Handler
from bot.health import STORE, health, ready
from bot.messages import ENDPOINT, Endpoint, messages
from bot.settings import Settings
from bot.stores import open_store
from bot.turns import Respond, Turns, blank
from dialogs.conversation import respond
from knowledge.store import Store

SERVICE_TIMEOUT = ClientTimeout(total=10)  # Teams gives a bot 15 s for a turn


def create_app(
    settings: Settings,
    *,
    open_store: Callable[[Settings], Store] = open_store,
    respond: Respond = respond,
    keys_url: str = KEYS_URL,
) -> web.Application:
    """The bot as an aiohttp application. Starting it raises what opening the store raises."""

    async def resources(app: web.Application) -> AsyncIterator[None]:
        app[STORE] = store = open_store(settings)
        try:
            turns = Turns(store, respond, blank(settings))
            await turns.refresh()
            async with ClientSession(timeout=SERVICE_TIMEOUT) as http:
                adapter = make_adapter(settings, http, keys_url)
                app[ENDPOINT] = Endpoint(settings, adapter, Handler(turns, settings))
                yield
        finally:
            await store.close()

    app = web.Application(middlewares=[answer_in_json], client_max_size=LARGEST_BODY)
    app.cleanup_ctx.append(resources)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/health", health)
    app.router.add_get("/ready", ready)
    return app
