"""What TinyStore's folder does: made once, held by one process, refused where anything in it is odd."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from knowledge.errors import StoreBusy, StoreDamaged, StoreExists, StoreHalted, StoreMissing, StoreUnsafe
from knowledge.model import Programme
from knowledge.store import Conversation, TinyStore
from knowledge.store.files.mounts import file_system, refuse_network
from knowledge.store.records.codec import encode, record
from knowledge.store.shelves import UPDATES
from tests.builders import a_programme, an_update


def as_json(value: Any) -> Any:
    return json.loads(encode(record(value)))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "lock"}


async def test_a_store_opened_again_holds_what_it_held(tmp_path: Path, munro: Programme) -> None:
    store = TinyStore.create(tmp_path / "new" / "store")
    await store.save_programme(munro)
    await store.save_conversation(Conversation("a", {"x": "é"}, ("1",)))
    await store.close()

    again = TinyStore.open(tmp_path / "new" / "store")

    assert await again.programmes() == (munro,)
    assert await again.conversation("a") == Conversation("a", {"x": "é"}, ("1",))
    await again.close()


async def test_tinydb_itself_can_read_the_snapshot(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)
    update = an_update()
    await store.save_programme(a_programme())
    await store.transact(lambda transaction: transaction.append(UPDATES, update))
    await store.close()

    with TinyDB(tmp_path / "snapshot.json") as database:
        [meta] = database.table("_meta").all()
        assert (meta["format"], meta["generation"], meta["seq"], len(meta["sha256"])) == (2, 2, 2, 64)
        assert database.table("programmes").all() == [as_json(a_programme())]
        assert database.table("updates").get(doc_id=1) == as_json(update)


async def test_closing_leaves_a_snapshot_with_everything_and_an_empty_journal(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)
    await store.save_conversation(Conversation("a"))
    await store.close()
    await TinyStore.open(tmp_path).close()

    assert names(tmp_path) == ["journal.2", "lock", "snapshot.json"]
    assert (tmp_path / "journal.2").read_bytes().count(b"\n") == 1


async def test_only_the_owner_may_read_the_files(tmp_path: Path) -> None:
    await TinyStore.create(tmp_path).close()

    assert {(tmp_path / name).stat().st_mode & 0o777 for name in names(tmp_path)} == {0o600}


async def test_a_store_is_not_made_where_one_is(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)

    with pytest.raises(StoreExists):
        TinyStore.create(tmp_path)

    await store.close()
    with pytest.raises(StoreExists):
        TinyStore.create(tmp_path)


async def test_a_store_is_not_made_over_journals_whose_snapshot_is_gone(tmp_path: Path) -> None:
    """They may be all that is left of a store."""
    store = TinyStore.create(tmp_path)
    await store.save_conversation(Conversation("a"))
    await store.close()
    (tmp_path / "snapshot.json").unlink()
    before = contents(tmp_path)

    for doing in (TinyStore.create, TinyStore.open):
        with pytest.raises(StoreDamaged, match="missing"):
            doing(tmp_path)

    assert contents(tmp_path) == before


@pytest.mark.parametrize("there", [[], ["notes.txt"]])
def test_a_store_is_not_opened_where_none_is_and_none_is_made(tmp_path: Path, there: list[str]) -> None:
    folder = tmp_path / "store"
    for name in there:
        folder.mkdir()
        (folder / name).touch()

    with pytest.raises(StoreMissing):
        TinyStore.open(folder)

    assert (names(folder) if folder.exists() else []) == there


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Expecting value"),
        (b'{"_meta": {"1": {"format": 1}}, "programmes": {"1": {"na', "Unterminated string"),
        (b"\xff\xfe\x00", "decode"),
        (b"[]", "list indices"),
        (b"{}", "_meta"),
        (b"[" * 100_000, "recursion"),
        (b'{"_meta": {"1": {"format": "1"}}}', "its format is '1'"),
        (b'{"_meta": {"1": {"format": 0}}}', "0"),
        (b'{"_meta": {"1": {"format": 2}}}', "its sha256 doesn't fit"),
        (b'{"_meta": {"1": {"format": 3}}}', "a newer version of this bot wrote it: its format is 3, this one knows 2"),
        (b'{"programmes": {}, "_meta": {"1": {"format": 3, "else": []}}}', "a newer version of this bot wrote it"),
        (b'{"_meta": {"1": {"format": 1}}, "programmes": {"1": 7}}', "a record doesn't fit"),
        (b'{"_meta": {"1": {"format": 1}}, "programmes": {"x": {"name": "a"}}}', "something other than records"),
        (b'{"_meta": {"1": {"format": 1}}, "programmes": {"1": {"name": "a"}}}', "a record doesn't fit"),
        (b'{"_meta": {"1": {"format": 1}}, "conversations": {"1": {}}}', "a record doesn't fit"),
        (b'{"_meta": {"1": {"format": 1}}, "other": {"1": {}}}', "a table 'other', which this version doesn't know"),
    ],
)
def test_a_damaged_file_is_refused_with_the_reason_and_left_alone(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "snapshot.json").write_bytes(content)

    with pytest.raises(StoreDamaged, match=reason):
        TinyStore.open(tmp_path)

    assert contents(tmp_path) == {"snapshot.json": content}
    with pytest.raises(StoreDamaged):  # and not StoreBusy: the refused one let go
        TinyStore.open(tmp_path)


OLD = {
    "_meta": {"1": {"format": 1}},
    "programmes": {"1": as_json(a_programme())},
    "conversations": {"1": {"key": "a", "memory": {"refs": ["10"]}, "answered": ["1"]}},
}


async def test_a_store_of_the_first_format_is_brought_up_to_date_and_kept(tmp_path: Path) -> None:
    (tmp_path / "snapshot.json").write_text(json.dumps(OLD))

    glanced = TinyStore.glance(tmp_path)
    assert names(tmp_path) == ["snapshot.json"]
    store = TinyStore.open(tmp_path)

    for one in (glanced, store):
        assert await one.programmes() == (a_programme(),)
        assert await one.conversation("a") == Conversation("a", {"refs": ["10"]}, ("1",))
    assert json.loads((tmp_path / "snapshot.format-1.json").read_text()) == OLD
    await store.save_conversation(Conversation("b"))
    await store.close()
    again = TinyStore.open(tmp_path)
    assert await again.programmes() == (a_programme(),)
    assert await again.conversation("b") == Conversation("b")
    await again.close()


async def test_fields_that_nobody_knows_are_left_and_missing_ones_get_their_default(tmp_path: Path) -> None:
    kept = {"key": "a", "mood": "sunny"}
    (tmp_path / "snapshot.json").write_text(json.dumps(OLD | {"conversations": {"1": kept}}))

    store = TinyStore.open(tmp_path)

    assert await store.conversation("a") == Conversation("a")
    await store.close()


async def test_a_glance_sees_what_a_bot_has_kept_and_may_save_nothing(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)
    await store.save_conversation(Conversation("a", {"n": 1}))
    before = contents(tmp_path)

    glanced = TinyStore.glance(tmp_path)

    assert (await glanced.conversation("a")).memory == {"n": 1}
    with pytest.raises(StoreHalted):
        await glanced.save_conversation(Conversation("b"))
    await glanced.close()
    assert contents(tmp_path) == before
    await store.close()


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


MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/share /srv nfs4 rw 0 0
/dev/vdb /srv/local ext4 rw 0 0
//server/share /mnt/with\\040space cifs rw 0 0
me@server: /home/me/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/data", "ext4"),
        ("/srv", "nfs4"),
        ("/srv/data", "nfs4"),
        ("/srv/local/data", "ext4"),
        ("/srvlocal", "ext4"),
        ("/mnt/with space/data", "cifs"),
        ("/home/me/far/data", "fuse.sshfs"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert file_system(Path(folder), MOUNTS) == kind


def test_a_folder_on_a_network_is_refused(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS + f"server:/ {tmp_path / 'far'} nfs rw 0 0\n")

    with pytest.raises(StoreUnsafe) as refused:
        refuse_network(tmp_path / "far" / "data", mounts)
    refuse_network(tmp_path / "near", mounts)
    refuse_network(tmp_path / "far", tmp_path / "no such file")

    assert refused.value.kind == "nfs"


@pytest.mark.parametrize("doing", [TinyStore.create, TinyStore.open])
def test_no_store_is_made_or_opened_on_a_network(tmp_path: Path, monkeypatch: Any, doing: Any) -> None:
    (tmp_path / "mounts").write_text(f"server:/ {tmp_path} nfs rw 0 0\n")
    monkeypatch.setattr("knowledge.store.tiny.store.MOUNTS", tmp_path / "mounts")

    with pytest.raises(StoreUnsafe):
        doing(tmp_path / "data")

    assert names(tmp_path) == ["mounts"]
