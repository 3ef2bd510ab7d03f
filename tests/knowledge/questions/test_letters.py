from __future__ import annotations

import pytest

from knowledge.questions.index import Index
from knowledge.questions.letters import question_of
from knowledge.questions.reading import tidy
from knowledge.questions.words import plain

CHAT = "Hi there, I hope you are well and had a lovely weekend with the family and the dogs."


@pytest.mark.parametrize("text", ["", "who leads 10?", "Hi. I hope you are well. Who leads 10?"])
def test_a_short_message_is_taken_whole(text: str, index: Index) -> None:
    assert question_of(text, index, tidy) == text


@pytest.mark.parametrize(
    ("letter", "question"),
    [
        (
            f"{CHAT} I am writing to find out who leads recommendation 10.",
            "who leads recommendation 10.",
        ),
        (
            f"{CHAT} Could you let me know which recommendations have no lead officer?",
            "which recommendations have no lead officer?",
        ),
        (f"{CHAT} Who leads recommendation 10? Many thanks.", "Who leads recommendation 10?"),
        (f"{CHAT} What is the timescale of recommendation 4?", "What is the timescale of recommendation 4?"),
    ],
)
def test_only_the_question_of_a_letter_is_taken(letter: str, question: str, index: Index) -> None:
    assert question_of(plain(letter), index, tidy) == question


def test_what_a_question_points_back_at_stays(index: Index) -> None:
    letter = (
        "We talked about recommendation 10 and its early help offer in our team meeting this morning. "
        "I would like to know who leads it."
    )

    assert "recommendation 10" in question_of(letter, index, tidy)
    assert "who leads it" in question_of(letter, index, tidy)


def test_a_letter_that_asks_nothing_of_ours_is_kept(index: Index) -> None:
    letter = f"{CHAT} {CHAT}"

    assert question_of(letter, index, tidy) == letter
