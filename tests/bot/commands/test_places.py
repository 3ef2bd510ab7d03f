"""Strange places for a store, and strange outputs: each is answered with a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.errors import NoPlace, StoreBusy, StoreDamaged, StoreMissing
from knowledge.store import Conversation, TinyStore, backup, check, restore
from tests.bot.commands.test_chat import bot

ROOT = Path(__file__).resolve().parents[3]


def a_file(folder: Path) -> Path:
    (folder / "file").write_text("words")
    return folder / "file"


def in_a_file(folder: Path) -> Path:
    return a_file(folder) / "below"


def where_nobody_may_write(_: Path) -> Path:
    return Path("/proc/nobody/store")


def of_a_name_too_long(folder: Path) -> Path:
    return folder / ("x" * 300)


def a_loop(folder: Path) -> Path:
    (folder / "loop").symlink_to(folder / "loop")
    return folder / "loop"


def with_nul(folder: Path) -> Path:
    return folder / "a\0b"


PLACES = [a_file, in_a_file, where_nobody_may_write, of_a_name_too_long, a_loop, with_nul]


@pytest.mark.parametrize("strange", PLACES)
def test_no_store_is_made_or_found_in_a_strange_place(tmp_path: Path, strange: object) -> None:
    assert callable(strange)
    folder = strange(tmp_path)

    with pytest.raises(NoPlace):
        TinyStore.create(folder)
    with pytest.raises((StoreMissing, StoreDamaged)):
        TinyStore.open(folder)


async def test_no_backup_is_put_back_in_a_strange_place(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path / "store")
    await store.close()
    backup(tmp_path / "store", tmp_path / "copy")

    for strange in PLACES:
        with pytest.raises(NoPlace):
            restore(tmp_path / "copy", strange(tmp_path))


@pytest.mark.parametrize("strange", [a_file, in_a_file, where_nobody_may_write, of_a_name_too_long, a_loop])
def test_init_says_so_in_a_sentence(tmp_path: Path, strange: object) -> None:
    assert callable(strange)

    refused = bot(tmp_path, "init", DATA_DIR=str(strange(tmp_path)))

    assert refused.returncode == 2
    assert "can't hold a store" in refused.stderr
    assert "Set DATA_DIR" in refused.stderr
    assert "Traceback" not in refused.stderr


async def test_a_put_back_store_whose_snapshot_is_gone_is_no_place_for_a_new_one(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path / "store")
    await store.save_conversation(Conversation("a"))
    await store.close()
    backup(tmp_path / "store", tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "again")
    (tmp_path / "again" / "snapshot.json").unlink()

    with pytest.raises(StoreDamaged):
        TinyStore.create(tmp_path / "again")
    with pytest.raises(StoreDamaged):
        check(tmp_path / "again")


async def test_whoever_holds_a_store_is_named(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)

    with pytest.raises(StoreBusy, match=f"process {os.getpid()}"):
        TinyStore.open(tmp_path)

    await store.close()


def test_a_backup_that_can_not_be_written_names_its_file(tmp_path: Path) -> None:
    bot(tmp_path, "init")

    refused = bot(tmp_path, "backup", "/proc/copy")

    assert refused.returncode == 1
    assert refused.stderr.startswith("/proc/copy can't be written: ")


# Outputs

QUESTION = "what does the government say about serious case reviews?\n"


def talking(folder: Path, reading: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """A chat whose answers go through a pipe of the shell."""
    bot(folder, "init")
    command = f'"{sys.executable}" -m bot chat {reading}'
    return subprocess.run(  # noqa: S603  our own command
        ["/bin/bash", "-o", "pipefail", "-c", command],
        input=QUESTION * 20,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(folder / "data"), "LOG_LEVEL": "warning"} | environ,
        check=False,
    )


def test_a_reader_who_has_had_enough_ends_the_chat_quietly(tmp_path: Path) -> None:
    talked = talking(tmp_path, "| head -1")

    assert talked.stdout.count("\n") == 1
    assert talked.stderr == ""


def test_an_output_of_few_letters_gets_the_nearest(tmp_path: Path) -> None:
    talked = talking(tmp_path, "", PYTHONIOENCODING="ascii")

    assert talked.returncode == 0
    assert talked.stdout.isascii()
    assert talked.stderr == ""
    assert '"' in talked.stdout


def test_an_output_that_is_full_is_said(tmp_path: Path) -> None:
    talked = talking(tmp_path, "> /dev/full")

    assert talked.returncode == 1
    assert talked.stderr == "The system refused: No space left on device.\n"
