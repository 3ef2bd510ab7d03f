from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.dates import phrases
from knowledge.model import Precision

Shown = tuple[str, str, str, str]


def shown(text: str, year: int = 2011) -> list[Shown]:
    """Each phrase with its first and last day and its precision; `year` is for those without one."""
    periods = ((text[one.start : one.end], one.period(one.year or year)) for one in phrases(text))
    return [(words, str(one.earliest), str(one.latest or ""), one.precision.value) for words, one in periods if one]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("30 September 2026", "2026-09-30", "2026-09-30", Precision.DAY),
        ("by 30th Sept 2026", "2026-09-30", "2026-09-30", Precision.DAY),
        ("on Friday 30 September 2026", "2026-09-30", "2026-09-30", Precision.DAY),
        ("30/09/2026", "2026-09-30", "2026-09-30", Precision.DAY),
        ("30/09/26", "2026-09-30", "2026-09-30", Precision.DAY),
        ("01/12/2026", "2026-12-01", "2026-12-01", Precision.DAY),
        ("30.09.2026", "2026-09-30", "2026-09-30", Precision.DAY),
        ("2026-09-30", "2026-09-30", "2026-09-30", Precision.DAY),
        ("September 30, 2026", "2026-09-30", "2026-09-30", Precision.DAY),
        ("31st Oct '23", "2023-10-31", "2023-10-31", Precision.DAY),
        ("30-Sep-26", "2026-09-30", "2026-09-30", Precision.DAY),
        ("30/Sep/2026", "2026-09-30", "2026-09-30", Precision.DAY),
        ("Dec-25", "2025-12-01", "2025-12-31", Precision.MONTH),
        ("by Dec-2025", "2025-12-01", "2025-12-31", Precision.MONTH),
        ("by 31 September 2026", "2026-09-01", "2026-09-30", Precision.MONTH),
        ("from 1 April 2012", "2012-04-01", "", Precision.DAY),
        ("before 1 April 2012", "2012-03-31", "2012-03-31", Precision.DAY),
        ("by July 2012", "2012-07-01", "2012-07-31", Precision.MONTH),
        ("Sept 2011", "2011-09-01", "2011-09-30", Precision.MONTH),
        ("Feb. 2012", "2012-02-01", "2012-02-29", Precision.MONTH),
        ("June 23", "2023-06-01", "2023-06-30", Precision.MONTH),
        ("by the end of March 2023", "2023-03-01", "2023-03-31", Precision.MONTH),
        ("End March 2023", "2023-03-01", "2023-03-31", Precision.MONTH),
        ("before April 2012", "2012-03-01", "2012-03-31", Precision.MONTH),
        ("around November 2011", "2011-11-01", "2011-11-30", Precision.MONTH_APPROX),
        ("from May 2012", "2012-05-01", "", Precision.MONTH_FROM),
        ("after July 2012", "2012-08-01", "", Precision.MONTH_FROM),
        ("no earlier than May 2012", "2012-05-01", "", Precision.MONTH_FROM),
        ("late March 2012", "2012-03-21", "2012-03-31", Precision.VAGUE),
        ("mid-February 2012", "2012-02-11", "2012-02-20", Precision.VAGUE),
        ("between September 2011 and May 2012", "2011-09-01", "2012-05-31", Precision.VAGUE),
        ("from November to February 2012", "2011-11-01", "2012-02-29", Precision.VAGUE),
        ("Autumn 2011", "2011-09-01", "2011-11-30", Precision.SEASON),
        ("by summer 2012", "2012-06-01", "2012-08-31", Precision.SEASON),
        ("in the spring of 2012", "2012-03-01", "2012-05-31", Precision.SEASON),
        ("by winter 2011/12", "2011-12-01", "2012-02-29", Precision.SEASON),
        ("spring/summer 2012", "2012-03-01", "2012-08-31", Precision.SEASON),
        ("in the autumn term 2012", "2012-09-01", "2012-11-30", Precision.SEASON),
        ("early autumn 2012", "2012-09-01", "2012-09-30", Precision.VAGUE),
        ("Q2 2023/24", "2023-07-01", "2023-09-30", Precision.QUARTER),
        ("Q4 24/25", "2025-01-01", "2025-03-31", Precision.QUARTER),
        ("Q3 2023", "2023-07-01", "2023-09-30", Precision.QUARTER),
        ("last quarter of 2012", "2012-10-01", "2012-12-31", Precision.QUARTER),
        ("During the second half of 2011", "2011-07-01", "2011-12-31", Precision.HALF_YEAR),
        ("H1 2012", "2012-01-01", "2012-06-30", Precision.HALF_YEAR),
        ("by 2015", "2015-01-01", "2015-12-31", Precision.YEAR),
        ("in 2012/13", "2012-04-01", "2013-03-31", Precision.YEAR),
        ("during 2012-2015", "2012-01-01", "2015-12-31", Precision.YEAR),
        ("by the end of 2012", "2012-12-01", "2012-12-31", Precision.YEAR_END),
        ("by the end of the financial year 2012/13", "2013-03-01", "2013-03-31", Precision.YEAR_END),
        ("by late 2012", "2012-10-01", "2012-12-31", Precision.VAGUE),
        ("towards the end of 2025", "2025-10-01", "2025-12-31", Precision.VAGUE),
        ("mid-2012", "2012-05-01", "2012-08-31", Precision.VAGUE),
        ("early 2012", "2012-01-01", "2012-03-31", Precision.VAGUE),
        ("30.06.26", "2026-06-30", "2026-06-30", Precision.DAY),
        ("by Christmas 2011", "2011-12-24", "2011-12-26", Precision.VAGUE),
        ("by Easter 2026", "2026-04-03", "2026-04-06", Precision.VAGUE),
        ("by New Year 2026", "2026-01-01", "2026-01-01", Precision.VAGUE),
        ("Qtr 2 2026", "2026-04-01", "2026-06-30", Precision.QUARTER),
        ("over the summer", "2011-06-01", "2011-08-31", Precision.SEASON),
        ("by September", "2011-09-01", "2011-09-30", Precision.MONTH),
    ],
)
def test_a_phrase_means_its_days(text: str, earliest: str, latest: str, precision: Precision) -> None:
    around = f"It will be done {text}, we hope."

    assert shown(text) == shown(around) == [(text, earliest, latest, precision.value)]


@pytest.mark.parametrize(
    "text",
    [
        "under the Children Act 2004",
        "Working Together 2010",
        "in the 2004 Act",
        "in 2011 guidance",
        "about 2000 children",
        "we may march on",
        "option 2 may be best",
        "a summer school",
        "in the Autumn Statement",
        "section 1.2.12",
        "13/13/2026",
        "45 May",
        "call 0161 2012 2011",
    ],
)
def test_not_every_number_is_a_date(text: str) -> None:
    assert phrases(text) == ()


def test_several_phrases_keep_their_order_and_each_its_own_lead() -> None:
    found = shown("by December 2011 (due Autumn 2011) and May 2012, from 1 June")

    assert [words for words, *_ in found] == ["by December 2011", "Autumn 2011", "May 2012", "from 1 June"]


@given(st.text(alphabet="0123456789/.-’ QH", max_size=60))
def test_any_numbers_are_dates_or_not(text: str) -> None:
    assert all(latest == "" or earliest <= latest for _, earliest, latest, _ in shown(text))


def test_what_leads_in_from_the_line_above_is_left_there() -> None:
    (phrase,) = phrases("in \n31 May 2027")

    assert (phrase.lead, phrase.start) == ("", 4)
