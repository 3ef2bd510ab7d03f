"""Lets one at a time do something, or a few, for each key, within this process."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager


class Locks:
    """A lock for each key, which lives as long as somebody holds or awaits it. First come, first served."""

    def __init__(self, at_once: int = 1) -> None:
        self._at_once = at_once
        self._locks: dict[str, _Lock] = {}

    def __getitem__(self, key: str) -> AbstractAsyncContextManager[None]:
        return _Held(self._locks, key, self._at_once)


class _Lock(asyncio.Semaphore):
    """A lock, and how many hold or await it."""

    wanted = 0


class _Held(AbstractAsyncContextManager[None]):
    """A key's lock as a block. A class of its own: a generator with contextlib takes twice as long, and so do weak
    references."""

    def __init__(self, locks: dict[str, _Lock], key: str, at_once: int) -> None:
        self._locks, self._key, self._at_once = locks, key, at_once

    async def __aenter__(self) -> None:
        lock = self._locks.get(self._key)
        if lock is None:
            lock = self._locks[self._key] = _Lock(self._at_once)
        lock.wanted += 1
        try:
            await lock.acquire()
        except BaseException:  # whoever waited was stopped
            self._leave(lock)
            raise
        self._lock = lock

    async def __aexit__(self, *_: object) -> None:
        self._lock.release()
        self._leave(self._lock)

    def _leave(self, lock: _Lock) -> None:
        lock.wanted -= 1
        if not lock.wanted:
            del self._locks[self._key]
