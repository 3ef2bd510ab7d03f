"""Whose a decision is said to be, and what is said of one with conditions, or where none is stated."""

import pytest

from dialogs.answers import facts
from dialogs.words import phrases
from knowledge.library import Knowledge
from knowledge.model import Decision, Field
from knowledge.questions.searching.index import Index
from tests.builders import a_programme, a_recommendation
from tests.dialogs.talking import talking


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision.ACCEPT, "The Lights Trust accepted Recommendation 2."),
        (Decision.ACCEPT_IN_PRINCIPLE, "Recommendation 2 was accepted in principle by the Lights Trust."),
    ],
)
def test_a_decision_of_somebody_elses_is_said_to_be_theirs(decision: Decision, expected: str) -> None:
    rec = a_recommendation(decision=decision, decided_by="The Lights Trust")
    index = Index(a_programme(recommendations=(rec,), labels={Field.RESPONSE: "Government response"}))

    assert facts.decision(rec, index) == expected


def test_what_stands_in_place_of_a_decision_is_shown() -> None:
    rec = a_recommendation(decision=Decision.NOT_STATED, response="Deferred\nThe board meets in May.")
    index = Index(a_programme(recommendations=(rec,), labels={Field.RESPONSE: "Council response"}))

    assert facts.decision(rec, index) == (
        "No decision is stated for Recommendation 2; its Council response begins “Deferred”."
    )


async def test_what_was_accepted_with_conditions_is_named_beside_what_was_accepted() -> None:
    limited = a_recommendation(
        ref="3", decision=Decision.ACCEPT_WITH_CONDITIONS, response="Accepted subject to funding"
    )
    programme = a_programme(recommendations=(a_recommendation(), limited), labels={Field.RESPONSE: "Council response"})

    await talking(Knowledge((programme,)))(
        ("which were accepted?", ["Recommendation 2", "One other was accepted with conditions"]),
        ("which were not accepted?", "not: Recommendation 3"),
        ("was 3 accepted?", ["accepted with conditions", "subject to funding"]),
    )


async def test_a_date_that_is_set_apart_nowhere_is_looked_for_in_the_response_too() -> None:
    rec = a_recommendation(timescale="", milestones=(), response="We accept this recommendation.\nIt is due in May.")

    await talking(Knowledge((a_programme(recommendations=(rec,)),)))(
        (
            "when is 2 due?",
            ["The inspection framework", "It is due in May.", "Source: Munro response, Recommendation 2"],
        )
    )


async def test_an_approved_document_is_no_decision() -> None:
    rec = a_recommendation(decision=Decision.NOT_STATED, response="The Trust will review the approved documents.")

    await talking(Knowledge((a_programme(recommendations=(rec,)),)))(
        ("who will review the approved documents?", ["The Trust will review", "not: no decisions"])
    )


@pytest.mark.parametrize(("reviewer", "called"), [("Review", "Harbour Lights"), ("Munro", "Munro response")])
def test_a_source_is_no_document_that_any_could_be(reviewer: str, called: str) -> None:
    assert phrases.short_title(a_programme(reviewer=reviewer, title="Harbour Lights")) == called
