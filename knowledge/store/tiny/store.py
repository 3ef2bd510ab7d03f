"""Keeps knowledge in TinyDB; nobody outside this package knows that."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from knowledge.errors import StoreDamaged, StoreExists, StoreHalted, StoreMissing
from knowledge.store import protocol
from knowledge.store.conveniences import Conveniences
from knowledge.store.files.disk import Disk, make_folders, placed, reason
from knowledge.store.files.keeper import Keeper
from knowledge.store.files.mounts import MOUNTS, refuse_network
from knowledge.store.files.opening import checkpoint, make, numbered, open_files
from knowledge.store.files.recovery import glance, look
from knowledge.store.files.snapshot import SNAPSHOT
from knowledge.store.files.staging import Database
from knowledge.store.locks import Locks
from knowledge.store.protocol import END, Transaction
from knowledge.store.records.kept import Kept
from knowledge.store.shelves import SHELVES, Shelf
from knowledge.store.tiny.committer import Committer
from knowledge.store.tiny.transaction import Reading

Value = TypeVar("Value")
Result = TypeVar("Result")

log = logging.getLogger(__name__)

DISK = Disk()


class TinyStore(Conveniences):
    """A Store in one folder, held by one process and used from one event loop at a time.

    Reads come from memory and wait for nothing. A write is in the journal, on the disk, before it is seen.
    """

    def __init__(self, kept: dict[str, Kept], keeper: Keeper | None = None, let_go: Callable[[], None] | None = None):
        self._kept, self._keeper, self._let_go = kept, keeper, let_go
        self._reading, self._locks = Reading(kept), Locks()
        self._committer = Committer(Database(kept), lambda: numbered(kept), keeper)

    @classmethod
    def create(cls, folder: Path, disk: Disk = DISK) -> TinyStore:
        """Make an empty store, with its folder, and hold it.

        Raises StoreExists, StoreBusy, StoreUnsafe, NoPlace, NotKept."""
        refuse_network(folder, MOUNTS)
        with placed(folder):
            if SNAPSHOT in disk.names(folder):
                raise StoreExists(str(folder))
            make_folders(disk, folder)
            return cls._holding(folder, disk, lambda: (make(disk, folder, {}), _nothing()))

    @classmethod
    def open(cls, folder: Path, disk: Disk = DISK) -> TinyStore:
        """Hold a store that is there. Raises StoreMissing, StoreDamaged, StoreBusy, StoreUnsafe; changes nothing then.

        What a power cut left unfinished is tidied up, and a store of an older format brought up to date.
        """
        refuse_network(folder, MOUNTS)
        with _readable(folder):
            if SNAPSHOT not in disk.names(folder):
                look(disk, folder)  # says what is wrong, and leaves no lock where there is no store
            return cls._holding(folder, disk, lambda: open_files(disk, folder))

    @classmethod
    def glance(cls, folder: Path, disk: Disk = DISK) -> TinyStore:
        """Read a store that another process may hold. Nothing may be saved. Raises StoreMissing, StoreDamaged."""
        with _readable(folder):
            store = cls(glance(disk, folder).kept)
        store._committer.halt(StoreHalted("it was opened to be read"))
        return store

    @classmethod
    def in_memory(cls) -> TinyStore:
        """An empty store that ends with this value."""
        return cls(_nothing())

    @classmethod
    def _holding(cls, folder: Path, disk: Disk, files: Callable[[], tuple[Keeper, dict[str, Kept]]]) -> TinyStore:
        """A store that holds its folder, which is let go where the store can't be had."""
        held = disk.lock(folder)
        try:
            keeper, kept = files()
            keeper.held = held
            return cls(kept, keeper, lambda: disk.close(held))
        except BaseException:
            disk.close(held)
            raise

    async def transact(self, work: Callable[[Transaction], Result]) -> Result:
        """See Store. Runs `work` once, on the loop."""
        result: Result = await self._committer.submit(work)
        return result

    async def read(self, work: Callable[[protocol.Reading], Result]) -> Result:
        """See Store."""
        return work(self._reading)

    async def get(self, shelf: Shelf[Value], key: str) -> Value | None:
        """See Store."""
        return self._reading.get(shelf, key)

    async def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        """See Store."""
        return self._reading.all(shelf)

    async def find(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Store."""
        return self._reading.find(shelf, **where)

    async def last(self, shelf: Shelf[Value], count: int, **where: str) -> tuple[Value, ...]:
        """See Store."""
        return self._reading.last(shelf, count, **where)

    async def newest(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Store."""
        return self._reading.newest(shelf, before=END, **where)

    def exclusively(self, key: str) -> AbstractAsyncContextManager[None]:
        """See Store. No other process is on this store."""
        return self._locks[key]

    async def tidy(self) -> None:
        """See Store: a new snapshot has only what is kept, and the journals before it go."""
        await self._committer.checkpoint()

    async def ready(self) -> None:
        """See Store."""
        self._look_at_files()
        if self._committer.halted or self._committer.refused:
            await self.transact(lambda _: None)
        if self._keeper:
            self._keeper.need_room()

    def _look_at_files(self) -> None:
        """Halt where they aren't there any more, unless a write is under way, which notices by itself."""
        try:
            if self._keeper and self._committer.at_rest:
                self._keeper.refuse_gone()
        except StoreHalted as error:
            self._committer.halt(error)

    async def close(self) -> None:
        """See Store. Leaves a fresh snapshot, so that the next start has nothing to read but that."""
        let_go, self._let_go = self._let_go, None
        await self._committer.drained()
        self._look_at_files()
        if not self._committer.halted:
            self._committer.halt(StoreHalted("it is closed"))
            await asyncio.to_thread(self._leave_snapshot)
        await self._committer.stop()
        if let_go and self._keeper:
            self._keeper.close()
            let_go()

    def _leave_snapshot(self) -> None:
        try:
            if self._keeper and self._keeper.used:
                checkpoint(self._keeper, self._kept)
        except StoreHalted as error:
            log.warning("no snapshot in the end; the journal holds everything", exc_info=error)


@contextmanager
def _readable(folder: Path) -> Iterator[None]:
    """A folder that the system won't let us use is no better than a damaged one."""
    try:
        yield
    except OSError as error:
        raise StoreDamaged(str(folder), reason(error)) from error
    except ValueError as error:  # NUL in its name
        raise StoreMissing(repr(str(folder))) from error


def _nothing() -> dict[str, Kept]:
    return {shelf.table: Kept(shelf) for shelf in SHELVES}
