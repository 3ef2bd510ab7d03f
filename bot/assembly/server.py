"""Runs the bot's HTTP server until the process is asked to end."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal

from aiohttp import web

log = logging.getLogger(__name__)

ENDINGS = (signal.SIGINT, signal.SIGTERM)
NOT_HTTP = "This is no HTTP that the bot understands."
YOUNG = 20_000  # objects made before the collector looks at the young ones; by itself it does at 700, many a message


class Runner(web.AppRunner):
    """As aiohttp's own, but answers what can't be parsed in short JSON, and logs it in a word."""

    async def _make_server(self) -> web.Server:
        made = await super()._make_server()
        return _Server(made.request_handler, request_factory=made.request_factory, access_log=None)


def run(app: web.Application, host: str, port: int, in_flight: float) -> None:
    """Serve until SIGINT or SIGTERM, then let what is under way finish, for `in_flight` seconds. Raises OSError."""
    asyncio.run(_run(app, host, port, in_flight))


async def _run(app: web.Application, host: str, port: int, in_flight: float) -> None:
    ended = asyncio.Event()
    for ending in ENDINGS:
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends the loop itself
            asyncio.get_running_loop().add_signal_handler(ending, ended.set)
    runner = Runner(app, shutdown_timeout=in_flight)
    try:
        await runner.setup()
        await web.TCPSite(runner, host, port, reuse_address=True).start()
        _spare_the_collector()
        await ended.wait()
    finally:
        await runner.cleanup()


def _spare_the_collector() -> None:
    """What is there by now stays; without this, the collector looks through all of it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)


class _Server(web.Server):
    def __call__(self) -> web.RequestHandler:
        return _Connection(self, loop=asyncio.get_running_loop(), access_log=None)  # type: ignore[arg-type]  # so says its documentation


class _Connection(web.RequestHandler):
    """A connection whose errors are told like all others; see bot/incoming/gate.py."""

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002  aiohttp's signature; it quotes what was sent
    ) -> web.StreamResponse:
        """See aiohttp. Closes the connection."""
        log.info("not understood as HTTP", extra={"reason": type(exc).__name__, "status": status})
        if request.writer.output_size > 0:
            raise ConnectionError
        response = web.json_response({"error": NOT_HTTP}, status=status)
        response.force_close()
        return response
