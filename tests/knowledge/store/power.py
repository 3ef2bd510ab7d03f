"""A disk in memory that notes every call, so that the power can be cut after any of them.

After a cut, what was synced is there. Of the rest anything may be: none of it, all, some of it without what
came before, a part, or sectors of zeros in its place; names of files likewise.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations
from pathlib import Path
from random import Random
from threading import RLock
from typing import Any, TypeAlias

from knowledge.store.files.disk import Disk
from knowledge.store.files.kernel import Kernel
from tests.knowledge.store.standin import WAYS, AtOnce

ROOT = Path("/")
FOLDER = -1
LOCK = -2

Files: TypeAlias = Mapping[Path, bytes | None]  # None for a folder
Call: TypeAlias = tuple[Any, ...]


class Power(Disk):
    """The disk. A sync whose site is in `deaf` does nothing.

    `room` is how many bytes fit, None for plenty; `tight` is the same for files of these names made from now on.
    `way` is who syncs the journal.
    """

    way = WAYS[0]

    def __init__(self, files: Files | None = None, deaf: frozenset[str] = frozenset()) -> None:
        self.start, self.deaf = dict(files or {}), deaf
        self.calls: list[Call] = []
        self.sites: set[str] = set()
        self.room: int | None = None
        self.tight: dict[str, int] = {}
        self.last_call: int | None = None
        self._rooms: dict[int, int] = {}
        self._nodes: list[bytearray] = []
        self._names: dict[Path, int] = {ROOT: FOLDER}
        self._lock = RLock()
        for path, content in self.start.items():
            self._names[path] = FOLDER if content is None else self._node(content)

    def mark(self, *what: Any) -> None:
        """Note something that isn't a call."""
        with self._lock:
            self._note("mark", *what)

    def _note(self, *call: Any) -> None:
        """Note a call, unless the process that makes it has been killed before it could: `last_call` calls are made."""
        if self.last_call is not None and len(self.calls) >= self.last_call:
            raise OSError(errno.EIO, "killed")
        self.calls.append(call)

    def outlived(self) -> Power:
        """This disk, still switched on, without the process that was killed: whatever that does now is in vain."""
        with self._lock:
            disk = Power(self.start, self.deaf)
            disk.calls, disk.sites = list(self.calls), set(self.sites)
            disk._nodes, disk._names = [bytearray(node) for node in self._nodes], dict(self._names)
            return disk

    def kernel(self) -> Kernel | None:
        return AtOnce(self) if self.way == "the kernel" else None

    def read(self, path: Path) -> bytes:
        with self._lock:
            return bytes(self._nodes[self._found(path)])

    def names(self, folder: Path) -> list[str]:
        with self._lock:
            return sorted(path.name for path in self._names if path.parent == folder and path != ROOT)

    def has_folder(self, folder: Path) -> bool:
        return self._names.get(folder) == FOLDER

    def make_folder(self, folder: Path) -> None:
        with self._lock:
            self._note("link", folder, FOLDER)
            self._names[folder] = FOLDER

    def create(self, path: Path) -> int:
        with self._lock:
            if path in self._names:
                node = self._names[path]
                self.truncate(node, 0)
                return node
            self._note("link", path, len(self._nodes))
            self._names[path] = node = self._node(b"")
            if path.name in self.tight:
                self._rooms[node] = self.tight[path.name]
            return node

    def append_to(self, path: Path) -> int:
        return self._found(path)

    def write(self, file: int, content: bytes) -> int:
        with self._lock:
            room = self._rooms.get(file, self.room)
            taken = content if room is None else content[:room]
            if content and not taken:
                raise OSError(errno.ENOSPC, "No space left on device")
            self._note("write", file, len(self._nodes[file]), bytes(taken))
            if file in self._rooms:
                self._rooms[file] -= len(taken)
            elif self.room is not None:
                self.room -= len(taken)
            self._nodes[file] += taken
            return len(taken)

    def truncate(self, file: int, size: int) -> None:
        with self._lock:
            self._note("truncate", file, size)
            del self._nodes[file][size:]

    def sync(self, file: int) -> None:
        self._synced("sync", file)

    def sync_folder(self, folder: Path) -> None:
        self._synced("sync_folder", folder)

    def replace(self, old: Path, new: Path) -> None:
        with self._lock:
            self._note("rename", old, new, self._names[old])
            self._names[new] = self._names.pop(old)

    def unlink(self, path: Path) -> None:
        with self._lock:
            if path in self._names:
                self._note("unlink", path)
                del self._names[path]

    def close(self, file: int) -> None:
        pass

    def is_at(self, path: Path, file: int) -> bool:
        return file == LOCK or self._names.get(path) == file

    def left(self, _: Path) -> int:
        return 2**40

    def lock(self, _: Path) -> int:
        return LOCK

    def _node(self, content: bytes) -> int:
        self._nodes.append(bytearray(content))
        return len(self._nodes) - 1

    def _found(self, path: Path) -> int:
        if path not in self._names:
            raise FileNotFoundError(errno.ENOENT, "No such file", str(path))
        return self._names[path]

    def _synced(self, kind: str, what: Any) -> None:
        site = _site()
        with self._lock:
            self.sites.add(site)
            if site not in self.deaf:
                self._note(kind, what)


def _site() -> str:
    """Which sync of the program this is: the function of the store that asks for it, and the line."""
    frame = sys._getframe(3)
    while frame.f_code.co_name in {"<lambda>", "halting", "sync", "_failed"} and frame.f_back:
        frame = frame.f_back
    return f"{frame.f_code.co_name}:{frame.f_lineno}"


@dataclass
class Durable:
    """What a cut leaves: `names` and `data` surely, the pending changes perhaps."""

    names: dict[Path, int]
    data: dict[int, bytes]
    pending_names: list[Call] = field(default_factory=list)
    pending: dict[int, list[Call]] = field(default_factory=dict)

    def take(self, call: Call) -> None:
        """One more call was made."""
        match call:
            case ("link", _, node):
                self.data.setdefault(node, b"")
                self.pending_names.append(call)
            case ("rename" | "unlink", *_):
                self.pending_names.append(call)
            case ("write" | "truncate", node, *_):
                self.pending.setdefault(node, []).append(call)
            case ("sync", node):
                self.data[node] = _changed(self.data[node], self.pending.pop(node, []))
            case ("sync_folder", folder):
                here = [call for call in self.pending_names if call[1].parent == folder]
                self.names = _renamed(self.names, here)
                self.pending_names = [call for call in self.pending_names if call not in here]

    def outcomes(self, random: Random, most: int) -> Iterator[dict[Path, bytes | None]]:
        """What may be there after a cut: the two extremes, and a sample of what lies between."""
        yield self._files([], dict.fromkeys(self.pending, 0), random)
        yield self._files(self.pending_names, dict.fromkeys(self.pending, 1), random)
        if any(call[0] == "truncate" for calls in self.pending.values() for call in calls):
            yield self._files(self.pending_names, dict.fromkeys(self.pending, -1), random)
        if self.pending_names or self.pending:
            subsets = list(_subsets(self.pending_names))
            for _ in range(most):
                chosen = {node: random.randrange(2, 7) for node in self.pending}
                yield self._files(random.choice(subsets), chosen, random)

    def _files(self, names: list[Call], how: dict[int, int], random: Random) -> dict[Path, bytes | None]:
        there = _renamed(self.names, names)
        return {
            path: None if node == FOLDER else self._content(node, how.get(node, 0), random)
            for path, node in there.items()
            if path != ROOT and all(parent in there for parent in path.parents)
        }

    def _content(self, node: int, how: int, random: Random) -> bytes:
        before, calls = self.data[node], self.pending.get(node, [])
        match how:
            case -1:  # written, but not cut
                return _changed(before, [call for call in calls if call[0] == "write"])
            case 0:
                return before
            case 1:
                return _changed(before, calls)
            case 2:  # out of order
                return _changed(before, [call for call in calls if random.random() < 0.6])
            case 3:  # the size without the content
                return _changed(before, [_zeroed(call, random, 0.0) for call in calls])
            case 4:  # some sectors
                return _changed(before, [_zeroed(call, random, 0.5) for call in calls])
            case _:  # torn
                whole = _changed(before, calls)
                cut = random.choice([random.randint(0, len(whole)), len(whole) - 1, len(before) + 1])
                return whole[: max(cut, min(len(before), len(whole)))]


def cuts(
    disk: Power, random: Random, most: int, first_call: int = 0
) -> Iterator[tuple[list[Call], dict[Path, bytes | None]]]:
    """Every cut from a call on: the calls made until then, with what may be there after it.

    The same files come once, as long as nothing is marked in between: a sample has most of them again and again.
    """
    first, seen = Power(disk.start), set[tuple[int, frozenset[tuple[Path, bytes | None]]]]()
    durable = Durable(dict(first._names), {node: bytes(content) for node, content in enumerate(first._nodes)})
    for end in range(len(disk.calls) + 1):
        if end:
            durable.take(disk.calls[end - 1])
        marks = sum(call[0] == "mark" for call in disk.calls[:end])
        for files in durable.outcomes(random, most) if end >= first_call else ():
            if (found := (marks, frozenset(files.items()))) not in seen:
                seen.add(found)
                yield disk.calls[:end], files


def _changed(content: bytes, calls: list[Call]) -> bytes:
    changed = bytearray(content)
    for call in calls:
        if call[0] == "truncate":
            del changed[call[2] :]
        else:
            _, _, at, written = call
            changed.extend(bytes(max(0, at - len(changed))))
            changed[at : at + len(written)] = written
    return bytes(changed)


def _zeroed(call: Call, random: Random, share: float) -> Call:
    """A write of which only a share of the sectors arrived."""
    if call[0] != "write":
        return call
    kind, node, at, written = call
    arrived = bytearray(written)
    for sector in range(at // 512, (at + len(written)) // 512 + 1):
        if random.random() >= share:
            start, end = max(sector * 512 - at, 0), min((sector + 1) * 512 - at, len(written))
            arrived[start:end] = bytes(max(0, end - start))
    return kind, node, at, bytes(arrived)


def _renamed(names: dict[Path, int], calls: list[Call]) -> dict[Path, int]:
    now = dict(names)
    for call in calls:
        match call:
            case ("link", path, node):
                now[path] = node
            case ("rename", old, new, node):
                now.pop(old, None)
                now[new] = node
            case ("unlink", path):
                now.pop(path, None)
    return now


def _subsets(calls: list[Call]) -> Iterator[list[Call]]:
    few = calls[-6:]
    some = chain.from_iterable(combinations(few, size) for size in range(len(few) + 1))
    return (calls[: -len(few)] + list(subset) if few else [] for subset in some)
