"""Redacted words leave what conversations still hold, and nothing else does."""

import pytest

from knowledge.progress.acts.forgetting import UNSAYABLE, forgotten
from knowledge.store import Conversation

WORDS = ("the Example family *moved*",)


@pytest.mark.parametrize(
    ("held", "after"),
    [
        (
            Conversation("c", drafts={"sue": {"narrative": "today the Example family *moved* away"}, "mo": {"a": 1}}),
            Conversation("c", drafts={"mo": {"a": 1}}),
        ),
        (
            Conversation("c", memory={"refs": ["10"], "pending": {"question": f"update 10: {WORDS[0]}"}}),
            Conversation("c", memory={"refs": ["10"]}),
        ),
        (
            Conversation("c", unsent={"1": (r"“the Example family \*moved\*”", "other")}),
            Conversation("c", unsent={"1": (UNSAYABLE, "other")}),
        ),
        (
            Conversation("c", drafts={"sue": {"queue": [["8", f"amber – {WORDS[0]}"]]}}),
            Conversation("c"),
        ),
    ],
)
def test_what_holds_the_words_is_dropped(held: Conversation, after: Conversation) -> None:
    (change,) = forgotten(WORDS, [held])

    assert change.value == after


def test_what_does_not_hold_them_is_left_alone() -> None:
    other = Conversation("c", memory={"refs": ["10"]}, drafts={"sue": {"narrative": "other words"}})

    assert forgotten(WORDS, [other]) == ()


def test_a_word_too_short_to_tell_takes_nothing_away() -> None:
    assert forgotten(("ok",), [Conversation("c", unsent={"1": ("I looked it up",)})]) == ()
