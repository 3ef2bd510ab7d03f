"""Times counted from today; today is Wednesday 25 November 2026."""

from datetime import date

import pytest

from knowledge.questions.language.relative import span

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("what is due next month?", date(2026, 12, 1), date(2026, 12, 31)),
        ("due this month", date(2026, 11, 1), date(2026, 11, 30)),
        ("due next week", date(2026, 11, 30), date(2026, 12, 6)),
        ("due this week", date(2026, 11, 23), date(2026, 11, 29)),
        ("due in the next 3 months", TODAY, date(2027, 2, 25)),
        ("due within 10 days", TODAY, date(2026, 12, 5)),
        ("in the next couple of weeks", TODAY, date(2026, 12, 9)),
        ("over the next few months", TODAY, date(2027, 2, 25)),
        ("next fortnight", TODAY, date(2026, 12, 9)),
        ("in the next week", TODAY, date(2026, 12, 2)),
        ("over the coming month", TODAY, date(2026, 12, 25)),
        ("this quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("next quarter", date(2027, 1, 1), date(2027, 3, 31)),
        ("this year", date(2026, 1, 1), date(2026, 12, 31)),
        ("next year", date(2027, 1, 1), date(2027, 12, 31)),
        ("today", TODAY, TODAY),
        ("tomorrow", date(2026, 11, 26), date(2026, 11, 26)),
        ("anything due soon?", TODAY, date(2027, 1, 6)),
    ],
)
def test_a_time_counted_from_today_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert span(text, TODAY) == (first, last)


def test_a_shorter_month_ends_sooner() -> None:
    assert span("in the next 3 months", date(2026, 11, 30)) == (date(2026, 11, 30), date(2027, 2, 28))


@pytest.mark.parametrize("text", ["last month", "which are due in december 2026?", "the next one", "", "next 3 recs"])
def test_other_words_tell_no_such_time(text: str) -> None:
    assert span(text, TODAY) is None


def test_a_silly_number_is_no_trouble() -> None:
    assert span("in the next 999999999999 years", TODAY) is not None
