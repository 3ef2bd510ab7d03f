"""In a document that is nothing but text, the text answers before it is said that nothing is set apart."""

import pytest

from knowledge.model import Field
from knowledge.questions.answer import Answer, Context, Facts, NotRecorded, OutOfScope, Quote, Unrecorded
from knowledge.questions.answering import answer

from .elsewhere import coasts


def ask(question: str, *refs: str) -> Answer:
    return answer(question, Context(refs=refs), coasts())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how much money did the autumn 2026 budget set aside for surveys?", "£14 million"),
        ("which agency is in the lead for drawing the map?", "The Coastal Survey will lead"),
        ("did they agree to abolish the two-agency model?", "We will keep the two-agency model"),
        ("why did the government refuse to scrap the two-agency model?", "We will keep the two-agency model"),
        ("who will run the 2028 siren exercise?", "run by the Fire Inspectorate"),
        ("when is the siren exercise?", "planned for 2028"),
    ],
)
def test_what_the_text_tells_is_quoted(question: str, words: str) -> None:
    found = ask(question)

    assert isinstance(found, Quote)
    assert any(words in passage.text for passage in found.passages)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("which ones were accepted in principle?", Field.DECISION),
        ("how many were rejected?", Field.DECISION),
        ("which are due in 2028?", Field.TIMESCALE),
        ("what is due first?", Field.TIMESCALE),
    ],
)
def test_recommendations_that_nothing_tells_apart_are_not_listed(question: str, field: Field) -> None:
    assert ask(question) == Unrecorded(field)


def test_whose_one_is_may_stand_in_its_text() -> None:
    assert ask("whose job is rec 3?") == Facts(("3",), (), absent=(Field.LEADS,))


@pytest.mark.parametrize("question", ["who is it meant for?", "who's that intended for?"])
def test_whom_something_is_for_stands_in_its_text_too(question: str) -> None:
    found = ask(question, "3")

    assert isinstance(found, Quote | Facts)
    assert found.refs == ("3",)


def test_what_is_in_no_text_is_not_made_up() -> None:
    assert isinstance(ask("did they agree to scrap parking permits?"), OutOfScope | Unrecorded)


def test_what_a_spoken_of_recommendation_lacks_is_told_by_another() -> None:
    found = ask("and how much is set aside for surveys?", "3")

    assert isinstance(found, Quote)
    assert found.refs == ("1",)


def test_what_a_recommendation_lacks_is_said_with_the_nearest_that_it_has() -> None:
    found = ask("what would make it close its harbour restaurants to ferries?", "3")

    assert isinstance(found, NotRecorded)
    assert found.nearest is not None
    assert found.nearest.ref == "3"


def test_a_letter_asks_of_what_it_has_told_before() -> None:
    found = ask(
        "Dear all, I'm a councillor in a town on the coast. A colleague said at our last meeting that there is to "
        "be a national siren exercise. I'd like to be sure before I write to anybody. Who will run it? Kind regards, Jo"
    )

    assert isinstance(found, Quote)
    assert any("run by the Fire Inspectorate" in passage.text for passage in found.passages)
