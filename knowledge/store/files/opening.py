"""Makes and opens the files of a store, each in an order that a power cut can't spoil."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from knowledge.errors import NotKept, StoreExists, StoreMissing
from knowledge.store.files.disk import Disk, write_all
from knowledge.store.files.journal import Journal
from knowledge.store.files.keeper import Keeper, begin
from knowledge.store.files.recovery import Found, Torn, look
from knowledge.store.files.snapshot import SNAPSHOT, Meta, Snapshot, save
from knowledge.store.records.codec import Numbered
from knowledge.store.records.kept import Kept

log = logging.getLogger(__name__)


def make(disk: Disk, folder: Path, tables: dict[str, Numbered], seq: int = 0) -> Keeper:
    """Begin a store in a folder that is held. Raises StoreExists, NotKept, StoreHalted.

    StoreDamaged, too, where journals tell of a store whose snapshot is gone: they may be all that is left of it.
    The snapshot comes last: until it is there, so is nothing.
    """
    if SNAPSHOT in disk.names(folder):
        raise StoreExists(str(folder))
    with suppress(StoreMissing):
        look(disk, folder)
    return _laid_down(disk, folder, tables, seq)


def open_files(disk: Disk, folder: Path) -> tuple[Keeper, dict[str, Kept]]:
    """Tidy up after a power cut, and go on. Raises what `look` raises, and then has changed nothing."""
    found = look(disk, folder)
    if found.older:
        keeper = _upgraded(disk, folder, found)
    else:
        disk.sync_folder(folder)  # a killed process may have left names, and the last record, on their way
        _tidy(disk, folder, found)
        journal = Journal.go_on(disk, found.journals[-1], found.size, found.seq)
        journal.sync()
        keeper = Keeper(disk, folder, journal, found.meta, found.snapshot_size)
    if keeper.due or len(found.journals) > 1:
        checkpoint(keeper, found.kept)
    return keeper, found.kept


def checkpoint(keeper: Keeper, kept: Mapping[str, Kept]) -> None:
    """Write a snapshot while nothing else is written; where there is no room for one, the journals hold everything."""
    try:
        keeper.snapshot(keeper.rotate(), numbered(kept))
    except NotKept as error:
        log.warning("no checkpoint; the journal goes on", exc_info=error)


def numbered(kept: Mapping[str, Kept]) -> dict[str, Numbered]:
    """What is kept at this moment, as a snapshot has it; a shallow copy."""
    return {name: dict(records.raws) for name, records in kept.items() if records.raws}


def _laid_down(disk: Disk, folder: Path, tables: dict[str, Numbered], seq: int) -> Keeper:
    meta = Meta(uuid4().hex, seq=seq)
    journal = begin(disk, folder, meta)
    try:
        size = save(disk, folder / SNAPSHOT, Snapshot(meta, tables))
    except BaseException:
        journal.close()
        raise
    return Keeper(disk, folder, journal, meta, size)


def _upgraded(disk: Disk, folder: Path, found: Found) -> Keeper:
    """Write an older store in today's format; what it was is kept beside it."""
    old = folder / SNAPSHOT
    kept_as = folder / f"snapshot.format-{found.meta.format}.json"
    _copy(disk, disk.read(old), kept_as)
    log.warning("store brought up to date", extra={"from": found.meta.format, "old": kept_as.name})
    return _laid_down(disk, folder, numbered(found.kept), 0)


def _tidy(disk: Disk, folder: Path, found: Found) -> None:
    if found.torn:
        _cut_off(disk, folder, found.torn)
    for path in found.leftovers:
        disk.unlink(path)


def _cut_off(disk: Disk, folder: Path, torn: Torn) -> None:
    """Take off what was never finished, but keep a copy first; the journal is synced before it is gone on with."""
    if torn.tail:
        copy = _free(disk, folder, f"torn.{torn.path.suffix[1:]}.{torn.size}")
        _copy(disk, torn.tail, copy)
        log.warning("an unfinished record was cut off", extra={"bytes": len(torn.tail), "copy": copy.name})
    if not torn.size:
        disk.unlink(torn.path)
        disk.sync_folder(folder)
        return
    file = disk.append_to(torn.path)
    try:
        disk.truncate(file, torn.size)
    finally:
        disk.close(file)


def _free(disk: Disk, folder: Path, name: str) -> Path:
    """A name that isn't taken: a copy from an earlier cut stays."""
    taken, tries = disk.names(folder), 1
    free = name
    while free in taken:
        tries += 1
        free = f"{name}.{tries}"
    return folder / free


def _copy(disk: Disk, content: bytes, path: Path) -> None:
    file = disk.create(path)
    try:
        write_all(disk, file, content)
        disk.sync(file)
    finally:
        disk.close(file)
    disk.sync_folder(path.parent)
