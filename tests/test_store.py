"""What every store does (the fixture `store`), and what TinyStore's folder does."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from knowledge.errors import StoreBusy, StoreDamaged, StoreExists, StoreMissing
from knowledge.model import Field, Programme
from knowledge.store import Conversation, Store, TinyStore
from knowledge.store.records import record, value
from tests.builders import a_programme, a_recommendation


async def test_a_new_store_is_empty(store: Store) -> None:
    assert await store.programmes() == ()
    assert await store.conversation("a") == Conversation("a")


async def test_a_programme_comes_back_as_it_was(store: Store, munro: Programme) -> None:
    await store.save_programme(munro)

    assert await store.programmes() == (munro,)


async def test_programmes_keep_the_order_of_import_and_a_name_is_replaced(store: Store) -> None:
    await store.save_programme(a_programme(name="munro"))
    await store.save_programme(a_programme(name="care"))
    await store.save_programme(a_programme(name="munro", recommendations=(a_recommendation(ref="7"),)))

    first, second = await store.programmes()
    assert (first.name, second.name) == ("munro", "care")
    assert [one.ref for one in first.recommendations] == ["7"]


async def test_a_conversation_replaces_what_was_kept_under_its_key(store: Store) -> None:
    await store.save_conversation(Conversation("a", {"draft": {"ref": "10", "steps": [1, 2]}}, ("1", "2")))
    await store.save_conversation(Conversation("b", {"x": None}))
    await store.save_conversation(Conversation("a", {"draft": None}, ("2", "3")))

    assert await store.conversation("a") == Conversation("a", {"draft": None}, ("2", "3"))
    assert await store.conversation("b") == Conversation("b", {"x": None})


async def test_changing_what_was_given_or_got_changes_nothing_kept(store: Store) -> None:
    given_steps = {"steps": [1]}
    programme = a_programme(labels={Field.THEME: "Theme"})
    await store.save_conversation(Conversation("a", given_steps))
    await store.save_programme(programme)

    given_steps["steps"].append(2)
    programme.labels.clear()
    got: Any = (await store.conversation("a")).memory
    got["steps"].append(3)
    (await store.programmes())[0].labels.clear()

    assert (await store.conversation("a")).memory == {"steps": [1]}
    assert (await store.programmes())[0].labels == {Field.THEME: "Theme"}


@pytest.mark.parametrize("memory", [{"at": object()}, {"share": float("nan")}])
async def test_a_memory_that_is_not_json_is_refused_and_changes_nothing(store: Store, memory: dict[str, Any]) -> None:
    await store.save_conversation(Conversation("a", {"x": 1}))

    with pytest.raises((TypeError, ValueError)):
        await store.save_conversation(Conversation("a", memory))

    assert (await store.conversation("a")).memory == {"x": 1}


async def test_what_is_kept_is_what_json_makes_of_it(store: Store) -> None:
    await store.save_conversation(Conversation("a", {"pair": (1, 2), "at": datetime(2026, 1, 2), "half": "\ud83d"}))  # noqa: DTZ001

    assert (await store.conversation("a")).memory == {"pair": [1, 2], "at": "2026-01-02T00:00:00", "half": "\ud83d"}


async def test_many_writers_at_once_lose_nothing(store: Store) -> None:
    await asyncio.gather(*(store.save_conversation(Conversation(str(key), {"n": key})) for key in range(50)))

    kept = [(await store.conversation(str(key))).memory["n"] for key in range(50)]
    assert kept == list(range(50))


async def test_closing_twice_is_closing_once(store: Store) -> None:
    await store.close()
    await store.close()


async def test_a_store_opened_again_holds_what_it_held(tmp_path: Path, munro: Programme) -> None:
    store = TinyStore.create(tmp_path / "new" / "store")
    await store.save_programme(munro)
    await store.save_conversation(Conversation("a", {"x": "é"}, ("1",)))
    await store.close()

    again = TinyStore.open(tmp_path / "new" / "store")

    assert await again.programmes() == (munro,)
    assert await again.conversation("a") == Conversation("a", {"x": "é"}, ("1",))
    await again.close()


async def test_tinydb_itself_can_read_the_file(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)
    await store.save_programme(a_programme())
    await store.close()

    with TinyDB(tmp_path / "snapshot.json") as database:
        assert database.table("_meta").all() == [{"format": 1}]
        assert database.table("programmes").all() == [record(a_programme())]


async def test_a_store_is_not_made_where_one_is(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)

    with pytest.raises(StoreExists):
        TinyStore.create(tmp_path)

    await store.close()
    with pytest.raises(StoreExists):
        TinyStore.create(tmp_path)


def test_a_store_is_not_opened_where_none_is_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        TinyStore.open(tmp_path / "store")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "JSONDecodeError"),
        (b'{"_meta": {"1": {"format": 1}}, "programmes": {"1": {"na', "JSONDecodeError"),
        (b"\xff\xfe\x00", "DecodeError"),
        (b"[]", "TypeError"),
        (b"{}", "KeyError"),
        (b"[" * 100_000, "RecursionError"),
        (b'{"_meta": {"1": {"format": 2}}}', "its format is 2, and this version knows 1"),
        (b'{"_meta": {"1": {"format": 1}}, "programmes": {"1": 7}}', "something other than records"),
        (b'{"_meta": {"1": {"format": 1}}, "programmes": {"x": {"name": "a"}}}', "something other than records"),
        (b'{"_meta": {"1": {"format": 1}}, "programmes": {"1": {"name": "a"}}}', "a record doesn't fit"),
        (b'{"_meta": {"1": {"format": 1}}, "conversations": {"1": {}}}', "a record doesn't fit"),
    ],
)
def test_a_damaged_file_is_refused_with_the_reason_and_left_alone(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "snapshot.json").write_bytes(content)

    with pytest.raises(StoreDamaged, match=reason):
        TinyStore.open(tmp_path)

    assert (tmp_path / "snapshot.json").read_bytes() == content
    with pytest.raises(StoreDamaged):  # and not StoreBusy: the refused one let go
        TinyStore.open(tmp_path)


async def test_one_process_at_a_time_holds_a_store(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)
    opening = (
        "import sys; from pathlib import Path; from knowledge.store import TinyStore; TinyStore.open(Path(sys.argv[1]))"
    )

    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", opening, str(tmp_path), stderr=asyncio.subprocess.PIPE
    )
    _, said = await other.communicate()
    with pytest.raises(StoreBusy) as busy:
        TinyStore.open(tmp_path)

    assert f"in use by process {os.getpid()}" in said.decode()
    assert busy.value.pid == os.getpid()
    await store.close()
    await TinyStore.open(tmp_path).close()
    assert (tmp_path / "lock").exists()


@pytest.mark.parametrize("step", ["fsync", "replace"])
async def test_a_failed_write_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    store = TinyStore.create(tmp_path)
    await store.save_conversation(Conversation("a", {"x": 1}))
    before = (tmp_path / "snapshot.json").read_bytes()

    with monkeypatch.context() as patch:
        patch.setattr(*((os, "fsync", full) if step == "fsync" else (Path, "replace", full)))
        with pytest.raises(OSError, match="No space left"):
            await store.save_conversation(Conversation("a", {"x": 2}))
        with pytest.raises(OSError, match="No space left"):
            await store.save_programme(a_programme())

    assert (tmp_path / "snapshot.json").read_bytes() == before
    assert names(tmp_path) == ["lock", "snapshot.json"]
    assert (await store.conversation("a")).memory == {"x": 1}
    assert await store.programmes() == ()
    await store.save_conversation(Conversation("a", {"x": 3}))
    assert (await store.conversation("a")).memory == {"x": 3}
    await store.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


async def test_a_cancelled_write_leaves_the_next_ones_in_order(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)
    writes = [asyncio.ensure_future(store.save_conversation(Conversation("a", {"n": n}))) for n in range(20)]
    await asyncio.sleep(0)
    for write in writes[:10]:
        write.cancel()
    await asyncio.gather(*writes, return_exceptions=True)
    await store.close()

    assert json.loads((tmp_path / "snapshot.json").read_text())["conversations"]["1"]["memory"] == {"n": 19}
    assert (await store.conversation("a")).memory == {"n": 19}


WRITER = """
import asyncio, sys
from pathlib import Path
from knowledge.store import Conversation, TinyStore

async def main():
    store = TinyStore.create(Path(sys.argv[1]))
    for n in range(100_000):
        await store.save_conversation(Conversation("a", {"n": n, "text": "x" * 50_000}))
        print(n, flush=True)

asyncio.run(main())
"""


async def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert writer.stdout is not None
    while int(await writer.stdout.readline()) < 20:
        pass
    writer.kill()
    acknowledged = 20 + len((await writer.stdout.read()).split())
    await writer.wait()

    store = TinyStore.open(tmp_path)

    assert (await store.conversation("a")).memory["n"] >= acknowledged
    await store.close()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.builds(Conversation, st.text(), st.dictionaries(st.text(), JSON), st.lists(st.text()).map(tuple)))
def test_any_conversation_is_the_same_after_json(conversation: Conversation) -> None:
    assert value(record(conversation), Conversation) == conversation


def test_a_programme_is_the_same_after_json(munro: Programme) -> None:
    assert value(record(munro), Programme) == munro
    assert value(record(replace(munro, warnings=("One is missing.",))), Programme).warnings == ("One is missing.",)
