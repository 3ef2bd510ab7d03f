"""Writes the files that people ask for: never among the store's own, and all of one or nothing."""

from __future__ import annotations

import os
from pathlib import Path

from bot.commands.failures import BadInput

AMONG_THE_STORES = "{file} would be in {folder}, where the store is. Choose another folder."


def refuse_store(file: Path, data_dir: Path) -> None:
    """Raises BadInput where a file of this name, links followed, would be in the store's folder or below it."""
    if is_below(file, data_dir):
        raise BadInput(AMONG_THE_STORES.format(file=file, folder=data_dir))


def is_below(path: Path, folder: Path) -> bool:
    """Whether a path leads into a folder, however either is called."""
    return folder.is_dir() and any(parent.samefile(folder) for parent in _target(path).parents if parent.is_dir())


def write(file: Path, content: bytes, *, replaces: bool) -> None:
    """Write a file; what was there before is replaced only where that is wanted, and only once all is written.

    Raises FileExistsError and whatever else the system says.
    """
    target = _target(file)
    if not replaces:
        target.open("xb").close()  # the name is taken from here on
    new = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _on_the_disk(new, content)
        new.replace(target)
    except OSError:
        for left in (new,) if replaces else (new, target):
            left.unlink(missing_ok=True)
        raise


def _on_the_disk(new: Path, content: bytes) -> None:
    with new.open("wb") as made:
        made.write(content)
        made.flush()
        os.fsync(made.fileno())


def _target(path: Path) -> Path:
    """The path itself, links followed; one that goes round in a circle leads nowhere."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()
