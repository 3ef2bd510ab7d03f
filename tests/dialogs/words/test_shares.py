"""How many of how many, as people say it."""

import pytest

from dialogs.words.phrases import none_of, share


@pytest.mark.parametrize(
    ("number", "of", "said"),
    [
        (1, 15, "one of 15 recommendations"),
        (2, 15, "2 of 15 recommendations"),
        (15, 15, "all 15 recommendations"),
        (2, 2, "both recommendations"),
        (1, 2, "one of 2 recommendations"),
        (1, 1, "the one recommendation"),
    ],
)
def test_a_share_is_said_as_people_say_it(number: int, of: int, said: str) -> None:
    assert share(number, of, "recommendation") == said


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (15, "none of the 15 recommendations"),
        (2, "neither of the 2 recommendations"),
        (1, "not the one recommendation"),
    ],
)
def test_none_is_said_as_people_say_it(of: int, said: str) -> None:
    assert none_of(of, "recommendation") == said
