"""The bank holidays that the council keeps: England's, as gov.uk lists them."""

from datetime import date

import pytest

from knowledge.progress.schedules.workdays import is_workday, workday_from


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 12, 25),
        date(2026, 12, 28),  # for Boxing Day, a Saturday
        date(2027, 1, 1),
        date(2027, 3, 26),
        date(2027, 3, 29),
        date(2027, 5, 3),
        date(2027, 5, 31),
        date(2027, 8, 30),
        date(2027, 12, 27),
        date(2027, 12, 28),
        date(2022, 9, 19),  # the Queen's funeral
    ],
)
def test_nobody_works_on_a_bank_holiday(day: date) -> None:
    assert not is_workday(day)


@pytest.mark.parametrize("day", [date(2026, 11, 30), date(2027, 1, 4), date(2027, 3, 17), date(2027, 8, 2)])
def test_what_is_a_holiday_in_scotland_or_northern_ireland_is_a_workday(day: date) -> None:
    assert is_workday(day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 25), date(2026, 12, 29)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 11, 23), date(2026, 11, 23)),
    ],
)
def test_the_next_workday_may_be_the_day_itself(day: date, expected: date) -> None:
    assert workday_from(day) == expected
