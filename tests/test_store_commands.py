"""The store from outside: its commands, and what people and watchers hear when it can't be written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.turns import CANNOT_KEEP
from knowledge.store import Conversation, TinyStore
from tests.conftest import StartTeams
from tests.store.faulty import Faulty

ROOT = Path(__file__).parents[1]


def bot(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_store_is_backed_up_restored_and_checked(tmp_path: Path) -> None:
    bot(tmp_path / "data", "init")

    backed_up = bot(tmp_path / "data", "backup", str(tmp_path / "backup.json"))
    restored = bot(tmp_path / "new", "restore", str(tmp_path / "backup.json"))
    checked = bot(tmp_path / "new", "check")

    for done in (backed_up, restored, checked):
        assert (done.returncode, done.stderr) == (0, "")
        assert "1 in programmes" in done.stdout
    assert "is sound" in checked.stdout


def test_bad_input_is_said_in_a_sentence(tmp_path: Path) -> None:
    bot(tmp_path / "data", "init", "--empty")
    (tmp_path / "taken").touch()

    for arguments, words in [
        (("backup", str(tmp_path / "taken")), "already"),
        (("backup", str(tmp_path / "no" / "file")), "no folder"),
        (("restore", str(tmp_path / "taken")), "isn't a sound backup"),
        (("restore", str(tmp_path / "data" / "snapshot.json")), "already"),
    ]:
        said = bot(tmp_path / "data", *arguments)
        assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
        assert words in said.stderr


@pytest.mark.parametrize("command", [("check",), ("backup", "copy.json"), ("serve",), ("chat",)])
def test_a_damaged_store_is_a_failure_with_file_and_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    bot(tmp_path / "data", "init", "--empty")
    with (tmp_path / "data" / "journal.1").open("a") as journal:
        journal.write("00000000 2 {}\n")

    said = bot(tmp_path / "data", *command)

    assert said.returncode == 1
    assert f"{tmp_path / 'data' / 'journal.1'}: line 2 isn't as it was written" in said.stderr


async def test_a_full_disk_is_told_to_the_person_and_to_the_watcher_until_there_is_room(
    start_teams: StartTeams, tmp_path: Path
) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path / "full", disk)
    teams = await start_teams(open_store=lambda _: store)

    disk.room = 5
    said = await teams.say("hello")
    async with teams.bot.get("/ready") as response:
        full = response.status, await response.json()
    disk.room = None
    async with teams.bot.get("/ready") as response:
        ready = response.status

    assert said == ["0 before. You said: hello", CANNOT_KEEP]
    assert full == (503, {"error": "The store can't be written: No space left on device."})
    assert ready == 200
    assert await teams.say("again") == ["0 before. You said: again"]
    assert (await teams.say("and again"))[0].startswith("1 before")


async def test_a_broken_disk_is_told_too(start_teams: StartTeams, tmp_path: Path) -> None:
    disk = Faulty()
    store = TinyStore.create(tmp_path / "broken", disk)
    teams = await start_teams(open_store=lambda _: store)

    disk.broken = True
    said = await teams.say("hello")
    disk.broken = False
    async with teams.bot.get("/ready") as response:
        status, answer = response.status, await response.json()

    assert CANNOT_KEEP in said
    assert status == 503
    assert answer == {"error": "The store takes nothing more until the bot is started again: Input/output error."}


async def test_a_draft_that_a_turn_changed_is_not_brought_back(start_teams: StartTeams, tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path / "drafts")
    teams = await start_teams(open_store=lambda _: store)
    await teams.say("hello")
    [kept] = [one for one in (await store.conversation("chat"),) if one.answered]

    await store.save_conversation(Conversation(kept.key, kept.memory, kept.answered, {"sue": {"ref": "10"}}))
    await teams.say("again")

    assert (await store.conversation("chat")).drafts == {"sue": {"ref": "10"}}
