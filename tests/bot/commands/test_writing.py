"""Files that commands write: never among the store's own, and all of one or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.commands.failures import BadInput
from bot.commands.writing import refuse_store, write
from tests.bot.commands.test_chat import bot


def ways_in(folder: Path) -> list[Path]:
    """Names that lead into the store's folder, or to one of its files."""
    data = folder / "data"
    (data / "below").mkdir()
    (folder / "link").symlink_to(data / "below")
    (folder / "pack.docx").symlink_to(data / "snapshot.json")
    (folder / "new.docx").symlink_to(data / "pack.docx")
    return [
        data / "pack.docx",
        data / "snapshot.json",
        data / "below" / "pack.docx",
        folder / "link" / "pack.docx",
        folder / "link" / ".." / "pack.docx",
        folder / "pack.docx",
        folder / "new.docx",
    ]


def test_a_name_that_leads_among_the_stores_own_files_is_refused_however_it_gets_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "snapshot.json").write_bytes(b"{}")

    for way in ways_in(tmp_path):
        with pytest.raises(BadInput, match="where the store is"):
            refuse_store(way, tmp_path / "data")
    refuse_store(tmp_path / "other.docx", tmp_path / "data")
    refuse_store(tmp_path / "other.docx", tmp_path / "not-there")


@pytest.mark.parametrize("command", [("export", "--force", "--output"), ("backup",)])
def test_no_command_writes_over_the_store(tmp_path: Path, command: tuple[str, ...]) -> None:
    bot(tmp_path, "init")
    before = {path: path.read_bytes() for path in (tmp_path / "data").iterdir()}

    refused = bot(tmp_path, *command, str(tmp_path / "data" / "snapshot.json"))

    assert refused.returncode == 2
    assert "where the store is" in refused.stderr
    assert {path: path.read_bytes() for path in (tmp_path / "data").iterdir()} == before


def test_a_file_is_as_it_was_where_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(b"of last month")
    monkeypatch.setattr(os, "fsync", failing)

    with pytest.raises(OSError, match="No space left"):
        write(file, b"of this month", replaces=True)

    assert [one.name for one in tmp_path.iterdir()] == ["pack.docx"]
    assert file.read_bytes() == b"of last month"


def test_a_new_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing)

    with pytest.raises(OSError, match="No space left"):
        write(tmp_path / "pack.docx", b"of this month", replaces=False)

    assert list(tmp_path.iterdir()) == []


def test_a_link_goes_on_leading_to_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "real.docx").write_bytes(b"old")
    (tmp_path / "pack.docx").symlink_to(tmp_path / "real.docx")

    write(tmp_path / "pack.docx", b"new", replaces=True)

    assert (tmp_path / "pack.docx").is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == b"new"


def failing(_: int) -> None:
    raise OSError(28, "No space left on device")
