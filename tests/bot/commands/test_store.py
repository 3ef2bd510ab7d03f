"""The commands on a store in PostgreSQL, and the move to it, as somebody runs them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.bot.commands.test_chat import bot


def in_database(folder: Path, url: str, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return bot(folder, *arguments, said=said, STORE_URL=url)


def sealed(said: str) -> str:
    """The hash that a command named."""
    return said.partition("SHA-256 ")[2][:64]


def test_every_command_uses_the_store_that_is_named(tmp_path: Path, store_url: str) -> None:
    missing = in_database(tmp_path, store_url, "chat")
    made = in_database(tmp_path, store_url, "init")
    again = in_database(tmp_path, store_url, "init")
    imported = in_database(tmp_path, store_url, "import", "knowledge/documents/munro-response.txt")
    checked = in_database(tmp_path, store_url, "check")
    answered = in_database(tmp_path, store_url, "chat", said="who leads recommendation 10?\n")

    assert (missing.returncode, made.returncode, again.returncode) == (2, 0, 2)
    assert "init" in missing.stderr
    assert "nothing was changed" in again.stderr
    assert (imported.returncode, checked.returncode, answered.returncode) == (0, 0, 0)
    assert "1 document" in checked.stdout
    assert "Recommendation 10" in answered.stdout
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_copies_of_a_database_are_left_to_its_own_programs(tmp_path: Path, command: str) -> None:
    refused = in_database(tmp_path, "postgresql://sue:secret@127.0.0.1:1/bot", command, str(tmp_path / "copy"))

    assert refused.returncode == 2
    assert "pg_dump" in refused.stderr
    assert not (tmp_path / "copy").exists()


def test_a_store_is_moved_and_both_hold_the_same(tmp_path: Path, store_url: str) -> None:
    bot(tmp_path, "init")

    moved = bot(tmp_path, "migrate", "--to", store_url)
    again = bot(tmp_path, "migrate", "--to", store_url)
    checked = in_database(tmp_path, store_url, "check")

    assert moved.returncode == 0
    assert "1 document" in moved.stdout
    assert len(sealed(moved.stdout)) == 64
    assert sealed(moved.stdout) == sealed(checked.stdout)
    assert again.returncode == 2
    assert "nothing was changed" in again.stderr
    assert sealed(in_database(tmp_path, store_url, "check").stdout) == sealed(moved.stdout)
    assert bot(tmp_path, "check").returncode == 0


def test_nothing_is_made_where_there_is_nothing_to_move(tmp_path: Path, store_url: str) -> None:
    assert bot(tmp_path, "migrate", "--to", store_url).returncode == 2

    assert "no store" in in_database(tmp_path, store_url, "check").stderr


@pytest.mark.parametrize("url", ["mysql://sue:secret@db/bot", "sue:secret"])
def test_a_url_of_another_kind_is_refused_without_its_password(tmp_path: Path, url: str) -> None:
    moved, serving = bot(tmp_path, "migrate", "--to", url), in_database(tmp_path, url, "serve")

    for refused in (moved, serving):
        assert refused.returncode == 2
        assert "postgresql://" in refused.stderr
        assert "secret" not in refused.stderr
