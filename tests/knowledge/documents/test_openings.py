"""Recommendations that open with a number or a letter alone, read through the importer."""

from __future__ import annotations

import pytest

from knowledge.documents import read_document
from knowledge.errors import UnreadableDocument
from knowledge.model import Decision, Theme

ANSWER = "Cabinet response: Accepted\nOwner: Jo Ash\n"


@pytest.mark.parametrize(
    ("first", "second", "refs"),
    [
        ("1. Mend it.", "2. Paint it.", ["1", "2"]),
        ("1) Mend it.", "2) Paint it.", ["1", "2"]),
        ("(1) Mend it.", "(2) Paint it.", ["1", "2"]),
        ("1.1 Mend it.", "1.2 Paint it.", ["1.1", "1.2"]),
        ("R1. Mend it.", "R2. Paint it.", ["R1", "R2"]),
        ("R1\nMend it.", "R2\nPaint it.", ["R1", "R2"]),
        ("(a) Mend it.", "(b) Paint it.", ["a", "b"]),
        ("A. Mend it.", "B. Paint it.", ["A", "B"]),
        ("**1.** Mend it.", "**2.** Paint it.", ["1", "2"]),
    ],
)
def test_a_number_opens_a_recommendation_where_an_answer_follows(first: str, second: str, refs: list[str]) -> None:
    text = f"Report of the Panel\n\n{first}\n{ANSWER}{second}\n{ANSWER}"

    found = read_document(text.encode(), "panel.txt").recommendations

    assert [rec.ref for rec in found] == refs
    assert [rec.text for rec in found] == ["Mend it.", "Paint it."]
    assert {rec.decision for rec in found} == {Decision.ACCEPT}


def test_numbers_begin_again_in_every_chapter_where_they_say_its_number() -> None:
    text = f"Report of the Panel\n\n1.1 Mend it.\n{ANSWER}1.2 Paint it.\n{ANSWER}2.1 Dredge it.\n{ANSWER}"

    assert [rec.ref for rec in read_document(text.encode(), "panel.txt").recommendations] == ["1.1", "1.2", "2.1"]


def test_a_list_that_is_announced_needs_no_answer() -> None:
    text = (
        "Letter to the Council\n\nI recommend that the Council:\n(a) mend the lights;\n(b) paint the\ndoor.\n\n"
        "Please tell me when.\nYours sincerely\nDi Wood\n"
    )

    found = read_document(text.encode(), "letter.txt")

    assert [(rec.ref, rec.text) for rec in found.recommendations] == [
        ("a", "mend the lights;"),
        ("b", "paint the door."),
    ]
    assert found.warnings


def test_numbered_paragraphs_are_no_recommendations() -> None:
    text = "Report of the Panel\n\n1. We met in May.\n2. We heard from many.\n3. The lights were dim.\n"

    with pytest.raises(UnreadableDocument):
        read_document(text.encode(), "panel.txt")


def test_a_numbered_list_below_a_recommendation_stays_its_text() -> None:
    text = f"Recommendation 1\nDo this:\n1. Mend it.\n{ANSWER}2. Paint it.\n{ANSWER}"

    assert [rec.ref for rec in read_document(text.encode(), "panel.txt").recommendations] == ["1"]


def test_headings_between_them_are_themes_and_one_behind_them_ends_the_last() -> None:
    text = (
        f"Report of the Panel\n\nSafer lights\n1. Mend it.\n{ANSWER}It will be done.\n\nDeep water\n2. Dredge it.\n"
        f"{ANSWER}It won’t be long.\n\nMembers of the Panel\nDi Wood chaired it.\n"
    )

    found = read_document(text.encode(), "panel.txt")

    assert found.themes == (Theme("1", "Safer lights"), Theme("2", "Deep water"))
    assert [(one.title, one.text) for one in found.chapters] == [("Members of the Panel", "Di Wood chaired it.")]


def test_a_second_list_with_the_same_numbers_is_refused_with_its_lines() -> None:
    one = f"1. Mend it.\n{ANSWER}2. Paint it.\n{ANSWER}"

    with pytest.raises(UnreadableDocument, match="Recommendation 1 occurs twice, on lines 3 and 10"):
        read_document(f"Report of the Panel\n\n{one}\n{one}".encode(), "panel.txt")
