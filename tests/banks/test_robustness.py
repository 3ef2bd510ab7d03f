"""Whatever is said, there is an answer; and a slip of the finger seldom changes it."""

from __future__ import annotations

import json
import random
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation import respond
from dialogs.turns.turn import Memory, Message
from knowledge.library import Knowledge
from knowledge.model import Programme
from tests.banks import bank
from tests.banks.typos import kept, mistyped
from tests.dialogs.talking import NOW, SUE

# Right answers that must be kept with one slip or two, and every how manyeth question is asked here; all of them are
# asked by `python -m tests.banks.typos`.
KEPT, EVERY = 0.9, 4
_SAID = [turn for name in ("second", "third", "fourth") for case in bank(name) for turn in case.turns]
_MESSAGES = st.one_of(
    st.text(max_size=400),
    st.text(st.characters(categories=["Cf", "Mn", "So", "Zs", "Lo", "Nd", "Cc"]), max_size=200),
    st.builds(lambda one, other: f"{one} {other}", st.sampled_from(_SAID), st.text(max_size=60)),
    st.builds(lambda said, cut: said[:cut], st.sampled_from(_SAID), st.integers(0, 40)),
    st.lists(st.sampled_from(_SAID), max_size=6).map(" ".join),
)
_MEMORIES = st.builds(
    lambda refs, fields, person: Memory("munro", refs, (refs,) if refs else (), fields, person),
    st.lists(st.sampled_from(["1", "9", "10", "15", "99"]), max_size=3, unique=True).map(tuple),
    st.sampled_from([(), ("leads",), ("timescale",), ("no such field",)]),
    st.sampled_from(["", "Sue Myers", "Nobody At All"]),
)


@pytest.fixture(scope="module")
def knowledge(munro: Programme) -> Knowledge:
    return Knowledge((munro,))


def test_any_message_at_the_door_is_answered_and_remembered(knowledge: Knowledge) -> None:
    @settings(deadline=None, max_examples=300)
    @given(_MESSAGES, _MEMORIES)
    def holds(message: str, memory: Memory) -> None:
        turn = respond(Message(message, NOW), SUE, memory, knowledge)

        assert all(reply.text.strip() for reply in turn.replies)
        assert turn.replies
        assert json.loads(json.dumps(asdict(turn.memory)))["programme"] in {"", "munro"}

    holds()


@pytest.mark.timeout(60)  # a second each; work that grew with the square of the length would take hours
@pytest.mark.parametrize(
    "part",
    [
        "",
        " ",
        "a",
        "rec 1 ",
        "who leads 10? ",
        "10, ",
        "not 11, ",
        "she ",
        "Sue Smith ",
        "?",
        "or ",
        "\u200b",
        "🙂",
        "é",
        "no lead or ",
    ],
)
def test_a_very_long_message_is_bounded_work(part: str, knowledge: Knowledge) -> None:
    message = part * (200_000 // max(1, len(part)))

    turn = respond(Message(message, NOW), SUE, Memory("munro", ("10",), (("10",),), ("leads",), "Sue Myers"), knowledge)

    assert turn.replies[0].text.strip()
    assert len(turn.replies[0].text) < 24_000


@pytest.mark.timeout(20)  # patterns that try each comma two ways would take hours
@pytest.mark.parametrize("message", ["10, " * 60 + "x y", "rec " + "10, " * 60 + "10%", "theme " + "1, " * 60 + "recs"])
def test_a_long_list_of_numbers_is_read_in_one_way(message: str, knowledge: Knowledge) -> None:
    assert respond(Message(message, NOW), SUE, Memory(), knowledge).replies[0].text.strip()


@pytest.mark.parametrize("slips", [1, 2])
def test_slips_of_the_finger_keep_nine_in_ten_right_answers(slips: int, knowledge: Knowledge) -> None:
    cases = [case for name in ("second", "third", "fourth") for case in bank(name)][::EVERY]

    right, still = kept(cases, slips, knowledge)

    assert still >= KEPT * right


def test_a_slip_changes_longer_words_only_and_no_first_letter() -> None:
    text, chance = "who leads the recommendation on inspection", random.Random(7)

    for _ in range(50):
        changed = mistyped(text, 2, chance)
        pairs = [(a, b) for a, b in zip(text.split(), changed.split(), strict=True) if a != b]
        assert len(pairs) <= 2
        assert all(len(a) >= 5 and a[0] == b[0] for a, b in pairs)
