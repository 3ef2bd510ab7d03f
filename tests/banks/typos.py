"""Slips of the finger in questions: python -m tests.banks.typos [BANK ...] asks all of the banks with them."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dialogs.conversation import respond
from dialogs.turns.turn import Memory, Message, Reply
from knowledge.documents import read_document
from knowledge.documents.sample import munro
from knowledge.library import Knowledge
from knowledge.model import Person
from tests.banks import Case, bank, faults

# Shorter words are as soon another word as a misspelt one (letters).
_LONGER = 5
_WORD = re.compile(rf"[A-Za-z]{{{_LONGER},}}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mistyped(text: str, slips: int, chance: random.Random) -> str:
    """The text with so many slips, each in a longer word of its own as far as there are any."""
    words = list(_WORD.finditer(text))
    for match in sorted(chance.sample(words, min(slips, len(words))), key=lambda m: -m.start()):
        text = text[: match.start()] + _slip(match[0], chance) + text[match.end() :]
    return text


def _slip(word: str, chance: random.Random) -> str:
    """A letter left out, doubled, swapped with the next or struck beside; never the first, which people get right."""
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chance.choice(_LETTERS) + word[at + 1 :],
        )
    )


def last_reply(turns: Sequence[str], knowledge: Knowledge) -> Reply:
    """The last reply of a conversation."""
    memory, reply = Memory(), Reply("")
    for words in turns:
        turn = respond(Message(words, datetime(2026, 1, 5, tzinfo=UTC)), Person("t", "o"), memory, knowledge)
        memory, reply = turn.memory, turn.replies[-1]
    return reply


def kept(cases: Sequence[Case], slips: int, knowledge: Knowledge, seed: int = 1) -> tuple[int, int]:
    """How many of the cases are right as they stand, and how many of those with the slips as well."""
    chance = random.Random(seed)
    right = [case for case in cases if not faults(case, last_reply(case.turns, knowledge))]
    slipped = [[mistyped(words, slips, chance) for words in case.turns] for case in right]
    still = [c for c, turns in zip(right, slipped, strict=True) if not faults(c, last_reply(turns, knowledge))]
    return len(right), len(still)


def main(arguments: Sequence[str], say: Callable[[str], None] = print) -> int:
    """Tell, for one and two slips, what share of each bank's right answers is kept; a bank may be a file's path."""
    name, data = munro()
    knowledge = Knowledge((read_document(data, name),))
    for which in arguments or ("second", "third", "fourth"):
        cases = bank(Path(which).resolve() if which.endswith(".jsonl") else which)
        for slips in (1, 2):
            right, still = kept(cases, slips, knowledge)
            share = f"{still} of {right} right answers kept, {still / right:.1%}"
            say(f"{which}, {slips} slip{'s' if slips > 1 else ''} a message: {share}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
