"""Keeps TinyDB's tables in one file that a crash leaves whole: the old one or the new one."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, cast

from tinydb.storages import Storage

from knowledge.errors import StoreDamaged

Tables = dict[str, dict[str, Any]]
META = "_meta"
FORMAT = 1


class SnapshotStorage(Storage):
    """Tables in memory and in a file. A write that fails changes neither.

    TinyDB's own JSONStorage overwrites the file in place, and a crash in between leaves half of each.
    """

    def __init__(self, path: Path, tables: Tables | None = None) -> None:
        self._path = path
        self._tables = tables

    def read(self) -> Tables | None:
        """A copy of tables and documents, because TinyDB changes what it reads before it writes."""
        if self._tables is None:
            return None
        return {name: {key: dict(document) for key, document in table.items()} for name, table in self._tables.items()}

    def write(self, data: Tables) -> None:
        """Keep the tables; returns when they are on the disk."""
        replace(self._path, json.dumps(data).encode())
        self._tables = data


def tables(path: Path) -> Tables:
    """What a snapshot holds; raises StoreDamaged for one that is torn, that isn't ours, or that is newer than this."""
    try:
        found = json.loads(path.read_bytes())
        written = found[META]["1"]["format"]
        documents = [item for table in found.values() for item in table.items()]
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise StoreDamaged(str(path), f"{type(error).__name__}: {error}") from error
    if written != FORMAT:
        raise StoreDamaged(str(path), f"its format is {written!r}, and this version knows {FORMAT}")
    if not all(key.isdecimal() and isinstance(document, dict) for key, document in documents):
        raise StoreDamaged(str(path), "it holds something other than records")
    return cast(Tables, found)


def replace(path: Path, content: bytes) -> None:
    """Give the file this content, all of it or nothing, and come back when it is on the disk."""
    new = path.with_name(path.name + ".new")
    try:
        _write(new, content)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """A renamed file is only safe once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
