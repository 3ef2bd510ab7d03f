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
        ("Jo Ash (Chair) and Di Wood", [("Jo Ash", "Chair"), ("Di Wood", "")]),
        ("Jo Ash (Head of Care), Di Wood (Head of Trees)", [("Jo Ash", "Head of Care"), ("Di Wood", "Head of Trees")]),
        ("Jo Ash/Di Wood", [("Jo Ash", ""), ("Di Wood", "")]),
        ("Jo Ash, Di Wood and Al Elm", [("Jo Ash", ""), ("Di Wood", ""), ("Al Elm", "")]),
        ("Jo Ash, Highways Area", [("Jo Ash", "Highways Area")]),
        ("Jo Ash, Early Help and Family Support", [("Jo Ash", "Early Help and Family Support")]),
        ("Jo Ash (Policy and Planning)", [("Jo Ash", "Policy and Planning")]),
        ("Head of Libraries – Jo Ash", [("Jo Ash", "Head of Libraries")]),
        ("Head of Libraries (Jo Ash)", [("Jo Ash", "Head of Libraries")]),
        ("Head of Libraries, Jo Ash", [("Jo Ash", "Head of Libraries")]),
        ("Head of Libraries: Jo Ash", [("Jo Ash", "Head of Libraries")]),
        ("Jo Ash – Head of Care (job share with Di Wood)", [("Jo Ash", "Head of Care (job share with Di Wood)")]),
        ("Jo Ash (acting) – Head of Care", [("Jo Ash", "Head of Care (acting)")]),
        ("Cllr Jo Ash, Cabinet Member for Housing", [("Cllr Jo Ash", "Cabinet Member for Housing")]),
        ("Chief Clerk and Head of Lights, Port Trust", [("Chief Clerk and Head of Lights, Port Trust", "")]),
        ("Chief Lights Officer and Head of Boats, Port", [("Chief Lights Officer", ""), ("Head of Boats, Port", "")]),
        ("Lights Officer / Boats Manager", [("Lights Officer", ""), ("Boats Manager", "")]),
        ("Area Manager Jo Ash / Head of Boats Di Wood", [("Jo Ash", "Area Manager"), ("Di Wood", "Head of Boats")]),
        ("Area Manager North West", [("Area Manager North West", "")]),
        ("DCI Jo Ash", [("DCI Jo Ash", "")]),
        ("n/a", []),
        (
            "Jo Ash, Lights Manager / Station Manager Di Wood, Fire and Rescue",
            [("Jo Ash", "Lights Manager"), ("Station Manager Di Wood, Fire and Rescue", "")],
        ),
        ("Policy and Planning Manager", [("Policy and Planning Manager", "")]),
        ("Director of Lights and Boats", [("Director of Lights and Boats", "")]),
        ("Chief Nurse, Harbour Hospitals NHS Trust", [("Chief Nurse, Harbour Hospitals NHS Trust", "")]),
        ("Head of Libraries – vacant", [("Head of Libraries", "")]),
        ("Vacant – Head of Libraries", []),
        ("Vacant", []),
        ("Post vacant", []),
        ("The post is vacant.", []),
        ("Unassigned", []),
        ("not yet agreed", []),
        ("None at present", []),
        ("To be recruited", []),
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
