"""How schedules are typed, and how they are kept."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.progress.schedules import Every, Schedule, Unclear, read_schedule
from knowledge.progress.schedules.reading import Found

NOW = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001  a Monday, in the council's own time


def read(text: str) -> Found:
    found = read_schedule(text, NOW)
    assert isinstance(found, Found), (text, found)
    return found


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("every Monday at 9", "every Monday at 09:00"),
        ("every monday", "every Monday at 09:00"),
        ("Every Mon 9am", "every Monday at 09:00"),
        ("each Monday at 9 o'clock", "every Monday at 09:00"),
        ("on Mondays at 10", "every Monday at 10:00"),
        ("mondays 9:15", "every Monday at 09:15"),
        ("weekly on Friday 16:30", "every Friday at 16:30"),
        ("weekly, Friday at 4.30pm", "every Friday at 16:30"),
        ("every week on thursday at half past", "every Thursday at 09:00"),
        ("every Friday at 4", "every Friday at 16:00"),
        ("every Friday at 06:00", "every Friday at 06:00"),
        ("every Friday at 6 am", "every Friday at 06:00"),
        ("every Friday at 12 pm", "every Friday at 12:00"),
        ("every Friday at 12am", "every Friday at 00:00"),
        ("every Friday at noon", "every Friday at 12:00"),
        ("every Friday afternoon", "every Friday at 14:00"),
        ("daily at 8.30", "every day at 08:30"),
        ("every day", "every day at 09:00"),
        ("every weekday", "every weekday at 09:00"),
        ("Monday to Friday at 8:30", "every weekday at 08:30"),
        ("every working day at 17:00", "every weekday at 17:00"),
        ("fortnightly on Tuesday", "every other Tuesday from 24 November 2026 at 09:00"),
        ("every other Monday at 9", "every other Monday from 30 November 2026 at 09:00"),
        ("every other Monday at 10", "every other Monday from 23 November 2026 at 10:00"),
        ("every two weeks on wednesday at 11", "every other Wednesday from 25 November 2026 at 11:00"),
        ("every second Friday", "every other Friday from 27 November 2026 at 09:00"),
        ("monthly on the first Monday", "on the first Monday of each month at 09:00"),
        ("on the last Friday of every month at 3pm", "on the last Friday of each month at 15:00"),
        ("the second Tuesday of the month", "on the second Tuesday of each month at 09:00"),
        ("on the 1st of each month", "on the 1st of each month at 09:00"),
        ("monthly on the 15th at 10", "on the 15th of each month at 10:00"),
        ("every month on the 22nd", "on the 22nd of each month at 09:00"),
        ("on the last day of the month", "on the last day of each month at 09:00"),
        ("on the first working day of the month", "on the 1st of each month at 09:00"),
    ],
)
def test_a_schedule_in_words_is_kept_in_one_way(typed: str, kept: str) -> None:
    assert str(read(typed).schedule) == kept


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [("every Monday", False, True), ("weekly", True, True), ("weekly at 8", True, False), ("monthly", True, True)],
)
def test_what_is_assumed_is_told(typed: str, day: bool, at: bool) -> None:
    found = read(typed)

    assert (found.assumed_day, found.assumed_time) == (day, at)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("every Monday and Thursday at 9", Unclear.SEVERAL_DAYS),
        ("mondays, wednesdays and fridays", Unclear.SEVERAL_DAYS),
        ("hourly", Unclear.OTHER_RHYTHM),
        ("every quarter", Unclear.OTHER_RHYTHM),
        ("every 3 days", Unclear.OTHER_RHYTHM),
        ("every Monday at 25", Unclear.NO_SUCH_TIME),
        ("every Monday at 9:75", Unclear.NO_SUCH_TIME),
        ("every Monday at 13pm", Unclear.NO_SUCH_TIME),
        ("on the 32nd of each month", Unclear.NO_SUCH_DAY),
    ],
)
def test_what_gives_no_schedule_is_named(typed: str, why: Unclear) -> None:
    assert read_schedule(typed, NOW) is why


@pytest.mark.parametrize("typed", ["", "hello", "who leads recommendation 10?", "on Monday", "at 9", "theme 2"])
def test_other_words_are_no_schedule(typed: str) -> None:
    assert read_schedule(typed, NOW) is None


def test_the_rest_of_the_words_is_given_back() -> None:
    assert read("send me the summary for theme 2 every Monday at 9").rest == "send me the summary for theme 2"


schedules = st.builds(
    Schedule,
    every=st.sampled_from([e for e in Every if e is not Every.FORTNIGHT]),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)),
    weekday=st.integers(0, 6),
    nth=st.sampled_from([1, 2, 3, 4, -1]),
    number=st.sampled_from([*range(1, 32), -1]),
) | st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(
    lambda day: Schedule(Every.FORTNIGHT, time(9), weekday=day.weekday(), start=day)
)


@given(schedules)
def test_what_is_kept_is_read_as_what_was_meant(schedule: Schedule) -> None:
    assert str(read(str(schedule)).schedule) == str(schedule)
