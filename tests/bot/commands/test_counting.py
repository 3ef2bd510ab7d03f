"""What commands say of a store, in words for whoever looks after the bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.counting import counted
from knowledge.store.shelves import SHELVES
from tests.bot.commands.test_chat import bot


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ({}, "nothing yet"),
        ({"updates": 0}, "nothing yet"),
        ({"programmes": 1}, "1 document"),
        ({"audit": 2_000, "members": 1, "updates": 3}, "3 updates, 1 person in the directory and 2,000 entries in the"),
        ({"unheard_of": 2}, "2 unheard_of"),
    ],
)
def test_what_is_kept_is_counted_in_everyday_words(records: dict[str, int], words: str) -> None:
    assert counted(records).startswith(words)


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.table)
def test_nothing_is_called_what_the_store_calls_it(shelf: object) -> None:
    table = str(getattr(shelf, "table", ""))

    assert counted({table: 1}).startswith("1 ")
    assert counted({table: 1}) != f"1 {table}"


def test_check_backup_and_restore_speak_of_updates_and_people_and_not_of_records(tmp_path: Path) -> None:
    bot(tmp_path, "init")
    (tmp_path / "people.csv").write_text("name,email\nSue Myers,sue@example.gov.uk\n", encoding="utf-8")
    bot(tmp_path, "people", "import", str(tmp_path / "people.csv"))

    checked = bot(tmp_path, "check").stdout
    copied = bot(tmp_path, "backup", str(tmp_path / "copy")).stdout
    (tmp_path / "data").rename(tmp_path / "old")
    restored = bot(tmp_path, "restore", str(tmp_path / "copy")).stdout

    for said in (checked, copied, restored):
        assert "1 document, 1 person in the directory and 1 entry in the audit trail." in said
        assert not any(word in said for word in ("members", "records", "journal", "format", "change number"))
