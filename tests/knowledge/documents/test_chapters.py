from __future__ import annotations

import pytest

from knowledge.documents import read_document
from knowledge.documents.chapters import heading

ANSWER = """Answer to the Harbour Review

Chapter 1: What we will do
Recommendation 1: That the harbour be dredged and
Chapter 1: What we will do
widened.
The board agrees to a survey first, as is said in
Chapter 3
of the plan.
Timescale
May 2027
Chapter 2: How we got here
The harbour was built in 1901.
Timescale of the works
Recommendation 2: That the lights be mended.
Annex A
A map of the lights, and who looks after them.
ISBN 978-0-00-000000-0
"""


@pytest.mark.parametrize(
    ("line", "chapter"),
    [
        ("Chapter 2: How we got here", "chapter 2"),
        ("CHAPTER IV", "chapter iv"),
        ("Annex A – Membership", "annex a"),
        ("## Appendix", "appendix"),
        ("Chapter 2: How we got here ........ 14", ""),
        ("Chapter 2 sets out how we got here.", ""),
        ("Chapter 2.", ""),
        ("chapter 2", ""),
        ("Chapters of the plan", ""),
    ],
)
def test_a_heading_is_told_from_a_sentence_about_it(line: str, chapter: str) -> None:
    assert heading(line) == chapter


def test_a_recommendation_ends_with_its_chapter() -> None:
    first, second = read_document(ANSWER.encode(), "harbour.txt").recommendations

    assert first.text.split("\n") == [
        "That the harbour be dredged and widened.",
        "The board agrees to a survey first, as is said in Chapter 3 of the plan.",
    ]
    assert first.timescale == "May 2027"
    assert second.text == "That the lights be mended."


def test_a_field_behind_a_list_of_annexes_is_still_the_recommendations_own() -> None:
    text = "Recommendation 1\nMend the lights.\nResponse: Accept\nSee these:\nAnnex A: A map\nLead: Jo Ash, Warden\n"

    (found,) = read_document(text.encode(), "harbour.txt").recommendations

    assert [lead.name for lead in found.leads] == ["Jo Ash"]
