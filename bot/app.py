"""The parts of the bot and how they fit together."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

from aiohttp import web

from bot.adapter import TeamsAdapter
from bot.azure import LOGIN, token_source
from bot.bulkheads import Bulkheads
from bot.connector import Connector, http_session
from bot.credential import Credential
from bot.gate import LARGEST_BODY, answer_in_json
from bot.handler import Handler
from bot.health import STORE, health, ready
from bot.keys import SigningKeys
from bot.messages import ENDPOINT, Endpoint, messages
from bot.settings import Settings
from bot.stores import open_store
from bot.tokens import KEYS_URL, Tokens
from bot.turns import Respond, Turns, blank
from dialogs.conversation import respond
from knowledge.store import Store


def create_app(
    settings: Settings,
    *,
    open_store: Callable[[Settings], Store] = open_store,
    respond: Respond = respond,
    keys_url: str = KEYS_URL,
    login_url: str = LOGIN,
) -> web.Application:
    """The bot as an aiohttp application. Starting it raises what opening the store raises."""

    async def resources(app: web.Application) -> AsyncIterator[None]:
        app[STORE] = store = open_store(settings)
        try:
            turns = Turns(store, respond, blank(settings))
            await turns.refresh()
            async with AsyncExitStack() as opened:
                app[ENDPOINT] = await _endpoint(settings, turns, opened, keys_url, login_url)
                yield
        finally:
            await store.close()

    app = web.Application(middlewares=[answer_in_json], client_max_size=LARGEST_BODY)
    app.cleanup_ctx.append(resources)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/health", health)
    app.router.add_get("/ready", ready)
    return app


async def _endpoint(
    settings: Settings, turns: Turns, opened: AsyncExitStack, keys_url: str, login_url: str
) -> Endpoint:
    """The way in and the way out, and what they hold open."""
    http = await opened.enter_async_context(http_session())
    credential = Credential(token_source(settings, os.environ, http, login_url))
    keys = SigningKeys(http, keys_url)
    opened.push_async_callback(credential.aclose)
    opened.push_async_callback(keys.aclose)
    adapter = TeamsAdapter(Connector(http, credential, settings.service_hosts))
    tokens = None if settings.local else Tokens(settings.app_id, keys)
    places = Bulkheads(settings.queue_limit, settings.queue_limit * 3 // 4)
    return Endpoint(settings, tokens, adapter, Handler(turns, settings), places)
