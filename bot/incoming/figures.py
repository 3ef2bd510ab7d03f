"""GET /metrics: the bot's figures, for this machine or for who has the token."""

from __future__ import annotations

import hmac

from aiohttp import web
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.incoming.activity import Refused
from bot.outgoing.address import is_loopback
from bot.settings import Settings
from bot.watching.metrics import METRICS

SETTINGS = web.AppKey("settings", Settings)

NOT_FOR_YOU = "The figures need METRICS_TOKEN, or a look from this machine."


async def figures(request: web.Request) -> web.Response:
    """The figures in Prometheus' own text. Raises Refused (403)."""
    if not _may_see(request, request.app[SETTINGS].metrics_token):
        raise Refused(403, NOT_FOR_YOU)
    body = generate_latest(request.app[METRICS].registry)
    return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})


def _may_see(request: web.Request, token: str) -> bool:
    """With a token set, only with it. Without, from this machine, unless a proxy says that it only passes on."""
    if token:
        return hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode())
    forwarded = "Forwarded" in request.headers or "X-Forwarded-For" in request.headers
    return is_loopback(request.remote or "") and not forwarded
