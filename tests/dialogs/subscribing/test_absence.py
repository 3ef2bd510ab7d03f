"""When somebody is back who says when they are away."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from dialogs.subscribing.absence import back
from knowledge.store.shelves import PAUSES
from tests.office import SUE, Office

SATURDAY, WEDNESDAY = date(2026, 11, 28), date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "today", "day"),
    [
        ("I'm off next week", SATURDAY, date(2026, 12, 7)),
        ("I'm off next week", WEDNESDAY, date(2026, 12, 7)),
        ("away this week", WEDNESDAY, date(2026, 11, 30)),
        ("pause my reminders until next week", WEDNESDAY, date(2026, 11, 30)),
        ("until the end of next week", SATURDAY, date(2026, 12, 7)),
        ("on leave until January", SATURDAY, date(2027, 1, 4)),  # 1 January is a bank holiday, a Friday
        ("off in December", SATURDAY, date(2027, 1, 4)),
        ("on leave from 7 to 18 December", SATURDAY, date(2026, 12, 21)),
        ("on leave 7 December to 18 December", SATURDAY, date(2026, 12, 21)),
        ("off on Friday", WEDNESDAY, date(2026, 11, 30)),
        ("off tomorrow", WEDNESDAY, date(2026, 11, 27)),
        ("on leave until 5 January", SATURDAY, None),  # the day itself
        ("off", SATURDAY, None),
    ],
)
def test_the_day_they_are_back_is_the_first_working_day_behind(said: str, today: date, day: date | None) -> None:
    assert back(said, today) == day


async def test_off_next_week_at_a_weekend_is_the_whole_coming_week(office: Office) -> None:
    office.now = datetime.fromisoformat("2026-11-28T10:00:00+00:00")

    await office.talk((SUE, "pause my reminders", "Until when"), (SUE, "im off next week", "before Monday 7 December"))


async def test_a_remark_about_being_away_is_restated_before_reminders_are_paused(office: Office) -> None:
    await office.talk((SUE, "I'm off next week", ["back on Monday 7 December 2026", "Save this?"]))
    assert await office.store.all(PAUSES) == ()

    await office.talk((SUE, "yes", "I won’t remind you of anything before Monday 7 December 2026"))
    assert [pause.until for pause in await office.store.all(PAUSES)] == [date(2026, 12, 7)]


@pytest.mark.parametrize("said", ["which are off track this week?", "who is away next week?", "am I off next week?"])
async def test_whoever_asks_isnt_away(office: Office, said: str) -> None:
    await office.talk((SUE, said, ["not: remind you", "not: Save this"]))


async def test_holidays_are_days(office: Office) -> None:
    await office.talk((SUE, "pause my reminders till new year", "before Friday 1 January 2027"))
    await office.talk((SUE, "pause my reminders until Boxing Day", "before Saturday 26 December 2026"))
