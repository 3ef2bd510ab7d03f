"""A term that a recommendation opens with tells which is meant, whatever else is said that no sentence has."""

import pytest

from knowledge.questions.answer import Context, Found, Which
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("where did government land on the principal social worker role?", "14"),
        ("what is the review's case for bothering with a chief social worker?", "15"),
        ("how does salford feel deep down regarding serious case reviews being graded?", "9"),
    ],
)
def test_the_recommendation_is_found_by_its_term(question: str, ref: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert getattr(found, "ref", None) == ref or ref in getattr(found, "refs", ())


def test_of_several_that_open_with_it_one_is_asked_for(index: Index) -> None:
    found = answer("when is the working together facelift due", Context(), index)

    assert isinstance(found, Which)
    assert {"1", "6"} <= {*found.options}


def test_a_term_alone_is_no_question_about_its_recommendation(index: Index) -> None:
    assert not isinstance(answer("is the principal social worker married to a plumber", Context(), index), Found)
