"""Copies of a store: made while a bot serves, checked, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import NotEmpty, NotKept, StoreDamaged, UnreadableBackup
from knowledge.store.files.disk import Disk, make_folders, placed, reason
from knowledge.store.files.lock import LOCK
from knowledge.store.files.mounts import MOUNTS, refuse_network
from knowledge.store.files.opening import make, numbered
from knowledge.store.files.recovery import Found, glance, look
from knowledge.store.files.snapshot import Meta, Snapshot, load, save
from knowledge.store.records.shelving import shelved

DISK = Disk()


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a store or a backup holds: records by table, and all that were ever written.

    `unfinished` is the size in bytes of a record that was being written, or that a power cut left.
    """

    records: dict[str, int]
    seq: int
    format: int
    unfinished: int = 0


def check(folder: Path, disk: Disk = DISK) -> Contents:
    """Read and verify everything, as a start would; a bot may be serving. Raises StoreMissing, StoreDamaged."""
    return _contents(glance(disk, folder))


def backup(folder: Path, path: Path, disk: Disk = DISK) -> Contents:
    """Write what the store holds at this moment to one file; a bot may be serving.

    Comes back once the file is on its disk, has been read again and holds the same. Raises NotEmpty where
    something has that name, NotKept, and what `check` raises.
    """
    if path.name in disk.names(path.parent):
        raise NotEmpty(str(path))
    found = glance(disk, folder)
    meta = Meta(found.meta.store, seq=found.seq)
    tables = numbered(found.kept)
    save(disk, path, Snapshot(meta, tables))
    written = load(path, disk.read(path))
    if written.meta != meta or {name: table for name, table in written.tables.items() if table} != tables:
        raise NotKept(f"{path} was written, but doesn't hold what it should")
    return _contents(found)


def restore(path: Path, folder: Path, disk: Disk = DISK) -> Contents:
    """Make a store of a backup, in a folder that is empty or isn't there.

    Raises UnreadableBackup, NotEmpty, StoreBusy, StoreUnsafe, NoPlace, NotKept.
    """
    refuse_network(folder, MOUNTS)
    snapshot = _backup(path, disk)
    with placed(folder):
        _refuse_full(folder, disk)
        make_folders(disk, folder)
        held = disk.lock(folder)
    try:
        _refuse_full(folder, disk)  # again, now that nobody else can make one
        make(disk, folder, snapshot.tables, snapshot.meta.seq).close()
        return _contents(look(disk, folder))
    finally:
        disk.close(held)


def _backup(path: Path, disk: Disk) -> Snapshot:
    try:
        snapshot = load(path, disk.read(path))
        shelved(path, snapshot.tables)
    except StoreDamaged as error:
        raise UnreadableBackup(str(path), error.reason) from error
    except OSError as error:
        raise UnreadableBackup(str(path), reason(error)) from error
    return snapshot


def _refuse_full(folder: Path, disk: Disk) -> None:
    if set(disk.names(folder)) - {LOCK}:
        raise NotEmpty(str(folder))


def _contents(found: Found) -> Contents:
    records = {name: len(kept.raws) for name, kept in found.kept.items() if kept.raws}
    return Contents(records, found.seq, found.meta.format, len(found.torn.tail) if found.torn else 0)
