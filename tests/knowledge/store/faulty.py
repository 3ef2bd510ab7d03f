"""Real files whose system calls go wrong when a test says so."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

from knowledge.store.files.disk import Disk
from knowledge.store.files.kernel import Kernel
from tests.knowledge.store.standin import WAYS, InTime


class Faulty(Disk):
    """A disk with `room` for so many bytes more (None: plenty), that takes at most `at_once` bytes at a time.

    `broken` makes every sync fail. While `syncing` is cleared, a sync doesn't come back. `way` is who syncs the
    journal.
    """

    way = WAYS[0]

    def __init__(self) -> None:
        super().__init__()
        self.room: int | None = None
        self.at_once = 2**30
        self.broken = False
        self.syncing = threading.Event()
        self.syncing.set()

    def kernel(self) -> Kernel | None:
        return InTime(self) if self.way == "the kernel" else None

    def write(self, file: int, content: bytes) -> int:
        takes = min(self.at_once, len(content) if self.room is None else self.room)
        if content and not takes:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = super().write(file, content[:takes])
        if self.room is not None:
            self.room -= taken
        return taken

    def left(self, folder: Path) -> int:
        return super().left(folder) if self.room is None else self.room

    def sync(self, file: int) -> None:
        self.syncing.wait(10)
        if self.broken:
            raise OSError(errno.EIO, "Input/output error")
        super().sync(file)
