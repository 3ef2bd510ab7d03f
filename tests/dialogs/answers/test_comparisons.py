"""Comparisons, first and last dates, and how the decisions went; expected values are the document's."""

from datetime import date

import pytest

from dialogs.answers import comparisons
from knowledge.library import Knowledge
from knowledge.model import Decision, Field, Lead
from knowledge.questions.answer import Comparison, DecisionTally, Extreme
from knowledge.questions.searching.index import Index
from tests.builders import a_programme, a_recommendation
from tests.dialogs.talking import Talk


@pytest.fixture
def index(knowledge: Knowledge) -> Index:
    return knowledge.indexes[0]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "are 10 and 12 led by the same person?",
            ["^No, they differ in their lead officer.", "Sue Myers", "Sandi Penn"],
        ),
        ("are 2 and 3 led by the same person?", ["^Yes, they have the same lead officer."]),
        ("do 9 and 12 have the same decision?", ["^No, they differ in their decision.", "Consider further"]),
        ("do 8 and 10 have the same decision?", ["^Yes, they have the same decision."]),
        ("are 8 and 10 in the same theme?", ["^Yes, they have the same theme."]),
        ("are 10 and 12 in the same theme?", ["^No, they differ in their theme."]),
        (
            "compare the leads of 10 and 12",
            ["Sue Myers", "Sandi Pennington", "_Source: Munro response, Recommendations 10"],
        ),
    ],
)
async def test_two_are_compared(talk: Talk, question: str, expected: list[str]) -> None:
    await talk((question, expected))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Comparison(("10", "14"), (Field.TIMESCALE,), ("10",)), "Recommendation 10 is due first."),
        (Comparison(("10", "14"), (Field.TIMESCALE,), ("14",), latest=True), "Recommendation 14 has the later date."),
        (
            Comparison(("8", "10", "14"), (Field.TIMESCALE,), ("14",), latest=True),
            "Recommendation 14 has the latest date.",
        ),
        (Comparison(("2", "3"), (Field.TIMESCALE,), ("2", "3")), "Recommendations 2 and 3 have the same date."),
        (
            Comparison(("2", "3", "8"), (Field.TIMESCALE,), ("2", "3"), latest=True),
            "Recommendations 2 and 3 have the same date, the latest of these.",
        ),
        (
            Comparison(("2", "3", "12"), (Field.TIMESCALE,), ("2", "3")),
            "Recommendations 2 and 3 have the same date, the earliest of these.",
        ),
    ],
)
def test_which_is_due_first_is_said_before_the_dates(index: Index, answer: Comparison, expected: str) -> None:
    assert comparisons.side_by_side(answer, index).startswith(expected + "\n\n")


def test_each_recommendation_is_told_after_the_verdict(index: Index) -> None:
    said = comparisons.side_by_side(Comparison(("9", "10"), (Field.LEADS,), same=True), index)

    assert said.split("\n\n")[1:] == [
        "Sharon Hubber, Head of Safeguarding, leads Recommendation 9.",
        "Sue Myers, Head of Early Intervention and Prevention, leads Recommendation 10.",
        "_Source: Munro response, Recommendations 9 and 10, Lead Officer_",
    ]


def test_leads_in_another_order_are_the_same() -> None:
    ann, bo = Lead("Ann", ""), Lead("Bo", "")
    recs = (a_recommendation(ref="1", leads=(ann, bo)), a_recommendation(ref="2", leads=(bo, ann)))
    index = Index(a_programme(recommendations=recs))

    assert comparisons.side_by_side(Comparison(("1", "2"), (Field.LEADS,), same=True), index).startswith("Yes")


def test_the_decisions_are_counted_commonest_first(index: Index) -> None:
    said = comparisons.tally(DecisionTally(), index)

    assert said.split("\n")[:5] == [
        "Of the 15 recommendations:",
        "",
        "- 9 accepted: Recommendations 1, 2, 3, 4, 5, 11, 12, 13 and 14",
        "- 5 accepted in principle: Recommendations 6, 7, 8, 10 and 15",
        "- 1 marked “Consider further”: Recommendation 9",
    ]
    assert said.endswith("_Source: Munro response, Government response_")


def test_decisions_are_grouped_in_natural_order(index: Index) -> None:
    assert comparisons.decided(index)[Decision.ACCEPT_IN_PRINCIPLE] == ["6", "7", "8", "10", "15"]


@pytest.mark.parametrize(("latest", "which"), [(True, "latest"), (False, "earliest")])
def test_the_first_or_last_date_comes_with_its_sentence(index: Index, latest: bool, which: str) -> None:
    said = comparisons.extreme(Extreme(("2",), latest, date(2012, 5, 31), "by May 2012"), index)

    assert said.startswith(f"Recommendation 2 has the {which} date: by May 2012.")
    assert "- Recommendation 2: “Ofsted intends to have the new framework in place by May 2012.”" in said
    assert said.endswith("_Source: Munro response, Recommendation 2, Timescale_")


def test_two_that_share_the_last_date_have_it_together(index: Index) -> None:
    said = comparisons.extreme(Extreme(("2", "3"), True, date(2012, 5, 31), "by May 2012"), index)

    assert said.startswith("Recommendations 2 and 3 have the latest date: by May 2012.")


async def test_the_last_date_of_all(talk: Talk) -> None:
    await talk(("what is the latest date?", ["the latest date", "2012", "_Source: Munro response, Recommendation"]))
