"""What every HTTP exchange keeps to: bodies of a decent size, and errors as short JSON, never as a traceback."""

from __future__ import annotations

import logging

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.incoming.activity import Refused
from bot.outgoing.connector import NotDelivered
from bot.watching.log import new_turn, turn_id

log = logging.getLogger(__name__)

LARGEST_BODY = 256 * 1024  # bytes; Teams' largest activity is a tenth of this

_ADVICE = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "3"}}

OURS = "Something went wrong on the bot's side; its log says more under {id}."
NOT_TAKEN = "The reply could not be delivered."


@web.middleware
async def answer_in_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Give each request an id for the log, and make every error a short JSON answer."""
    new_turn()
    try:
        return await handler(request)
    except Refused as error:
        return _error(error.status, error.reason)
    except NotDelivered as error:
        log.warning("reply not delivered", extra={"status": error.status}, exc_info=error)
        return _error(502, NOT_TAKEN)
    except web.HTTPException as error:
        return _error(error.status, f"{error.reason}.", error.headers.get("Allow"))
    except Exception:
        log.exception("request failed")
        return _error(500, OURS.format(id=turn_id.get()))


def _error(status: int, reason: str, allow: str | None = None) -> web.Response:
    headers = {"Allow": allow} if allow else _ADVICE.get(status, {})
    return web.json_response({"error": reason}, status=status, headers=headers)
