"""Keeps knowledge in TinyDB; nobody else knows that."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

from knowledge.errors import StoreDamaged, StoreExists, StoreMissing
from knowledge.model import Programme
from knowledge.store.lock import lock
from knowledge.store.protocol import Conversation
from knowledge.store.records import Record, record, value
from knowledge.store.shelves import CONVERSATIONS, PROGRAMMES, SHELVES, Shelf
from knowledge.store.snapshot import FORMAT, META, SnapshotStorage, tables

SNAPSHOT = "snapshot.json"


class TinyStore:
    """A Store in one folder, held by one process.

    Reads come from memory and don't wait for a write. Writes run one after the other in a thread of their own,
    so that the loop goes on, and so that a cancelled caller can't leave two of them running.
    """

    def __init__(self, database: TinyDB, held: int | None = None) -> None:
        self._database = database
        self._held = held
        self._kept = {shelf: _values(database, shelf) for shelf in SHELVES}
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="store")

    @classmethod
    def create(cls, folder: Path) -> TinyStore:
        """Make an empty store, with its folder, and hold it. Raises StoreExists, StoreBusy."""
        _refuse_existing(folder)
        folder.mkdir(parents=True, exist_ok=True)
        return _holding(folder, lambda held: cls(_created(folder), held))

    @classmethod
    def open(cls, folder: Path) -> TinyStore:
        """Hold a store that is there. Raises StoreMissing, StoreDamaged, StoreBusy, and then has changed nothing."""
        if not (folder / SNAPSHOT).exists():
            raise StoreMissing(str(folder))
        return _holding(folder, lambda held: cls(_opened(folder), held))

    @classmethod
    def glance(cls, folder: Path) -> TinyStore:
        """Read a store that another process may hold. Nothing may be saved. Raises StoreMissing, StoreDamaged."""
        if not (folder / SNAPSHOT).exists():
            raise StoreMissing(str(folder))
        return _sound(folder, lambda: cls(_opened(folder)))

    @classmethod
    def in_memory(cls) -> TinyStore:
        """An empty store that ends with this value."""
        return cls(TinyDB(storage=MemoryStorage))

    async def programmes(self) -> tuple[Programme, ...]:
        """See Store."""
        return tuple(replace(kept, labels=dict(kept.labels)) for kept in self._kept[PROGRAMMES].values())

    async def save_programme(self, programme: Programme) -> None:
        """See Store. One that replaces another keeps its place."""
        await self._save(PROGRAMMES, programme)

    async def conversation(self, key: str) -> Conversation:
        """See Store."""
        kept = self._kept[CONVERSATIONS].get(key)
        return value(record(kept), Conversation) if kept else Conversation(key)

    async def save_conversation(self, conversation: Conversation) -> None:
        """See Store. Raises TypeError or ValueError where the memory isn't JSON."""
        await self._save(CONVERSATIONS, conversation)

    async def close(self) -> None:
        """See Store. Writes under way are waited for; later ones raise RuntimeError."""
        await asyncio.to_thread(self._writer.shutdown)
        held, self._held = self._held, None
        if held is not None:
            os.close(held)

    async def _save(self, shelf: Shelf, given: Any) -> None:
        kept = record(given)
        await asyncio.get_running_loop().run_in_executor(self._writer, self._write, shelf, kept)

    def _write(self, shelf: Shelf, kept: Record) -> None:
        """Runs in the writer's thread. The value is remembered last, when it is on the disk."""
        key, new = kept[shelf.key], value(kept, shelf.kind)
        table = self._database.table(shelf.table)
        if key in self._kept[shelf]:
            table.update(kept, where(shelf.key) == key)
        else:
            table.insert(kept)
        self._kept[shelf] = {**self._kept[shelf], key: new}  # a new one: a reader may be walking the old one


def _values(database: TinyDB, shelf: Shelf) -> dict[str, Any]:
    """What a shelf holds, by key, in the order it came."""
    return {document[shelf.key]: value(dict(document), shelf.kind) for document in database.table(shelf.table)}


def _refuse_existing(folder: Path) -> None:
    if (folder / SNAPSHOT).exists():
        raise StoreExists(str(folder))


def _created(folder: Path) -> TinyDB:
    _refuse_existing(folder)  # again, now that nobody else can make one
    database = TinyDB(folder / SNAPSHOT, None, storage=SnapshotStorage)
    database.table(META).insert({"format": FORMAT})
    return database


def _opened(folder: Path) -> TinyDB:
    path = folder / SNAPSHOT
    return TinyDB(path, tables(path), storage=SnapshotStorage)


def _holding(folder: Path, made: Callable[[int], TinyStore]) -> TinyStore:
    """A store that holds its folder; the folder is let go where the store can't be made."""
    held = lock(folder)
    try:
        return _sound(folder, lambda: made(held))
    except BaseException:
        os.close(held)
        raise


def _sound(folder: Path, made: Callable[[], TinyStore]) -> TinyStore:
    """A store whose records all fit; raises StoreDamaged for one that doesn't."""
    try:
        return made()
    except (msgspec.ValidationError, KeyError) as error:
        raise StoreDamaged(str(folder), f"a record doesn't fit: {error}") from error
