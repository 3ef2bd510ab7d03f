"""A whole store in one file of TinyDB's own format, sealed: any change to it shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from knowledge.errors import NotKept, StoreDamaged
from knowledge.store.files.disk import Disk, halting, reason, write_all
from knowledge.store.files.migrations import FORMAT, migrated
from knowledge.store.records.codec import Numbered, pieces

SNAPSHOT = "snapshot.json"
META = "_meta"
AT_ONCE = 256  # records: other threads get their turn in between
SEAL = b'"}}}'
STRANGE = "it isn't a whole store of this bot"


class _Refused(Exception):
    """What is wrong with a snapshot, in words."""


@dataclass(frozen=True, slots=True)
class Meta:
    """Which state of which store a snapshot is: everything up to record `seq`; `generation` is the next journal's."""

    store: str
    generation: int = 1
    seq: int = 0
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a snapshot holds: records by table and number. `size` is the file's in bytes."""

    meta: Meta
    tables: dict[str, Numbered]
    size: int = 0


def save(disk: Disk, path: Path, snapshot: Snapshot) -> int:
    """Write a snapshot, all of it or nothing, and come back when it is on the disk; gives its size in bytes.

    Raises NotKept (what was there is there still) and StoreHalted. Takes a while: meant for a thread.
    """
    new = path.with_name(path.name + ".new")
    try:
        size = _written(disk, new, content(snapshot))
        disk.replace(new, path)
    except OSError as error:
        with suppress(OSError):
            disk.unlink(new)
        raise NotKept(reason(error)) from error
    halting(lambda: disk.sync_folder(path.parent))
    return size


def _written(disk: Disk, path: Path, parts: Iterator[bytes]) -> int:
    file, size = disk.create(path), 0
    try:
        for part in parts:
            write_all(disk, file, part)
            size += len(part)
        halting(lambda: disk.sync(file))
    finally:
        disk.close(file)
    return size


def content(snapshot: Snapshot) -> Iterator[bytes]:
    """The file, a part at a time. Its seal is the sha256 of all that comes before."""
    seal = sha256()
    for part in _unsealed(snapshot):
        seal.update(part)
        yield part
    yield seal.hexdigest().encode() + SEAL


def _unsealed(snapshot: Snapshot) -> Iterator[bytes]:
    yield b"{"
    for name, table in snapshot.tables.items():
        yield b'"%b": {' % name.encode()
        yield from _records(table)
        yield b"},\n"
    meta = json.dumps({META: {"1": asdict(snapshot.meta) | {"sha256": ""}}})
    yield meta[1 : -len(SEAL)].encode()


def _records(table: Mapping[int, bytes | None]) -> Iterator[bytes]:
    items, before = iter(table.items()), b"\n"
    while some := list(islice(items, AT_ONCE)):
        yield before + b",\n".join(b'"%d": %b' % (number, raw) for number, raw in some if raw is not None)
        before = b",\n"


def load(path: Path, found: bytes) -> Snapshot:
    """What the bytes of a snapshot mean; raises StoreDamaged unless it is whole, unchanged and ours.

    One of an older format comes back as it would be now, and is told by its `meta.format`.
    """
    try:
        if _format(found) < FORMAT:
            return _older(found)
        return _sealed(found)
    except _Refused as error:
        raise StoreDamaged(str(path), str(error)) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, msgspec.MsgspecError) as error:
        raise StoreDamaged(str(path), f"{STRANGE} ({str(error) or type(error).__name__})") from error


def _format(found: bytes) -> int:
    """The format that a snapshot says it has."""
    start = found.rfind(b'"%b"' % META.encode())
    meta: Any = json.loads(b"{" + found[start:]) if start > 0 else json.loads(found)
    written = meta[META]["1"]["format"]
    if not isinstance(written, int) or written > FORMAT:
        raise _Refused(f"a newer version of this bot wrote it: its format is {written!r}, this one knows {FORMAT}")
    return written


def _sealed(found: bytes) -> Snapshot:
    sealed = len(found) - len(SEAL) - 64
    if found[sealed:] != sha256(found[:sealed]).hexdigest().encode() + SEAL:
        raise _Refused("it has been changed since it was written (its sha256 doesn't fit)")
    tables = pieces(found)
    [meta] = tables.pop(META).values()
    return Snapshot(msgspec.json.decode(meta or b"", type=Meta), tables, len(found))


def _older(found: bytes) -> Snapshot:
    tables = json.loads(found)
    written = tables.pop(META)["1"]["format"]
    now = pieces(json.dumps(migrated(tables, written)).encode())
    return Snapshot(Meta("", format=written), now, len(found))
