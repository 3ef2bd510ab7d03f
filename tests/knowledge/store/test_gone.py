"""What the store does when its files are taken away under it: it says so, and acknowledges nothing more."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import StoreHalted, StoreMissing
from knowledge.store import Conversation, TinyStore
from knowledge.store.shelves import CONVERSATIONS
from tests.conftest import StartTeams


def the_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def the_files(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def to_another_name(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def a_copy_in_its_place(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    shutil.copytree(folder.with_name("moved"), folder)


def the_lock(folder: Path) -> None:
    """Without it a second process would come in."""
    (folder / "lock").unlink()


TAKEN = [the_folder, the_files, to_another_name, a_copy_in_its_place, the_lock]


@pytest.mark.parametrize("take", TAKEN)
async def test_nothing_is_acknowledged_once_the_files_are_gone(tmp_path: Path, take: Callable[[Path], Any]) -> None:
    store = TinyStore.create(tmp_path / "store")
    await store.save_conversation(Conversation("a"))
    take(tmp_path / "store")

    with pytest.raises(StoreHalted, match="removed or replaced"):
        await store.save_conversation(Conversation("b"))

    assert await store.all(CONVERSATIONS) == (Conversation("a"),)
    with pytest.raises(StoreHalted):
        await store.ready()
    await store.close()


@pytest.mark.parametrize("store", ["memory"], indirect=True)  # a bot on another one
@pytest.mark.parametrize("take", TAKEN)
async def test_a_watcher_hears_of_it_before_anybody_writes(
    tmp_path: Path, start_teams: StartTeams, take: Callable[[Path], Any]
) -> None:
    folder = tmp_path / "store"
    teams = await start_teams(open_store=lambda _: TinyStore.create(folder))
    async with teams.bot.get("/ready") as response:
        assert response.status == 200
    take(folder)

    async with teams.bot.get("/ready") as response:
        assert (response.status, "removed or replaced" in await response.text()) == (503, True)
    async with teams.bot.get("/health") as response:
        assert response.status == 200


async def test_a_store_that_is_gone_can_not_be_opened_again_by_mistake(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path / "store")
    await store.save_conversation(Conversation("a"))
    the_folder(tmp_path / "store")
    await store.close()

    with pytest.raises(StoreMissing):
        TinyStore.open(tmp_path / "store")

    assert not (tmp_path / "store").exists()
