"""Whoever the document names by a role is found by it, and who hasn't the role isn't said to have it."""

import pytest

from knowledge.questions.answer import Answer, Context, LeadOfficers, Listing, Truth
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index

from .elsewhere import libraries

ANITA, COLM = "Anita Rowe", "Colm Daly"


def ask(question: str) -> Answer:
    return answer(question, Context(), libraries())


@pytest.mark.parametrize(
    "question",
    ["who is the principal librarian?", "who's our Principal Librarian", "tell me about the principal librarian"],
)
def test_a_role_without_a_title_is_known_by_its_whole_words(question: str) -> None:
    assert ask(question) == LeadOfficers((ANITA,))


def test_what_a_role_leads_is_listed() -> None:
    found = ask("what does the principal librarian lead?")

    assert isinstance(found, Listing)
    assert found.refs == ("1", "5")


@pytest.mark.parametrize(
    ("question", "name", "so"),
    [
        ("is Anita Rowe the principal librarian?", ANITA, Truth.TRUE),
        ("is Colm Daly the principal librarian?", COLM, Truth.FALSE),
        ("is Colm Daly the head of housing?", COLM, Truth.FALSE),
        ("is Colm the head of digital?", COLM, Truth.TRUE),
        # In other words it may be the same.
        ("is Anita Rowe the head of libraries?", ANITA, Truth.UNASKED),
    ],
)
def test_a_role_that_somebody_has_not_is_denied(question: str, name: str, so: Truth) -> None:
    assert ask(question) == LeadOfficers((name,), so=so)


def test_early_help_may_be_early_intervention(index: Index) -> None:
    found = answer("is Sue Myers the head of early help?", Context(), index)

    assert found == LeadOfficers(("Sue Myers",), so=Truth.UNASKED)
