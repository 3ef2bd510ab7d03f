"""Files that are asked for in the terminal: written where somebody chats from, and never over another."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from bot.commands.folder import Folder
from dialogs.turns.turn import File, Reply
from knowledge.model import Programme
from knowledge.reports.order import Format, Order
from knowledge.store import TinyStore

from .test_chat import ROOT, bot

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ORDER = Order("munro", date(2026, 10, 1), Format.CSV)


@pytest.fixture
async def folder(tmp_path: Path, munro: Programme) -> Folder:
    store = TinyStore.in_memory()
    await store.save_programme(munro)
    return Folder(tmp_path, store, ZoneInfo("Europe/London"), lambda: NOW)


def names(folder: Folder) -> list[str]:
    return sorted(path.name for path in folder.path.iterdir())


async def test_the_file_is_there_under_its_name_and_the_reply_says_so(folder: Folder) -> None:
    reply = await folder.with_file(Reply("Here it is.", file=File("pack.csv", ORDER)))

    assert names(folder) == ["pack.csv"]
    assert "Recommendation" in (folder.path / "pack.csv").read_text(encoding="utf-8-sig")
    assert reply == Reply("Here it is.\n\nI’ve written it to pack.csv, in the folder that you started me from.")


async def test_a_file_that_is_there_stays_as_it_is(folder: Folder) -> None:
    (folder.path / "pack.csv").write_text("mine")

    for _ in range(2):
        reply = await folder.with_file(Reply("", file=File("pack.csv", ORDER)))

    assert names(folder) == ["pack (2).csv", "pack (3).csv", "pack.csv"]
    assert (folder.path / "pack.csv").read_text() == "mine"
    assert "pack (3).csv" in reply.text


async def test_a_folder_that_takes_no_file_is_told_of(folder: Folder) -> None:
    reply = await folder.with_file(Reply("", file=File("nowhere/pack.csv", ORDER)))

    assert "can’t write a file" in reply.text
    assert "No such file or directory" in reply.text
    assert names(folder) == []


async def test_no_file_is_put_among_the_stores_own(folder: Folder) -> None:
    (folder.path / "below").mkdir()
    inside = replace(folder, path=folder.path / "below", kept_in=folder.path)

    reply = await inside.with_file(Reply("", file=File("pack.csv", ORDER)))

    assert "can’t write a file" in reply.text
    assert names(folder) == ["below"]
    assert names(inside) == []


async def test_a_reply_without_a_file_is_left_alone(folder: Folder) -> None:
    assert await folder.with_file(Reply("Hello.")) == Reply("Hello.")


async def test_a_programme_that_is_gone_gives_no_file(folder: Folder) -> None:
    reply = await folder.with_file(Reply("", file=File("pack.csv", Order("laming", ORDER.since, Format.CSV))))

    assert "can't get at what I know" in reply.text
    assert names(folder) == []


def test_the_pack_asked_for_in_a_pipe_is_a_file_in_the_current_folder(tmp_path: Path) -> None:
    bot(tmp_path, "init")
    here = tmp_path / "here"
    here.mkdir()

    asked = subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        cwd=here,
        env=os.environ | {"DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)},
        input="export the committee pack since 1 October 2025\nthanks\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    (file,) = here.iterdir()

    assert file.name in asked.stdout
    assert "You’re welcome" in asked.stdout
    assert Document(BytesIO(file.read_bytes())).tables
