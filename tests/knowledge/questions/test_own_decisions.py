"""Where a council decides for itself, "did the council accept it?" asks for that decision."""

import pytest

from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Context, Facts, Found, Gap, Listing, NotRecorded, Truth
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index

from .elsewhere import coasts, libraries

NOTHING = Context()


def test_a_council_decides_where_the_response_is_its_own(index: Index, leeds: Index) -> None:
    assert libraries().council_decides
    assert not index.council_decides
    assert not leeds.council_decides
    assert not coasts().council_decides


@pytest.mark.parametrize(
    ("question", "ref", "truth"),
    [
        ("did the council accept 1?", "1", Truth.TRUE),
        ("did we accept 3?", "3", Truth.FALSE),
        ("did Harbury's council reject recommendation 3?", "3", Truth.TRUE),
        ("has the council agreed to 2?", "2", Truth.FALSE),
    ],
)
def test_did_the_council_accept_it_asks_for_its_decision(question: str, ref: str, truth: Truth) -> None:
    found = answer(question, NOTHING, libraries())

    assert isinstance(found, Facts)
    assert (found.refs, found.fields, found.asked) == ((ref,), (Field.DECISION,), True)
    assert [so for _, so in found.claims] == [truth]


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("which did the council accept in full?", ("1",)),
        ("which ones did we turn down?", ("3",)),
        ("what has the council rejected?", ("3",)),
        ("how many did the council accept in part?", ("2",)),
    ],
)
def test_which_the_council_accepted_is_a_list(question: str, refs: tuple[str, ...]) -> None:
    found = answer(question, NOTHING, libraries())

    assert isinstance(found, Listing)
    assert found.refs == refs


def test_why_the_council_rejected_something_is_told_by_its_response() -> None:
    found = answer("why did the council turn down abolishing fines?", NOTHING, libraries())

    assert isinstance(found, Found)
    assert (found.ref, found.fields, found.passage.field) == ("3", (Field.DECISION,), Field.RESPONSE)


def test_a_government_that_decides_nothing_has_accepted_nothing() -> None:
    found = answer("did the government accept 1?", NOTHING, libraries())

    assert isinstance(found, Facts)
    assert not found.asked  # "Yes" would be the council's


@pytest.mark.parametrize("question", ["did the government accept 4?", "did the council reject 4?"])
def test_a_decision_that_is_not_stated_is_neither_yes_nor_no(question: str) -> None:
    found = answer(question, NOTHING, libraries())

    assert isinstance(found, Facts)
    assert found.fields == (Field.RESPONSE,)
    assert [so for _, so in found.claims] == [Truth.UNASKED]


def test_a_council_still_decides_nothing_where_the_government_responds(index: Index) -> None:
    assert answer("which did the council accept?", NOTHING, index) == NotRecorded(Gap.COUNCIL)


def test_a_list_of_several_decisions_says_which_got_which() -> None:
    found = answer("which were rejected or accepted in part?", NOTHING, libraries())

    assert isinstance(found, Listing)
    assert (found.refs, found.fields) == (("2", "3"), (Field.DECISION,))


def test_beside_what_was_accepted_stands_what_was_accepted_in_part() -> None:
    found = answer("which were accepted outright?", NOTHING, libraries())

    assert isinstance(found, Listing)
    assert found.criteria == (c.Decided((Decision.ACCEPT,)),)
    assert found.near == (("accepted in principle", ("5",)), ("accepted in part", ("2",)))
