"""Tells folders on this machine's disks from folders on somebody else's."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge.errors import StoreUnsafe

MOUNTS = Path("/proc/mounts")
NETWORK = frozenset(
    """9p afs beegfs ceph cifs coda davfs gfs gfs2 glusterfs lustre ncpfs nfs nfs4 ocfs2 orangefs smb3 smbfs
    fuse.blobfuse fuse.blobfuse2 fuse.ceph fuse.davfs2 fuse.gcsfuse fuse.glusterfs fuse.mount.davfs
    fuse.mountpoint-s3 fuse.rclone fuse.s3fs fuse.smbnetfs fuse.sshfs""".split()
)


def refuse_network(folder: Path, mounts: Path = MOUNTS) -> None:
    """Raises StoreUnsafe for a folder on a network: its locks and its fsync promise too little.

    Where the system doesn't say what is mounted (anything but Linux), nothing is refused.
    """
    try:
        kind = file_system(folder.resolve(), mounts.read_text(errors="surrogateescape"))
    except (OSError, ValueError, RuntimeError):  # what that name can't do is said when it is used
        return
    if kind in NETWORK:
        raise StoreUnsafe(str(folder), kind)


def file_system(folder: Path, mounts: str) -> str:
    """The kind of file system that a resolved folder is on, or would be; empty where no mount holds it."""
    kind, nearest = "", -1
    for line in mounts.splitlines():
        _, point, found, *_ = line.split(" ")
        mounted = Path(_unescaped(point))
        if folder.is_relative_to(mounted) and len(mounted.parts) >= nearest:  # a later mount hides an earlier one
            kind, nearest = found, len(mounted.parts)
    return kind


def _unescaped(point: str) -> str:
    """The kernel writes a space as \\040."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point)
