"""The share of strangers' questions that are answered right, and that none is answered with a wrong fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TypeAlias

import pytest

from dialogs.conversation import respond
from dialogs.turns.turn import Memory, Message, Reply
from knowledge.library import Knowledge
from knowledge.model import Person, Programme

from . import Case, bank, faults, says_wrong

Answered: TypeAlias = Callable[[str], list[tuple[Case, Reply]]]

# Somewhat under what was reached when the bank was last looked at: a change may cost a question, not several.
REACHED = [
    ("second", 0.96),
    ("third", 0.96),
    ("fourth", 0.96),
    ("fifth", 0.97),
    ("sixth", 0.96),
    ("seventh", 0.97),
    ("eighth", 0.93),
    ("ninth", 0.97),
    ("tenth", 0.95),
    ("twelfth", 0.95),
    ("thirteenth", 0.94),
    ("fifteenth", 0.94),
    ("sixteenth", 0.96),
    ("seventeenth", 0.96),
    ("eighteenth", 0.96),
    ("nineteenth", 0.94),
    ("twentythird", 0.94),
    ("twentyfourth", 0.95),
    ("twentysixth", 0.97),
    ("twentyseventh", 0.97),
    ("twentyeighth", 0.94),
    ("twentyninth", 0.93),
    ("unanswerable", 0.95),
    ("absent", 0.95),
]

# Banks that the bot isn't tuned to, so that they tell what strangers get; whoever tunes to one moves it up.
UNTUNED = [
    ("eleventh", 0.97),
    ("fourteenth", 0.89),
    ("twentieth", 0.96),
    ("twentyfirst", 0.96),
    ("twentyfifth", 0.94),
    ("thirtieth", 0.93),
]


@pytest.fixture(scope="module")
def answered(munro: Programme) -> Answered:
    """Each case of a bank with its last reply; a bank is asked once."""
    knowledge = Knowledge((munro,))
    return cache(lambda name: [(case, replied(case, knowledge)) for case in bank(name)])


def replied(case: Case, knowledge: Knowledge) -> Reply:
    """The last reply of a conversation."""
    memory, reply = Memory(), Reply("")
    for words in case.turns:
        turn = respond(Message(words, datetime(2026, 1, 5, tzinfo=UTC)), Person("t", "o"), memory, knowledge)
        memory, reply = turn.memory, turn.replies[-1]
    return reply


@pytest.mark.parametrize(("name", "reached"), [*REACHED, *UNTUNED])
def test_strangers_questions_are_answered(answered: Answered, name: str, reached: float) -> None:
    cases = answered(name)

    wrong = {case.id: found for case, reply in cases if (found := faults(case, reply))}

    assert len(wrong) <= (1 - reached) * len(cases), wrong


@pytest.mark.parametrize("name", [name for name, _ in REACHED])
def test_nothing_wrong_is_said(answered: Answered, name: str) -> None:
    said = {case.id: wrong for case, reply in answered(name) if (wrong := says_wrong(case, reply))}

    assert not said
