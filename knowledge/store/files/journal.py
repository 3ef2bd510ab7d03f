"""The journal's lines, and the file that they are appended to.

A line is `crc32 length json`. The first says whose journal it is and after which record it starts; each
further one is the changes of one transaction or batch: all of them, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from knowledge.errors import NotKept, StoreHalted
from knowledge.store.files.disk import Disk, halting, reason, write_all
from knowledge.store.files.staging import Changes
from knowledge.store.records.codec import encode

PREFIX = re.compile(rb"([0-9a-f]{8}) ([0-9]{1,10}) ")
UNFINISHED = re.compile(rb"[0-9a-f]{0,8}|[0-9a-f]{8} [0-9]{0,10}")
GONE = "its files have been removed or replaced"
SECTOR = 512  # what a disk writes whole
# What a record holds that keeps nothing: it tries whether the disk takes one as large as turns come (bytes).
TRIAL = b" " * 2**16


def line(payload: bytes) -> bytes:
    """A payload as a line."""
    return b"%08x %d %b\n" % (crc32(payload), len(payload), payload)


def payload_of(seq: int, changes: Changes) -> bytes:
    """The changes of one record as JSON; without any, it is as long as it is to try the disk."""
    tables = b",".join(b'"%b":{%b}' % (name.encode(), _records(changed)) for name, changed in changes.items())
    return b'{"seq":%d,"tables":{%b}%b}' % (seq, tables, b"" if changes else TRIAL)


def _records(changed: dict[int, bytes | None]) -> bytes:
    return b",".join(b'"%d":%b' % (number, b"null" if raw is None else raw) for number, raw in changed.items())


def payloads(content: bytes) -> Iterator[tuple[bytes, int]]:
    """The payload of each sound line and where the line ends, up to the first that isn't."""
    position = 0
    while prefix := PREFIX.match(content, position):
        start, end = prefix.end(), prefix.end() + int(prefix[2])
        payload = content[start:end]
        if content[end : end + 1] != b"\n" or b"%08x" % crc32(payload) != prefix[1]:
            return
        position = end + 1
        yield payload, position


def is_torn(tail: bytes, position: int) -> bool:
    """Whether a power cut explains what follows the last sound line: a part of one line, or one with empty sectors.

    A whole line that doesn't fit its checksum is no such thing: something has changed it since.
    """
    if b"\n" in tail[:-1]:
        return False
    prefix = PREFIX.match(tail)
    if prefix and len(tail) > prefix.end() + int(prefix[2]) + 1:
        return False
    if b"\0" in tail:
        return all(_is_empty_sectors(hole, position, len(tail)) for hole in re.finditer(rb"\0+", tail))
    if prefix:
        return len(tail) < prefix.end() + int(prefix[2]) + 1 and not tail.endswith(b"\n")
    return UNFINISHED.fullmatch(tail) is not None


def _is_empty_sectors(hole: re.Match[bytes], position: int, length: int) -> bool:
    starts = hole.start() == 0 or (position + hole.start()) % SECTOR == 0
    ends = hole.end() == length or (position + hole.end()) % SECTOR == 0
    return starts and ends


class Journal:
    """One journal, open at its end. `size` and `seq` are those of what is safely in it."""

    def __init__(self, disk: Disk, path: Path, file: int, size: int, seq: int) -> None:
        self._disk, self._file = disk, file
        self.path, self.size, self.seq = path, size, seq
        self._adding = 0  # bytes of the record that is on its way

    @classmethod
    def begin(cls, disk: Disk, path: Path, header: dict[str, object], seq: int) -> Journal:
        """A new journal, on the disk with its name; raises NotKept (and leaves none) or StoreHalted."""
        first = line(encode(header))
        file = _created(disk, path, first)
        journal = cls(disk, path, file, len(first), seq)
        journal.sync()
        halting(lambda: disk.sync_folder(path.parent))
        return journal

    @classmethod
    def go_on(cls, disk: Disk, path: Path, size: int, seq: int) -> Journal:
        """A journal that is there and sound."""
        return cls(disk, path, disk.append_to(path), size, seq)

    def write(self, changes: Changes) -> int:
        """Hand one record to the system, which may lose it until the file, whose descriptor this is, is synced.

        Then comes `added`. Raises OSError, and then `take_back` is due.
        """
        written = line(payload_of(self.seq + 1, changes))
        write_all(self._disk, self._file, written)
        self._adding = len(written)
        return self._file

    def sync(self) -> None:
        """Raises StoreHalted: a system that failed to write may forget that it has anything left to write."""
        halting(lambda: self._disk.sync(self._file))

    def added(self) -> None:
        """The record that was written last is on the disk."""
        self.size += self._adding
        self.seq += 1

    def take_back(self) -> None:
        """Cut off what was written of a record that wasn't written whole. Raises StoreHalted."""
        halting(lambda: self._disk.truncate(self._file, self.size))
        self.sync()

    def refuse_gone(self) -> None:
        """Raises StoreHalted where no start would find this journal any more."""
        if not self._disk.is_at(self.path, self._file):
            raise StoreHalted(GONE)

    def close(self) -> None:
        """Let go of the file."""
        self._disk.close(self._file)


def _created(disk: Disk, path: Path, first: bytes) -> int:
    file = None
    try:
        file = disk.create(path)
        write_all(disk, file, first)
    except OSError as error:
        if file is not None:
            disk.close(file)
        halting(lambda: disk.unlink(path))
        halting(lambda: disk.sync_folder(path.parent))  # else a power cut could bring it back, out of order
        raise NotKept(reason(error)) from error
    return file
