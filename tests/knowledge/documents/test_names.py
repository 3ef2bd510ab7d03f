from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.documents import read_document
from knowledge.documents.names import name, successor
from knowledge.model import Programme
from tests.builders import a_programme, a_recommendation

HARBOUR = "Northport Council – Response to the Review of the Harbour Lights"
FERRIES = "Northport Council: response to the independent review of ferries"


def an_answer(title: str, of: str = "Mend them.", file: str = "answer.txt") -> Programme:
    text = (
        f"{title}\n\nRecommendation 1\n{of}\nReview argument\nThey are dim.\nCouncil response: Accept\nLead: Jo Ash\n"
    )
    return read_document(text.encode(), file)


@pytest.mark.parametrize(
    ("title", "reviewer", "expected"),
    [
        (HARBOUR, "", "harbour lights"),
        (FERRIES, "", "ferries"),
        ("UK Government Response to the Harbour-12 Inquiry Module 1 Report", "", "harbour-12"),
        ("Action plan after the Wardens Board inspection", "", "wardens board"),
        ("Review of Harbour Services: our response", "", "harbour services"),
        ("Answers to Ada Laming's Review of Piers and Quays", "Ada Laming", "ada laming"),
        ("Answers to Laming's Review of Piers and Quays", "Lord Laming", "laming"),
        ("Progress report", "Lord Laming", "laming"),
        ("Council action plan", "", "in plan 2026"),
        ("", "", "in plan 2026"),
    ],
)
def test_a_name_says_in_a_word_or_three_what_a_document_is_about(title: str, reviewer: str, expected: str) -> None:
    assert name(title, reviewer, "in_plan 2026") == expected


def test_the_heading_of_an_argument_names_no_document() -> None:
    first, second = an_answer(HARBOUR), an_answer(FERRIES)

    assert (first.name, second.name) == ("harbour lights", "ferries")


def test_documents_that_would_have_one_name_get_two() -> None:
    kept = [an_answer("Response to the Lights Review, 2025", file="a.txt")]
    for title in ("Response to the Lights Review, 2026", "Second response on lights"):
        found, replaced = successor(an_answer(title, f"Do {title}.", f"{title}.txt"), kept)
        assert replaced is None
        kept.append(found)

    assert [one.name for one in kept] == ["lights", "lights 2026", "lights 2"]


def test_a_newer_edition_replaces_the_older_one_under_the_name_it_has() -> None:
    old = replace(an_answer(HARBOUR), name="review")
    new = an_answer(HARBOUR, "Mend them by May.", "other.txt")

    assert successor(new, [an_answer(FERRIES), old]) == (replace(new, name="review"), old)


@pytest.mark.parametrize(
    ("title", "file", "replaces"),
    [("The old answer", "new.txt", True), ("The old answer", "answer.txt", True), ("Another", "b.txt", False)],
)
def test_a_document_of_another_title_replaces_one_of_its_name_only_where_it_is_the_same_one(
    title: str, file: str, replaces: bool
) -> None:
    recs = () if title == "Another" else (a_recommendation(ref="1", text="Mend them."),)
    old = a_programme(name="harbour lights", title=title, recommendations=recs, source="answer.txt")

    found, replaced = successor(an_answer(HARBOUR, file=file), [old])

    assert (replaced is old) is replaces
    assert (found.name == "harbour lights") is replaces
