"""Who is for it, and who was against: the Government's decision and the council's view on what is only described."""

import pytest

from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Context, Facts, Found, Listing, Truth
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index


def ask(question: str, index: Index) -> object:
    return answer(question, Context(), index)


@pytest.mark.parametrize(
    ("question", "ref", "decision", "truth"),
    [
        ("The government turned down the Chief Social Worker idea, didn't it?", "15", Decision.REJECT, Truth.FALSE),
        (
            "I heard the govt threw out the idea of a chief social worker, is that right?",
            "15",
            Decision.REJECT,
            Truth.FALSE,
        ),
        ("why did ministers reject the chief social worker idea", "15", Decision.REJECT, Truth.FALSE),
        ("did gov say yes to the principal sw", "14", Decision.ACCEPT, Truth.TRUE),
        ("was the idea of a psw accepted?", "14", Decision.ACCEPT, Truth.TRUE),
        ("Is the NHS reorganisation one accepted, and who leads it for us?", "8", Decision.ACCEPT, Truth.FALSE),
    ],
)
def test_what_was_decided_of_an_idea_is_told_of_its_recommendation(
    question: str, ref: str, decision: Decision, truth: Truth, index: Index
) -> None:
    found = ask(question, index)

    assert isinstance(found, Found)
    assert (found.ref, found.claims) == (ref, ((c.Decided((decision,)), truth),))


def test_what_the_document_has_not_leaves_a_question_about_all(index: Index) -> None:
    found = ask("Was anything about fostering rejected?", index)

    assert isinstance(found, Listing)
    assert not found.refs


def test_not_even_in_principle_is_neither(index: Index) -> None:
    found = ask("which one didn't they accept even in principle?", index)

    assert isinstance(found, Listing)
    assert found.refs == ("9",)


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("Does the council back the idea of a principal social worker?", "14"),
        ("Why is Salford against having one of these principal social workers?", "14"),
        ("Is Salford in favour of a Chief Social Worker?", "15"),
        ("Is it true the council opposes recommendation 15?", "15"),
        ("Are we keen on 14?", "14"),
    ],
)
def test_whether_the_council_is_for_something_is_its_position(question: str, ref: str, index: Index) -> None:
    found = ask(question, index)

    assert isinstance(found, Facts)
    assert (found.refs, found.fields, found.claims) == ((ref,), (Field.POSITION,), ())


def test_so_it_is_in_another_document(leeds: Index) -> None:
    found = ask("Is Leeds against 2.2?", leeds)

    assert isinstance(found, Facts)
    assert (found.refs, found.fields) == (("2.2",), (Field.POSITION,))


def test_whom_the_council_supports_is_no_stance(index: Index) -> None:
    assert not isinstance(ask("Do we support families early?", index), Facts)
