"""What the store does when the disk is full, breaks or lies, when files change, and when the process is killed."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Table

from knowledge.errors import NotKept, StoreDamaged, StoreHalted
from knowledge.store import Conversation, TinyStore, Transaction
from knowledge.store.files.journal import is_torn, line
from knowledge.store.files.recovery import look
from knowledge.store.shelves import AUDIT, CONVERSATIONS, UPDATES
from tests.builders import an_audit_entry, an_update
from tests.knowledge.store.faulty import Faulty
from tests.knowledge.store.power import Power
from tests.knowledge.store.standin import WAYS

MUCH = int(os.environ.get("FAULTS", "1"))  # `make faults` sets it


def post(number: int) -> Callable[[Transaction], None]:
    """The n-th update, with its audit entry."""

    def work(transaction: Transaction) -> None:
        transaction.append(UPDATES, an_update(id=f"{number}"))
        transaction.append(AUDIT, an_audit_entry(id=f"{number}"))

    return work


async def posted(store: TinyStore) -> list[int]:
    """The numbers of all updates, each of which has its audit entry."""
    updates = [int(update.id) for update in await store.all(UPDATES)]
    assert [int(entry.id) for entry in await store.all(AUDIT)] == updates
    return updates


# Writes that fail


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who syncs the journal."""
    monkeypatch.setattr(Faulty, "way", request.param)


@pytest.mark.usefixtures("way")
async def test_a_disk_full_at_any_byte_refuses_that_write_and_nothing_else(tmp_path: Path) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path, disk)
    await store.transact(post(0))
    before = (tmp_path / "journal.1").read_bytes()
    await store.transact(post(1))
    length = len((tmp_path / "journal.1").read_bytes()) - len(before)

    for room in range(length):
        disk.room = room
        before = (tmp_path / "journal.1").read_bytes()
        with pytest.raises(NotKept, match="No space left"):
            await store.transact(post(2))
        assert (tmp_path / "journal.1").read_bytes() == before
        assert await store.get(UPDATES, "2") is None

    disk.room = None
    await store.transact(post(2))
    assert await posted(store) == [0, 1, 2]
    await store.close()
    again = TinyStore.open(tmp_path)
    assert await posted(again) == [0, 1, 2]
    await again.close()


class Quota(Faulty):
    """A disk with room for others."""

    def left(self, _: Path) -> int:
        return 2**40


@pytest.mark.usefixtures("way")
async def test_a_store_is_ready_again_once_there_is_room(tmp_path: Path) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path, disk)
    disk.room = 10

    with pytest.raises(NotKept):
        await store.transact(post(1))
    with pytest.raises(NotKept):
        await store.ready()
    disk.room = None

    await store.ready()
    await store.transact(post(2))
    assert await posted(store) == [2]
    await store.close()
    again = TinyStore.open(tmp_path)
    assert await posted(again) == [2]
    await again.close()


async def test_a_store_whose_disk_is_all_but_full_is_not_ready_although_the_last_write_fitted(tmp_path: Path) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path, disk)
    await store.transact(post(1))

    disk.room = 4096

    with pytest.raises(NotKept, match="4,096 bytes are left"):
        await store.ready()
    disk.room = None
    await store.ready()
    await store.close()


@pytest.mark.usefixtures("way")
async def test_after_a_refusal_a_store_is_ready_only_once_the_disk_takes_as_much_as_turns_hold(tmp_path: Path) -> None:
    """What the system says of its room isn't all: a quota refuses although there seems to be enough."""
    disk = Quota()
    store = TinyStore.create(tmp_path, disk)
    disk.room = 0
    with pytest.raises(NotKept):
        await store.transact(post(1))

    disk.room = 1000
    with pytest.raises(NotKept):
        await store.ready()
    disk.room = 10**6
    await store.ready()

    await store.transact(post(2))
    await store.close()
    again = TinyStore.open(tmp_path)
    assert await posted(again) == [2]
    await again.close()


@pytest.mark.parametrize("room", range(0, 2000, 100))
async def test_no_room_for_a_checkpoint_loses_nothing(tmp_path: Path, room: int) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path, disk)
    await store.transact(post(1))
    disk.room = room
    await store.close()

    again = TinyStore.open(tmp_path, disk)

    assert await posted(again) == [1]
    disk.room = None
    await again.transact(post(2))
    await again.close()
    assert [name for name in Faulty().names(tmp_path) if not name.startswith("journal.")] == ["lock", "snapshot.json"]
    assert len(Faulty().names(tmp_path)) == 3


@pytest.mark.usefixtures("way")
async def test_short_writes_are_gone_on_with(tmp_path: Path) -> None:
    disk = Faulty()
    disk.at_once = 7
    store = TinyStore.create(tmp_path, disk)
    await store.transact(post(1))
    await store.close()

    again = TinyStore.open(tmp_path)

    assert await posted(again) == [1]
    await again.close()


@pytest.mark.usefixtures("way")
async def test_after_a_failed_sync_nothing_is_taken_until_the_store_is_opened_again(tmp_path: Path) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path, disk)
    await store.transact(post(1))
    disk.broken = True

    results = await asyncio.gather(*(store.transact(post(number)) for number in range(2, 200)), return_exceptions=True)
    disk.broken = False

    assert {type(result) for result in results} == {StoreHalted}
    with pytest.raises(StoreHalted, match="Input/output error"):
        await store.ready()
    with pytest.raises(StoreHalted):
        await store.transact(post(2))
    assert await posted(store) == [1]
    await store.close()
    again = TinyStore.open(tmp_path)
    assert (await posted(again))[0] == 1
    await again.transact(post(500))
    await again.close()


@pytest.mark.usefixtures("way")
async def test_readers_never_see_what_is_not_on_the_disk(tmp_path: Path) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path, disk)
    disk.syncing.clear()

    write = asyncio.create_task(store.transact(post(1)))
    await asyncio.sleep(0.05)
    seen = await posted(store), await store.last(UPDATES, 1, programme="munro", ref="10")
    disk.syncing.set()
    await write

    assert seen == ([], ())
    assert await posted(store) == [1]
    await store.close()


@pytest.mark.usefixtures("way")
async def test_one_sync_keeps_all_that_waited(tmp_path: Path) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path, disk)

    await asyncio.gather(*(store.transact(post(number)) for number in range(65)))

    # The header, the first, the 64 that came meanwhile; a few more where the machine is so slow that others get a turn.
    assert 3 <= (tmp_path / "journal.1").read_bytes().count(b"\n") < 10
    await store.close()


# Files that aren't what they were


@dataclass
class Folder:
    """A store's folder, left as a killed process leaves it: two journals, the last one with two records."""

    path: Path

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.path.iterdir() if path.name != "lock"}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    async def live() -> None:
        store = TinyStore.create(tmp_path / "live")
        await store.transact(post(1))
        await store.close()
        store = TinyStore.open(tmp_path / "live")
        await store.transact(post(2))
        assert store._keeper
        store._keeper.rotate()
        await store.transact(post(3))
        await store.transact(post(4))
        shutil.copytree(tmp_path / "live", tmp_path / "store")
        await store.close()

    asyncio.run(live())
    return Folder(tmp_path / "store")


def test_the_folder_of_these_tests_is_sound(folder: Folder) -> None:
    assert sorted(folder.files()) == ["journal.2", "journal.3", "snapshot.json"]

    store = TinyStore.open(folder.path)

    assert asyncio.run(posted(store)) == [1, 2, 3, 4]
    asyncio.run(store.close())
    assert sorted(folder.files()) == ["journal.4", "snapshot.json"]


def test_any_changed_byte_is_noticed(folder: Folder) -> None:
    """In memory, because there are thousands."""
    random = Random(1)
    for name, content in folder.files().items():
        files: dict[Path, bytes | None] = {folder.path / other: found for other, found in folder.files().items()}
        parents: dict[Path, bytes | None] = dict.fromkeys([*folder.path.parents][:-1])
        for at in range(0, len(content), 1 if MUCH > 1 else 3):
            changed = bytes([random.choice([byte for byte in range(1, 256) if byte != content[at]])])
            with pytest.raises(StoreDamaged):
                look(
                    Power(parents | {**files, folder.path / name: content[:at] + changed + content[at + 1 :]}),
                    folder.path,
                )


@pytest.mark.parametrize("name", ["snapshot.json", "journal.2", "journal.3"])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.99])
def test_a_changed_file_is_refused_and_nothing_touched(folder: Folder, name: str, share: float) -> None:
    path = folder.path / name
    content = path.read_bytes()
    at = int(len(content) * share)
    path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    before = folder.files()

    for _ in range(2):  # and the refused one lets go
        with pytest.raises(StoreDamaged) as refused:
            TinyStore.open(folder.path)

    assert name in refused.value.where
    assert folder.files() == before


def journal_line(path: Path, number: int) -> bytes:
    return path.read_bytes().splitlines(keepends=True)[number]


def append(path: Path, more: bytes) -> None:
    path.write_bytes(path.read_bytes() + more)


BREAK: dict[str, tuple[Callable[[Path], Any], str]] = {
    "no snapshot": (lambda path: (path / "snapshot.json").unlink(), "snapshot.json"),
    "no first journal": (lambda path: (path / "journal.2").unlink(), "journal.2"),
    "a gap": (lambda path: (path / "journal.3").rename(path / "journal.4"), "journal.3"),
    "one too many": (lambda path: shutil.copy(path / "journal.3", path / "journal.4"), "journal.4 line 1"),
    "out of order": (lambda path: (path / "journal.2").replace(path / "journal.3"), "journal.2"),
    "swapped": (lambda path: swap(path / "journal.2", path / "journal.3"), "journal.2 line 1"),
    "a line twice": (
        lambda path: append(path / "journal.3", journal_line(path / "journal.3", 2)),
        "journal.3 line 4",
    ),
    "a line gone": (
        lambda path: (path / "journal.3").write_bytes(
            journal_line(path / "journal.3", 0) + journal_line(path / "journal.3", 2)
        ),
        "journal.3 line 2",
    ),
    "another store's": (
        lambda path: (path / "journal.3").write_bytes(line(b'{"format":2,"store":"x","generation":3,"seq":2}')),
        "journal.3 line 1",
    ),
    "a torn end before the last": (
        lambda path: (path / "journal.2").write_bytes((path / "journal.2").read_bytes()[:-5]),
        "journal.2",
    ),
    "words": (lambda path: (path / "journal.3").write_text("Dear diary"), "journal.3"),
    "no record": (
        lambda path: append(path / "journal.3", line(b"[1]")),
        "journal.3 line 4",
    ),
    "no text": (
        lambda path: (path / "journal.3").write_bytes(
            (path / "journal.3").read_bytes() + line(b'{"seq":6,"tables":7}')
        ),
        "journal.3 line 4",
    ),
}


def swap(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


@pytest.mark.parametrize("how", BREAK)
def test_files_that_do_not_belong_together_are_refused_and_nothing_touched(folder: Folder, how: str) -> None:
    spoil, named = BREAK[how]
    spoil(folder.path)
    before = folder.files()

    with pytest.raises(StoreDamaged) as refused:
        TinyStore.open(folder.path)

    assert named in refused.value.where
    assert folder.files() == before


def test_an_unfinished_record_at_the_very_end_is_cut_off_and_kept_aside(folder: Folder) -> None:
    journal = folder.path / "journal.3"
    whole = journal.read_bytes()
    last = journal_line(journal, 2)
    journal.write_bytes(whole[:-20])

    store = TinyStore.open(folder.path)

    assert asyncio.run(posted(store)) == [1, 2, 3]
    assert folder.files()[f"torn.3.{len(whole) - len(last)}"] == last[:-20]
    asyncio.run(store.close())


LINE = line(b'{"seq":7,"tables":{"updates":{"1":{"narrative":"' + b"word " * 300 + b'"}}}}')


@pytest.mark.parametrize(
    ("tail", "torn"),
    [
        (LINE[:1], True),
        (LINE[:9], True),
        (LINE[:14], True),
        (LINE[:700], True),
        (LINE[:-1], True),
        (bytes(len(LINE)), True),
        (bytes(20), True),
        (LINE[:112] + bytes(512) + LINE[624:], True),  # the second sector, where the line begins at 400
        (LINE[:112] + bytes(len(LINE) - 112), True),
        (bytes(112) + LINE[112:], True),
        (LINE[:113] + bytes(512) + LINE[625:], False),
        (LINE[:300] + b"\0" + LINE[301:], False),
        (LINE[:300] + b"?" + LINE[301:], False),
        (LINE[:-1] + b"?", False),
        (LINE + b"0", False),
        (LINE[:700] + LINE, False),
        (bytes(112) + LINE[112:] + LINE, False),
        (b"words", False),
        (b"0123456g", False),
    ],
)
def test_only_what_a_cut_leaves_counts_as_torn(tail: bytes, torn: bool) -> None:
    assert is_torn(tail, 400) is torn


# Processes that are killed

WRITER = """
import asyncio, os, sys
from pathlib import Path
from random import Random
from knowledge.store import TinyStore
from knowledge.store.files import keeper
from tests.knowledge.store.test_faults import post

keeper.SMALL = 20_000

async def main():
    folder, first = Path(sys.argv[1]), int(sys.argv[2])
    store = TinyStore.open(folder)
    store._keeper._snapshot_size = 0
    async def write(lane):
        for number in range(first + lane, first + 1_000_000, 8):
            await store.transact(post(number))
            store._keeper._snapshot_size = 0
            os.write(1, b"%d\\n" % number)
    await asyncio.gather(*map(write, range(8)))

asyncio.run(main())
"""

ROOT = Path(__file__).parents[3]
KILLS = {1: 8}.get(MUCH, 200)


async def test_what_was_acknowledged_survives_kills_and_the_lock_does_not(tmp_path: Path) -> None:
    """Under load, with a checkpoint every few dozen records, at random moments."""
    random, acknowledged, total = Random(os.environ.get("FAULTS_SEED", "1")), set[int](), 0
    for kill in range(KILLS):
        folder = tmp_path / str(kill // 10)  # one store for ten kills: they grow fast
        if kill % 10 == 0:
            acknowledged.clear()
            await TinyStore.create(folder).close()
        before = len(acknowledged)
        acknowledged |= await killed(folder, (kill + 1) * 1_000_000, random.uniform(0.01, 0.4))
        total += len(acknowledged) - before

        store = TinyStore.open(folder)
        there = set(await posted(store))
        if kill % 2:
            await store.close()  # with a checkpoint; else the next one finds things as they were
        else:
            await abandon(store)

        assert acknowledged <= there, sorted(acknowledged - there)
    assert total > 20 * KILLS


async def killed(folder: Path, first: int, after: float) -> set[int]:
    """The numbers that a writer was told are kept before it was killed."""
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, str(folder), str(first), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert writer.stdout
    said = await writer.stdout.readline()
    await asyncio.sleep(after)
    writer.kill()
    said += await writer.stdout.read()
    await writer.wait()
    assert said
    return {int(number) for number in said[: said.rfind(b"\n")].split()}


async def abandon(store: TinyStore) -> None:
    """Let go of a store without a checkpoint."""
    store._committer.halt(StoreHalted("abandoned"))
    await store.close()


# The same as TinyDB

KEYS = st.sampled_from("abc")
NUMBERS = st.integers(0, 3)
Operation = Callable[[Table], Any]


def inserted(key: str, number: int) -> Operation:
    return lambda table: table.insert(fresh(table, key, number))


def inserted_twice(key: str, number: int) -> Operation:
    return lambda table: table.insert_multiple([fresh(table, f"{key}{at}", number) for at in range(2)])


def fresh(table: Table, key: str, number: int) -> dict[str, Any]:
    """Keys are kept once, which TinyDB doesn't see to."""
    return {"key": f"{key}{len(table)}{max([one.doc_id for one in table], default=0)}", "memory": {"n": number}}


def upserted(table: Table, number: int) -> Any:
    """Only where there is something: a record without its key would be refused."""
    found = where("memory").n == number
    return table.contains(found) and table.upsert({"answered": [str(number)]}, found)


OPERATIONS = st.one_of(
    st.builds(inserted, KEYS, NUMBERS),
    st.builds(inserted_twice, KEYS, NUMBERS),
    st.builds(lambda n: lambda table: table.update({"memory": {"n": n, "x": [1]}}, where("memory").n < n), NUMBERS),
    st.builds(lambda n: lambda table: table.update(lambda one: one["memory"].update(n=n)), NUMBERS),
    st.builds(lambda n: lambda table: table.remove(where("memory").n == n), NUMBERS),
    st.builds(lambda n: lambda table: table.remove(doc_ids=[n]), NUMBERS),
    st.builds(lambda n: lambda table: table.search(where("memory").n == n), NUMBERS),
    st.builds(lambda n: lambda table: upserted(table, n), NUMBERS),
    st.just(lambda table: table.truncate()),
    st.just(lambda table: table.get(doc_id=1)),
    st.just(None),
)


REUSED = [inserted_twice("a", 0), None, lambda table: table.remove(doc_ids=[2]), inserted("a", 0)]


@settings(max_examples=40 * MUCH, deadline=None)
@example(REUSED)
@given(st.lists(OPERATIONS, max_size=30))
def test_random_operations_do_what_tinydb_does_also_after_opening_again(operations: list[Operation | None]) -> None:
    asyncio.run(compare(operations))


async def compare(operations: list[Operation | None]) -> None:
    """Each operation is a transaction; None opens both anew."""
    disk, stock = Power({}), TinyDB(storage=MemoryStorage)
    folder = Path("/store")
    store = TinyStore.create(folder, disk)
    for operation in [*operations, None]:
        if operation is None:
            await store.close()
            store, stock = TinyStore.open(folder, disk), reopened(stock)
        else:
            expected = outcome(operation, stock.table(CONVERSATIONS.table))
            assert await store.transact(outcome_of(operation)) == expected
        assert await store.transact(everything) == everything_in(stock.table(CONVERSATIONS.table))
    await store.close()


def reopened(stock: TinyDB) -> TinyDB:
    """Stock TinyDB works out the next number at the first insertion, ours at the start, and so uses none twice."""
    again = TinyDB(storage=MemoryStorage)
    again.storage.memory = stock.storage.memory  # type: ignore[attr-defined]
    table: Any = again.table(CONVERSATIONS.table)
    table._next_id = max([one.doc_id for one in table], default=0) + 1
    return again


def outcome_of(operation: Operation) -> Callable[[Any], Any]:
    return lambda transaction: outcome(operation, transaction._database.table(CONVERSATIONS.table))


def outcome(operation: Operation, table: Table) -> Any:
    """What it gives, or which error."""
    try:
        return operation(table)
    except (KeyError, ValueError) as error:
        return type(error)


def everything(transaction: Any) -> list[tuple[int, dict[str, Any]]]:
    return everything_in(transaction._database.table(CONVERSATIONS.table))


def everything_in(table: Table) -> list[tuple[int, dict[str, Any]]]:
    return [(document.doc_id, dict(document)) for document in table]


async def test_values_read_from_a_store_are_nobody_elses(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)
    await store.save_conversation(Conversation("a", {"steps": [1]}))

    def spoil(transaction: Transaction) -> None:
        for _ in range(2):
            found: Any = transaction.get(CONVERSATIONS, "a")
            assert found.memory == {"steps": [1]}
            found.memory["steps"].append(2)

    await store.transact(spoil)

    assert (await store.conversation("a")).memory == {"steps": [1]}
    await store.close()
