"""What the audit trail says, and that nothing can make it say anything else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from knowledge.errors import TrailChanged
from knowledge.progress.acts.actor import Actor
from knowledge.progress.acts.changes import Change, Occasion, Removal, apply, audited
from knowledge.progress.acts.redaction import redacted
from knowledge.progress.acts.trail import differences, newest_first
from knowledge.progress.model import AuditEntry, Role
from knowledge.progress.standings.records import Records
from knowledge.store import Store
from knowledge.store.shelves import AUDIT, UPDATES
from tests.builders import a_member, an_audit_entry, an_update

LONDON = ZoneInfo("Europe/London")
AT = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
OCCASION = Occasion(Actor("tenant/mo", "Mo Manager"), AT, "chat")
ROOT = Path(__file__).resolve().parents[4]


async def keep(store: Store, *entries: AuditEntry) -> None:
    await store.transact(partial(apply, [Change(AUDIT, entry) for entry in entries]))


@pytest.mark.parametrize(
    "change",
    [
        {"by": "somebody else"},
        {"by_name": "Somebody Else"},
        {"at": AT + timedelta(days=1)},
        {"what": "nothing at all"},
        {"subject": "munro/11"},
        {"conversation": "another"},
        {"after": None},
        {"after": {}},
        {"after": {"status": "complete", "narrative": "words"}},
        {"after": {"status": "at risk", "narrative": "other words"}},
        {"after": {"status": "at risk"}},
        {"after": {"status": "at risk", "narrative": "words", "evidence": ["more"]}},
        {"before": {"status": "on track"}},
    ],
    ids=str,
)
async def test_an_entry_is_never_rewritten(store: Store, change: dict[str, Any]) -> None:
    entry = an_audit_entry(after={"status": "at risk", "narrative": "words"})
    update = an_update()
    await keep(store, entry)

    with pytest.raises(TrailChanged):
        await store.transact(partial(apply, [Change(UPDATES, update), Change(AUDIT, replace(entry, **change))]))

    assert await store.all(AUDIT) == (entry,)
    assert await store.all(UPDATES) == ()


async def test_an_entry_is_never_removed(store: Store) -> None:
    entry = an_audit_entry()
    await keep(store, entry)

    with pytest.raises(TrailChanged):
        await store.transact(partial(apply, [Removal(AUDIT, entry.id)]))

    assert await store.all(AUDIT) == (entry,)


async def test_redaction_takes_words_and_nothing_else(store: Store) -> None:
    update = an_update()
    await store.transact(partial(apply, audited(OCCASION, "update posted", Change(UPDATES, update))))
    (posted,) = await store.all(AUDIT)

    changes = await store.read(lambda reading: redacted(update, Records(reading), OCCASION))
    await store.transact(partial(apply, changes))

    kept, fact = await store.all(AUDIT)
    assert replace(kept, after=posted.after) == posted
    assert kept.after
    assert kept.after["status"] == "at risk"
    assert "consultation" not in str(kept)
    assert fact.what == "update redacted"


def calls(folder: str) -> Iterator[tuple[Path, ast.Call]]:
    for file in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield file.relative_to(ROOT), node


def shelf_of(call: ast.Call) -> str:
    return ast.unparse(call.args[0]) if call.args else ""


@pytest.mark.parametrize("folder", ["dialogs", "bot", "knowledge/progress", "knowledge/reports"])
def test_whatever_writes_to_the_trail_goes_through_the_one_place_that_guards_it(folder: str) -> None:
    """A dialog changes things by its turn's changes alone, and `apply`, which keeps these, refuses to rewrite."""
    writing = [
        (file.as_posix(), shelf_of(call))
        for file, call in calls(folder)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ("put", "append", "remove")
        and shelf_of(call) == "AUDIT"
    ]

    assert writing == ([("knowledge/progress/acts/changes.py", "AUDIT")] if folder == "knowledge/progress" else [])


def test_only_adding_and_redacting_make_a_change_of_the_trail() -> None:
    making = {
        file.as_posix()
        for folder in ("dialogs", "bot", "knowledge/progress", "knowledge/reports")
        for file, call in calls(folder)
        if ast.unparse(call.func).endswith(("Change", "Removal")) and shelf_of(call) == "AUDIT"
    }

    assert making == {"knowledge/progress/acts/changes.py", "knowledge/progress/acts/redaction.py"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"status": "on track"}, {"status": "at risk"}, [("status", "on track", "at risk")]),
        (None, {"next_step_date": "2027-01-30"}, [("next step date", "nothing", "30 January 2027")]),
        ({"roles": ["staff", "manager"]}, {"roles": ["manager", "staff"]}, []),
        ({"granted": None}, {"granted": True}, [("granted", "nothing", "yes")]),
        (None, {"decided": "2026-07-01T09:30:00Z"}, [("decided", "nothing", "1 July 2026, 10:30:00")]),
        (None, {"evidence": ["minutes", "a link"]}, [("evidence", "nothing", "minutes; a link")]),
        (
            None,
            {"order": {"form": "docx", "since": "2026-07-01"}},
            [("order", "nothing", "form: docx; since: 1 July 2026")],
        ),
        ({"order": {"form": "docx"}}, {"order": {}}, [("order", "form: docx", "nothing")]),
        ({"id": "1", "by": "x"}, {"id": "2", "by": "y"}, []),
        (None, {"narrative": "2026-13-45"}, [("narrative", "nothing", "2026-13-45")]),
        (None, {"narrative": "The T in it"}, [("narrative", "nothing", "The T in it")]),
        (None, None, []),
    ],
)
def test_what_changed_is_said_in_words(before: Any, after: Any, expected: list[tuple[str, str, str]]) -> None:
    assert list(differences(an_audit_entry(before=before, after=after), LONDON)) == expected


SUE = an_audit_entry(by="tenant/sue", by_name="Sue Myers", subject="munro/10", at=AT)
MO = an_audit_entry(by="tenant/mo", by_name="Mo Manager", subject="munro/1", at=AT + timedelta(days=1))
JANE = an_audit_entry(
    by="tenant/ada",
    by_name="Ada Admin",
    subject="people/tenant/jane-doe",
    at=AT + timedelta(days=2),
    after={"name": "Jane Doe", "email": "jane.doe@example.gov.uk"},
)
QUOTING = an_audit_entry(
    by="tenant/mo",
    by_name="Mo Manager",
    subject="munro/2",
    at=AT + timedelta(days=3),
    after={"narrative": "Sue said so"},
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [SUE, MO, JANE, QUOTING]),
        ({"since": AT + timedelta(days=1)}, [MO, JANE, QUOTING]),
        ({"subject": "munro/1"}, [MO]),
        ({"subject": "Munro"}, [SUE, MO, QUOTING]),
        ({"subject": "munr"}, []),
        ({"person": "sue"}, [SUE]),
        ({"person": "jane.doe@"}, [JANE]),
        ({"person": "manager", "subject": "munro/2"}, [QUOTING]),
    ],
    ids=str,
)  # fmt: skip
async def test_the_trail_is_asked_by_day_subject_and_person(
    store: Store, asked: dict[str, Any], found: list[AuditEntry]
) -> None:
    await keep(store, SUE, MO, JANE, QUOTING)

    seen = await store.read(lambda reading: list(newest_first(reading, **asked)))

    assert seen[::-1] == found


def test_a_role_that_was_given_is_said() -> None:
    changes = audited(
        OCCASION, "role given", Change(AUDIT, a_member("Jane", Role.MANAGER)), a_member("Jane"), "people/x"
    )

    assert list(differences(changes[1].value)) == [("roles", "nothing", "manager")]
