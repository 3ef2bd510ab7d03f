"""Has the kernel sync a file by itself and say when it is done.

A thread that waits for the disk costs more than the disk: each time it comes back it wants the lock that Python's
threads share, and on a busy bot that costs both about half a millisecond.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

linux_aio: Any
try:
    from caio import linux_aio
except ImportError:  # another system, or one that lets nobody do this
    linux_aio = None

Done = Callable[[OSError | None], None]

_SIGN = 2**63  # from here on, an unsigned number stands for a negative one, and that for an error


class Kernel:
    """Linux' own asynchronous input and output, as far as it syncs one file at a time, for one loop at a time."""

    def __init__(self, context: Any) -> None:
        self._context, self._loop = context, None
        self._done: Done | None = None
        self._result: int | None = None

    @classmethod
    def here(cls) -> Kernel | None:
        """None where this system can't do it, or doesn't for as many as want it (its setting fs.aio-max-nr)."""
        with suppress(SystemError, OSError):
            return cls(linux_aio.Context(max_requests=1)) if linux_aio else None
        return None

    def sync(self, file: int, done: Done) -> bool:
        """Begin to sync a file's content, as fdatasync does; `done` is called on the running loop when that ends.

        False where the kernel doesn't take it on; then `done` isn't called.
        """
        self._listen()
        self._done, operation = done, linux_aio.Operation.fdsync(file)
        operation.set_callback(self._ended)
        try:
            return bool(self._context.submit(operation))
        except (OverflowError, ValueError, SystemError, OSError):
            return False

    def stop(self) -> None:
        """Listen no more."""
        if self._loop and not self._loop.is_closed():
            self._loop.remove_reader(self._context.fileno)
        self._loop = None

    def _listen(self) -> None:
        loop: Any = asyncio.get_running_loop()
        if loop is not self._loop:
            self.stop()
            loop.add_reader(self._context.fileno, self._hear)
            self._loop = loop

    def _ended(self, result: int) -> None:
        """What is raised here is lost, so that nothing is done but to note it."""
        self._result = result

    def _hear(self) -> None:
        with suppress(BlockingIOError):  # it has been heard already
            self._context.poll()
        self._context.process_events()
        result, self._result = self._result, None
        if result is not None and self._done:
            done, self._done = self._done, None
            done(_error(result))


def _error(result: int) -> OSError | None:
    if result < _SIGN:
        return None
    number = 2 * _SIGN - result
    return OSError(number, os.strerror(number))
