from __future__ import annotations

import pytest

from knowledge.questions.parsing.framed import without_frame
from knowledge.questions.parsing.reading import read
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("who shall i invite to the meeting on the early help one?", "early help"),
        ("need the name to put against the serious case review item on the agenda", "serious case review"),
        ("which exec is driving the one about early help from a leadership perspective?", "early help"),
        ("the recommendation on assessment timescales is down to which officer", "assessment timescales"),
        ("the early help one and the rec about serious case reviews - leads?", "early help serious case reviews"),
    ],
)
def test_only_what_describes_a_recommendation_is_looked_for(text: str, about: str, index: Index) -> None:
    assert without_frame(text, index).split() == about.split()
    assert len(without_frame(text, index)) == len(text)


@pytest.mark.parametrize(
    "text", ["who leads on early help?", "who leads the next one?", "lead for the purple hippo one", ""]
)
def test_where_nothing_is_described_all_stays(text: str, index: Index) -> None:
    assert without_frame(text, index) == text


@pytest.mark.parametrize(
    "text",
    [
        "who's got the principal social worker one at our end",
        "who drew the short straw on the early help one",
        "julie moss has the SCR recommendation I gather?",
    ],
)
def test_who_is_asked_for_beside_a_description_is_its_lead(text: str, index: Index) -> None:
    assert read(text, index).has("field leads")


@pytest.mark.parametrize("text", ["who wrote the early help one?", "who is the early help one aimed at?"])
def test_whoever_did_something_to_a_recommendation_is_no_lead(text: str, index: Index) -> None:
    assert not read(text, index).has("field leads")
