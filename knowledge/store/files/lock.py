"""Lets one process at a time hold a store."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from knowledge.errors import StoreBusy

LOCK = "lock"


def lock(folder: Path) -> int:
    """Hold the folder until the returned descriptor is closed, at the latest when this process ends.

    The file stays when the lock is let go: a lock on a file that someone unlinks holds nothing.
    """
    held = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        pid = _holder(held)
        os.close(held)
        raise StoreBusy(str(folder), pid) from None
    os.ftruncate(held, 0)
    os.pwrite(held, str(os.getpid()).encode(), 0)
    return held


def _holder(descriptor: int) -> int | None:
    """Who wrote their id last; None in the moment before the holder has written it."""
    written = os.pread(descriptor, 20, 0)
    return int(written) if written.isdigit() else None
