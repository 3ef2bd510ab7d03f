from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Field
from knowledge.questions.parsing.reading import LONGEST, read, text_of, tidy
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Who's leading Rec 10?", "who is leading rec 10?"),
        ("recomendation twelve", "recommendation 12"),
        ("garni martin's recs", "gani martins's recs"),
        ("what is the PCFSW", "what is the principal child and family social worker"),
        ("whats the LSCB", "what is the lscb"),
    ],
)
def test_text_is_made_comparable(said: str, text: str, index: Index) -> None:
    assert tidy(said, index) == text


@pytest.mark.parametrize("message", ["Hi, who's leading Rec 10? Thanks", "In plain English, what was decided on 12?"])
def test_the_text_alone_is_that_in_which_everything_is_found(message: str, index: Index) -> None:
    assert text_of(message, index) == read(message, index).text


def test_a_message_is_taken_apart(index: Index) -> None:
    found = read("Which recs in theme 2 does Sue Myers lead that were accepted in principle?", index)

    assert found.themes == ("2",)
    assert found.people == ("Sue Myers",)
    assert set(found.fields) == {Field.DECISION, Field.THEME, Field.LEADS}
    assert len(found.criteria) == 3
    assert found.named.refs == ()
    assert found.topic == ()
    assert found.has("list", "no such heading")
    assert not found.has("count")


@pytest.mark.parametrize(
    ("message", "fields"),
    [
        ("who leads 10", [Field.LEADS]),
        ("who is in charge of 10", [Field.LEADS]),
        ("who do I speak to about 10", [Field.LEADS]),
        ("10 owner", [Field.LEADS]),
        ("deadline for 10", [Field.TIMESCALE]),
        ("when is 10 due", [Field.TIMESCALE]),
        ("how long have we got for 10", [Field.TIMESCALE]),
        ("decision on 10", [Field.DECISION]),
        ("was 10 accepted", [Field.DECISION]),
        ("what did munro argue in 10", [Field.ARGUMENT]),
        ("the reasoning behind 10", [Field.ARGUMENT]),
        ("government response to 10", [Field.RESPONSE]),
        ("salford's position on 10", [Field.POSITION]),
        ("our view on 10", [Field.POSITION]),
        ("which theme is 10 in", [Field.THEME]),
        ("wording of 10", [Field.RECOMMENDATION]),
        ("read 10", [Field.RECOMMENDATION]),
        ("who leads 10 and when is it due", [Field.TIMESCALE, Field.LEADS]),
        ("10", []),
    ],
)
def test_the_fields_asked_for_are_known(message: str, fields: list[Field], index: Index) -> None:
    assert list(read(message, index).fields) == fields


@pytest.mark.parametrize(
    ("message", "short"),
    [
        ("what does LSCB stand for", "LSCB"),
        ("what is an lscb", "LSCB"),
        ("LSCBs", "LSCB"),
        ("od&t?", "OD&T"),
        ("what does dfe mean", "DfE"),
        ("cat", ""),
        ("who leads 10", ""),
    ],
)
def test_an_abbreviation_is_seen_in_any_case(message: str, short: str, index: Index) -> None:
    assert read(message, index).abbreviation == short


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("who leads the inspection work", "inspection work"),
        ("what does Salford say about early help", "early help"),
        ("what does Munro think about bureaucracy", "bureaucracy"),
        ("who leads recommendation 10", ""),
        ("which are due in December 2011", ""),
        ("what about theme 2", ""),
        ("the first one", ""),
        ("the second one", ""),
        ("those", ""),
    ],
)
def test_what_is_left_is_the_topic(message: str, topic: str, index: Index) -> None:
    assert " ".join(concept.word for concept in read(message, index).topic) == topic


def test_only_the_beginning_of_a_very_long_message_is_read(index: Index) -> None:
    assert read("x" * LONGEST + " who leads 10", index).named.refs == ()
    assert len(read("ﷺ" * LONGEST, index).plain) <= LONGEST


def test_the_programme_s_own_names_are_heard(leeds: Index) -> None:
    assert read("what does Leeds say about 2.2", leeds).fields == (Field.POSITION,)
    assert read("what did Laming argue in 2.2", leeds).fields == (Field.ARGUMENT,)
    assert read("salford's position", leeds).fields == (Field.POSITION,)


def test_the_same_message_is_read_the_same(index: Index) -> None:
    @given(st.text(max_size=200))
    def holds(message: str) -> None:
        assert read(message, index) == read(message, index)

    holds()
