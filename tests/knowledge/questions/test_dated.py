"""When something that is described is due stands in the timescale of the recommendation that it describes."""

import pytest

from knowledge.model import Field
from knowledge.questions.answer import Context, Found, Quote
from knowledge.questions.answering import answer

from .elsewhere import libraries


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("when is the Saturday opening of branch libraries due?", "1"),
        ("when will the laptops be lent?", "2"),
        ("by when will the branches open on Saturdays?", "1"),
        ("what's the deadline for lending laptops?", "2"),
    ],
)
def test_when_something_will_be_is_told_by_the_timescale(question: str, ref: str) -> None:
    found = answer(question, Context(), libraries())

    assert isinstance(found, Found)
    assert (found.ref, found.fields, found.sure) == (ref, (Field.TIMESCALE,), True)


def test_when_something_was_is_told_by_the_sentence_that_says_so() -> None:
    found = answer("when was a letter sent?", Context(), libraries())

    assert isinstance(found, Quote)
    assert found.passages[0].text == "The Leader sent a letter on 4 May 2026."
