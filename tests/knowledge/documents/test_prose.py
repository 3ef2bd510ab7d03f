"""Leads and dates that only sentences name, read through the importer."""

from __future__ import annotations

import pytest

from knowledge.documents import read_document
from knowledge.model import Programme

RESPONSE = "Agreed. Lamps were bought in May 2024 for every pier and every quay of the harbour, and for all the boats."


def read(*said: str) -> Programme:
    records = (f"Recommendation {at}\nMend it.\nResponse: {RESPONSE}\n{one}\n" for at, one in enumerate(said, 1))
    return read_document(f"Answer to the Harbour Review\n\n{''.join(records)}".encode(), "harbour.txt")


@pytest.mark.parametrize(
    ("said", "leads", "timescale"),
    [
        (
            "Jo Ash, Head of Lights, will lead this work, which ends by March 2026.",
            [("Jo Ash", "Head of Lights")],
            "Jo Ash, Head of Lights, will lead this work, which ends by March 2026.",
        ),
        ("Jo Ash is the lead officer. It ends in May 2026.", [("Jo Ash", "")], "It ends in May 2026."),
        ("The Head of Lights will lead.", [("Head of Lights", "")], ""),
        ("Jo Ash will lead, with Di Wood, Pilot.", [("Jo Ash", ""), ("Di Wood", "Pilot")], ""),
        (
            "A lead officer is to be confirmed, and no date has been set.",
            [],
            "A lead officer is to be confirmed, and no date has been set.",
        ),
        ("The lamps are due by June 2026.", [], "The lamps are due by June 2026."),
        ("The Harbour Board will lead this.", [], ""),
        ("The lamps will lead the boats home.", [], ""),
    ],
)
def test_who_leads_and_when_is_read_from_sentences_where_the_document_says_so_there(
    said: str, leads: list[tuple[str, str]], timescale: str
) -> None:
    found = read("Al Elm will lead.", said).recommendations[1]

    assert [(lead.name, lead.role) for lead in found.leads] == leads
    assert found.timescale == timescale
    assert found.response.endswith(said)


def test_what_is_read_from_sentences_is_said_with_one_of_them() -> None:
    (said, *_) = read("Al Elm will lead.").warnings

    assert said.startswith("No label says who leads Recommendation 1.")
    assert "“Al Elm will lead.”" in said


def test_a_label_is_believed_before_a_sentence() -> None:
    found = read("Al Elm will lead.\nLead: Jo Ash\nBy when: May 2026", "Di Wood will lead.").recommendations

    assert [lead.name for rec in found for lead in rec.leads] == ["Jo Ash", "Di Wood"]
    assert found[0].timescale == "May 2026"


def test_one_sentence_among_many_responses_is_no_way_to_name_leads() -> None:
    found = read("Al Elm will lead.", *("It is due by May 2026.",) * 5)

    assert not any(rec.leads or rec.timescale for rec in found.recommendations)
