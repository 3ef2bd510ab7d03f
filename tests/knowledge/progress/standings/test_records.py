"""How recommendations stand, read from a store: one by one or all at once, with the same result."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from knowledge.model import Programme
from knowledge.progress.model import Assignment, Extension, Kind, Status, Target, Update
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.store import TinyStore
from knowledge.store.protocol import Reading, Transaction
from knowledge.store.shelves import ASSIGNMENTS, EXTENSIONS, TARGETS, UPDATES, Shelf
from tests.builders import an_update
from tests.office import NOW

REPORT = an_update(id="report", at=NOW)
NO_CHANGE = an_update(id="none", at=NOW + timedelta(days=1), kind=Kind.NO_CHANGE)
AGAIN = an_update(id="again", at=NOW + timedelta(days=2), kind=Kind.NO_CHANGE)
COMPLETE = an_update(id="complete", at=NOW + timedelta(days=3), status=Status.AWAITING_SIGN_OFF)
SIGNED = an_update(id="signed", at=NOW + timedelta(days=4), status=Status.COMPLETE, kind=Kind.SIGN_OFF)


async def standing_after(munro: Programme, *values: tuple[Shelf[Any], Any]) -> Standing:
    """How recommendation 10 stands; read in both ways, which must agree."""
    store = TinyStore.in_memory()

    def keep(transaction: Transaction) -> None:
        for shelf, value in values:
            transaction.put(shelf, value)

    def look(reading: Reading) -> tuple[Standing, Standing]:
        records = Records(reading)
        (rec,) = (rec for rec in munro.recommendations if rec.ref == "10")
        (among_all,) = (s for s in records.standings(munro) if s.ref == "10")
        return records.standing(munro, rec), among_all

    await store.transact(keep)
    alone, among_all = await store.read(look)
    await store.close()
    assert alone == among_all
    return alone


@pytest.mark.parametrize(
    ("kept", "latest", "report", "unchanged"),
    [
        ((), None, None, 0),
        ((REPORT,), "report", "report", 0),
        ((REPORT, NO_CHANGE, AGAIN), "again", "report", 2),
        ((REPORT, NO_CHANGE, COMPLETE), "complete", "complete", 0),
        ((COMPLETE, SIGNED), "signed", "complete", 0),
        ((replace(REPORT, withdrawn=NOW),), None, None, 0),
        ((REPORT, replace(COMPLETE, withdrawn=NOW)), "report", "report", 0),
        ((REPORT, NO_CHANGE, replace(AGAIN, withdrawn=NOW)), "none", "report", 1),
    ],
)
async def test_the_newest_that_was_not_withdrawn_counts(
    munro: Programme, kept: tuple[Update, ...], latest: str | None, report: str | None, unchanged: int
) -> None:
    standing = await standing_after(munro, *((UPDATES, update) for update in kept))

    assert (standing.latest.id if standing.latest else None) == latest
    assert (standing.report.id if standing.report else None) == report
    assert standing.unchanged == unchanged


async def test_the_newest_target_counts_and_one_taken_away_is_none(munro: Programme) -> None:
    first = Target("1", "munro", "10", date(2027, 3, 31), "", "mo", NOW)
    gone = Target("2", "munro", "10", None, "why", "mo", NOW)

    assert (await standing_after(munro, (TARGETS, first))).due == date(2027, 3, 31)
    assert (await standing_after(munro, (TARGETS, first), (TARGETS, gone))).due is None


async def test_an_assignment_counts_until_it_is_taken_back(munro: Programme) -> None:
    made = Assignment("1", "munro", "10", ("Gani Martins",), "mo", NOW)
    ended = Assignment("2", "munro", "10", (), "mo", NOW)

    assert (await standing_after(munro)).leads == ("Sue Myers",)
    assert (await standing_after(munro, (ASSIGNMENTS, made))).leads == ("Gani Martins",)
    assert (await standing_after(munro, (ASSIGNMENTS, made), (ASSIGNMENTS, ended))).leads == ("Sue Myers",)


async def test_only_an_extension_that_waits_is_shown(munro: Programme) -> None:
    asked = Extension("1", "munro", "10", date(2027, 6, 30), "late", "sue", NOW)

    assert (await standing_after(munro, (EXTENSIONS, asked))).extension == asked
    assert (await standing_after(munro, (EXTENSIONS, replace(asked, granted=False)))).extension is None
