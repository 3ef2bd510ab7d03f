"""The system calls that a store makes, one method each, so that a test can cut the power between any two."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from knowledge.errors import NoPlace, StoreHalted
from knowledge.store.files.kernel import Kernel
from knowledge.store.files.lock import lock


class Disk:
    """The operating system's files. Every method may raise OSError."""

    def __init__(self) -> None:
        self._looked_at: dict[int, os.stat_result] = {}  # files that are open; none becomes another while it is

    def read(self, path: Path) -> bytes:
        """All of a file."""
        return path.read_bytes()

    def names(self, folder: Path) -> list[str]:
        """What is in a folder, sorted; nothing where there is no folder."""
        return sorted(os.listdir(folder)) if folder.is_dir() else []  # noqa: PTH208  names are wanted

    def has_folder(self, folder: Path) -> bool:
        """Whether there is a folder of this name."""
        return folder.is_dir()

    def make_folder(self, folder: Path) -> None:
        """Make one folder, unless it is there."""
        folder.mkdir(exist_ok=True)

    def create(self, path: Path) -> int:
        """Open a file for writing, empty; only its owner may read it."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)

    def append_to(self, path: Path) -> int:
        """Open a file that is there, to write at its end."""
        return os.open(path, os.O_WRONLY | os.O_APPEND)

    def write(self, file: int, content: bytes) -> int:
        """Write at the end; gives how many bytes were taken, which may be fewer."""
        return os.write(file, content)

    def truncate(self, file: int, size: int) -> None:
        """Cut a file to a size."""
        os.ftruncate(file, size)

    def sync(self, file: int) -> None:
        """Come back when a file's content is on the disk."""
        os.fdatasync(file)

    def kernel(self) -> Kernel | None:
        """What does the same without a thread that waits; None where this system can't."""
        return Kernel.here()

    def sync_folder(self, folder: Path) -> None:
        """Come back when a folder's names are on the disk: a new or renamed file isn't safe before."""
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)

    def replace(self, old: Path, new: Path) -> None:
        """Rename, over whatever has the new name."""
        old.replace(new)

    def unlink(self, path: Path) -> None:
        """Remove a file, unless it is gone."""
        path.unlink(missing_ok=True)

    def close(self, file: int) -> None:
        """Let go of a file."""
        self._looked_at.pop(file, None)
        os.close(file)

    def is_at(self, path: Path, file: int) -> bool:
        """Whether an open file is the one of this name still, rather than removed or replaced."""
        if file not in self._looked_at:
            self._looked_at[file] = os.fstat(file)
        try:
            return os.path.samestat(path.stat(), self._looked_at[file])
        except FileNotFoundError:
            return False

    def left(self, folder: Path) -> int:
        """How many bytes more the disk of a folder takes from this process, as far as the system knows."""
        told = os.statvfs(folder)
        return told.f_bavail * told.f_frsize

    def lock(self, folder: Path) -> int:
        """Hold a folder; see `lock`."""
        return lock(folder)


def write_all(disk: Disk, file: int, content: bytes) -> None:
    """Write everything, however little the system takes at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[disk.write(file, bytes(rest) if len(rest) < len(content) else content) :]


def make_folders(disk: Disk, folder: Path) -> None:
    """Make a folder and those above it, safely on the disk; one that is there may be so only in memory yet."""
    if disk.has_folder(folder):
        with suppress(PermissionError):  # it is somebody else's, and so is its safety
            disk.sync_folder(folder.parent)
        return
    make_folders(disk, folder.parent)
    disk.make_folder(folder)
    disk.sync_folder(folder.parent)


@contextmanager
def placed(folder: Path) -> Iterator[None]:
    """Raises NoPlace where the system doesn't let a folder be made or looked into, whatever its name."""
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        raise NoPlace(str(folder), "it, or what it should be in, is a file") from error
    except OSError as error:
        raise NoPlace(str(folder), reason(error)) from error
    except ValueError as error:  # NUL in its name
        raise NoPlace(repr(str(folder)), "no folder can have that name") from error


def halting(call: Callable[[], object]) -> None:
    """Do something without which nothing further can be promised: raises StoreHalted where it fails."""
    try:
        call()
    except OSError as error:
        raise StoreHalted(reason(error)) from error


def reason(error: OSError) -> str:
    """What the system says of an error, in words."""
    return error.strerror or str(error)
