"""Lists: how many, of what, which, and why; expected values are the document's."""

import pytest

from dialogs.answers import clauses, lists
from knowledge.library import Knowledge
from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Listing
from knowledge.questions.searching.index import Index
from tests.dialogs.talking import Talk, reply_to, source_of

ACCEPTED = c.Decided((Decision.ACCEPT,))
IN_PRINCIPLE = c.Decided((Decision.ACCEPT_IN_PRINCIPLE,))
SUE = c.LedBy(("Sue Myers",))


@pytest.fixture
def index(knowledge: Knowledge) -> Index:
    return knowledge.indexes[0]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "which have no lead?",
            "^5 of the 15 recommendations have no lead officer recorded: Recommendations 4, 5, 6, 7",
        ),
        (
            "which were accepted?",
            "^9 of the 15 recommendations were accepted: Recommendations 1, 2, 3, 4, 5, 11, 12, 13",
        ),
        ("which were accepted?", "5 others were accepted in principle."),
        (
            "which were accepted in principle?",
            "^5 of the 15 recommendations were accepted in principle: Recommendations",
        ),
        ("which were marked consider further?", "^One of the 15 recommendations was marked “Consider further”: Reco"),
        ("which were not accepted?", "^One of the 15 recommendations was neither accepted nor accepted in principle:"),
        ("which were rejected?", "^None of the 15 recommendations was rejected."),
        ("were any rejected?", "^No. None of the 15 recommendations was rejected."),
        (
            "which recommendations does Gani Martins lead?",
            "^Gani Martins leads 4 recommendations: Recommendations 2, 3,",
        ),
        (
            "which recommendations are in theme 2?",
            "^Theme 2, “Sharing responsibility for the provision of early help”,",
        ),
        (
            "which have two leads?",
            "^2 of the 15 recommendations have more than one lead officer: Recommendations 1 and 11",
        ),
        (
            "which are led by sue or gani?",
            "^6 of the 15 recommendations are led by Sue Myers or Gani Martins: Recommen",
        ),
        (
            "which are due in december 2011?",
            "^3 of the 15 recommendations have a date in December 2011: Recommendations 1,",
        ),
        ("which are due after may 2012?", "have a date after May 2012"),
        (
            "which have no date?",
            "^2 of the 15 recommendations have no date in the timescale: Recommendations 5 and 13.",
        ),
        ("how many recommendations are there?", "^There are 15 recommendations: Recommendations 1, 2, 3"),
        (
            "list every recommendation",
            "^There are 15 recommendations: Recommendations 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 15.",
        ),
        ("how many are led by sue and accepted?", "^No recommendation led by Sue Myers was accepted."),
        ("how many are led by sue and accepted?", "Recommendations 8 and 10 were accepted in principle."),
        ("which recommendations in theme 2 have no lead?", "^Every recommendation in Theme 2, “Sharing responsibility"),
        ("which recommendations in theme 2 have no lead?", "early help”, has a lead officer recorded."),
        ("which led by sue are due in 2015?", "^No recommendation led by Sue Myers has a date in 2015."),
    ],
)
async def test_the_headline_is_one_sentence(talk: Talk, question: str, expected: str) -> None:
    await talk((question, expected))


@pytest.mark.parametrize(
    ("criterion", "one", "many"),
    [
        (c.HasLead(), "has a lead officer recorded", "have a lead officer recorded"),
        (c.Not(c.HasLead()), "has no lead officer recorded", "have no lead officer recorded"),
        (c.SharedLead(), "has more than one lead officer", "have more than one lead officer"),
        (c.Not(c.SharedLead()), "has no more than one lead officer", "have no more than one lead officer"),
        (SUE, "is led by Sue Myers", "are led by Sue Myers"),
        (c.Not(SUE), "is not led by Sue Myers", "are not led by Sue Myers"),
        (ACCEPTED, "was accepted", "were accepted"),
        (c.Not(ACCEPTED), "was not accepted in full", "were not accepted in full"),
        (c.Decided((Decision.REJECT, Decision.NOTED)), "was rejected or noted", "were rejected or noted"),
        (
            c.Not(c.Decided((Decision.REJECT, Decision.NOTED))),
            "was neither rejected nor noted",
            "were neither rejected nor noted",
        ),
        (c.HasDate(), "has a date in the timescale", "have a date in the timescale"),
        (c.InTheme(("9",)), "is in Theme 9", "are in Theme 9"),
        (c.Mentions("RIAT", ("3",)), "mentions “RIAT”", "mention “RIAT”"),
        (
            c.Mentions("RIAT", ("3",), Field.POSITION),
            "mentions “RIAT” under “Salford Position”",
            "mention “RIAT” under “Salford Position”",
        ),
    ],
)
def test_a_criterion_agrees_in_number(index: Index, criterion: c.Criterion, one: str, many: str) -> None:
    assert clauses.clause(criterion, index, many=False) == one
    assert clauses.clause(criterion, index, many=True) == many


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Listing(("8", "10"), (IN_PRINCIPLE,), among=("8", "10")), "Both you asked about were accepted in principle:"),
        (Listing(("8",), (IN_PRINCIPLE,), among=("8", "9")), "One of the 2 you asked about was accepted in principle:"),
        (Listing(("6", "7", "8"), (IN_PRINCIPLE,), among=("6", "7", "8")), "All 3 you asked about were accepted in"),
        (Listing((), (ACCEPTED,), among=("6", "7", "8")), "None of the 3 you asked about was accepted."),
        (Listing((), (c.Not(c.HasLead()),), among=("8", "10")), "Both you asked about have a lead officer recorded."),
        (Listing((), (SUE, ACCEPTED), among=("8", "10")), "No recommendation you asked about that is led by Sue Myers"),
        (Listing((), (c.HasLead(), SUE, ACCEPTED)), "No recommendation that has a lead officer recorded and is led by"),
        (Listing(("8", "10"), (SUE, IN_PRINCIPLE)), "2 of the 15 recommendations are led by Sue Myers and were accept"),
        (Listing(("8", "10"), (SUE,), asked=True), "Yes. Sue Myers leads 2 recommendations: Recommendations 8 and 10."),
        (Listing(("8",), ()), "It is Recommendation 8."),
    ],
)
def test_shares_of_a_list_read_as_english(index: Index, answer: Listing, expected: str) -> None:
    assert lists.listing(answer, index).startswith(expected)


async def test_a_list_with_a_field_shows_it_of_each(talk: Talk) -> None:
    await talk(
        (
            "who leads the recommendations in theme 4?",
            [
                "- Recommendation 5: no lead officer recorded",
                "- Recommendation 9: Sharon Hubber, Head of Safeguarding",
            ],
        )
    )


async def test_two_leads_in_a_list_are_told_apart_by_brackets(talk: Talk) -> None:
    await talk(
        ("who leads the recommendations in theme 3?", "Gani Martins (Assistant Director, Specialist Services) and")
    )


async def test_a_short_list_shows_what_each_says(talk: Talk) -> None:
    await talk(
        ("which recommendations does Sue Myers lead?", ["- Recommendation 8: “The Government should work", "10: “"])
    )


async def test_a_short_list_of_dates_shows_the_sentence_with_the_date(talk: Talk) -> None:
    await talk(("which are due in november 2011?", ["Recommendation 11: “", "around November 2011"]))


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("which have no lead?", "Munro response, Lead Officer of each recommendation"),
        ("which were accepted?", "Munro response, Government response of each recommendation"),
        (
            "which led by sue were accepted in principle?",
            "Munro response, Lead Officer and Government response of each",
        ),
        ("list every recommendation", "Munro response"),
    ],
)
async def test_a_list_says_where_it_was_read(knowledge: Knowledge, question: str, source: str) -> None:
    assert source_of(await reply_to(question, knowledge)).startswith(source)
