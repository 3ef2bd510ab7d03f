"""The command that writes the committee pack, as somebody runs it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from bot.files.packs import packed
from knowledge.errors import UnknownProgramme
from knowledge.model import Programme
from knowledge.reports.order import Format, Order
from knowledge.store import Store, TinyStore
from tests.bot.commands.test_chat import bot

PROGRESS = "munro-progress-"


def test_a_pack_is_written_beside_a_bot_that_serves(tmp_path: Path) -> None:
    bot(tmp_path, "init")
    served = TinyStore.open(tmp_path / "data")

    try:
        done = bot(tmp_path, "export", "--since", "1 october 2025", "--output", str(tmp_path / "pack.docx"))
    finally:
        asyncio.run(served.close())

    assert done.returncode == 0, done.stderr
    assert "15 recommendations, and what has changed since 1 October 2025" in done.stdout
    assert len(Document(str(tmp_path / "pack.docx")).tables) > 4


@pytest.mark.parametrize("kind", list(Format))
def test_a_file_is_only_replaced_by_force(tmp_path: Path, kind: Format) -> None:
    bot(tmp_path, "init")
    file = tmp_path / f"pack.{kind}"
    file.write_text("mine")
    arguments = ("export", "--format", kind, "--output", str(file))

    refused = bot(tmp_path, *arguments)
    before = file.read_bytes()
    forced = bot(tmp_path, *arguments, "--force")

    assert (refused.returncode, before) == (2, b"mine")
    assert "--force" in refused.stderr
    assert forced.returncode == 0, forced.stderr
    assert file.read_bytes() != b"mine"
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".new"] == []


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--since", "banana"), "'banana' is no day up to today"),
        (("--since", "1 january 2099"), "is no day up to today"),
        (("--programme", "laming"), "There is no programme called 'laming'. There is: munro."),
        (("--output", "nowhere/pack.docx"), "There is no folder nowhere."),
        (("--output", "."), "is a folder"),
        (("--format", "pdf"), "There is no format 'pdf'. Formats are docx, xlsx and csv."),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...], why: str
) -> None:
    bot(tmp_path, "init")
    before = sorted(tmp_path.iterdir())

    refused = bot(tmp_path, "export", *arguments)

    assert refused.returncode == 2
    assert why in refused.stderr
    assert "Traceback" not in refused.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_an_empty_store_has_nothing_to_export(tmp_path: Path) -> None:
    bot(tmp_path, "init", "--empty")

    refused = bot(tmp_path, "export")

    assert (refused.returncode, "import a document first" in refused.stderr) == (2, True)


async def test_every_store_gives_the_pack(store: Store, munro: Programme) -> None:
    now, london = datetime(2026, 11, 23, 9, 0, tzinfo=UTC), ZoneInfo("Europe/London")
    await store.save_programme(munro)

    content = await packed(Order("munro", now.date(), Format.CSV), store, now, london)

    assert content.decode("utf-8-sig").startswith("No.,Theme,Recommendation")
    with pytest.raises(UnknownProgramme):
        await packed(Order("laming", now.date()), store, now, london)
