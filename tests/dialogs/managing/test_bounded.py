"""Orders that anybody may type are heard, or not, in a moment, whatever is repeated in them."""

import time

import pytest

from dialogs.conversation import respond
from dialogs.turns.turn import Memory, Message
from knowledge.library import Knowledge
from tests.dialogs.talking import NOW, SUE

FOUR_THOUSAND = 4_000


@pytest.mark.timeout(30)  # they took minutes, each
@pytest.mark.parametrize(
    "message",
    [
        "add synonym " + "'" * FOUR_THOUSAND,
        "add synonym " + "'\"" * (FOUR_THOUSAND // 2),
        "glossary: " + "“" * FOUR_THOUSAND,
        "define " + "'" * FOUR_THOUSAND,
        "remove " + '"' * FOUR_THOUSAND + " glossary x",
        '"' * FOUR_THOUSAND + " synonym",
        "let" + "\n" * FOUR_THOUSAND + " post",
        "make" + " " * FOUR_THOUSAND + "lead",
        "stop" + " \t" * (FOUR_THOUSAND // 2) + "post",
        "let" + ", " * (FOUR_THOUSAND // 2) + "post",
        ", " * (FOUR_THOUSAND // 2) + "please",
    ],
)
def test_a_row_of_marks_keeps_nobody_waiting(knowledge: Knowledge, message: str) -> None:
    respond(Message("hello", NOW), SUE, Memory(), knowledge)
    began = time.process_time()

    assert respond(Message(message, NOW), SUE, Memory(), knowledge).replies[0].text
    assert time.process_time() - began < 5  # seconds; it takes a fiftieth of one
