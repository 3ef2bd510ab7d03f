"""Writes to a store's files beside the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from knowledge.errors import StoreHalted
from knowledge.store.files.disk import reason
from knowledge.store.files.keeper import Keeper
from knowledge.store.files.kernel import Kernel
from knowledge.store.files.snapshot import Meta
from knowledge.store.files.staging import Changes
from knowledge.store.lane import Lane
from knowledge.store.records.codec import Numbered

Done = Callable[[BaseException | None], None]


class Writer:
    """Takes records one at a time. The kernel syncs them where it can; all else that waits is done by threads."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper, self._kernel = keeper, keeper.kernel()
        self._lane, self._snapshots = Lane("store"), Lane("checkpoint")

    def append(self, changes: Changes, done: Done) -> None:
        """Keep changes; `done` is called on the loop with what went wrong, None once they are on the disk."""
        if self._kernel is None:
            self._aside(lambda: self._keeper.append(changes), done)
        else:
            self._append(self._kernel, changes, done)

    def rotate(self, done: Callable[[Meta, BaseException | None], None]) -> None:
        """See Keeper. No record may be under way."""
        self._lane.run(self._keeper.rotate, done)

    def snapshot(self, meta: Meta, tables: dict[str, Numbered], done: Done) -> None:
        """See Keeper. Records may be under way meanwhile."""
        self._snapshots.run(lambda: self._keeper.snapshot(meta, tables), lambda _, error: done(error))

    async def stop(self) -> None:
        """Come back when the threads have ended. Nothing may be under way."""
        if self._kernel:
            self._kernel.stop()
        await asyncio.to_thread(self._lane.stop)
        await asyncio.to_thread(self._snapshots.stop)

    def _append(self, kernel: Kernel, changes: Changes, done: Done) -> None:
        try:
            file = self._keeper.write(changes)
        except BaseException as error:  # whatever it is, it is the store's
            failed = error
            self._aside(lambda: self._keeper.refuse(failed), done)
            return
        if not kernel.sync(file, lambda error: self._synced(error, done)):
            self._aside(self._keeper.sync, lambda error: self._synced(error, done))

    def _aside(self, call: Callable[[], object], done: Done) -> None:
        self._lane.run(call, lambda _, error: done(error))

    def _synced(self, error: BaseException | None, done: Done) -> None:
        if error is None:
            error = _raised(self._keeper.kept)
        elif isinstance(error, OSError):
            error = StoreHalted(reason(error))
        done(error)


def _raised(call: Callable[[], object]) -> BaseException | None:
    try:
        call()
    except BaseException as error:  # as above
        return error
    return None
