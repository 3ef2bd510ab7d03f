"""The parts of the bot and how they fit together."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import datetime

from aiohttp import ClientSession, web

from bot.adapter import TeamsAdapter
from bot.azure import LOGIN, token_source
from bot.bulkheads import Bulkheads
from bot.connector import Connector, http_session
from bot.credential import Credential
from bot.errands import make_scheduler, posting_by, wall_clock
from bot.files import FILES, Files, file
from bot.gate import LARGEST_BODY, answer_in_json
from bot.handler import Handler
from bot.health import HEART, STORE, health, ready
from bot.heartbeat import Heart
from bot.keys import SigningKeys
from bot.messages import ENDPOINT, Endpoint, messages
from bot.references import References
from bot.schedule import running
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
    clock: Callable[[], datetime] = wall_clock,
) -> web.Application:
    """The bot as an aiohttp application. Starting it raises what opening the store raises."""

    async def resources(app: web.Application) -> AsyncIterator[None]:
        app[STORE] = store = open_store(settings)
        try:
            turns = Turns(store, respond, blank(settings), clock)
            await turns.refresh()
            async with AsyncExitStack() as opened:
                http = await opened.enter_async_context(http_session())
                connector = _connector(settings, http, opened, login_url)
                post = posting_by(connector)
                app[FILES] = Files(store, settings, http, post, clock)
                handler = Handler(turns, settings, References(store, settings), app[FILES])
                app[ENDPOINT] = _endpoint(settings, handler, connector, SigningKeys(http, keys_url), opened)
                scheduler = make_scheduler(settings, store, lambda: turns.knowledge, post, app[HEART])
                await opened.enter_async_context(running(scheduler))
                yield
        finally:
            await store.close()

    app = web.Application(middlewares=[answer_in_json], client_max_size=LARGEST_BODY)
    app[HEART] = Heart(clock)
    app.cleanup_ctx.append(resources)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/files/{ticket}", file)
    app.router.add_get("/health", health)
    app.router.add_get("/ready", ready)
    return app


def _connector(settings: Settings, http: ClientSession, opened: AsyncExitStack, login_url: str) -> Connector:
    """The way out, with the bot's token."""
    credential = Credential(token_source(settings, os.environ, http, login_url))
    opened.push_async_callback(credential.aclose)
    return Connector(http, credential, settings.service_hosts)


def _endpoint(
    settings: Settings, handler: Handler, connector: Connector, keys: SigningKeys, opened: AsyncExitStack
) -> Endpoint:
    """The way in."""
    opened.push_async_callback(keys.aclose)
    tokens = None if settings.local else Tokens(settings.app_id, keys)
    places = Bulkheads(settings.queue_limit, settings.queue_limit * 3 // 4)
    return Endpoint(settings, tokens, TeamsAdapter(connector), handler, places)
