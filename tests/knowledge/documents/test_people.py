from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.people import leads
from knowledge.model import Lead


@pytest.mark.parametrize(
    ("field", "named"),
    [
        (
            "Julie Moss – Head of Service Children in Need/Child Protection.\nSharon Hubber – Head of Service",
            [("Julie Moss", "Head of Service Children in Need/Child Protection"), ("Sharon Hubber", "Head of Service")],
        ),
        (
            "Gani Martins – Assistant Director, Specialist Services / Sandi Pennington – Service Manager",
            [("Gani Martins", "Assistant Director, Specialist Services"), ("Sandi Pennington", "Service Manager")],
        ),
        ("Jo Ash - Chair / Director of Care", [("Jo Ash", "Chair / Director of Care")]),
        ("Jo Ash / Di Wood", [("Jo Ash", ""), ("Di Wood", "")]),
        ("Jo Ash; Di Wood", [("Jo Ash", ""), ("Di Wood", "")]),
        ("Jo Ash and Di Wood", [("Jo Ash", ""), ("Di Wood", "")]),
        ("Jo Ash, Head of Care", [("Jo Ash", "Head of Care")]),
        ("Jo Ash (Head of Care)", [("Jo Ash", "Head of Care")]),
        ("Anne-Marie O’Neil- Clerk", [("Anne-Marie O’Neil", "Clerk")]),
        ("Head of Early Help", [("Head of Early Help", "")]),
        ("Head of Safeguarding and Quality", [("Head of Safeguarding and Quality", "")]),
        ("Jan de Vries—Officer", [("Jan de Vries", "Officer")]),
        ("TBC", []),
        ("To be confirmed.", []),
        ("-", []),
        ("–\nn/a", []),
        ("", []),
    ],
)
def test_leads_are_named_as_the_document_names_them(field: str, named: list[tuple[str, str]]) -> None:
    assert leads(field) == tuple(Lead(*one) for one in named)


@given(st.text(alphabet="Ab –-/;,.()\n&"))
def test_any_text_gives_leads_or_none(field: str) -> None:
    assert all(isinstance(lead, Lead) for lead in leads(field))
