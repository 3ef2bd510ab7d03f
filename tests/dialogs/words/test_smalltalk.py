"""Courtesies: greeted, thanked and taken leave of, but never at the cost of a question."""

import pytest

from dialogs.words import smalltalk

GREETINGS = [
    "hi",
    "Hello!",
    "hey there",
    "good morning",
    "Morning all",
    "hiya",
    "hi how are you?",
    "Hi 👋",
]
THANKS = ["thanks", "Thank you so much!", "ta", "cheers mate", "ok thanks", "thx", "great, thanks", "that's great"]
THANKS += [
    "thank you, that has been a great help",
    "thanks love, that's been a big help",
    "ta very much, that was helpful",
]
FAREWELLS = ["bye", "goodbye", "see ya later", "bye for now"]
CANCELS = ["cancel", "never mind", "nevermind", "stop", "forget it", "cancel that"]
QUESTIONS = [
    "hi, who leads recommendation 10?",
    "thanks, and the timescale?",
    "ok and 10",
    "great, what about 12?",
    "morning, which are due?",
    "no 11",
    "hello 10",
    "which were accepted? thanks",
    "stop the annual report",
    "thanks, that was wrong",
    "thank you, that was about 8, not 10",
    "what does ok mean in rec 3",
    "",
    "👍",
]


@pytest.mark.parametrize("message", GREETINGS)
def test_a_greeting_is_returned_with_an_example(message: str) -> None:
    assert smalltalk.reply_to(message, "10") == smalltalk.HELLO.format(ref="10")


@pytest.mark.parametrize("message", THANKS)
def test_thanks_are_answered(message: str) -> None:
    assert smalltalk.reply_to(message, "10") == smalltalk.THANKS


@pytest.mark.parametrize("message", FAREWELLS)
def test_a_farewell_is_answered(message: str) -> None:
    assert smalltalk.reply_to(message, "10") == smalltalk.BYE


@pytest.mark.parametrize("message", CANCELS)
def test_nothing_was_under_way(message: str) -> None:
    assert smalltalk.reply_to(message, "10") == smalltalk.CANCELLED


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_is_not_taken_for_a_courtesy(message: str) -> None:
    assert smalltalk.reply_to(message, "10") == ""


def test_thanks_win_over_a_greeting_and_a_farewell() -> None:
    assert smalltalk.reply_to("hi thanks bye", "10") == smalltalk.THANKS


def test_the_example_is_the_one_given() -> None:
    assert "“who leads recommendation R1.2?”" in smalltalk.reply_to("hello", "R1.2")
