"""The judge of the banks is judged itself: what is right and what is wrong of each kind of reply, in tables."""

from __future__ import annotations

from typing import Any

import pytest

from dialogs.turns.turn import Reply
from tests.banks import Case, faults, says_wrong


def a_case(kind: str = "answer", **expected: Any) -> Case:
    made: dict[str, Any] = {"recs": frozenset(), "all": (), "some": (), "none": ()} | expected
    return Case("x-1", ("?",), kind, **made)


CARD = {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "Gani Martins, Recommendation 11"}]}


@pytest.mark.parametrize(
    ("case", "reply"),
    [
        (a_case(all=("Sue Myers",)), Reply("**Sue Myers** leads it.")),
        (a_case(all=("sue myers",)), Reply("SUE MYERS")),
        (a_case(all=("Gani Martins",)), Reply("See the card.", CARD)),
        (a_case(some=(("May", "June"),)), Reply("by June")),
        (a_case(all=("children's",)), Reply("children’s centres")),
        (a_case(all=("2011-2012",)), Reply("2011–2012")),
        (a_case(none=("Bob",)), Reply("Sue")),
        (a_case(none=("Gani Martins",)), Reply("Sue", CARD)),
        (a_case(recs=frozenset({"10"})), Reply("Recommendation 10")),
        (a_case("list", recs=frozenset({"8", "10"})), Reply("Recommendations 8 and 10")),
        (a_case("list", recs=frozenset({"8"})), Reply("8 of the 15 recommendations, Recommendation 8")),
        (a_case("count", some=(("5",),)), Reply("5 of them")),
        (a_case("clarify"), Reply("Which one do you mean?")),
        (a_case("decline"), Reply("The document doesn’t say.")),
        (a_case("decline"), Reply("There is no recommendation 16.")),
        (a_case("greet"), Reply("Hello!")),
        (a_case("help"), Reply("Ask about a recommendation, or post an update.")),
    ],
)
def test_a_right_reply_has_no_faults(case: Case, reply: Reply) -> None:
    assert faults(case, reply) == []


@pytest.mark.parametrize(
    ("case", "reply"),
    [
        (a_case(all=("Sue Myers",)), Reply("Gani Martins leads it.")),
        (a_case(all=("Sue", "Gani")), Reply("Sue")),
        (a_case(some=(("May", "June"), ("2012",))), Reply("by June")),
        (a_case(all=("May",)), Reply("Maybe")),
        (a_case(all=("10",)), Reply("10.5 and 110")),
        (a_case(none=("Bob",)), Reply("Bob leads it.")),
        (a_case(recs=frozenset({"1"})), Reply("Recommendation 10")),
        (a_case("list", recs=frozenset({"8"})), Reply("Recommendations 8 and 10")),
        (a_case("list", recs=frozenset({"8", "9"})), Reply("Recommendation 8")),
        (a_case("clarify"), Reply("I don’t know.")),
        (a_case("decline"), Reply("Recommendation 10 says so.")),
        (a_case("greet"), Reply("I couldn’t find anything about that.")),
        (a_case("help"), Reply("Hello!")),
    ],
)
def test_a_wrong_reply_has_faults(case: Case, reply: Reply) -> None:
    assert faults(case, reply)


@pytest.mark.parametrize(
    ("case", "reply", "wrong"),
    [
        (a_case(none=("Bob",)), Reply("Bob"), True),
        (a_case(none=("Bob",)), Reply("Sue", {"text": "Bob"}), False),
        (a_case("list", recs=frozenset({"8"})), Reply("Recommendations 8 and 9"), True),
        (a_case("answer", recs=frozenset({"8"})), Reply("Recommendations 8 and 9"), False),
        (a_case("list"), Reply("Recommendations 8 and 9"), False),
        (a_case("decline"), Reply("Recommendation 8 says so."), False),
        (a_case(all=("Sue",)), Reply("Gani"), False),
    ],
)
def test_a_wrong_fact_is_one_that_must_not_be_said(case: Case, reply: Reply, wrong: bool) -> None:
    assert bool(says_wrong(case, reply)) is wrong
