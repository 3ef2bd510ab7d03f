from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.abbreviations import english, initials_of, meanings, used
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The LSCB and all LSCBs", {"LSCB"}),
        ("OD&T and CH&SC", {"OD&T", "CH&SC"}),
        ("SWs and DfE", {"SW", "DfE"}),
        ("A Chief Social Worker", set()),
        ("NHS, CAF/TAC (EIP)", {"NHS", "CAF", "TAC", "EIP"}),
        ("", set()),
    ],
)
def test_abbreviations_are_words_of_capitals(text: str, expected: set[str]) -> None:
    assert used(text) == expected


@pytest.mark.parametrize(
    ("text", "short", "meaning"),
    [
        ("A Serious Case Review (SCR) follows", "SCR", "Serious Case Review"),
        ("higher education institutions (HEIs) and others", "HEI", "higher education institutions"),
        ("the College of Social Work. The CSW", "CSW", "College of Social Work"),
        (
            "Common Assessment Framework / Team Around the Child (CAF/TAC)",
            "CAF",
            "Common Assessment Framework",
        ),
        ("Common Assessment Framework / Team Around the Child (CAF/TAC)", "TAC", "Team Around the Child"),
        ("a ‘Lead Harbour Authority’ (LHA) model", "LHA", "Lead Harbour Authority"),
        ("Referral and Initial Assessment Team (RIAT)", "RIAT", "Referral and Initial Assessment Team"),
        ("by the UK Health Security Agency (UKHSA)", "UKHSA", "UK Health Security Agency"),
        ("the United Kingdom Tree Service (UKTS)", "UKTS", "United Kingdom Tree Service"),
        (
            "the Ministry of Housing, Communities and Local Government (MHCLG)",
            "MHCLG",
            "Ministry of Housing, Communities and Local Government",
        ),
        ("the Social Trees (Care) Act (STCA)", "STCA", "Social Trees (Care) Act"),
        ("the COVID-19 Infection Survey (CIS)", "CIS", "COVID-19 Infection Survey"),
        ("MASH (multi-agency safeguarding hub)", "MASH", "multi-agency safeguarding hub"),
    ],
)
def test_what_the_text_spells_out_is_known(text: str, short: str, meaning: str) -> None:
    assert meanings(text)[short] == meaning


@pytest.mark.parametrize(
    "text",
    [
        "The XQDB is new",
        "a database (XQDB)",
        "help provided to children by the HPC",
        "an SW here",
        "a child at school asks the CAS",
        "Many are still homeless, says the MASH",
        "It can only be re-read by COBR",
        "the pilot has seen trees (PT)",
    ],
)
def test_what_the_text_never_spells_out_is_not_made_up(text: str) -> None:
    assert not any(meanings(text).values())


@pytest.mark.parametrize(
    ("short", "meaning"),
    [
        ("LSCB", "Local Safeguarding Children Board"),
        ("RIAT", "Referral and Initial Assessment Team"),
        ("SCR", "Serious Case Review"),
        ("JSNA", "Joint Strategic Needs Assessment"),
        ("CAF", "Common Assessment Framework"),
        ("TAC", "Team Around the Child"),
        ("EIP", "Early Intervention and Prevention"),
        ("EPD", "Early Professional Development"),
        ("SCIE", "Social Care Institute for Excellence"),
        ("HEI", "higher education institutions"),
        ("SSCB", ""),
        ("SOLACE", ""),
        ("CPD", ""),
        ("ADCS", ""),
        ("CWDC", ""),
        ("NHS", ""),
        ("OD&T", ""),
    ],
)
def test_the_document_s_abbreviations(short: str, meaning: str, index: Index) -> None:
    assert index.abbreviations[short].replace("Reviews", "Review") == meaning


def test_initials_are_found_for_capitals_that_the_text_does_not_use() -> None:
    text = "the Principal Child and Family Social Worker and the Chief Social Worker"

    assert initials_of("CSW", text) == "Chief Social Worker"
    assert initials_of("PCFSW", text) == "Principal Child and Family Social Worker"
    assert initials_of("XYZ", text) == ""
    assert initials_of("csw", text) == ""
    assert initials_of("WHO", "Wales Health Office") == "", "an English word in capitals is only shouted"


def test_shouting_is_english() -> None:
    assert english("WHO")
    assert not english("LSCB")


@given(st.text(alphabet="AbC (D)/&s\n", max_size=40))
def test_a_meaning_stands_in_the_text(text: str) -> None:
    for short, meaning in meanings(text).items():
        assert short in text
        assert all(word in text for word in meaning.split()[:1])
