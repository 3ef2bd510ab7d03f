"""Trying roles in the terminal, as somebody of the directory."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from knowledge.model import Programme
from knowledge.progress.acts.changes import Change, apply
from knowledge.progress.model import Member, Role
from knowledge.store import TinyStore
from knowledge.store.shelves import MEMBERS
from tests.bot.commands.test_chat import bot

SUE = Member(
    "local/mail:sue@example.gov.uk",
    "local",
    "",
    "Sue Myers",
    "sue@example.gov.uk",
    frozenset({Role.OFFICER}),
    ("Sue Myers",),
)
BOB = Member("local/29:bob", "local", "29:bob", "Bob Ray", "bob@example.gov.uk", frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
async def office(tmp_path: Path, munro: Programme) -> Path:
    store = TinyStore.create(tmp_path / "data")
    await store.save_programme(munro)
    await store.transact(partial(apply, [Change(MEMBERS, member) for member in (SUE, BOB)]))
    await store.close()
    return tmp_path


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("SUE@example.gov.uk", ["You are Sue Myers (sue@example.gov.uk).", "officer", "Recommendations 8 and 10"]),
        ("bob@example.gov.uk", ["You are Bob Ray (bob@example.gov.uk).", "administrator"]),
        ("ada@example.gov.uk", ["The setting ADMINS makes you an administrator."]),
        ("", ["You aren’t in my directory"]),
    ],
)
def test_somebody_of_the_directory_speaks(office: Path, email: str, expected: list[str]) -> None:
    speaking = ["--as", email] if email else []

    answered = bot(office, "chat", *speaking, said="who am i\n", LOCAL_ROLES="enforced", ADMINS="Ada@example.gov.uk")

    assert [words for words in expected if words not in answered.stdout] == []
    assert answered.returncode == 0


def test_what_they_may_do_is_enforced(office: Path) -> None:
    said = "make sue@example.gov.uk a manager\nyes\n"

    denied = bot(office, "chat", "--as", "sue@example.gov.uk", said=said, LOCAL_ROLES="enforced")
    saved = bot(office, "chat", "--as", "bob@example.gov.uk", said=said, LOCAL_ROLES="enforced")

    assert "Only an administrator may do that" in denied.stdout
    assert "Saved: Sue Myers (sue@example.gov.uk) is a manager now." in saved.stdout
    assert "officer, manager" in bot(office, "people", "list").stdout


@pytest.mark.parametrize(
    ("email", "environ", "said"),
    [
        ("eve@example.gov.uk", {}, "Nobody in the directory of local mode has the address eve@example.gov.uk"),
        (
            "sue@example.gov.uk",
            {"MicrosoftAppId": "app", "MicrosoftAppPassword": "x", "MicrosoftAppTenantId": "t"},
            "local mode",
        ),
    ],
)
def test_nobody_else_does(office: Path, email: str, environ: dict[str, str], said: str) -> None:
    refused = bot(office, "chat", "--as", email, said="who am i\n", **environ)

    assert refused.returncode == 2
    assert said in refused.stderr
