from __future__ import annotations

import pytest

from knowledge.questions.parsing.outright import outright
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("has the early help one got the nod?", "has recommendation 10 got the nod?"),
        ("what ruling did the performance information one get", "what ruling did recommendation 4 get"),
        ("the serious case review recommendation falls to which officer?", "recommendation 9 falls to which officer?"),
        ("the lead for the chief social worker one pls", "the lead for recommendation 15 pls"),
        ("how firm the sign-up to the early help one is", "how firm the sign-up to recommendation 10 is"),
        ("was the one about early help accepted or what?", "was recommendation 10 accepted or what?"),
        ("when will they get the one about early help done", "when will they get recommendation 10"),
        ("her thinking on the rec on a Chief Social Worker?", "her thinking on recommendation 15?"),
        ("who is on the one on blaming people when a bairn dies", "who is on recommendation 9"),
        ("2: when??", "recommendation 2: when??"),
        ("got 9 down as TBC, who should it be", "got recommendation 9 down as TBC, who should it be"),
    ],
)
def test_what_is_described_or_numbered_is_named(message: str, told: str, index: Index) -> None:
    assert outright(message, index) == told


@pytest.mark.parametrize(
    "message",
    [
        "",
        "who decides?",
        "has the submarine one got the nod?",
        "which 1 is about teaching?",
        "remind me what themes 1 to 4 are",
        "is it done within 2 weeks?",
        "are all 15 recommendations agreed?",
        "what happens on 9 May?",
        "the meeting is at 10",
        "compare 4 with 5",
        "who leads early help, I asked 3 times",
        "I have 4 versions of it, which one counts",
        "what number is the inspection one that follows the child all the way?",
    ],
)
def test_anything_else_stays_as_it_is(message: str, index: Index) -> None:
    assert outright(message, index) == message
