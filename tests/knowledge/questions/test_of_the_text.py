"""What is asked of something that the text speaks of is no list of recommendations, and asks for no lead officer."""

import pytest

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import About, Answer, Context, Facts, Found, Listing, OutOfScope, Quote
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index

from .elsewhere import libraries


def ask(question: str, *refs: str) -> Answer:
    return answer(question, Context(refs=refs), libraries())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who owns the other buildings?", "The county's trust owns the other buildings."),
        ("how much would lending laptops to everybody cost?", "£240,000"),
        ("why were the branches closed?", "because their boilers had failed"),
    ],
)
def test_the_sentence_that_has_what_is_asked_comes_first(question: str, words: str) -> None:
    found = ask(question)

    assert isinstance(found, Quote)
    assert words in found.passages[0].text


@pytest.mark.parametrize("question", ["how many have been lent?", "and how many laptops have been lent?"])
def test_how_many_of_something_is_told_by_what_was_just_spoken_of(question: str) -> None:
    found = ask(question, "2")

    assert isinstance(found, Quote)
    assert found.passages[0].text == "Since May, 60 laptops have been lent."


def test_how_many_recommendations_is_still_a_count() -> None:
    found = ask("how many recommendations mention laptops?", "2")

    assert isinstance(found, Listing)
    assert found.refs == ("2",)


def test_how_many_of_something_on_a_date_is_no_list() -> None:
    assert not isinstance(ask("how many laptops were lent since May?"), Listing)


@pytest.mark.parametrize(
    ("question", "word", "refs"),
    [
        ("which recommendations are for the Government?", "Government", ("4",)),
        ("how many are aimed at the council?", "Council", ("1", "2", "3", "5")),
    ],
)
def test_whom_recommendations_are_for_stands_in_their_wording(question: str, word: str, refs: tuple[str, ...]) -> None:
    found = ask(question)

    assert isinstance(found, Listing)
    assert found.criteria == (c.Mentions(word, refs, Field.RECOMMENDATION),)


@pytest.mark.parametrize("question", ["what is the list down to now?", "has the list grown?"])
def test_a_list_that_the_text_speaks_of_is_not_that_of_all_recommendations(question: str) -> None:
    assert isinstance(ask(question), OutOfScope | Quote)


@pytest.mark.parametrize(
    "question", ["list the recommendations", "show me the list of recommendations", "list them all"]
)
def test_all_are_listed_where_a_list_is_asked_for(question: str) -> None:
    found = ask(question)

    assert isinstance(found, Listing)
    assert found.refs == ("1", "2", "3", "4", "5")


def test_a_leader_leads_where_the_document_has_none_of_its_own(index: Index) -> None:
    assert isinstance(answer("has the leader of early help a deadline?", Context(), index), Found)


def test_a_councils_own_leader_leads_no_recommendation() -> None:
    found = ask("has the leader had a reply to the letter?")

    assert isinstance(found, Quote)
    assert {passage.ref for passage in found.passages} == {"4"}


@pytest.mark.parametrize(
    "question",
    [
        "what can you tell me about?",
        "what is this about?",
        "what's it all about?",
        "what do you cover?",
        "what topics are there?",
        "what is in this document?",
    ],
)
def test_what_all_of_it_is_about_asks_for_the_document(question: str) -> None:
    assert ask(question) == About()


def test_what_this_is_about_asks_for_what_was_spoken_of() -> None:
    found = ask("what is this about?", "3")

    assert isinstance(found, Facts)
    assert found.refs == ("3",)
