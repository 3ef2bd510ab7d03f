"""Labels whose word alone doesn't tell what they are, read through the importer."""

from __future__ import annotations

import pytest

from knowledge.documents import read_document
from knowledge.model import Decision, Field, Recommendation

TEXT = """Answer to the Harbour Review

Recommendation 1
Mend it.
Port position: Accepted
Port response: Lamps are bought.
Status: Complete

Recommendation 2
Dredge it.
Port position: Rejected
Port response: Too dear.
Status: Closed

Recommendation 3
Ask the Crown.
Port position: Not for the Port to say
Port response: It is the Crown’s.
Status: Passed on
"""


def read(text: str) -> tuple[Recommendation, ...]:
    return read_document(text.encode(), "harbour.txt").recommendations


def test_a_position_that_is_mostly_a_decision_is_one_and_keeps_words_that_are_none() -> None:
    found = read(TEXT)

    assert [rec.decision for rec in found] == [Decision.ACCEPT, Decision.REJECT, Decision.NOT_STATED]
    assert [rec.response.split("\n")[0] for rec in found] == [
        "Lamps are bought.",
        "Too dear.",
        "Not for the Port to say",
    ]
    assert [(rec.status, rec.position) for rec in found] == [("Complete", ""), ("Closed", ""), ("Passed on", "")]


def test_whose_decision_it_is_tells_whose_document_it_is() -> None:
    found = read_document(TEXT.encode(), "harbour.txt")

    assert (found.council, found.labels[Field.DECISION]) == ("Port", "Port position")


def test_a_position_in_words_stays_one() -> None:
    (found,) = read("Recommendation 1\nMend it.\nOur position: We accept that it is old, and have begun.\n")

    assert (found.position, found.decision) == ("We accept that it is old, and have begun.", Decision.NOT_STATED)


@pytest.mark.parametrize(
    ("lines", "status", "position"),
    [
        ("Progress: Two of three done.\nRAG: Amber", "Amber", "Two of three done."),
        ("Status: On track\n% complete: 40%", "Status: On track\n% complete: 40%", ""),
        ("Progress: GREEN – Begun.", "GREEN", "GREEN – Begun."),
        ("Progress: Red lamps are bought.", "", "Red lamps are bought."),
    ],
)
def test_a_status_stands_apart_from_other_progress(lines: str, status: str, position: str) -> None:
    (found,) = read(f"Recommendation 1\nMend it.\n{lines}\nLead: Jo Ash\n")

    assert (found.status, found.position) == (status, position)


def test_an_action_below_a_recommendation_is_what_will_be_done() -> None:
    (found,) = read("Recommendation 1\nMend it.\nAction: Buy lamps.\nLead: Jo Ash\n")

    assert (found.text, found.response) == ("Mend it.", "Buy lamps.")
