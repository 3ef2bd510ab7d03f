"""What the bot tells its operators: one JSON object a line, without message texts or names."""

from __future__ import annotations

import hashlib
import logging
import sys
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from itertools import count
from typing import Any
from uuid import uuid4

import msgspec

turn_id: ContextVar[str] = ContextVar("turn_id", default="")
_process, _numbers = uuid4().hex[:6], count(1)

QUIET = ("aiohttp.access", "asyncio", "botbuilder", "botframework", "msal", "msrest", "urllib3")
_encoder = msgspec.json.Encoder(enc_hook=str)
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


def new_turn() -> None:
    """Give what is logged from now on in this task an id of its own, which tells processes apart, too."""
    turn_id.set(f"{_process}{next(_numbers):06x}")


def start_logging(level: str) -> None:
    """Send every log line to standard error as JSON; libraries only speak up when something is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False  # no line has them
    logging._srcfile = None  # the logging documentation's way to leave out who called, which takes longest
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


class JsonLines(logging.Formatter):
    """A record as one line: time (UTC), level, event, the turn it belongs to, and whatever `extra` holds."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            "logger": record.name,
            "turn": turn_id.get(),
            **{name: getattr(record, name) for name in vars(record).keys() - _USUAL},
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = where_it_failed(record.exc_info[1])
        return _encoder.encode({name: value for name, value in line.items() if value != ""}).decode()


def where_it_failed(error: BaseException) -> list[str]:
    """Kinds and places of an error and its causes, newest first. Messages are left out: they may quote a person."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [type(error).__qualname__, *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))]
    cause = error.__cause__ or error.__context__
    return [*lines, *where_it_failed(cause)] if cause else lines


@lru_cache(1024)
def pseudonym(identifier: str) -> str:
    """A short stand-in for a conversation's or person's id: the same each time, and not to be turned back."""
    return hashlib.sha256(identifier.encode()).hexdigest()[:12]
