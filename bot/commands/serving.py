"""The command that serves."""

from __future__ import annotations

import errno
import logging
import os

from bot.app import create_app
from bot.assembly.server import run
from bot.commands.failures import CommandFailed
from bot.settings import Settings

log = logging.getLogger(__name__)

IN_FLIGHT = 10.0  # seconds that turns under way get to finish when the bot is stopped


def serve(settings: Settings) -> str:
    """Serve until SIGINT or SIGTERM; turns under way are finished, then the store is closed."""
    log.info("starting", extra={"host": settings.host, "port": settings.port, "local": settings.local})
    try:
        run(create_app(settings), settings.host, settings.port, IN_FLIGHT)
    except OSError as error:
        raise CommandFailed(_cannot_listen(settings, error)) from error
    log.info("stopped")
    return ""


def _cannot_listen(settings: Settings, error: OSError) -> str:
    where = f"{settings.host} port {settings.port}"
    if error.errno == errno.EADDRINUSE:
        return f"{where} is taken by another program. Stop that, or set PORT to a free one."
    return f"The bot can't listen on {where}: {os.strerror(error.errno or 0)}."
