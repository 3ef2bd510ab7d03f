"""Does what blocks, one thing after the other, in a thread beside the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any

Done = Callable[[Any, BaseException | None], None]


class Lane:
    """A thread that takes calls. Leaner than an executor: a future less for each call, which shows in every write."""

    def __init__(self, name: str) -> None:
        self._calls: SimpleQueue[tuple[Callable[[], Any], asyncio.AbstractEventLoop, Done] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(self, call: Callable[[], Any], done: Done) -> None:
        """Do this next; `done` is called on the running loop with the result, or with what was raised."""
        self._calls.put((call, asyncio.get_running_loop(), done))

    def stop(self) -> None:
        """End once everything is done, and wait for that."""
        self._calls.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (item := self._calls.get()) is not None:
            call, loop, done = item
            result, error = _tried(call)
            with suppress(RuntimeError):  # the loop is closed: nobody waits there any more
                loop.call_soon_threadsafe(done, result, error)


def _tried(call: Callable[[], Any]) -> tuple[Any, BaseException | None]:
    try:
        return call(), None
    except BaseException as error:  # whoever asked for the call gets it
        return None, error


def settle(future: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    """Tell whoever waits how a call went, if they still wait."""
    if future.done():
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error if not isinstance(error, StopIteration) else RuntimeError("StopIteration"))
