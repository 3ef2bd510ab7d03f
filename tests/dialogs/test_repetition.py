"""Whatever is repeated in a message, it is read in a time that grows with its length. FUZZ says how often to try."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogs.conversation import prepared, respond
from dialogs.turns.turn import Memory, Message
from knowledge.library import Knowledge
from knowledge.questions.language import phrasebook
from tests.dialogs.talking import NOW, SUE

TRIES = int(os.environ.get("FUZZ", "50"))
SHORT, LONG = 1_000, 4_000
# Four times as long a message may take as much longer as this; what grows with the square takes sixteen times.
GROWS = 10
# Seconds of processor time that are no matter, whatever they come from.
QUICK = 0.1
NUMBERS = count(1)
MANAGER = replace(SUE, unbound=True)
Seconds = Callable[[str, str, int], float]

# What the bot has an ear for beside the forms of words: numbers, days, names, marks, and what looks personal.
MARKS = (
    *("1", "10", "#10", "3 to 5", "10–12", "1.1.", "1/1/2027", "30 June 2027", "10th", "twenty-one", "1-101", "-1"),
    *("Monday", "next Friday", "two weeks", "january", "by the end of", "q1", "2011", "every day", "9am", "16:30"),
    *("Sue Myers", "Eileen", "o'neill", "Jane Doe", "a@b.c", "@", "LSCB", "A.B.", "e i p", "AAA", "xyzzy", "Leeds"),
    *("'", '"', "“", "(", ")", "[a](b)", "-", "–", ":", ";", "=", "*", "_", "|", "<", "&", "/", ".", "?", "!"),
    *("green", "amber", "next step", "evidence:", "born 1 May 2010", "NHS 943 476 5919", "M1 1AA", "12 High Street"),
    *("0161 496 0000", "not 10", "rec 10", "recs 9 and 12", "theme 2", "no change on 10", "update 10: amber", "10: x"),
)
OPENINGS = (
    *("", "update 10: ", "update 10: amber – ", "post on ", "extend 10 to ", "set the target for ", "sign off "),
    *("send 10 back: ", "assign 4 to ", "redact ", "ask the lead of 10: ", "answer 1: ", "add synonym ", "glossary: "),
    *("make ", "let ", "stop ", "link ", "send me the summary every ", "pause my reminders until ", "summary for "),
    *("compare ", "history of ", "what changed since ", "which recs ", "who leads ", "how many ", "what does "),
)


def fragments() -> list[str]:
    """Every word and every form of words that is listened for, the first choice of each part of it."""
    lines = [
        line.removeprefix("not ")
        for package, name in (("knowledge.questions.language", "cues.txt"), ("dialogs.words", "forms.txt"))
        for phrases in phrasebook.load(package, name).values()
        for line in phrases
    ]
    whole = (" ".join(choices(mark)[0] for mark in line.split()) for line in lines)
    return sorted({*whole, *(choice for line in lines for mark in line.split() for choice in choices(mark))} - {""})


def choices(mark: str) -> list[str]:
    """What may stand for one mark of a phrase file."""
    names = {"<n>": "10", "<recs>": "recs", "<lead>": "myers", "<reviewer>": "munro", "<council>": "salford"}
    plain = re.sub(r"<[a-z]+>", lambda name: names.get(name[0], ""), mark.strip("^$?.()").replace("_", " "))
    return [choice.rstrip("*") for choice in plain.split("|")]


repeated = st.lists(st.sampled_from([*MARKS, *fragments()]), min_size=1, max_size=2)
joins = st.sampled_from([" ", ", ", "\n", " and ", ""])


@pytest.fixture(scope="module")
def seconds(knowledge: Knowledge) -> Seconds:
    """The processor time for a message of this length, which wasn't read before."""
    known = prepared(knowledge)

    def measured(opening: str, unit: str, length: int) -> float:
        end = f" {next(NUMBERS)}"
        text = (opening + unit * length)[: length - len(end)] + end
        began = time.process_time()
        respond(Message(text, NOW), MANAGER, Memory(), known)
        return time.process_time() - began

    return measured


@settings(max_examples=TRIES, deadline=None)
@given(st.sampled_from(OPENINGS), repeated, joins)
@example("stop ", ["@"], "")
@example("", ["Leeds"], "\n")
@example("", ["  may post for"], " ")
@example("summary for ", ["15yo"], " ")
def test_a_long_message_takes_longer_as_its_length_does(
    seconds: Seconds, opening: str, row: list[str], join: str
) -> None:
    unit = join.join(row) + join
    if seconds(opening, unit, LONG) < QUICK:
        return

    short, long = (min(seconds(opening, unit, length) for _ in range(3)) for length in (SHORT, LONG))
    assert long < max(QUICK, GROWS * short)
