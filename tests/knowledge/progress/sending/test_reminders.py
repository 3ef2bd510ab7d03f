"""Who is reminded when: before a date and after it, of what is stale or sent back, and when managers hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from knowledge.progress.model import Extension, Kind, Member, Pause, Reminder, Status, Target
from knowledge.progress.sending.reminders import Item, Why, in_hours, round_of
from knowledge.progress.standings.standing import Standing
from tests.builders import an_update

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 23)
SUE = Member("tenant/sue", name="Sue Myers", leads=("Sue Myers",))
A_DAY = timedelta(days=1)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


def standing(ref: str = "10", *, due: date | None = None, reported: date | None = None, **known: object) -> Standing:
    """Recommendation of Sue's, with a target and with a report of a day."""
    said = an_update(ref=ref, at=at(reported), status=Status.ON_TRACK) if reported else None
    target = Target("t", "munro", ref, due, "", "mo", at(TODAY)) if due else None
    made = Standing("munro", ref, ("Sue Myers",), said, said, target=target)
    return replace(made, **known)  # type: ignore[arg-type]


def sent_back(day: date) -> Standing:
    made = standing(reported=day)
    return replace(made, latest=an_update(kind=Kind.SENT_BACK, at=at(day), id="back"))


def reminded(*days: date, about: str = "munro/10") -> list[Reminder]:
    return [Reminder(f"{SUE.key}/{day}", SUE.key, day, (about,)) for day in days]


def items(
    *standings: Standing, before: Sequence[Reminder] = (), pauses: Sequence[Pause] = (), today: date = TODAY
) -> tuple[Item, ...]:
    return round_of([SUE], standings, before, pauses, now=at(today), timezone=LONDON).items.get(SUE.key, ())


def days_reminded(one: Standing, first: date, count: int) -> list[date]:
    """The days of so many on which she is reminded of it if she never answers."""
    before: list[Reminder] = []
    for day in (first + A_DAY * n for n in range(count)):
        if found := items(one, before=before, today=day):
            before += reminded(day, about=found[0].about)
    return [reminder.day for reminder in before]


def test_before_its_date_a_recommendation_is_mentioned_two_weeks_and_three_days_ahead_then_weekly() -> None:
    due = TODAY + 24 * A_DAY
    one = standing(due=due, reported=TODAY)

    found = days_reminded(one, TODAY, 40)

    assert [(day - due).days for day in found] == [-14, -3, 1, 8, 15]


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (standing(due=TODAY + 14 * A_DAY, reported=TODAY - 8 * A_DAY), Why.DUE),
        (standing(due=TODAY, reported=TODAY - 8 * A_DAY), Why.DUE),
        (standing(due=TODAY - A_DAY, reported=TODAY - 8 * A_DAY), Why.OVERDUE),
        (standing(reported=TODAY - 28 * A_DAY), Why.STALE),
        (standing(), Why.STALE),
        (sent_back(TODAY), Why.SENT_BACK),
    ],
)
def test_what_is_due_late_stale_or_sent_back_is_worth_a_reminder(one: Standing, why: Why) -> None:
    assert [item.why for item in items(one)] == [why]


def extension(day: date) -> Extension:
    return Extension("e", "munro", "10", date(2027, 6, 30), "waiting", SUE.key, at(day))


@pytest.mark.parametrize(
    "one",
    [
        standing(due=TODAY + 15 * A_DAY, reported=TODAY - 8 * A_DAY),
        standing(due=TODAY - A_DAY, reported=TODAY - 6 * A_DAY),  # updated in the last seven days
        standing(reported=TODAY - 27 * A_DAY),
        standing(due=TODAY - A_DAY, latest=an_update(status=Status.AWAITING_SIGN_OFF, at=at(TODAY - 60 * A_DAY))),
        standing(due=TODAY - A_DAY, latest=an_update(status=Status.COMPLETE, at=at(TODAY - 60 * A_DAY))),
        standing(due=TODAY - A_DAY, reported=TODAY - 20 * A_DAY, extension=extension(TODAY - 9 * A_DAY)),
        replace(standing(due=TODAY - A_DAY), leads=("Gani Martins",)),
    ],
)
def test_what_needs_nothing_of_her_is_left_alone(one: Standing) -> None:
    assert items(one) == ()


def test_one_message_holds_everything_sent_back_first() -> None:
    found = items(standing("2"), standing("10", due=TODAY - A_DAY, reported=TODAY - 9 * A_DAY), sent_back(TODAY))

    assert [(item.standing.ref, item.why) for item in found] == [
        ("10", Why.SENT_BACK), ("10", Why.OVERDUE), ("2", Why.STALE),
    ]  # fmt: skip


def test_what_was_mentioned_this_week_comes_along_but_causes_no_message() -> None:
    old, new = standing("10"), standing("11")
    before = reminded(TODAY - 3 * A_DAY)

    assert items(old, before=before) == ()
    assert [item.standing.ref for item in items(old, new, before=before)] == ["10", "11"]


def test_an_answer_starts_the_count_again() -> None:
    before = reminded(TODAY - 40 * A_DAY, TODAY - 33 * A_DAY)

    (silent,) = items(standing(), before=before)
    (answered,) = items(standing(reported=TODAY - 30 * A_DAY), before=before)

    assert (silent.reminded, answered.reminded) == (2, 0)


def test_managers_hear_of_it_after_the_second_unanswered_reminder_and_the_second_says_so() -> None:
    one = standing()
    before: list[Reminder] = []
    seen = []
    for week in range(5):
        day = TODAY + week * 7 * A_DAY
        found = round_of([SUE], [one], before, [], now=at(day), timezone=LONDON)
        (item,) = found.items[SUE.key]
        seen.append((item.final, SUE.key in found.escalations))
        before += reminded(day)

    assert seen == [(False, False), (True, False), (False, True), (False, False), (False, False)]


def test_whoever_is_away_is_neither_reminded_nor_complained_of() -> None:
    before = reminded(TODAY - 14 * A_DAY, TODAY - 7 * A_DAY)
    pause = Pause(SUE.key, date(2027, 1, 5), at(TODAY))

    found = round_of([SUE], [standing()], before, [pause], now=at(TODAY), timezone=LONDON)

    assert (found.items, found.escalations) == ({}, {})
    assert items(standing(), before=before, pauses=[pause], today=date(2027, 1, 5))


def test_the_round_stays_the_same_once_it_has_been_sent() -> None:
    before = reminded(TODAY - 14 * A_DAY, TODAY - 7 * A_DAY)

    found = round_of([SUE], [standing()], [*before, *reminded(TODAY)], [], now=at(TODAY), timezone=LONDON)

    assert found == round_of([SUE], [standing()], before, [], now=at(TODAY), timezone=LONDON)
    assert SUE.key in found.escalations


def test_what_is_sent_back_is_said_at_once_even_if_it_was_reported_or_mentioned_today() -> None:
    again = replace(sent_back(TODAY), latest=an_update(kind=Kind.SENT_BACK, at=at(TODAY), id="again"))
    before = [*reminded(TODAY - A_DAY), *reminded(TODAY - A_DAY, about="munro/10 back")]

    assert items(sent_back(TODAY), before=before) == ()
    assert [item.why for item in items(again, before=before)] == [Why.SENT_BACK]


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-11-23 09:29", False),
        ("2026-11-23 09:30", True),
        ("2026-11-23 16:59", True),
        ("2026-11-23 17:00", False),
        ("2026-11-22 10:00", False),
        ("2026-12-25 10:00", False),
        ("2026-06-22 09:30", True),  # summer time: 08:30 in UTC
    ],
)
def test_reminders_go_out_on_working_days_in_working_hours(local: str, expected: bool) -> None:
    assert in_hours(datetime.fromisoformat(local).replace(tzinfo=LONDON).astimezone(UTC), LONDON) is expected
