from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Field, Programme
from knowledge.questions.passages import TEXT_FIELDS, passages, sentences, text_of
from tests.builders import a_recommendation


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("One! Two? Three", ["One!", "Two?", "Three"]),
        ("Services, e.g. Health, help. More.", ["Services, e.g. Health, help.", "More."]),
        ("See Dr. Smith and Prof. Munro. Then go.", ["See Dr. Smith and Prof. Munro.", "Then go."]),
        ("By 10.5 per cent. it rose", ["By 10.5 per cent. it rose"]),
        ("He said “so.” Then he left.", ["He said “so.”", "Then he left."]),
        ("It ended.’ New one.", ["It ended.’", "New one."]),
        ("(It ended.’) “New one.”", ["(It ended.’)", "“New one.”"]),
        ("• a bullet", ["• a bullet"]),
        ("  padded  ", ["padded"]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_paragraph_is_cut_into_sentences(paragraph: str, expected: list[str]) -> None:
    assert sentences(paragraph) == expected


def test_every_field_is_cut_in_reading_order() -> None:
    rec = a_recommendation(
        ref="2",
        text="Do it. Do it now.",
        argument="",
        response="Yes.\n• one;\n• two.",
        timescale="By May.",
        position="We agree.",
    )

    assert [(p.field, p.text, p.paragraph) for p in passages(rec)] == [
        (Field.RECOMMENDATION, "Do it.", "Do it. Do it now."),
        (Field.RECOMMENDATION, "Do it now.", "Do it. Do it now."),
        (Field.RESPONSE, "Yes.", "Yes."),
        (Field.RESPONSE, "• one;", "• one;"),
        (Field.RESPONSE, "• two.", "• two."),
        (Field.TIMESCALE, "By May.", "By May."),
        (Field.POSITION, "We agree.", "We agree."),
    ]


def test_facts_are_no_prose() -> None:
    rec = a_recommendation()

    assert {field for field in Field if not text_of(rec, field)} == set(Field) - set(TEXT_FIELDS)


def test_every_passage_stands_verbatim_in_its_field(munro: Programme) -> None:
    for rec in munro.recommendations:
        for passage in passages(rec):
            assert passage.ref == rec.ref
            assert passage.text in passage.paragraph
            assert passage.paragraph in text_of(rec, passage.field).split("\n")


def test_nothing_of_the_document_is_lost(munro: Programme) -> None:
    for rec in munro.recommendations:
        cut = "".join(p.text for p in passages(rec))
        whole = "".join(text_of(rec, field) for field in TEXT_FIELDS)

        assert letters(cut) == letters(whole)


@given(st.text(alphabet='Ab. !?"’e.g', max_size=60))
def test_sentences_lose_no_letters(paragraph: str) -> None:
    assert letters("".join(sentences(paragraph))) == letters(paragraph)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
