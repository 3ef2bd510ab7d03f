"""What stands in for the kernel where a test's own disk syncs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from knowledge.store.files.disk import Disk
from knowledge.store.files.kernel import Done, Kernel
from knowledge.store.lane import Lane

WAYS = ("the kernel", "a thread")  # that a store has its journal synced


class AtOnce(Kernel):
    """Syncs as the disk does, there and then, and says so a little later."""

    def __init__(self, disk: Disk) -> None:
        super().__init__(None)
        self._sync = disk.sync

    def sync(self, file: int, done: Done) -> bool:
        failed = _failed(lambda: self._sync(file))
        asyncio.get_running_loop().call_soon(done, failed)
        return True


class InTime(AtOnce):
    """The same, for a disk whose sync may not come back for a while."""

    def sync(self, file: int, done: Done) -> bool:
        lane = Lane("kernel")
        lane.run(lambda: _failed(lambda: self._sync(file)), lambda failed, _: done(failed))
        return True


class Busy(Kernel):
    """Takes nothing on: others have all that the system has."""

    def __init__(self) -> None:
        super().__init__(None)

    def sync(self, file: int, done: Done) -> bool:  # noqa: ARG002
        return False


def _failed(call: Callable[[], None]) -> OSError | None:
    try:
        call()
    except OSError as error:
        return error
    return None
