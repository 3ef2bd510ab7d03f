"""The importer from end to end, on the bundled document and on what can be wrong with a file."""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import documents
from knowledge.documents import read_document
from knowledge.errors import UnreadableDocument
from knowledge.model import Decision, Field, Programme, Theme

GOLD: dict[str, Any] = json.loads((Path(__file__).parents[2] / "data" / "munro-response.gold.json").read_text("utf-8"))
NAME, DATA = documents.munro()
TEXT = DATA.decode()
LINES = TEXT.split("\n")
FIELDS = {
    "recommendation": "text",
    "argument": "argument",
    "government_response": "response",
    "timescale": "timescale",
    "salford_position": "position",
}
BY_NUMBER = pytest.mark.parametrize("gold", GOLD["recommendations"], ids=lambda gold: str(gold["number"]))


def digest(text: str) -> str:
    bare = " ".join(re.sub(r"^[•◦] ", "", line) for line in text.split("\n"))
    return hashlib.sha256(" ".join(bare.split()).encode()).hexdigest()[:16]


@BY_NUMBER
def test_every_text_is_the_documents_own(munro: Programme, gold: dict[str, Any]) -> None:
    found = next(one for one in munro.recommendations if one.ref == str(gold["number"]))

    assert {field: digest(getattr(found, ours)) for field, ours in FIELDS.items()} == {
        field: gold["fields"][field]["sha256_16_nobullets"] for field in FIELDS
    }


@BY_NUMBER
def test_theme_decision_and_leads_are_the_documents_own(munro: Programme, gold: dict[str, Any]) -> None:
    found = next(one for one in munro.recommendations if one.ref == str(gold["number"]))

    assert found.theme == Theme(str(gold["theme_number"]), gold["theme_title"])
    assert found.decision == gold["decision"].lower()
    assert [(lead.name, lead.role) for lead in found.leads] == [(one["name"], one["role"]) for one in gold["leads"]]


@BY_NUMBER
def test_every_date_is_found_in_its_order(munro: Programme, gold: dict[str, Any]) -> None:
    found = next(one for one in munro.recommendations if one.ref == str(gold["number"]))

    dated = [one for one in found.milestones if one.earliest]

    assert [
        (one.words, one.precision.value, f"{one.earliest:%Y-%m}", one.latest and f"{one.latest:%Y-%m}") for one in dated
    ] == [(one["phrase"], one["precision"], one["from"], one["to"]) for one in gold["dates"]]


@BY_NUMBER
def test_what_has_no_date_is_kept_in_its_words(munro: Programme, gold: dict[str, Any]) -> None:
    found = next(one for one in munro.recommendations if one.ref == str(gold["number"]))

    undated = [one.words for one in found.milestones if one.earliest is None]

    phrases = gold["undated_timescale_phrases"]
    assert len(undated) == len(phrases)
    assert all(any(phrase in words or words in phrase for words in undated) for phrase in phrases)


def test_the_document_is_named_and_labelled_in_its_own_words(munro: Programme) -> None:
    assert (munro.name, munro.reviewer, munro.council, munro.source) == ("munro", "Munro", "Salford", NAME)
    assert munro.title == "Responses to Recommendations of Munro's Review of Child Protection"
    assert munro.warnings == ()
    assert munro.labels == {
        Field.THEME: "Theme",
        Field.RECOMMENDATION: "Recommendation",
        Field.ARGUMENT: "Munro’s argument",
        Field.RESPONSE: "Government response",
        Field.DECISION: "Government response",
        Field.TIMESCALE: "Timescale",
        Field.POSITION: "Salford Position",
        Field.LEADS: "Lead Officer",
    }


def test_the_order_is_the_documents_and_a_repeated_heading_makes_no_second_theme(munro: Programme) -> None:
    assert [int(one.ref) for one in munro.recommendations] == GOLD["order_in_document"]
    assert [(int(one.number), one.title) for one in munro.themes] == [
        (one["number"], one["title"]) for one in GOLD["themes"]
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.replace("\n", "\r\n").encode("utf-8-sig"), id="UTF-8 with a mark, CRLF"),
        pytest.param(TEXT.encode("cp1252"), id="Windows-1252"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="CR"),
    ],
)
def test_every_way_to_save_text_reads_the_same(munro: Programme, data: bytes) -> None:
    assert read_document(data, NAME) == munro


def test_a_recommendation_that_only_a_heading_lists_is_missed_aloud() -> None:
    start = next(index for index, line in enumerate(LINES) if line.strip() == "Recommendation 9")

    found = read_document("\n".join(LINES[:start]).encode(), NAME)

    assert len(found.recommendations) == 14
    assert found.warnings == ("The heading of theme 4 lists recommendation 9, which isn’t in the document.",)


def test_two_recommendations_with_one_number_are_refused_with_their_lines() -> None:
    typo = [*LINES[:885], LINES[885].replace("6", "5"), *LINES[886:]]

    with pytest.raises(UnreadableDocument) as refused:
        read_document("\n".join(typo).encode(), NAME)

    assert refused.value.reason == (
        "Recommendation 5 occurs twice, on lines 832 and 886. "
        "The heading of theme 4 lists recommendation 6, which isn’t in the document. "
        "Please correct the numbers and send the document again."
    )


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "The file is empty."),
        (b" \n\t\n", "a.txt", "The file is empty."),
        (b"\xff\xfe", "a.txt", "The file is empty."),
        (b"PK\x03\x04\x00\x00", "a.txt", "doesn’t hold readable text"),
        (b"\xff\xfe\x00", "a.txt", "doesn’t hold readable text"),
        (b"\x81\x8d", "a.txt", "doesn’t hold readable text"),
        (b"Dear all,\nplease find attached", "letter.txt", "no recommendations in “letter.txt”"),
        (DATA, "a.docx", "can’t read .docx files yet"),
        (DATA, "a.PDF", "can’t read .pdf files yet"),
        (DATA, "recommendations", "can’t read a file without an ending yet"),
    ],
)
def test_what_cannot_be_read_is_refused_kindly(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=re.escape(reason)):
        read_document(data, name)


OTHER = """# Response to the Care Review

Contents
Recommendation 1: Plan ahead ........ 3
Recommendation 2 ........ 4

Recommendation 1: That the council
plan ahead.
The Panel's Rationale:
Plans were late, as we say under
Recommendation 2.
Recommendation 5 was accepted by all.
**Cabinet response: Accepted in part. Funding**
is being sought.
By when
Timescale for delivery will be set.
30 September 2026
Our position
Nothing to add
Responsible Officer: Jo Ash, Head of Care
Recommendation 2.
Train all staff
Executive Response
We agree with this.
Lead: TBC
"""


@pytest.mark.parametrize(
    ("begins", "title"),
    [
        (
            "UK Government\nResponse to the Covid-19\nInquiry Module 1 Report\n\n",
            "UK Government Response to the Covid-19 Inquiry Module 1 Report",
        ),
        ("# Borough Council\n# Response to the Review\n\n", "Borough Council Response to the Review"),
        ("Response to the Care Review\nPresented to the Report Panel\n\n", "Response to the Care Review"),
        ("Borough Council\n\nA word before the Report\n", "Borough Council"),
        ("Borough Council\nMay 2027\n\n", "Borough Council"),
    ],
)
def test_a_title_that_does_not_say_what_it_is_goes_on_below(begins: str, title: str) -> None:
    found = read_document((begins + OTHER[OTHER.index("Recommendation") :]).encode(), "care.txt")

    assert found.title == title


def test_another_documents_labels_are_read_too() -> None:
    found = read_document(OTHER.encode(), "care_review-2026.md")

    first, second = found.recommendations
    assert (found.title, found.reviewer, found.council, found.name) == (
        "Response to the Care Review",
        "Panel",
        "",
        "care",
    )
    assert found.labels[Field.ARGUMENT] == "The Panel's Rationale"
    assert first.text == "That the council plan ahead."
    assert first.argument == (
        "Plans were late, as we say under Recommendation 2.\nRecommendation 5 was accepted by all."
    )
    assert (first.decision, first.response) == (Decision.ACCEPT_IN_PART, "Funding is being sought.")
    assert first.timescale == "Timescale for delivery will be set.\n30 September 2026"
    assert [lead.name for lead in first.leads] == ["Jo Ash"]
    assert (second.text, second.decision, second.leads) == ("Train all staff", Decision.NOT_STATED, ())
    assert second.theme == Theme("", "")


def test_the_file_names_a_programme_whose_title_says_nothing() -> None:
    assert read_document(b"Plan\nRecommendation 1\nDo it.", "in/Action_plan 2026.txt").name == "action plan 2026"


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.docx", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with suppress(UnreadableDocument):
        assert read_document(data, name).recommendations


@given(st.lists(st.sampled_from([*LINES[:300], "Recommendation 1", "Timescale", "Theme 9: x", "by May 2012 (", ""])))
def test_any_lines_in_any_order_are_read_or_refused(lines: list[str]) -> None:
    try:
        found = read_document("\n".join(lines).encode(), "a.txt")
    except UnreadableDocument:
        return
    assert len({one.ref for one in found.recommendations}) == len(found.recommendations)


def test_a_text_far_longer_than_any_answer_to_a_review_is_refused_with_what_can_be_done() -> None:
    longest = TEXT.ljust(2_000_000)

    assert read_document(longest.encode(), NAME).recommendations
    with pytest.raises(UnreadableDocument, match=r"2,000,001 characters, and I read up to 2,000,000.*in parts"):
        read_document((longest + " ").encode(), NAME)
