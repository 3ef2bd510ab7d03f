"""POST /api/messages: one activity in, one HTTP answer out."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from botbuilder.core import TurnContext

from bot.adapter import TeamsAdapter
from bot.handler import Handler
from bot.incoming.activity import Incoming, Refused, read_activity
from bot.incoming.origin import as_activity, check_origin
from bot.incoming.tokens import Tokens
from bot.outgoing.bulkheads import Bulkheads, Crowded
from bot.settings import Settings
from bot.watching.tracing import Span, no_span

BODY_WITHIN = 10.0  # seconds

BUSY = "The bot has too much to do just now."
TOO_SLOW = "The body took too long to arrive."


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What an activity goes through: is it really Teams, and what is to be done with it?"""

    settings: Settings
    tokens: Tokens | None
    adapter: TeamsAdapter
    handler: Handler
    places: Bulkheads
    span: Span = no_span

    async def take(self, incoming: Incoming, token: str) -> web.Response:
        """Authenticate and handle one activity. Without `tokens`, in local mode, nobody is asked who they are."""
        if self.tokens:
            await self.tokens.check(token, incoming.service_url, incoming.channel_id)
        check_origin(incoming, self.settings)

        async def turn(context: TurnContext) -> None:
            await self.handler.take(incoming, context)

        with self.places.lane(incoming.service_url), self.span("turn"):
            answer = await self.adapter.take(as_activity(incoming), turn)
        return web.json_response(answer.body, status=answer.status) if answer else web.Response(status=201)


ENDPOINT = web.AppKey("endpoint", Endpoint)


async def messages(request: web.Request) -> web.Response:
    """Take one activity. 201 says that it was taken, 200 carries the answer to an invoke."""
    if request.content_type != "application/json":
        raise Refused(415, "The body must be application/json.")
    endpoint = request.app[ENDPOINT]
    try:
        with endpoint.places.place():
            incoming = read_activity(await _body(request))
            return await endpoint.take(incoming, request.headers.get("Authorization", ""))
    except Crowded:
        raise Refused(503, BUSY) from None


async def _body(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(BODY_WITHIN):
            return await request.read()
    except TimeoutError:
        raise Refused(408, TOO_SLOW) from None
    except (web.RequestPayloadError, HttpProcessingError):
        raise Refused(400, "The body can't be read.") from None
