"""What a summary says of a period, told by what was kept before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.conversations.gathering import gathered
from knowledge.model import Lead, Theme
from knowledge.progress.model import Assignment, Extension, Kind, Status, Target, Update
from knowledge.progress.standings import history
from knowledge.progress.standings.standing import Contradiction, Standing
from knowledge.progress.summaries.period import Period, last_week
from knowledge.progress.summaries.summarising import steps
from knowledge.progress.summaries.summary import Request, Scope, Summary
from knowledge.store import Store
from tests.builders import a_milestone, a_programme, a_recommendation, an_update

from .keeping import LONDON, a_store, keep, summed

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
WEEK = last_week(TODAY)
SUE, GANI = Lead("Sue Myers", "Head of EIP"), Lead("Gani Martins", "Assistant Director")
THEMES = (Theme("1", "Expertise"), Theme("2", "Early help"))
PROGRAMME = a_programme(
    themes=THEMES,
    recommendations=(
        a_recommendation(ref="2", theme=THEMES[0], leads=(GANI,)),
        a_recommendation(ref="4", theme=THEMES[0], leads=()),
        a_recommendation(ref="8", theme=THEMES[1], leads=(SUE,)),
        a_recommendation(ref="10", theme=THEMES[1], leads=(SUE, GANI)),
    ),
)


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def reported(ref: str, status: Status, days: float, **known: Any) -> Update:
    return an_update(ref=ref, status=status, at=days_ago(days), **{"next_step_date": None} | known)


def a_target(ref: str, days_ahead: int) -> Target:
    day = TODAY + timedelta(days=days_ahead)
    return Target(f"target {ref} {days_ahead}", "munro", ref, day, "agreed", "m", days_ago(200))


def refs(found: Iterable[Any]) -> list[str]:
    return [one.ref if isinstance(one, Standing) else one.standing.ref for one in found]


async def a_summary(*values: Any, period: Period = WEEK, scope: Scope | None = None) -> Summary:
    return await summed(await a_store(*values), period, NOW, PROGRAMME, scope=scope)


ON, RISK, OFF = Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK
WAITS, DONE = Status.AWAITING_SIGN_OFF, Status.COMPLETE


BOTH = [("8", OFF, ON, 1), ("10", ON, WAITS, 1)]


@pytest.mark.parametrize(
    ("told", "moves", "first", "returned"),
    [
        ([("10", ON, 30)], [], [], []),
        ([("10", ON, 30), ("10", RISK, 2)], [("10", ON, RISK, 1)], [], []),
        ([("10", ON, 30), ("10", RISK, 4), ("10", OFF, 2)], [("10", ON, OFF, 2)], [], []),
        ([("10", ON, 30), ("10", RISK, 4), ("10", ON, 2)], [], [], ["10"]),
        ([("10", ON, 30), ("10", ON, 2)], [], [], []),
        ([("10", RISK, 2)], [], ["10"], []),
        ([("10", Status.NOT_STARTED, 2)], [], ["10"], []),
        ([("10", ON, 30), ("10", RISK, 8)], [], [], []),
        (
            [("8", OFF, 20), ("10", ON, 9), ("10", WAITS, 3), ("8", ON, 1)],
            [("8", OFF, ON, 1), ("10", ON, WAITS, 1)],
            [],
            [],
        ),
    ],
)
async def test_what_moved_is_what_stands_otherwise_at_the_end(
    told: list[tuple[str, Status, int]], moves: list[Any], first: list[str], returned: list[str]
) -> None:
    found = await a_summary(*(reported(*one) for one in told))

    assert [(m.standing.ref, m.before, m.after, m.posted) for m in found.moves] == moves
    assert refs(found.first) == first
    assert refs(found.returned) == returned
    assert found.still == (not (moves or first or returned))


@pytest.mark.parametrize(
    ("before", "after", "back"),
    [
        (ON, RISK, True),
        (RISK, ON, False),
        (DONE, ON, True),
        (RISK, OFF, True),
        (ON, WAITS, False),
        (WAITS, DONE, False),
    ],
)
async def test_a_move_is_back_where_it_stands_less_well(before: Status, after: Status, back: int) -> None:
    found = await a_summary(reported("10", before, 30), reported("10", after, 2))

    assert [move.back for move in found.moves] == [back]


async def test_what_was_taken_back_never_was() -> None:
    """Also where it was taken back in the period, and made before it."""
    found = await a_summary(
        reported("10", ON, 30),
        reported("10", OFF, 10, withdrawn=days_ago(2)),
        reported("10", RISK, 1, withdrawn=days_ago(0.9)),
        reported("8", OFF, 3, withdrawn=days_ago(2.9)),
    )

    assert found.still
    assert (found.before.counts, found.after.counts) == ({None: 3, ON: 1}, {None: 3, ON: 1})


async def test_no_update_yet_is_no_status() -> None:
    found = await a_summary(reported("10", Status.NOT_STARTED, 2))

    assert found.before.counts == {None: 4}
    assert found.after.counts == {None: 3, Status.NOT_STARTED: 1}


async def test_no_change_is_contact_and_no_move() -> None:
    found = await a_summary(reported("10", ON, 40), reported("10", ON, 3, kind=Kind.NO_CHANGE))

    assert found.still
    assert "10" not in refs(found.stale)
    assert [(one.name, [s.ref for s in one.standings], one.live) for one in found.quiet] == [
        ("Gani Martins", ["2"], 2),
        ("Sue Myers", ["8"], 2),
    ]


async def test_only_the_councils_own_targets_make_anything_overdue() -> None:
    """The document's milestones bind the Government and Ofsted, and all are years past."""
    past = a_programme(recommendations=(a_recommendation(ref="2", milestones=(a_milestone(),)),))

    found = await summed(await a_store(reported("2", OFF, 40)), WEEK, NOW, past)

    assert (found.overdue, found.due_soon, refs(found.no_target)) == ((), (), ["2"])


@pytest.mark.parametrize(
    ("status", "reported_days_ago", "target", "expected"),
    [
        (ON, 2, -1, [True, False, False]),
        (ON, 2, 0, [False, False, True]),
        (ON, 2, 28, [False, False, True]),
        (RISK, 2, 28, [False, True, True]),
        (RISK, 2, 29, [False, True, False]),
        (ON, 2, 29, [False, False, False]),
        (OFF, 2, 5, [False, True, True]),
        (ON, 28, 5, [False, True, True]),
        (None, 0, 5, [False, True, True]),
        (WAITS, 2, -5, [False, False, False]),
        (DONE, 2, 5, [False, False, False]),
    ],
)
async def test_late_and_soon_to_be_late(
    status: Status | None, reported_days_ago: int, target: int, expected: list[bool]
) -> None:
    """Whether it is overdue, slipping, and due soon."""
    said = [reported("10", status, reported_days_ago)] if status else []

    found = await a_summary(*said, a_target("10", target))

    assert [bool(refs(some)) for some in (found.overdue, found.slipping, found.due_soon)] == expected


async def test_a_next_step_that_was_not_taken_is_slipping_and_does_not_add_up() -> None:
    found = await a_summary(reported("10", ON, 9, next_step_date=TODAY - timedelta(days=1)))

    assert refs(found.slipping) == ["10"]
    assert [(one.standing.ref, one.reasons) for one in found.doubts] == [("10", (Contradiction.STEP_PAST,))]


async def test_the_longest_overdue_and_the_longest_waiting_come_first() -> None:
    found = await a_summary(
        reported("2", WAITS, 20),
        reported("2", WAITS, 3),
        reported("4", WAITS, 9),
        a_target("8", -3),
        a_target("10", -30),
    )

    assert refs(found.overdue) == ["10", "8"]
    assert [(one.standing.ref, one.since) for one in found.awaiting] == [("2", days_ago(20)), ("4", days_ago(9))]


async def test_stale_is_what_nobody_reported_on_for_four_weeks_or_ever() -> None:
    found = await a_summary(reported("2", ON, 28), reported("8", ON, 27), reported("10", DONE, 90))

    assert refs(found.stale) == ["2", "4"]


async def test_who_leads_is_whom_the_council_assigned() -> None:
    assigned = Assignment("a", "munro", "4", ("Jane Doe",), "m", days_ago(5))

    found = await a_summary(assigned, reported("2", DONE, 1), reported("8", ON, 1), reported("10", ON, 1))

    assert found.no_lead == ()
    assert [(one.name, one.partly) for one in found.quiet] == [("Jane Doe", False)]
    assert refs((await a_summary(assigned, scope=Scope(people=("Jane Doe",)))).standings) == ["4"]


async def test_extensions_count_on_the_day_they_are_asked_for_and_decided() -> None:
    def asked(key: str, days: float, decided: float | None = None, granted: bool | None = None) -> Extension:
        at = None if decided is None else days_ago(decided)
        return Extension(key, "munro", key, date(2027, 1, 1), "x", "o", days_ago(days), granted=granted, decided=at)

    found = (
        await a_summary(
            asked("2", 30, 2, granted=True), asked("4", 5, 1, granted=False), asked("8", 20), asked("10", 1)
        )
    ).extensions

    assert [[one.id for one in some] for some in (found.asked, found.granted, found.refused, found.open)] == [
        ["4", "10"],
        ["2"],
        ["4"],
        ["8", "10"],
    ]


@pytest.mark.parametrize(
    ("scope", "taken_in"),
    [
        (Scope(), ["2", "4", "8", "10"]),
        (Scope(themes=("2",)), ["8", "10"]),
        (Scope(themes=("1", "2")), ["2", "4", "8", "10"]),
        (Scope(people=("Gani Martins",)), ["2", "10"]),
        (Scope(themes=("2",), people=("Gani Martins",)), ["10"]),
        (Scope(people=("Nobody Atall",)), []),
        (Scope(programmes=("munro",)), ["2", "4", "8", "10"]),
        (Scope(programmes=("other",)), []),
    ],
)
async def test_a_scope_takes_in_no_more_than_it_says(scope: Scope, taken_in: list[str]) -> None:
    found = await a_summary(reported("10", ON, 2), scope=scope)

    assert refs(found.standings) == taken_in
    assert sum(found.after.counts.values()) == len(taken_in)


async def test_several_programmes_are_summed_together_and_told_apart() -> None:
    other = a_programme(name="care", recommendations=(a_recommendation(ref="10"),))
    store = await a_store(reported("10", ON, 30), reported("10", RISK, 2, programme="care"))

    found = await summed(store, WEEK, NOW, PROGRAMME, other)

    assert [(move.standing.programme, move.standing.ref) for move in found.first] == [("care", "10")]
    assert len(found.standings) == 5


async def test_a_past_period_ends_when_it_ended_and_exceptions_are_todays() -> None:
    october = Period(date(2026, 10, 1), date(2026, 10, 31))

    found = await a_summary(
        reported("10", ON, 60), reported("10", RISK, 35), reported("10", DONE, 5), a_target("8", -10), period=october
    )

    assert [(move.before, move.after) for move in found.moves] == [(ON, RISK)]
    assert found.after.counts == {None: 3, RISK: 1}
    assert refs(found.overdue) == ["8"]


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        (datetime(2026, 10, 24, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 23, 59, tzinfo=UTC), True),
        (datetime(2026, 10, 26, 0, 0, tzinfo=UTC), False),
    ],
)
async def test_days_are_those_of_the_council_also_when_clocks_go_back(at: datetime, inside: bool) -> None:
    """25 October 2026 has 25 hours in Salford, from 23:00 UTC on the day before."""
    store = await a_store(an_update(ref="10", at=at))

    found = await summed(store, Period(date(2026, 10, 25), date(2026, 10, 25)), NOW, PROGRAMME)

    assert (refs(found.first) == ["10"]) is inside


async def test_where_there_is_too_much_to_count_reports_are_at_least_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Statuses and contact are right all the same."""
    monkeypatch.setattr(history, "MOST", 3)
    told = [reported("10", ON, 20), reported("8", RISK, 6), *(reported("10", RISK, 5 - day) for day in range(5))]

    found = await a_summary(*told)

    assert [(move.standing.ref, move.posted, move.more) for move in found.moves] == [("10", 3, True)]
    assert refs(found.first) == ["8"]
    assert [(one.name, [s.ref for s in one.standings]) for one in found.quiet] == [("Gani Martins", ["2"])]


async def test_every_store_says_the_same(store: Store) -> None:
    values = [
        *(reported("10", ON, 40 - day) for day in range(20)),
        reported("10", RISK, 2),
        reported("8", OFF, 60, withdrawn=days_ago(59)),
        reported("8", WAITS, 3),
        a_target("10", 3),
    ]
    await keep(store, values)

    assert await summed(store, WEEK, NOW, PROGRAMME) == await a_summary(*values)


async def test_a_summary_in_steps_is_the_same_as_one_at_once() -> None:
    store = await a_store(reported("10", ON, 30), reported("10", RISK, 2), reported("8", WAITS, 3))

    in_steps = await gathered(steps((PROGRAMME,), Request(WEEK), NOW, LONDON), store)

    assert in_steps == await summed(store, WEEK, NOW, PROGRAMME)
