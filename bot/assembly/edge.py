"""The edge of the bot, put together: the way in, the way out, and what both hold open."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.adapter import TeamsAdapter
from bot.assembly.errands import make_scheduler, posting_by
from bot.conversations.references import References
from bot.conversations.roster import Roster
from bot.conversations.turns import Turns
from bot.files.fetching import Fetching
from bot.files.handover import Files
from bot.handler import Handler
from bot.incoming.keys import SigningKeys
from bot.incoming.messages import Endpoint
from bot.incoming.tokens import KEYS_URL, Tokens
from bot.outgoing.azure import LOGIN, token_source
from bot.outgoing.bulkheads import Bulkheads
from bot.outgoing.connector import Connector
from bot.outgoing.credential import Credential
from bot.outgoing.session import http_session
from bot.schedule import running
from bot.settings import Settings
from bot.unasked.heartbeat import Heart
from bot.watching.metrics import Metrics, watching_loop
from bot.watching.tracing import start_tracing
from knowledge.store import Store

NO_KEYS = "Nobody can be checked: the Bot Framework's signing keys can't be had."
NO_TOKEN = "Nobody can be answered: no token for replies can be had."  # noqa: S105  # nosec B105: a sentence
FULL = "There is too much to do just now."


@dataclass(frozen=True, slots=True)
class Microsoft:
    """Where the bot asks Microsoft: for the keys of others' tokens, and for its own."""

    keys_url: str = KEYS_URL
    login_url: str = LOGIN


@dataclass(frozen=True, slots=True)
class Edge:
    """What takes activities, what sends them, and what may ail both."""

    endpoint: Endpoint
    connector: Connector
    keys: SigningKeys
    credential: Credential
    files: Files
    settings: Settings

    def trouble(self) -> str:
        """Why nobody can be answered just now, in a sentence; empty where nothing is known to be wrong."""
        if self.endpoint.places.full:
            return FULL
        if self.settings.local:
            return ""
        if self.keys.missing:
            return NO_KEYS
        return NO_TOKEN if self.credential.missing else ""


@asynccontextmanager
async def edge(
    settings: Settings, store: Store, turns: Turns, metrics: Metrics, *, heart: Heart, microsoft: Microsoft
) -> AsyncIterator[Edge]:
    """Everything between Teams and the turns, and what goes out unasked, until the end of the block."""
    async with AsyncExitStack() as opened:
        http = await opened.enter_async_context(http_session())
        await opened.enter_async_context(watching_loop(metrics))
        credential = Credential(token_source(settings, os.environ, http, microsoft.login_url))
        keys = SigningKeys(http, microsoft.keys_url)
        opened.push_async_callback(credential.aclose)
        opened.push_async_callback(keys.aclose)
        if not settings.local:
            keys.begin()
        span = start_tracing(os.environ)
        connector = Connector(http, credential, settings.service_hosts, told=metrics.delivered, span=span)
        places = Bulkheads(settings.queue_limit, settings.queue_limit * 3 // 4)
        metrics.watch_queue(lambda: places.taken)
        tokens = None if settings.local else Tokens(settings.app_id, keys)
        post = posting_by(connector)
        files = Files(store, settings, http, post, heart.clock)
        roster = Roster(store, settings, connector.get_json)
        fetching = Fetching(store, settings, http)
        handler = Handler(turns, settings, References(store, settings), files, roster, fetching=fetching)
        endpoint = Endpoint(settings, tokens, TeamsAdapter(connector), handler, places, span)
        scheduler = make_scheduler(settings, store, turns, post, heart)
        await opened.enter_async_context(running(scheduler))
        yield Edge(endpoint, connector, keys, credential, files, settings)
