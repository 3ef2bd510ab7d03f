from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.words import plain
from knowledge.questions.parsing.people import mentioned, stranger
from knowledge.questions.searching.index import Index

GANI, SUE, JULIE, SHARON, SANDI = "Gani Martins", "Sue Myers", "Julie Moss", "Sharon Hubber", "Sandi Pennington"


def names(text: str, index: Index) -> list[str]:
    return [one.name for one in mentioned(text, index.roles)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gani martins", GANI),
        ("what does gani martins lead", GANI),
        ("gani", GANI),
        ("martins", GANI),
        ("gani's recommendations", GANI),
        ("garni martin", GANI),
        ("ganni martens", GANI),
        ("sue myers", SUE),
        ("sue", SUE),
        ("sue miers", SUE),
        ("su myers", SUE),
        ("sue mayers", SUE),
        ("what has sue got", SUE),
        ("julie moss", JULIE),
        ("juley moss", JULIE),
        ("sharon", SHARON),
        ("sharron hubbard", SHARON),
        ("hubber", SHARON),
        ("sandy pennington", SANDI),
        ("sandi penington", SANDI),
        ("which recs are sue m's?", SUE),
        ("sue m", SUE),
        ("s myers", SUE),
        ("s. myers", SUE),
        ("julie m.", JULIE),
        ("head of safeguarding", SHARON),
        ("who is the head of safeguarding?", SHARON),
        ("the head of early intervention", SUE),
        ("head of early intervention and prevention", SUE),
        ("assistant director", GANI),
        ("the assistant director of specialist services", GANI),
        ("service manager for training", SANDI),
    ],
)
def test_a_lead_is_known_by_name_misspelt_name_or_role(text: str, expected: str, index: Index) -> None:
    assert names(text, index) == [expected]


def test_several_leads_come_in_the_order_of_the_text_each_once(index: Index) -> None:
    assert names("sue myers and gani, then sue again", index) == [GANI, SUE]
    assert names("julie moss and sharon hubber", index) == [JULIE, SHARON]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "who leads recommendation 10",
        "john smith",
        "sue perkins",
        "sue smith",
        "gani smith",
        "martin luther king",
        "gani brzezinski",
        "julie andrews",
        "head",
        "head of housing",
        "director of finance",
        "chief executive",
        "chief social worker",
        "principal child and family social worker",
        "service users",
        "lead officer",
        "mossy stones",
        "sunday",
        "what is the issue",
    ],
)
def test_nobody_else_is_taken_for_a_lead(text: str, index: Index) -> None:
    assert names(text, index) == []


def test_a_rank_that_two_people_hold_means_both() -> None:
    roles = {"Tom Ashby": ("Head of Commissioning",), "Ann Lee": ("Head of Housing",)}

    assert [one.name for one in mentioned("the head of housing", roles)] == ["Ann Lee"]
    assert {one.name for one in mentioned("head of", roles)} <= set(roles)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What does John Smith lead?", "John Smith"),
        ("which recommendations does John Smith lead", "John Smith"),
        ("which recs does sue perkins lead?", "Sue Perkins"),
        ("sue perkins", "Sue Perkins"),
        ("is sue perkins on rec 10", "Sue Perkins"),
        ("Does Eileen Munro lead anything?", "Eileen Munro"),
        ("What about Will Smith?", "Will Smith"),
        ("recs led by Priya O'Connor", "Priya O'Connor"),
    ],
)
def test_a_stranger_is_called_by_name(text: str, expected: str, index: Index) -> None:
    assert stranger(plain(text), index.says, index.roles) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "who leads 10",
        "What does Gani Martins lead?",
        "what does garni martin lead",
        "Who Leads Recommendation Ten",
        "What does the College of Social Work do",
        "sue leads which ones",
        "what is sue doing",
        "Chief Social Worker",
        "Health and Wellbeing Board",
    ],
)
def test_words_and_leads_are_no_strangers(text: str, index: Index) -> None:
    assert stranger(plain(text), index.says, index.roles) == ""


@given(st.text(max_size=60))
def test_only_leads_are_ever_mentioned(text: str) -> None:
    roles = {"Tom Ashby": ("Head of Commissioning",), "Cher": ("",)}

    assert {one.name for one in mentioned(text.lower(), roles)} <= set(roles)
    assert isinstance(stranger(text, lambda _: False, roles), str)


@pytest.mark.parametrize("name", ["kate moss", "john myers", "peter martins"])
def test_somebody_else_with_a_leads_surname_is_not_that_lead(index: Index, name: str) -> None:
    assert mentioned(f"what does {name} lead", index.roles) == []


@pytest.mark.parametrize("text", ["imran", "aziz", "imran aziz", "cllr imran aziz", "cllr aziz", "councillor aziz"])
def test_how_somebody_is_addressed_hides_no_name(text: str) -> None:
    roles = {"Cllr Imran Aziz": ["Cabinet Member for Housing"], "Dr. Sarah Khan": ["Head of Repairs"]}

    assert [one.name for one in mentioned(text, roles)] == ["Cllr Imran Aziz"]
