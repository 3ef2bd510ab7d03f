"""Reads the files of a store: what they hold, and what a power cut has left to tidy up. Changes nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from knowledge.errors import StoreDamaged, StoreMissing
from knowledge.store.files.disk import Disk
from knowledge.store.files.journal import is_torn, payloads
from knowledge.store.files.migrations import FORMAT
from knowledge.store.files.snapshot import SNAPSHOT, Meta, load
from knowledge.store.records.codec import Numbered, pieces
from knowledge.store.records.kept import Kept
from knowledge.store.records.shelving import apply, shelved


@dataclass(frozen=True, slots=True)
class Torn:
    """What a power cut has left of a record that nobody was told is kept: the end of a file."""

    path: Path
    size: int
    tail: bytes


@dataclass
class Found:
    """A store's files: the state they give (`seq` records in all), and what is to be tidied before more is written.

    `size` is that of the last journal, `snapshot_size` that of the snapshot, both in bytes. `torn` is to be cut
    off, with its file where nothing else is in it.
    """

    meta: Meta
    kept: dict[str, Kept]
    seq: int
    snapshot_size: int
    journals: list[Path] = field(default_factory=list)
    size: int = 0
    torn: Torn | None = None
    leftovers: list[Path] = field(default_factory=list)

    @property
    def older(self) -> bool:
        """Whether an older version wrote it, before there were journals."""
        return self.meta.format < FORMAT


def look(disk: Disk, folder: Path) -> Found:
    """Read a store. Raises StoreMissing, StoreDamaged (with file and line)."""
    with _no_collection():
        return _looked(disk, folder)


def glance(disk: Disk, folder: Path) -> Found:
    """The same while another process may write: what it has just replaced is looked for again."""
    while True:
        names = disk.names(folder)
        try:
            return look(disk, folder)
        except (StoreDamaged, FileNotFoundError):
            if disk.names(folder) == names:
                raise


def _looked(disk: Disk, folder: Path) -> Found:
    names = disk.names(folder)
    journals = {_generation(name): folder / name for name in names if _generation(name)}
    if SNAPSHOT not in names:
        raise _no_snapshot(disk, folder, journals)
    path = folder / SNAPSHOT
    snapshot = load(path, disk.read(path))
    found = Found(snapshot.meta, shelved(path, snapshot.tables), snapshot.meta.seq, snapshot.size)
    found.leftovers = [folder / name for name in names if name.endswith(".new")]
    if found.older:
        _refuse_records(disk, journals)
        return found
    return _replayed(disk, found, folder, journals)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Python would look for garbage all the while, and there is none: it takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def journal_path(folder: Path, generation: int) -> Path:
    """The journal that follows the snapshot of this generation."""
    return folder / f"journal.{generation}"


def header(meta: Meta) -> dict[str, object]:
    """What a journal's first line says."""
    return {"format": meta.format, "store": meta.store, "generation": meta.generation, "seq": meta.seq}


def _generation(name: str) -> int:
    kind, _, number = name.partition(".")
    return int(number) if kind == "journal" and number.isascii() and number.isdecimal() else 0


def _no_snapshot(disk: Disk, folder: Path, journals: dict[int, Path]) -> StoreMissing:
    """Nothing is there, unless journals tell of a snapshot that is gone."""
    _refuse_records(disk, journals)
    return StoreMissing(str(folder))


def _refuse_records(disk: Disk, journals: dict[int, Path]) -> None:
    """An interrupted beginning leaves the first journal of all, without records; any other lacks its snapshot."""
    for generation, path in journals.items():
        content = disk.read(path)
        if generation > 1 or content.count(b"\n") > 1 or _goes_on(content):
            raise StoreDamaged(str(path.with_name(SNAPSHOT)), f"it doesn't belong to {path.name}, or is missing")


def _goes_on(journal: bytes) -> bool:
    """Whether a journal's header says that records came before it."""
    with suppress(msgspec.MsgspecError, StopIteration):
        payload, _ = next(payloads(journal))
        return bool(msgspec.json.decode(payload, type=dict[str, Any]).get("seq"))
    return False


def _replayed(disk: Disk, found: Found, folder: Path, journals: dict[int, Path]) -> Found:
    first, last = found.meta.generation, max(journals, default=0)
    found.leftovers += [path for generation, path in journals.items() if generation < first]
    for generation in range(first, max(first, last) + 1):
        path = journal_path(folder, generation)
        if generation not in journals:
            raise StoreDamaged(str(path), "it is missing")
        meta = Meta(found.meta.store, generation, found.seq)
        _replay(found, meta, path, disk.read(path))
        if found.torn and generation < last:
            raise _damaged(found.torn)
    return found


def _replay(found: Found, meta: Meta, path: Path, content: bytes) -> None:
    """Add a journal's records to what was found."""
    end = 0
    for line, (payload, after) in enumerate(payloads(content), 1):
        where = f"{path} line {line}"
        if line == 1:
            _check_header(payload, meta, where)
        else:
            found.seq += 1
            apply(found.kept, _changes(payload, found.seq, where), where)
        end = after
    if end < len(content) or not end:
        found.torn = Torn(path, end, content[end:])
        if not is_torn(found.torn.tail, end) or (not end and meta.generation == found.meta.generation):
            raise _damaged(found.torn, content[:end].count(b"\n") + 1)
    if end:
        found.journals.append(path)
        found.size = end


def _damaged(torn: Torn, line: int | None = None) -> StoreDamaged:
    at = f"line {line}" if line else "its end"
    return StoreDamaged(str(torn.path), f"{at} isn't as it was written")


def _check_header(payload: bytes, meta: Meta, where: str) -> None:
    try:
        written = msgspec.json.decode(payload)
    except msgspec.DecodeError as error:
        raise StoreDamaged(where, str(error)) from error
    if written != header(meta):
        raise StoreDamaged(where, f"{header(meta)} should stand there, not {written}")


def _changes(payload: bytes, seq: int, where: str) -> Mapping[str, Numbered]:
    try:
        written, tables = _split(payload)
    except (ValueError, msgspec.MsgspecError) as error:
        raise StoreDamaged(where, str(error)) from error
    if written != seq:
        raise StoreDamaged(where, f"it is record {written}, and record {seq} should stand there")
    return tables


def _split(payload: bytes) -> tuple[int, dict[str, Numbered]]:
    """Number and tables; cut by hand, since JSON of half a surrogate pair is beyond msgspec."""
    start = payload.index(b",")
    return int(payload[len(b'{"seq":') : start]), pieces(payload[start + len(b',"tables":') : -1])
