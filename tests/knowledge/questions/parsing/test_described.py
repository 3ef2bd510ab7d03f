from __future__ import annotations

import pytest

from knowledge.questions.parsing.described import numbered
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("10, 12 and the one on serious case reviews - leads?", "10, 12 and recommendation 9 - leads?"),
        ("dates for 4, 8 and the principal social worker one", "dates for 4, 8 and recommendation 14"),
        ("the early help one and 12, who leads them", "recommendation 10 and 12, who leads them"),
        ("compare 14 and the chief social worker one", "compare 14 and recommendation 15"),
        ("all in theme 4 except the one on serious case reviews", "all in theme 4 except recommendation 9"),
        ("everything Sue leads apart from the early help one", "everything Sue leads apart from recommendation 10"),
    ],
)
def test_one_that_is_described_beside_others_is_numbered(message: str, told: str, index: Index) -> None:
    assert numbered(message, index) == told


@pytest.mark.parametrize(
    "message",
    [
        "",
        "who leads the one on serious case reviews?",
        "who leads 13, the one about changing how social work is done?",
        "give me the lead officers for every recommendation in theme 2",
        "what is the deadline for the one in theme 1?",
        "did the government accept 1?",
        "did the council reject 1?",
        "who leads 8 and the second one?",
        "who leads 8 and the one on submarines?",
    ],
)
def test_anything_else_stays_as_it_is(message: str, index: Index) -> None:
    assert numbered(message, index) == message


def test_another_document_is_searched_for_its_own(leeds: Index) -> None:
    assert numbered("who leads 2.10 and the one on interpreters?", leeds) == "who leads 2.10 and recommendation 2.2?"
