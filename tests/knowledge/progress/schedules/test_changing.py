"""A schedule is changed by words that say only what is to be different."""

from datetime import UTC, datetime

import pytest

from knowledge.progress.schedules import Schedule, Unclear, changed, read_schedule
from knowledge.progress.schedules.reading import Found

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def _schedule(words: str) -> Schedule:
    found = read_schedule(words, NOW)
    assert isinstance(found, Found)
    return found.schedule


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("every Monday at 09:30", "Tuesday at 10", "every Tuesday at 10:00"),
        ("every Monday at 09:30", "Tuesday", "every Tuesday at 09:30"),
        ("every Monday at 09:30", "at 10", "every Monday at 10:00"),
        ("every Monday at 09:30", "10", "every Monday at 10:00"),
        ("every Monday at 09:30", "8am", "every Monday at 08:00"),
        ("every Monday at 09:30", "half past four", "every Monday at 16:30"),
        ("every Monday at 09:30", "monthly", "on the 1st of each month at 09:30"),
        ("every Monday at 09:30", "the 15th", "on the 15th of each month at 09:30"),
        ("every Monday at 09:30", "the last day of the month", "on the last day of each month at 09:30"),
        ("every Monday at 09:30", "first Tuesday", "on the first Tuesday of each month at 09:30"),
        ("every Tuesday at 09:30", "fortnightly", "every other Tuesday from 24 November 2026 at 09:30"),
        ("every Monday at 09:30", "every weekday", "every weekday at 09:30"),
        ("every other Monday from 30 November 2026 at 10", "weekly", "every Monday at 10:00"),
        (
            "every other Monday from 30 November 2026 at 10",
            "Friday",
            "every other Friday from 27 November 2026 at 10:00",
        ),
        ("on the first Monday of each month at 10", "Friday", "on the first Friday of each month at 10:00"),
        ("on the 15th of each month at 10", "at 9", "on the 15th of each month at 09:00"),
    ],
)
def test_what_is_not_said_stays_as_it_was(before: str, words: str, after: str) -> None:
    found = changed(_schedule(before), words, NOW)

    assert isinstance(found, Found)
    assert str(found.schedule) == after


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Tuesday and Thursday", Unclear.SEVERAL_DAYS),
        ("hourly", Unclear.OTHER_RHYTHM),
        ("at 25:00", Unclear.NO_SUCH_TIME),
        ("theme 2", None),
        ("red", None),
        ("next Tuesday", None),
    ],
)
def test_what_gives_no_schedule_changes_none(words: str, told: Unclear | None) -> None:
    assert changed(_schedule("every Monday at 9"), words, NOW) is told
