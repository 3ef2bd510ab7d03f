"""The directory of people from the command line, as somebody runs it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.identity import LOCAL_TENANT
from knowledge.store import TinyStore
from knowledge.store.shelves import MEMBERS
from tests.bot.commands.test_chat import ROOT, bot
from tests.bot.commands.test_store import in_database

PEOPLE = "name,email,object_id,roles,leads\nSue Myers,sue.myers@example.gov.uk,,officer,Sue Myers\n"


def a_file(folder: Path, text: str) -> str:
    (folder / "people.csv").write_text(text, encoding="utf-8")
    return str(folder / "people.csv")


def test_people_are_brought_in_listed_and_changed(tmp_path: Path) -> None:
    bot(tmp_path, "init")

    empty = bot(tmp_path, "people", "list")
    added = bot(tmp_path, "people", "import", a_file(tmp_path, PEOPLE))
    again = bot(tmp_path, "people", "import", a_file(tmp_path, PEOPLE.replace("Sue Myers\n", "Gani Martins\n")))
    listed = bot(tmp_path, "people", "list")

    assert "people import FILE" in empty.stdout
    assert (added.returncode, again.returncode) == (0, 0)
    assert "one person: 1 added, 0 changed, 0 unchanged" in added.stdout
    assert "0 added, 1 changed, 0 unchanged" in again.stdout
    assert "leads: Sue Myers → Gani Martins" in again.stdout
    row = ["Sue Myers", "sue.myers@example.gov.uk", "officer", "Gani Martins", "not met yet"]
    assert re.split(r" {2,}", listed.stdout.splitlines()[1]) == row


def test_a_list_with_mistakes_brings_in_nobody(tmp_path: Path) -> None:
    bot(tmp_path, "init")

    refused = bot(tmp_path, "people", "import", a_file(tmp_path, f"{PEOPLE},bad,,boss,\n"))

    assert refused.returncode == 2
    assert [line.split(":")[0] for line in refused.stderr.splitlines()] == [
        *["Line 3"] * 3,
        "Nobody was imported.",
    ]
    assert "nobody" in bot(tmp_path, "people", "list").stdout


def test_a_leads_name_that_nothing_has_stops_everything(tmp_path: Path) -> None:
    bot(tmp_path, "init")

    refused = bot(tmp_path, "people", "import", a_file(tmp_path, PEOPLE.replace("Sue Myers\n", "Sue Mires\n")))

    assert refused.returncode == 2
    assert "Line 2" in refused.stderr
    assert "Did you mean Sue Myers?" in refused.stderr
    assert "nobody" in bot(tmp_path, "people", "list").stdout


def test_any_leads_name_will_do_before_a_document_is_imported(tmp_path: Path) -> None:
    bot(tmp_path, "init", "--empty")

    assert (
        bot(tmp_path, "people", "import", a_file(tmp_path, PEOPLE.replace("Sue Myers\n", "Sue Mires\n"))).returncode
        == 0
    )


def test_people_are_listed_but_not_changed_while_a_bot_serves(tmp_path: Path) -> None:
    bot(tmp_path, "init")
    holder = "import pathlib, sys; from knowledge.store import TinyStore; "
    holder += "TinyStore.open(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(  # noqa: S603  our own command
        [sys.executable, "-c", holder, str(tmp_path / "data")],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as serving:  # fmt: skip
        assert serving.stdout
        assert serving.stdin
        serving.stdout.readline()

        refused = bot(tmp_path, "people", "import", a_file(tmp_path, PEOPLE))
        listed = bot(tmp_path, "people", "list")

        serving.stdin.close()
    assert refused.returncode == 1
    assert "in use" in refused.stderr
    assert listed.returncode == 0


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    bot(tmp_path, "init")

    assert "nothing.csv can't be read" in bot(tmp_path, "people", "import", "nothing.csv").stderr


async def test_people_belong_to_the_tenant_of_the_settings(tmp_path: Path) -> None:
    bot(tmp_path, "init")
    teams = {"MicrosoftAppId": "app", "MicrosoftAppPassword": "x", "MicrosoftAppTenantId": "Our-Tenant"}

    bot(tmp_path, "people", "import", a_file(tmp_path, PEOPLE))
    bot(tmp_path, "people", "import", a_file(tmp_path, PEOPLE), **teams)

    members = await TinyStore.glance(tmp_path / "data").all(MEMBERS)
    assert [member.tenant for member in members] == [LOCAL_TENANT, "our-tenant"]


def test_people_are_kept_in_a_database_too(tmp_path: Path, store_url: str) -> None:
    in_database(tmp_path, store_url, "init")

    assert "1 added" in in_database(tmp_path, store_url, "people", "import", a_file(tmp_path, PEOPLE)).stdout

    assert "Sue Myers" in in_database(tmp_path, store_url, "people", "list").stdout


@pytest.mark.parametrize("command", [("import",), ("people", "import")])
def test_a_file_far_too_large_to_be_meant_is_not_read(tmp_path: Path, command: tuple[str, ...]) -> None:
    bot(tmp_path, "init")
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(2**40)  # a terabyte of nothing

    refused = bot(tmp_path, *command, str(tmp_path / "huge.txt"))

    assert refused.returncode == 2
    assert "huge.txt is larger than 10 MB" in refused.stderr
