"""What somebody says that they don't mean is no part of the question."""

import pytest

from knowledge.questions.answer import Context, Found
from knowledge.questions.answering import answer
from knowledge.questions.parsing.setting_aside import without_what_is_not_meant
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I'm not after the one on students. I want the one on early help", "I want the one on early help"),
        ("Not interested in the one about schools - I need the one on students", "I need the one on students"),
        ("not the one on inspection, the one on serious case reviews", "the one on serious case reviews"),
        ("I don't want the chief one, I want the principal one", "I want the principal one"),
        ("we're not asking about inspections but about case reviews", "about case reviews"),
        ("is it not the one about early help?", "is it not the one about early help?"),
        ("which were not accepted?", "which were not accepted?"),
        ("I'm not after the one about early help", "I'm not after the one about early help"),
    ],
)
def test_what_is_not_meant_is_set_aside(said: str, kept: str) -> None:
    assert without_what_is_not_meant(said) == kept


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("I'm not after the one about doctors and the NHS. I want the one about early help", "10"),
        ("I don't want the chief social worker one, I want the principal one", "14"),
        ("not the one on students, the one on inspection", "2"),
        ("I'm not after that un about t'doctors, I want t'un about students", "12"),
    ],
)
def test_the_one_that_is_meant_is_found(question: str, ref: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Found)
    assert found.ref == ref
