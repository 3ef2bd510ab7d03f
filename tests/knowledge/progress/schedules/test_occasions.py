"""When schedules are due: over changes of the clock, bank holidays, weekends and times when the bot was down."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.progress.schedules import Schedule, last_due, next_due, owed, read_schedule
from knowledge.progress.schedules.reading import Found
from tests.knowledge.progress.schedules.test_schedules import schedules

LONDON = ZoneInfo("Europe/London")


def at(local: str) -> datetime:
    """A moment by what the clock shows in London."""
    return datetime.fromisoformat(local).replace(tzinfo=LONDON)


def schedule(words: str, today: str = "2026-11-23 08:00") -> Schedule:
    found = read_schedule(words, datetime.fromisoformat(today))
    assert isinstance(found, Found)
    return found.schedule


def times(words: str, after: str, count: int) -> list[str]:
    """The next moments, as the clock shows them in London."""
    found, moment = [], at(after).astimezone(UTC)
    for _ in range(count):
        moment = next_due(schedule(words, after), moment, LONDON)
        found.append(f"{moment.astimezone(LONDON):%a %Y-%m-%d %H:%M}")
    return found


@pytest.mark.parametrize(
    ("words", "after", "expected"),
    [
        ("every Monday at 9", "2026-11-23 08:59", ["Mon 2026-11-23 09:00", "Mon 2026-11-30 09:00"]),
        ("every Monday at 9", "2026-11-23 09:00", ["Mon 2026-11-30 09:00"]),
        # summer time begins on 29 March 2026 and ends on 25 October 2026
        ("every Monday at 9", "2026-03-22 00:00", ["Mon 2026-03-23 09:00", "Mon 2026-03-30 09:00"]),
        ("every Monday at 9", "2026-10-19 12:00", ["Mon 2026-10-26 09:00"]),
        ("daily at 00:30", "2026-10-24 12:00", ["Sun 2026-10-25 00:30", "Mon 2026-10-26 00:30"]),
        # Easter 2027: Good Friday 26 March, Easter Monday 29 March
        ("every Monday at 9", "2027-03-23 00:00", ["Tue 2027-03-30 09:00", "Mon 2027-04-05 09:00"]),
        ("every Friday 16:30", "2027-03-22 00:00", ["Tue 2027-03-30 16:30", "Fri 2027-04-02 16:30"]),
        # Christmas 2026: Friday 25th, and Monday 28th for Boxing Day on a Saturday
        ("every Friday", "2026-12-21 00:00", ["Tue 2026-12-29 09:00", "Mon 2027-01-04 09:00"]),
        ("every weekday", "2026-12-23 12:00", ["Thu 2026-12-24 09:00", "Tue 2026-12-29 09:00", "Wed 2026-12-30 09:00"]),
        ("on the 1st of each month", "2026-12-20 00:00", ["Mon 2027-01-04 09:00", "Mon 2027-02-01 09:00"]),
        ("on the 15th of each month", "2026-11-01 00:00", ["Mon 2026-11-16 09:00", "Tue 2026-12-15 09:00"]),
        ("on the 31st of each month", "2027-02-01 12:00", ["Mon 2027-03-01 09:00", "Wed 2027-03-31 09:00"]),
        ("monthly on the first Monday", "2027-04-10 00:00", ["Tue 2027-05-04 09:00", "Mon 2027-06-07 09:00"]),
        ("on the last Friday of each month", "2026-12-01 00:00", ["Tue 2026-12-29 09:00", "Fri 2027-01-29 09:00"]),
        ("every Saturday", "2026-11-23 00:00", ["Sat 2026-11-28 09:00"]),
    ],
)
def test_a_schedule_is_due_when_the_clock_in_london_says_so(words: str, after: str, expected: list[str]) -> None:
    assert times(words, after, len(expected)) == expected


def test_a_fortnight_keeps_its_rhythm_over_a_bank_holiday() -> None:
    every = schedule("every other Monday", "2027-03-01 08:00")

    moments = [at("2027-03-01 08:00").astimezone(UTC)]
    for _ in range(4):
        moments.append(next_due(every, moments[-1], LONDON))

    assert [f"{m.astimezone(LONDON):%a %d %b}" for m in moments[1:]] == [
        "Mon 01 Mar", "Mon 15 Mar", "Tue 30 Mar", "Mon 12 Apr",
    ]  # fmt: skip


def test_nine_o_clock_is_eight_in_utc_in_summer() -> None:
    monday = schedule("every Monday at 9")

    assert next_due(monday, at("2026-03-27 00:00"), LONDON) == datetime(2026, 3, 30, 8, tzinfo=UTC)
    assert next_due(monday, at("2026-10-23 00:00"), LONDON) == datetime(2026, 10, 26, 9, tzinfo=UTC)


def test_the_hour_that_is_skipped_in_spring_is_made_up_for_and_the_one_in_autumn_that_comes_twice_counts_once() -> None:
    night = schedule("daily at 01:30")

    assert times("daily at 01:30", "2026-03-28 12:00", 2) == ["Sun 2026-03-29 02:30", "Mon 2026-03-30 01:30"]
    first = next_due(night, at("2026-10-24 12:00"), LONDON)
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_due(night, first, LONDON) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "since", "now", "expected"),
    [
        ("every Monday at 9", "2026-11-20 12:00", "2026-11-23 08:59", None),
        ("every Monday at 9", "2026-11-20 12:00", "2026-11-23 09:00", "2026-11-23 09:00"),
        ("every Monday at 9", "2026-11-23 09:30", "2026-11-23 10:00", None),  # subscribed to after that Monday's
        ("every Monday at 9", "2026-11-01 00:00", "2026-11-25 15:00", "2026-11-23 09:00"),  # down for two days
        ("every Monday at 9", "2026-11-01 00:00", "2026-11-26 09:00", None),  # down for three
        ("every Monday at 9", "2026-01-01 00:00", "2026-11-23 12:00", "2026-11-23 09:00"),  # one, however many
        ("daily at 9", "2026-11-01 00:00", "2026-11-23 20:59", "2026-11-23 09:00"),
        ("daily at 9", "2026-11-01 00:00", "2026-11-23 21:00", None),  # tomorrow's is nearer
        ("every weekday", "2026-11-01 00:00", "2026-11-21 20:00", "2026-11-20 09:00"),
        ("every weekday", "2026-11-01 00:00", "2026-11-23 08:00", None),
        ("on the 1st of each month", "2026-10-01 00:00", "2026-11-03 09:00", "2026-11-02 09:00"),
    ],
)
def test_of_what_was_missed_the_last_is_owed_while_it_is_news(
    words: str, since: str, now: str, expected: str | None
) -> None:
    found = owed(schedule(words), at(since), at(now), LONDON)

    assert found == (at(expected) if expected else None)


def test_a_day_put_off_by_a_bank_holiday_doesnt_hide_the_one_before_it() -> None:
    """The 1st of January 2028 is a Saturday and a holiday, whose substitute is Monday; Sunday comes before both."""
    daily = schedule("every day at 9")

    assert next_due(daily, at("2027-12-31 12:00"), LONDON) == at("2028-01-02 09:00")
    assert last_due(daily, at("2028-01-03 12:00"), LONDON) == at("2028-01-02 09:00")


@given(schedules, st.integers(0, 6 * 365 * 24 * 60))
def test_moments_come_one_after_the_other_and_the_last_is_the_one_before_the_next(
    every: Schedule, minutes: int
) -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    following = [now]
    for _ in range(4):
        following.append(next_due(every, following[-1], LONDON))

    assert all(earlier < later for earlier, later in pairwise(following))
    for earlier, later in pairwise(following[1:]):
        assert last_due(every, later - timedelta(seconds=1), LONDON) == earlier
        assert last_due(every, later, LONDON) == later
