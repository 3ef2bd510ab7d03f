"""The files of one store while they are held: a journal that grows, and a snapshot now and then."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from knowledge.errors import NotKept, StoreHalted
from knowledge.store.files.disk import Disk, reason
from knowledge.store.files.journal import GONE, Journal
from knowledge.store.files.kernel import Kernel
from knowledge.store.files.lock import LOCK
from knowledge.store.files.recovery import header, journal_path
from knowledge.store.files.snapshot import SNAPSHOT, Meta, Snapshot, save
from knowledge.store.files.staging import Changes
from knowledge.store.records.codec import Numbered

log = logging.getLogger(__name__)

SMALL = 4 * 2**20  # bytes: a journal up to this is read in no time
LEAST = 2**20  # bytes that must be left on the disk: some dozens of turns
NO_ROOM = "only {left:,} bytes are left on its disk"


class Keeper:
    """Writes to the files of a store. Blocks: what waits for the disk (all but `write` and `kept`) is for a thread.

    `append`, or what it consists of, and `rotate` are called one after the other; `snapshot` may run beside them.
    """

    def __init__(self, disk: Disk, folder: Path, journal: Journal, meta: Meta, snapshot_size: int) -> None:
        self._disk, self._folder, self._journal = disk, folder, journal
        self._lock = folder / LOCK
        self.meta, self._snapshot_size = meta, snapshot_size
        self._postponed = 0
        self.held: int | None = None  # the lock's descriptor, where there is one

    @property
    def due(self) -> bool:
        """Whether the journal has grown so large that reading it would hold up a start."""
        return self._journal.size > max(SMALL, self._snapshot_size // 2) + self._postponed

    @property
    def used(self) -> bool:
        """Whether anything has been kept since the snapshot."""
        return self._journal.seq > self.meta.seq

    def kernel(self) -> Kernel | None:
        """What syncs the journal without a thread that waits, where there is such a thing."""
        return self._disk.kernel()

    def append(self, changes: Changes) -> None:
        """Keep changes; they are on the disk when this returns. Raises NotKept, StoreHalted."""
        try:
            self.write(changes)
        except OSError as error:
            self.refuse(error)
        self.sync()
        self.kept()

    def write(self, changes: Changes) -> int:
        """Begin what `append` does in one, without waiting for the disk: gives the descriptor of what is to be synced.

        Once it is, `kept` is due; where this raises, `refuse`.
        """
        return self._journal.write(changes)

    def sync(self) -> None:
        """Come back when what was written is on the disk. Raises StoreHalted."""
        self._journal.sync()

    def kept(self) -> None:
        """What was written has been synced. Raises StoreHalted."""
        self._journal.added()
        self.refuse_gone()

    def refuse(self, error: BaseException) -> NoReturn:
        """Take back what `write` left when it raised this. Raises NotKept, StoreHalted."""
        self._journal.take_back()
        if isinstance(error, OSError):
            raise NotKept(reason(error)) from error
        raise error

    def refuse_gone(self) -> None:
        """Raises StoreHalted where the files aren't there for the next start, or the lock for another process."""
        self._journal.refuse_gone()
        if self.held is not None and not self._disk.is_at(self._lock, self.held):
            raise StoreHalted(GONE)

    def need_room(self) -> None:
        """Raises NotKept where hardly any room is left; that the last write fitted proves nothing."""
        try:
            left = self._disk.left(self._folder)
        except OSError as error:
            raise NotKept(reason(error)) from error
        if left < LEAST:
            raise NotKept(NO_ROOM.format(left=left))

    def rotate(self) -> Meta:
        """Begin a new journal; gives what a snapshot of the state at this moment is. Raises NotKept, StoreHalted."""
        self._postponed = self._journal.size  # should it fail, not again at once
        next_meta = Meta(self.meta.store, self._generation + 1, self._journal.seq)
        journal = begin(self._disk, self._folder, next_meta)
        self._journal.close()
        self._journal = journal
        return next_meta

    def snapshot(self, meta: Meta, tables: dict[str, Numbered]) -> None:
        """Write a snapshot and let go of the journals that it makes superfluous. Raises NotKept, StoreHalted."""
        self._snapshot_size = save(self._disk, self._folder / SNAPSHOT, Snapshot(meta, tables))
        for generation in range(self.meta.generation, meta.generation):
            with suppress(OSError):  # it is superfluous all the same, and the next start tries again
                self._disk.unlink(journal_path(self._folder, generation))
        self.meta, self._postponed = meta, 0
        log.debug("checkpoint", extra={"generation": meta.generation, "bytes": self._snapshot_size})

    def close(self) -> None:
        """Let go of the journal."""
        self._journal.close()

    @property
    def _generation(self) -> int:
        return int(self._journal.path.suffix[1:])


def begin(disk: Disk, folder: Path, meta: Meta) -> Journal:
    """The journal that follows a snapshot, still empty. Raises NotKept, StoreHalted."""
    return Journal.begin(disk, journal_path(folder, meta.generation), header(meta), meta.seq)
