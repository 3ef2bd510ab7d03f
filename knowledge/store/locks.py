"""Lets one at a time do something, or a few, for each key, within this process."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary


class Locks:
    """A lock for each key, which lives as long as somebody holds or awaits it. First come, first served."""

    def __init__(self, at_once: int = 1) -> None:
        self._at_once = at_once
        self._locks: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    def __getitem__(self, key: str) -> asyncio.Semaphore:
        return self._locks.setdefault(key, asyncio.Semaphore(self._at_once))
