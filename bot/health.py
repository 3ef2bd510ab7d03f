"""What a watcher asks: is the process alive, and can it answer?"""

from __future__ import annotations

from aiohttp import web

from knowledge.errors import KnowledgeError
from knowledge.store import Store

STORE = web.AppKey[Store]("store")


async def health(_: web.Request) -> web.Response:
    """Alive: the event loop turns. Says nothing of the store, so that a slow disk restarts nobody."""
    return web.json_response({"status": "alive"})


async def ready(request: web.Request) -> web.Response:
    """Ready: the store can be read; 503 where it can't."""
    try:
        await request.app[STORE].programmes()
    except (KnowledgeError, OSError):
        return web.json_response({"error": "The store can't be read."}, status=503)
    return web.json_response({"status": "ready"})
