"""Replies within what Teams takes."""

import pytest

from dialogs.turns.fitting import TOO_LONG, fitted
from dialogs.turns.turn import Reply
from tests.dialogs.contract import LARGEST, size

SOURCE = "_Source: Munro response_"


def a_card(length: int) -> dict[str, object]:
    return {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "x" * length}]}


def test_a_reply_that_fits_stays_as_it_is() -> None:
    reply = Reply("Sue Myers leads Recommendation 10.", a_card(1000))

    assert fitted(reply) == reply


def test_a_card_that_doesnt_fit_beside_its_text_is_left_out() -> None:
    assert fitted(Reply("The answer.", a_card(30_000))) == Reply("The answer.")


def test_a_long_text_ends_at_a_line_with_its_source() -> None:
    lines = "\n".join(f"- Recommendation {n}: no lead officer recorded" for n in range(1000))

    text = fitted(Reply(f"{lines}\n\n{SOURCE}")).text

    assert text.endswith(f"no lead officer recorded\n\n{TOO_LONG}\n\n{SOURCE}")


@pytest.mark.parametrize("text", ["word " * 20_000, "w" * 100_000, "é" * 100_000, "a\n\n" * 50_000, "👍" * 60_000])
def test_every_text_fits(text: str) -> None:
    assert size(fitted(Reply(text, a_card(15_000)))) < LARGEST


def test_a_text_without_a_source_gets_none() -> None:
    assert fitted(Reply("word " * 20_000)).text.endswith(TOO_LONG)
