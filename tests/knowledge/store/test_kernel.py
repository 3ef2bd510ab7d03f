"""The journal is synced by the kernel itself, where there is one that does."""

from __future__ import annotations

import asyncio
import errno
import os
from pathlib import Path

import pytest

from knowledge.store import Conversation, TinyStore
from knowledge.store.files.disk import Disk
from knowledge.store.files.kernel import Kernel, linux_aio
from knowledge.store.shelves import CONVERSATIONS
from tests.knowledge.store.standin import Busy

needs_linux = pytest.mark.skipif(linux_aio is None, reason="only Linux syncs files by itself")


async def synced(kernel: Kernel, file: int) -> OSError | None:
    """What the kernel says of a sync."""
    ended: asyncio.Future[OSError | None] = asyncio.get_running_loop().create_future()
    assert kernel.sync(file, ended.set_result)
    return await asyncio.wait_for(ended, 5)


def a_file(path: Path) -> int:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(file, b"words")
    return file


@needs_linux
def test_it_says_when_a_file_is_on_the_disk_in_one_loop_after_another(tmp_path: Path) -> None:
    kernel, file = Kernel.here(), a_file(tmp_path / "file")
    assert kernel

    for _ in range(2):
        assert asyncio.run(synced(kernel, file)) is None
    os.close(file)


@needs_linux
async def test_it_says_why_a_file_cannot_be_synced(tmp_path: Path) -> None:
    kernel, (reads, writes) = Kernel.here(), os.pipe()
    assert kernel

    took = kernel.sync(writes, lambda _: None)  # a pipe is on no disk

    assert not took
    file = a_file(tmp_path / "file")
    assert await synced(kernel, file) is None  # and the next goes well
    for opened in (reads, writes, file):
        os.close(opened)
    kernel.stop()


@needs_linux
async def test_what_the_kernel_reports_reaches_who_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = Kernel.here()
    assert kernel
    heard: list[OSError | None] = []
    kernel._done = heard.append

    kernel._ended(2**64 - errno.EIO)  # as the library hands on what io_getevents gave
    kernel._hear()

    assert [error and error.errno for error in heard] == [errno.EIO]


def test_without_linux_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.store.files.kernel.linux_aio", None)

    assert Kernel.here() is None


def test_where_all_that_the_system_has_is_taken_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def Context(self, max_requests: int) -> None:  # noqa: N802
            raise SystemError(errno.EAGAIN, f"no room for {max_requests}")

    monkeypatch.setattr("knowledge.store.files.kernel.linux_aio", Full())

    assert Kernel.here() is None


class Refusing(Disk):
    """A disk beside a kernel that takes nothing on."""

    def __init__(self) -> None:
        super().__init__()
        self.syncs = 0

    def kernel(self) -> Kernel:
        return Busy()

    def sync(self, file: int) -> None:
        self.syncs += 1
        super().sync(file)


async def test_a_thread_syncs_what_the_kernel_does_not_take(tmp_path: Path) -> None:
    disk = Refusing()
    store = TinyStore.create(tmp_path, disk)
    before = disk.syncs

    await store.save_conversation(Conversation("a"))

    assert disk.syncs == before + 1
    assert await store.get(CONVERSATIONS, "a") == Conversation("a")
    await store.close()
