"""What a council does besides isn't in the document, and the bot doesn't pretend that it is."""

import pytest

from knowledge.questions.answer import Answer, Context, Found, OutOfScope, Quote
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index

# No word of these is in the document.
NOWHERE = (
    "bins",
    "potholes",
    "parking permits",
    "homelessness",
    "unaccompanied asylum seekers",
    "adoption",
    "truancy",
    "dentists",
    "gangs",
    "autism",
    "wheelchairs",
    "taxis",
    "playgrounds",
    "swimming pools",
    "recycling",
    "elections",
    "dog fouling",
    "female genital mutilation",
    "speech therapy",
    "pensions",
    "bullying",
    "food banks",
    "gambling",
    "museums",
    "flooding",
    "tenancy deposits",
)
# The document has a word of each of these, of something else.
HALF = (
    "knife crime",
    "county lines",
    "school uniforms",
    "school exclusions",
    "school transport",
    "free school meals",
    "council tax",
    "climate change",
    "street lighting",
    "planning permission",
    "human trafficking",
    "youth clubs",
    "teenage pregnancy",
    "body worn cameras",
    "cyber security",
    "the pay of head teachers",
    "university tuition fees",
    "fire safety in council flats",
    "elderly care homes",
    "youth employment schemes",
)
ASKED = ("which recommendation is about {}?", "is there anything on {}?", "which rec covers {}")


def asked(topic: str, index: Index) -> list[Answer]:
    return [answer(question.format(topic), Context(), index) for question in ASKED]


@pytest.mark.parametrize("topic", NOWHERE)
def test_what_is_nowhere_in_the_document_is_not_found(topic: str, index: Index) -> None:
    assert all(isinstance(found, OutOfScope) for found in asked(topic, index))


@pytest.mark.parametrize("topic", HALF)
def test_what_shares_one_word_with_it_is_never_found_for_sure(topic: str, index: Index) -> None:
    assert not any(isinstance(found, Found | Quote) and found.sure for found in asked(topic, index))


def test_where_something_is_mentioned_asks_about_that_thing(index: Index) -> None:
    """ "It" is the document here, and points back at nothing."""
    assert isinstance(answer("Where does it mention autism?", Context(), index), OutOfScope)
