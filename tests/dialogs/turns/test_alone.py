"""Of several documents, each is found by the words of its title, and by what only it can answer."""

from __future__ import annotations

import pytest

from knowledge.library import Knowledge
from knowledge.model import Lead, Programme
from tests.builders import a_programme, a_recommendation
from tests.dialogs.talking import Talk, talking


def a_document(name: str, title: str, *asked: tuple[str, Lead]) -> Programme:
    """A document that asks for these things, each with its lead."""
    recommendations = tuple(
        a_recommendation(ref=str(ref), text=text, argument="", response="It will be done.", position="", leads=(lead,))
        for ref, (text, lead) in enumerate(asked, start=1)
    )
    return a_programme(name=name, title=title, reviewer="", council="", recommendations=recommendations)


HARBOUR = a_document(
    "harbours",
    "Answer to the review of the Northport Harbours",
    ("Mend the lamps on the mole.", Lead("Ida Quay", "")),
    ("Dredge the basin.", Lead("Bo Reed", "Head of Piloting")),
)
FERRIES = a_document(
    "island ferries", "Northport: response on island ferries", ("Publish the rotas.", Lead("Cy Ash", "Purser"))
)


@pytest.fixture
def talk() -> Talk:
    return talking(Knowledge((HARBOUR, FERRIES)))


@pytest.mark.parametrize(
    "named", ["harbours", "the harbour one", "Harbour document please", "the first one", "I mean the one on harbours"]
)
async def test_the_question_which_is_answered_by_any_word_of_a_title_or_a_place(talk: Talk, named: str) -> None:
    await talk(
        (
            "who leads 1?",
            [
                "Which one do you mean: harbours or island ferries?",
                "- harbours: “Answer to the review of the Northport Harbours” (2 recommendations)",
                "- island ferries: “Northport: response on island ferries” (one recommendation)",
            ],
        ),
        (named, ["Ida Quay leads Recommendation 1", "Answer to the review of the Northport Harbours"]),
    )


async def test_what_both_are_called_by_chooses_none(talk: Talk) -> None:
    await talk(("who leads 1?", "Which one"), ("the Northport one", "Which one"), ("the last", "Cy Ash"))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who leads 2?", "Bo Reed"),
        ("what does Cy Ash lead?", "Recommendation 1"),
        ("who is the head of piloting?", "Bo Reed"),
        ("which recommendation is about rotas?", "Publish the rotas"),
        ("who leads the one about the lamps?", "Ida Quay"),
    ],
)
async def test_what_only_one_can_answer_is_answered_at_once(talk: Talk, question: str, answer: str) -> None:
    await talk((question, [answer, "not: Which one do you mean"]))


@pytest.mark.parametrize("question", ["who leads 1?", "how many recommendations are there?", "who leads 7?"])
async def test_what_both_or_neither_can_answer_is_asked_about(talk: Talk, question: str) -> None:
    await talk((question, "Which one do you mean"))


async def test_a_lead_of_another_document_is_found_there(talk: Talk) -> None:
    await talk(
        ("harbours", ["From now on", "Northport Harbours”, with 2 recommendations"]),
        ("who leads 1?", "Ida Quay"),
        ("what does Cy Ash lead?", ["Cy Ash leads", "Northport: response on island ferries"]),
        ("who leads 1?", "Cy Ash"),
    )


async def test_an_order_is_never_given_to_a_document_that_nobody_named(talk: Talk) -> None:
    await talk(("update 2: red – staff left", "Which one do you mean"))


@pytest.mark.parametrize("question", ["what documents do you have?", "which reviews do you hold", "list the documents"])
async def test_the_documents_are_listed_for_whoever_asks(talk: Talk, question: str) -> None:
    await talk((question, ["I hold 2 documents:", "- harbours: “Answer", "- island ferries: “Northport"]))
