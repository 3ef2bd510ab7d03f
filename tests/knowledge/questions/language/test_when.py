from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Precision
from knowledge.questions.language.when import Period, Relation, falls, periods, takes_in
from tests.builders import a_milestone

YEARS = (2011, 2012)
IN, BY, BEFORE, AFTER, FROM = Relation.IN, Relation.BY, Relation.BEFORE, Relation.AFTER, Relation.FROM


@pytest.mark.parametrize(
    ("text", "relation", "earliest", "latest"),
    [
        ("due in december 2011", IN, "2011-12-01", "2011-12-31"),
        ("due december 2011", IN, "2011-12-01", "2011-12-31"),
        ("due by dec 2011", BY, "2011-12-01", "2011-12-31"),
        ("by the end of december 2011", BY, "2011-12-01", "2011-12-31"),
        ("no later than sept 2011", BY, "2011-09-01", "2011-09-30"),
        ("until may 2012", BY, "2012-05-01", "2012-05-31"),
        ("in february 2012", IN, "2012-02-01", "2012-02-29"),
        ("before 2012", BEFORE, "2012-01-01", "2012-12-31"),
        ("prior to may 2012", BEFORE, "2012-05-01", "2012-05-31"),
        ("earlier than may 2012", BEFORE, "2012-05-01", "2012-05-31"),
        ("after august 2012", AFTER, "2012-08-01", "2012-08-31"),
        ("later than august 2012", AFTER, "2012-08-01", "2012-08-31"),
        ("since may 2012", FROM, "2012-05-01", "2012-05-31"),
        ("from may 2012 onwards", FROM, "2012-05-01", "2012-05-31"),
        ("may 2012 onwards", FROM, "2012-05-01", "2012-05-31"),
        ("during 2012", IN, "2012-01-01", "2012-12-31"),
        ("autumn 2012", IN, "2012-09-01", "2012-11-30"),
        ("in the autumn of 2012", IN, "2012-09-01", "2012-11-30"),
        ("fall 2012", IN, "2012-09-01", "2012-11-30"),
        ("winter 2011", IN, "2011-12-01", "2012-02-29"),
        ("late 2012", IN, "2012-10-01", "2012-12-31"),
        ("early 2012", IN, "2012-01-01", "2012-03-31"),
        ("q2 2012", IN, "2012-04-01", "2012-06-30"),
        ("mid-2012", IN, "2012-05-01", "2012-08-31"),
        ("before the end of 2011", BY, "2011-12-01", "2011-12-31"),
        ("before the start of 2012", BEFORE, "2012-01-01", "2012-03-31"),
        ("by the end of 2012", BY, "2012-12-01", "2012-12-31"),
        ("the second half of 2011", IN, "2011-07-01", "2011-12-31"),
        ("on 30 september 2011", IN, "2011-09-30", "2011-09-30"),
        ("on the 30th of september 2011", IN, "2011-09-30", "2011-09-30"),
        ("by 31 february 2012", BY, "2012-02-01", "2012-02-29"),
        ("in december", IN, "2011-12-01", "2011-12-31"),
        ("over the summer", IN, "2011-06-01", "2011-08-31"),
        ("in may", IN, "2011-05-01", "2011-05-31"),
        ("between january and may 2012", IN, "2012-01-01", "2012-05-31"),
        ("from january to may 2012", IN, "2012-01-01", "2012-05-31"),
        ("between january 2012 and may 2012", IN, "2012-01-01", "2012-05-31"),
        ("between january 2012 and may", IN, "2012-01-01", "2012-05-31"),
        ("between november and february 2012", IN, "2011-11-01", "2012-02-29"),
        ("between november 2011 and february", IN, "2011-11-01", "2012-02-29"),
        ("between march and june", IN, "2011-03-01", "2011-06-30"),
        ("between 2011 and 2012", IN, "2011-01-01", "2012-12-31"),
        ("from autumn 2011 to spring 2012", IN, "2011-09-01", "2012-05-31"),
        ("after march 2012 and before august 2012", IN, "2012-04-01", "2012-07-31"),
        ("before august 2012 but after march 2012", IN, "2012-04-01", "2012-07-31"),
    ],
)
def test_words_for_time_are_whole_days(text: str, relation: Relation, earliest: str, latest: str) -> None:
    found = periods(text, YEARS)

    assert [(p.relation, str(p.earliest), str(p.latest)) for p, _ in found] == [(relation, earliest, latest)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in december 2011 or may 2012", ["December 2011", "May 2012"]),
        ("in march or april 2012", ["March 2012", "April 2012"]),
        ("in autumn or winter 2012", ["autumn 2012", "winter 2012"]),
        ("in q2 2012", ["Q2 2012"]),
        ("between january and may 2012", ["the time from January 2012 to May 2012"]),
        ("in march, april and may 2012", ["March 2012", "April 2012", "May 2012"]),
        ("after may 2012 and before march 2012", ["May 2012", "March 2012"]),
    ],
)
def test_several_times_stay_apart_and_share_a_year(text: str, expected: list[str]) -> None:
    assert [period.words for period, _ in periods(text, YEARS)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "which recommendations fall under theme 2",
        "it may be so",
        "may i ask who leads 10",
        "on the march",
        "rec 2011a",
        "1899",
        "who leads recommendation 12",
        "mentioned second",
        "the children act 1989",
        "the education act of 2011",
    ],
)
def test_not_every_word_is_a_time(text: str) -> None:
    assert periods(text, YEARS) == []


def test_a_month_without_a_year_is_nothing_where_no_year_is_known() -> None:
    assert periods("in december", ()) == []
    assert periods("between december and march", ()) == []
    assert [p.words for p, _ in periods("in december 2011", ())] == ["December 2011"]


def test_where_the_words_stand_is_known() -> None:
    text = "which are due between january and may 2012, please"

    [(_, (start, end))] = periods(text, YEARS)

    assert text[start:end] == "january and may 2012"


def in_question(text: str) -> Period:
    [(period, _)] = periods(text, YEARS)
    return period


MAY = {"earliest": date(2012, 5, 1), "latest": date(2012, 5, 31), "precision": Precision.MONTH}
SUMMER = {"earliest": date(2012, 6, 1), "latest": date(2012, 8, 31), "precision": Precision.SEASON}
FROM_MAY = {"earliest": date(2012, 5, 1), "latest": None, "precision": Precision.MONTH_FROM}
UNDATED = {"earliest": None, "latest": None, "precision": Precision.UNDATED}


@pytest.mark.parametrize(
    ("milestone", "text", "so"),
    [
        (MAY, "in may 2012", True),
        (MAY, "by may 2012", True),
        (MAY, "in june 2012", False),
        (MAY, "in 2012", True),
        (MAY, "in 2011", False),
        (MAY, "by 2012", True),
        (MAY, "by the end of 2012", True),
        (MAY, "by 2011", False),
        (MAY, "before june 2012", True),
        (MAY, "before may 2012", False),
        (MAY, "after april 2012", True),
        (MAY, "after may 2012", False),
        (MAY, "since may 2012", True),
        (MAY, "since june 2012", False),
        (MAY, "between january and may 2012", True),
        (MAY, "between january and april 2012", False),
        (MAY, "in spring 2012", False),
        (SUMMER, "in summer 2012", True),
        (SUMMER, "by summer 2012", True),
        (SUMMER, "in june 2012", False),
        (SUMMER, "in 2012", True),
        (FROM_MAY, "from may 2012", True),
        (FROM_MAY, "in may 2012", True),
        (FROM_MAY, "after may 2012", False),
        (UNDATED, "in 2012", False),
        (UNDATED, "before 2012", False),
        (UNDATED, "after 2010", False),
    ],
)
def test_a_milestone_falls_so_or_not(milestone: dict[str, object], text: str, so: bool) -> None:
    assert falls(a_milestone(**milestone), in_question(text)) is so


def test_a_span_takes_in_any_day_that_it_shares() -> None:
    summer, undated = a_milestone(**SUMMER), a_milestone(**UNDATED)

    assert takes_in(summer, in_question("in june 2012"))
    assert not takes_in(summer, in_question("in may 2012"))
    assert not takes_in(undated, in_question("in may 2012"))


_WORDS = "between and from to in by before after the end of late early mid autumn winter may march 2011 2012 1999 31 or"


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS.split()), max_size=14).map(" ".join)))
def test_any_words_are_times_that_begin_before_they_end(text: str) -> None:
    for years in (YEARS, ()):
        assert all(p.earliest <= p.latest and start < end for p, (start, end) in periods(text.lower(), years))


@pytest.mark.timeout(60)  # in the square of their number, each would take minutes
@pytest.mark.parametrize("repeated", ["fall\n", "may 2012, ", "2011 ", "in the spring ", "act 1989 "])
def test_however_many_times_are_named_each_is_looked_at_once(repeated: str) -> None:
    began = time.process_time()

    periods(repeated * (100_000 // len(repeated)), YEARS)

    assert time.process_time() - began < 10  # seconds; it takes a tenth of one


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("due in 2011/12", "the financial year 2011/12", date(2011, 4, 1), date(2012, 3, 31)),
        ("in the financial year 2012-13", "the financial year 2012/13", date(2012, 4, 1), date(2013, 3, 31)),
        (
            "due by the end of 2011/2012",
            "the end of the financial year 2011/12",
            date(2011, 4, 1),
            date(2012, 3, 31),
        ),
        (
            "due at the end of the financial year",
            "the end of the financial year 2011/12",
            date(2012, 3, 1),
            date(2012, 3, 31),
        ),
        ("in the last quarter of 2011", "the last quarter of 2011", date(2011, 10, 1), date(2011, 12, 31)),
        ("by the back end of 2012", "the back end of 2012", date(2012, 10, 1), date(2012, 12, 31)),
        ("by christmas 2011", "December 2011", date(2011, 12, 1), date(2011, 12, 31)),
    ],
)
def test_times_are_understood_as_offices_say_them(text: str, words: str, first: date, last: date) -> None:
    period = in_question(text)

    assert (period.words, period.earliest, period.latest) == (words, first, last)
