"""Which wordings are the same question, and which only sound like it."""

import pytest

from knowledge.questions.alike import gist, stands_alone
from knowledge.questions.searching.index import Index

ASKED = "How many social workers does recommendation 4 need before May?"


@pytest.mark.parametrize(
    "same",
    [
        "how many social workers does rec 4 need before may",
        "Hello! Please could you tell me how many social workers does recommendation 4 need before May?",
        "before May, how many social workers does #4 need?",
        "how many soical workers does recommendation 4 need before May??",
    ],
)
def test_the_same_question_is_known_in_another_order_and_with_courtesies_and_slips(same: str, index: Index) -> None:
    assert gist(same, index) == gist(ASKED, index)


@pytest.mark.parametrize(
    "other",
    [
        "how many social workers does recommendation 4 need after May?",
        "how many social workers does recommendation 4 not need before May?",
        "which social workers does recommendation 4 need before May?",
        "how many family workers does recommendation 4 need before May?",
        "how many social workers does recommendation 4 need before June?",
        "how many social workers does recommendation 4 need?",
        "how many social workers did recommendation 4 need before May?",
        "how many social workers will recommendation 4 need before May?",
    ],
)
def test_a_question_that_differs_in_a_telling_word_is_another(other: str, index: Index) -> None:
    assert gist(other, index) != gist(ASKED, index)


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("how many family support workers will be recruited?", True),
        (ASKED, False),
        ("how much is it?", False),
        ("and why not?", False),
        ("and 10?", False),
        ("", False),
    ],
)
def test_a_question_that_says_little_isnt_known_again_elsewhere(question: str, alone: bool, index: Index) -> None:
    assert stands_alone(gist(question, index)) is alone
