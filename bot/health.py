"""What a watcher asks: is the process alive, and can it answer?"""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from bot.unasked.heartbeat import Heart
from knowledge.errors import KnowledgeError, NotKept, StoreHalted
from knowledge.store import Store

HEART = web.AppKey[Heart]("heart")
TROUBLE = web.AppKey[Callable[[], str]]("trouble")
STORE = web.AppKey[Store]("store")


async def health(request: web.Request) -> web.Response:
    """Alive: the event loop turns, and so does the scheduler; 503 where that is stuck.

    Says nothing of the store, so that a slow disk restarts nobody.
    """
    heart = request.app[HEART]
    status = {"status": "alive" if heart.sound else "stuck", "scheduler": heart.described()}
    return web.json_response(status, status=200 if heart.sound else 503)


async def ready(request: web.Request) -> web.Response:
    """Ready: people can be answered and, as far as is known, what they say be kept; 503 and why where they can't."""
    try:
        await request.app[STORE].ready()
        await request.app[STORE].programmes()
    except (KnowledgeError, OSError) as error:
        return web.json_response({"error": _reason(error)}, status=503)
    if trouble := request.app[TROUBLE]():
        return web.json_response({"error": trouble}, status=503)
    return web.json_response({"status": "ready"})


def _reason(error: Exception) -> str:
    match error:
        case NotKept():
            return f"The store can't be written: {error.reason}."
        case StoreHalted():
            return f"The store takes nothing more until the bot is started again: {error.reason}."
        case _:
            return "The store can't be read."
