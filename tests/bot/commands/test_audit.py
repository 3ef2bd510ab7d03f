"""The audit trail as somebody prints it."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.commands.audit import print_trail
from bot.commands.wanted import Asked, TrailFormat
from bot.settings import Settings
from knowledge.progress.acts.changes import Change, apply
from knowledge.progress.model import AuditEntry
from knowledge.store import TinyStore
from knowledge.store.shelves import AUDIT
from tests.bot.commands.test_chat import ROOT, bot
from tests.bot.commands.test_store import in_database
from tests.builders import an_audit_entry

AT = datetime(2026, 7, 1, 9, 30, 5, tzinfo=UTC)
POSTED = an_audit_entry(
    at=AT, by="tenant/sue", by_name="Sue Myers", before={"status": "on track"}, after={"status": "at risk"}
)
NASTY = an_audit_entry(
    at=AT + timedelta(days=2),
    by_name="\x1b[2JMo",
    subject="munro/11",
    after={"narrative": "=HYPERLINK(1)\nline two\x07\u202e \ud800", "name": "=1+1"},
)


async def a_trail(folder: Path, *entries: AuditEntry) -> None:
    store = TinyStore.create(folder / "data")
    await store.transact(partial(apply, [Change(AUDIT, entry) for entry in entries]))
    await store.close()


async def printed(folder: Path, **asked: Any) -> str:
    """What the command prints and then says."""
    out = io.StringIO()
    said = await print_trail(Settings(data_dir=folder / "data"), Asked(**asked), out)
    return f"{out.getvalue()}{said}"


async def test_who_did_what_when_and_what_changed_is_printed_oldest_first(tmp_path: Path) -> None:
    await a_trail(tmp_path, POSTED, NASTY)

    said = await printed(tmp_path)

    assert said.splitlines()[:2] == [
        "1 July 2026, 10:30:05  Sue Myers: update posted, Recommendation 10 of munro (conversation chat)",
        "    status: on track → at risk",
    ]
    assert "3 July 2026" in said


@pytest.mark.parametrize("form", TrailFormat)
async def test_no_character_can_do_anything_but_be_read(tmp_path: Path, form: TrailFormat) -> None:
    await a_trail(tmp_path, NASTY)

    said = await printed(tmp_path, format=form)

    assert said.replace("\n", "").isprintable()
    assert "line two" in said


async def test_the_trail_as_json_is_one_document(tmp_path: Path) -> None:
    await a_trail(tmp_path, POSTED, NASTY)

    first, second = json.loads(await printed(tmp_path, format=TrailFormat.JSON))

    assert first["when"] == "2026-07-01T10:30:05+01:00"
    assert first["changes"] == [{"field": "status", "before": "on track", "after": "at risk"}]
    assert second["subject"] == "munro/11"
    assert json.loads(await printed(tmp_path, format=TrailFormat.JSON, subject="x")) == []


async def test_the_trail_as_csv_holds_no_formulas(tmp_path: Path) -> None:
    entry = an_audit_entry(by_name="=cmd", what="+x", subject="@munro", conversation="-1")
    await a_trail(tmp_path, POSTED, entry)

    header, posted, odd = csv.reader(io.StringIO(await printed(tmp_path, format=TrailFormat.CSV)))

    assert dict(zip(header, posted, strict=True))["changes"] == "status: on track → at risk"
    assert not any(value.startswith(("=", "+", "-", "@")) for value in odd)


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ({"since": "2 July 2026"}, 1),
        ({"since": "2026-07-01"}, 2),
        ({"subject": "munro/10"}, 1),
        ({"subject": "10"}, 1),
        ({"subject": "1"}, 0),
        ({"subject": "Recommendation 10"}, 1),
        ({"subject": "munro rec 10"}, 1),
        ({"subject": "munro"}, 2),
        ({"subject": "people"}, 0),
        ({"person": "sue"}, 1),
        ({"person": "nobody"}, 0),
    ],
)
async def test_the_trail_is_narrowed(tmp_path: Path, asked: dict[str, str], lines: int) -> None:
    await a_trail(tmp_path, POSTED, NASTY)

    said = await printed(tmp_path, **asked)

    assert len([line for line in said.splitlines() if "July 2026, " in line]) == lines
    assert ("nothing like that" in said) is (lines == 0)


async def test_an_empty_trail_and_a_day_that_is_none_are_said(tmp_path: Path) -> None:
    await a_trail(tmp_path)

    assert "empty" in await printed(tmp_path)
    refused = bot(tmp_path, "audit", "--since", "yonder")
    assert refused.returncode == 2
    assert "yonder" in refused.stderr


def test_the_trail_is_read_while_a_bot_serves_and_as_far_as_somebody_likes(tmp_path: Path) -> None:
    asyncio.run(a_trail(tmp_path, *(an_audit_entry(at=AT) for _ in range(3000))))
    store = TinyStore.open(tmp_path / "data")

    with subprocess.Popen(
        [sys.executable, "-m", "bot", "audit"],
        cwd=ROOT, env=os.environ | {"DATA_DIR": str(tmp_path / "data")},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as reading:  # fmt: skip
        assert reading.stdout
        assert reading.stderr
        first = reading.stdout.readline()
        reading.stdout.close()
        errors = reading.stderr.read()
        reading.wait(20)
    asyncio.run(store.close())

    assert "1 July 2026" in first
    assert errors == ""
    assert reading.returncode == 0


def test_the_trail_of_a_database_is_printed(tmp_path: Path, store_url: str) -> None:
    people = tmp_path / "people.csv"
    people.write_text("name,email\nSue Myers,sue@example.gov.uk\n", encoding="utf-8")
    in_database(tmp_path, store_url, "init")
    in_database(tmp_path, store_url, "people", "import", str(people))

    listed = in_database(tmp_path, store_url, "audit", "--person", "sue myers")

    assert "command line: person added, Sue Myers (sue@example.gov.uk)" in listed.stdout
