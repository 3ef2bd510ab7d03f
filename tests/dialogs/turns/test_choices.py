"""Answers to a question back."""

import pytest

from dialogs.turns.choices import asked_on
from dialogs.turns.turn import Memory

OPEN = Memory("munro", ("6", "7", "15"), pending={"choosing": True})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", "and 10"),
        ("10.", "and 10"),
        ("Recommendation 10", "and 10"),
        ("rec 7?", "and 7"),
        ("#7", "and 7"),
        ("i mean 7", "and 7"),
        ("2.10", "and 2.10"),
        ("r1.1", "and R1.1"),
        ("the first one", "and 6"),
        ("second", "and 7"),
        ("the last one", "and 15"),
        ("the third recommendation", "and 15"),
    ],
)
def test_a_choice_goes_on_with_what_was_asked(typed: str, meant: str) -> None:
    assert asked_on(typed, OPEN) == meant


@pytest.mark.parametrize(
    "typed", ["who leads 10?", "the fourth one", "none of them", "10 and 12", "what about 12?", "first steps", "yes"]
)
def test_what_is_no_choice_is_left_as_it_is(typed: str) -> None:
    assert asked_on(typed, OPEN) == typed


@pytest.mark.parametrize("typed", ["10", "Recommendation 10", "the first one"])
def test_nothing_is_chosen_where_nothing_was_asked(typed: str) -> None:
    assert asked_on(typed, Memory("munro", ("6", "7"))) == typed
