"""What a document says behind its recommendations answers too, under the heading it stands beneath."""

from __future__ import annotations

import pytest

from knowledge.documents import read_document
from knowledge.library import Knowledge
from tests.dialogs.talking import Talk, talking

ANSWER = """Answer to the Harbour Review

Recommendation 1: That the lamps on the mole be mended.
The Lights Trust accepts this recommendation.
The lamps will be bought in May, and the Trust will report on them.
Recommendation 2: That the basin be dredged.
The Lights Trust accepts this recommendation in principle.
A survey of the basin comes first.
7
Chapter 2: What we have done since the
storm
What was done
The breakwater was rebuilt in granite in 2024 at a cost of £3 million.
Pilots have to hold a certificate from the Northport Nautical Academy.
8
Chapter 2: What we have done since the storm
Ferries stop running when waves are higher than four metres.
9
Chapter 3: What comes next
A second breakwater is being designed.
ISBN 978-0-00-000000-0
Printed in Northport
"""


@pytest.fixture(scope="module")
def talk() -> Talk:
    return talking(Knowledge((read_document(ANSWER.encode(), "harbour.txt"),)))


def test_chapters_are_kept_by_their_headings_without_what_belongs_to_their_pages() -> None:
    found = read_document(ANSWER.encode(), "harbour.txt").chapters

    assert [chapter.title for chapter in found] == [
        "Chapter 2: What we have done since the storm",
        "Chapter 3: What comes next",
    ]
    assert "8" not in found[0].text.replace("2024", "").split()
    assert found[1].text == "A second breakwater is being designed."


@pytest.mark.parametrize(
    ("question", "answer", "where"),
    [
        ("what was the breakwater rebuilt in?", "granite", "Chapter 2"),
        ("which certificate do pilots need?", "Northport Nautical Academy", "Chapter 2"),
        ("when do ferries stop running?", "four metres", "Chapter 2"),
    ],
)
async def test_a_chapter_answers_where_no_recommendation_does(
    talk: Talk, question: str, answer: str, where: str
) -> None:
    await talk((question, [answer, f"Source: Answer to the Harbour Review, {where}", "not: Recommendation"]))


async def test_chapters_are_no_recommendations(talk: Talk) -> None:
    await talk(
        ("how many recommendations are there?", "2 recommendations"),
        ("which recommendations mention the breakwater?", "not: Chapter"),
        ("which recommendation is about lamps?", ["Recommendation 1", "not: Chapter"]),
        ("what will the Trust report on?", ["Recommendation 1", "not: Chapter"]),
    )
