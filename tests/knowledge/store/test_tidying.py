"""Words that are kept no more leave the store's files, and not only what the store tells of itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.conversation import respond
from knowledge.errors import NotKept, StoreHalted
from knowledge.model import Programme
from knowledge.progress.acts.trail import REDACTED
from knowledge.store import Conversation, Store, TinyStore
from knowledge.store.files.disk import Disk
from knowledge.store.shelves import CONVERSATIONS, UPDATES
from tests.builders import an_update
from tests.conftest import StartTeams
from tests.office import MO, SUE, an_office

WORDS = "the Example family has moved"


def holding(folder: Path, words: str) -> list[str]:
    """The files of a folder that have these words."""
    return sorted(path.name for path in folder.iterdir() if words.encode() in path.read_bytes())


def times(folder: Path) -> dict[str, int]:
    """When each file was last written."""
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


async def test_what_is_kept_no_more_is_in_no_file(folder: Path) -> None:
    store = TinyStore.create(folder)
    update = an_update(narrative=WORDS)
    await store.transact(lambda transaction: transaction.put(UPDATES, update))
    await store.tidy()
    assert holding(folder, WORDS) == ["snapshot.json"]
    await store.transact(lambda transaction: transaction.put(UPDATES, replace(update, narrative=WORDS + ", too")))
    assert holding(folder, WORDS) == ["journal.2", "snapshot.json"]

    await store.transact(lambda transaction: transaction.put(UPDATES, replace(update, narrative=REDACTED)))
    await store.tidy()

    assert holding(folder, WORDS) == []
    await store.close()
    again = TinyStore.open(folder)
    assert [u.narrative for u in await again.all(UPDATES)] == [REDACTED]
    await again.close()


async def test_what_is_asked_for_while_a_checkpoint_is_under_way_comes_after_it(folder: Path) -> None:
    store = TinyStore.create(folder)
    await store.save_conversation(Conversation("a", {"said": WORDS}))
    under_way = asyncio.ensure_future(store.tidy())
    await asyncio.sleep(0)

    await store.save_conversation(Conversation("a"))
    await asyncio.gather(store.tidy(), store.tidy(), store.save_conversation(Conversation("b")))

    assert holding(folder, WORDS) == []
    await under_way
    assert await store.all(CONVERSATIONS) == (Conversation("a"), Conversation("b"))
    await store.close()


async def test_nothing_is_written_where_nothing_has_changed(folder: Path) -> None:
    store = TinyStore.create(folder)
    await store.save_conversation(Conversation("a"))
    await store.tidy()
    before = times(folder)

    await store.tidy()

    assert times(folder) == before
    await store.close()


class Full(Disk):
    """A disk on which no snapshot finds room."""

    def create(self, path: Path) -> int:
        if path.name.endswith(".new"):
            raise OSError(28, "No space left on device")
        return super().create(path)


async def test_without_room_it_says_so_and_everything_goes_on(folder: Path) -> None:
    TinyStore.create(folder)._let_go()  # type: ignore[misc]
    store = TinyStore.open(folder, Full())
    await store.save_conversation(Conversation("a"))

    with pytest.raises(NotKept):
        await store.tidy()

    await store.save_conversation(Conversation("b"))
    await store.close()
    again = TinyStore.open(folder)
    assert len(await again.all(CONVERSATIONS)) == 2
    await again.close()


async def test_a_closed_store_is_not_tidied(folder: Path) -> None:
    store = TinyStore.create(folder)
    await store.close()

    with pytest.raises(StoreHalted):
        await store.tidy()


async def test_it_holds_up_nobody(folder: Path) -> None:
    """The snapshot of 20,000 updates is written in a thread: the loop has its turn all the while."""
    store = TinyStore.create(folder)
    for first in range(0, 20_000, 5_000):
        some = [an_update(id=f"{number}") for number in range(first, first + 5_000)]
        await store.transact(lambda transaction, some=some: [transaction.put(UPDATES, one) for one in some])  # type: ignore[misc]
    ticks = 0

    tidying = asyncio.ensure_future(store.tidy())
    while not tidying.done():
        await asyncio.sleep(0.001)
        ticks += 1

    assert ticks > 5
    await store.close()


async def test_every_store_can_be_asked_to(store: Store) -> None:
    await store.save_conversation(Conversation("a"))

    await store.tidy()

    assert await store.all(CONVERSATIONS) == (Conversation("a"),)


def files_of(folder: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in folder.iterdir())


async def test_a_redaction_in_a_conversation_leaves_the_words_in_no_file(folder: Path, munro: Programme) -> None:
    office = await an_office(TinyStore.create(folder), munro)
    await office.talk(
        (SUE, f"update 10: amber – {WORDS}", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "redact the last update on 10", "Remove this for good?"),
    )
    assert holding(folder, WORDS)

    await office.talk((MO, "yes", "Done"))

    assert holding(folder, WORDS) == []
    assert any(b"update redacted" in content for content in files_of(folder))
    await office.store.close()


@pytest.mark.parametrize("store", ["memory"], indirect=True)  # a bot on another one
async def test_a_bot_that_was_killed_before_it_tidied_does_so_when_it_starts(
    folder: Path, munro: Programme, start_teams: StartTeams
) -> None:
    killed = TinyStore.create(folder)
    await killed.save_programme(munro)
    await killed.save_conversation(Conversation("a", {"said": WORDS}))
    await killed.save_conversation(Conversation("a"))
    killed._let_go()  # type: ignore[misc]
    assert holding(folder, WORDS) == ["journal.1"]

    await start_teams(respond, open_store=lambda _: TinyStore.open(folder))

    assert holding(folder, WORDS) == []
