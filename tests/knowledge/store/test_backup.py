"""Copies of a store: made while it is written to, verified, put back."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from knowledge.errors import NotEmpty, NotKept, StoreDamaged, StoreMissing, StoreUnsafe, UnreadableBackup
from knowledge.store import TinyStore, backup, check, restore
from knowledge.store.files.recovery import glance
from knowledge.store.shelves import AUDIT, UPDATES
from knowledge.store.tiny.transaction import Reading
from tests.knowledge.store.faulty import Faulty
from tests.knowledge.store.test_faults import post, posted
from tests.knowledge.store.test_folder import OLD, contents, names


async def filled(folder: Path, updates: int = 3) -> TinyStore:
    store = TinyStore.create(folder)
    for number in range(updates):
        await store.transact(post(number))
    return store


async def test_a_backup_restored_holds_the_same(tmp_path: Path) -> None:
    store = await filled(tmp_path / "data")

    made = backup(tmp_path / "data", tmp_path / "backup.json")
    await store.transact(post(3))
    brought = restore(tmp_path / "backup.json", tmp_path / "else" / "where")

    assert made.records == brought.records == {"updates": 3, "audit": 3}
    again = TinyStore.open(tmp_path / "else" / "where")
    assert await posted(again) == [0, 1, 2]
    assert await again.all(UPDATES) == (await store.all(UPDATES))[:3]
    await again.transact(post(3))
    await again.close()
    await store.close()


async def test_backups_and_checks_while_the_store_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a checkpoint every few records: each copy is the store at one moment, not before it was asked for."""
    monkeypatch.setattr("knowledge.store.files.keeper.SMALL", 2000)
    store = await filled(tmp_path / "data")
    written, running = 3, True

    async def write() -> None:
        nonlocal written
        while running:
            assert store._keeper
            store._keeper._snapshot_size = 0
            await store.transact(post(written))
            written += 1

    writer = asyncio.create_task(write())
    for number in range(15):
        path = tmp_path / f"{number}.json"
        before = written
        made = await asyncio.to_thread(backup, tmp_path / "data", path)
        await asyncio.to_thread(check, tmp_path / "data")
        restore(path, tmp_path / f"{number}")
        reading = Reading(glance(Faulty(), tmp_path / f"{number}").kept)
        numbers = [update.id for update in reading.all(UPDATES)]
        assert numbers == [entry.id for entry in reading.all(AUDIT)] == [str(n) for n in range(made.seq)]
        assert before <= len(numbers) <= written + 1
    running = False
    await writer
    assert store._keeper
    assert store._keeper.meta.generation > 3
    await store.close()


async def test_checking_counts_and_touches_nothing(tmp_path: Path) -> None:
    store = await filled(tmp_path / "data")
    await store.close()
    journal = tmp_path / "data" / "journal.2"
    journal.write_bytes(journal.read_bytes() + b"0123")
    before = contents(tmp_path / "data")

    found = check(tmp_path / "data")

    assert (found.records, found.seq, found.format, found.unfinished) == ({"updates": 3, "audit": 3}, 3, 2, 4)
    assert contents(tmp_path / "data") == before
    with pytest.raises(StoreMissing):
        check(tmp_path / "nothing")


async def test_a_backup_never_replaces_anything(tmp_path: Path) -> None:
    await (await filled(tmp_path / "data")).close()
    (tmp_path / "backup.json").write_text("mine")

    with pytest.raises(NotEmpty):
        backup(tmp_path / "data", tmp_path / "backup.json")
    with pytest.raises(NotKept, match="No such file"):
        backup(tmp_path / "data", tmp_path / "no" / "folder")

    assert (tmp_path / "backup.json").read_text() == "mine"


async def test_a_damaged_store_is_not_backed_up(tmp_path: Path) -> None:
    await (await filled(tmp_path / "data")).close()
    snapshot = tmp_path / "data" / "snapshot.json"
    snapshot.write_bytes(snapshot.read_bytes().replace(b"consultation", b"konsultation", 1))

    with pytest.raises(StoreDamaged):
        backup(tmp_path / "data", tmp_path / "backup.json")

    assert names(tmp_path) == ["data"]


@pytest.mark.parametrize("there", ["notes.txt", "journal.1", "snapshot.json"])
async def test_restoring_goes_into_an_empty_folder_only(tmp_path: Path, there: str) -> None:
    await (await filled(tmp_path / "data")).close()
    backup(tmp_path / "data", tmp_path / "backup.json")
    target = tmp_path / "new"
    target.mkdir()
    (target / there).write_text("mine")

    with pytest.raises(NotEmpty):
        restore(tmp_path / "backup.json", target)

    assert contents(target) == {there: b"mine"}


@pytest.mark.parametrize("content", [b"", b"{}", b"words", b'{"_meta": {"1": {"format": 2}}}'])
def test_what_is_no_backup_is_refused_before_anything_is_made(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "backup.json").write_bytes(content)

    with pytest.raises(UnreadableBackup):
        restore(tmp_path / "backup.json", tmp_path / "data")
    with pytest.raises(UnreadableBackup, match="No such file"):
        restore(tmp_path / "nothing.json", tmp_path / "data")

    assert names(tmp_path) == ["backup.json"]


async def test_a_changed_backup_is_refused(tmp_path: Path) -> None:
    await (await filled(tmp_path / "data")).close()
    backup(tmp_path / "data", tmp_path / "backup.json")
    content = (tmp_path / "backup.json").read_bytes()
    for at in range(0, len(content), 97):
        (tmp_path / "backup.json").write_bytes(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])

        with pytest.raises(UnreadableBackup):
            restore(tmp_path / "backup.json", tmp_path / "new")


async def test_a_snapshot_of_the_first_format_can_be_restored(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(json.dumps(OLD))

    assert restore(tmp_path / "old.json", tmp_path / "data").records == {"programmes": 1, "conversations": 1}


async def test_restoring_onto_a_network_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await (await filled(tmp_path / "data")).close()
    backup(tmp_path / "data", tmp_path / "backup.json")
    (tmp_path / "mounts").write_text(f"server:/ {tmp_path} nfs rw 0 0\n")
    monkeypatch.setattr("knowledge.store.files.copies.MOUNTS", tmp_path / "mounts")

    with pytest.raises(StoreUnsafe):
        restore(tmp_path / "backup.json", tmp_path / "new")

    assert not (tmp_path / "new").exists()
