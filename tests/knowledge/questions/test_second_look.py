"""Where nothing certain was found, a question is looked at again, with the recommendation that it describes named."""

from __future__ import annotations

import pytest

from knowledge.model import Field
from knowledge.questions.answer import Context, Facts, Found, NotRecorded, OutOfScope, Quote
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("question", "ref", "field"),
    [
        ("ministers want to know whose the early help recommendation is", "10", Field.LEADS),
        ("got 9 down as TBC in the owner column, who should it be?", "9", Field.LEADS),
        ("when do they reckon the one about early help'll be done", "10", Field.TIMESCALE),
        ("typing this up and there's a gap, was the one about early help accepted or what?", "10", Field.DECISION),
    ],
)
def test_what_is_asked_of_one_that_is_described_is_told(question: str, ref: str, field: Field, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Facts | Found)
    assert (found.refs if isinstance(found, Facts) else (found.ref,)) == (ref,)
    assert field in found.fields


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("what's the skinny on the performance information one", "4"),
        ("the low-down on 4 pls", "4"),
        ("did recommendation 15 float", "15"),
    ],
)
def test_where_it_is_open_what_is_asked_what_is_recorded_is_told(question: str, ref: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Quote | NotRecorded)
    assert found.recorded == ref


@pytest.mark.parametrize(
    "question",
    ["what does recommendation 10 say about dentists?", "what is our position on boiler repairs in 10?"],
)
def test_what_a_text_has_not_is_said_without_what_nobody_asked(question: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert not getattr(found, "recorded", "")


def test_nothing_is_made_of_what_describes_none(index: Index) -> None:
    assert isinstance(answer("thumbs up or thumbs down for the submarine one?", Context(), index), OutOfScope)


@pytest.mark.parametrize(
    ("question", "ref", "field"),
    [
        ("in what terms did HM Government respond to recommendation 8?", "8", Field.RESPONSE),
        ("kindly confirm the Authority's stated position in respect of recommendation 15", "15", Field.POSITION),
        ("what did the professor have to say in favour of 9, in her own fair words", "9", Field.ARGUMENT),
    ],
)
def test_a_field_that_is_asked_for_is_told_whatever_else_is_said(
    question: str, ref: str, field: Field, index: Index
) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Facts)
    assert (found.refs, found.fields) == ((ref,), (field,))


@pytest.mark.parametrize("question", ["What is Bolton Council's position on recommendation 10?"])
def test_another_councils_position_is_not_made_our_own(question: str, index: Index) -> None:
    assert isinstance(answer(question, Context(), index), NotRecorded)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("what's the government's position on 6", Field.RESPONSE),
        ("ministers' line on 6?", Field.RESPONSE),
        ("Munro's position on 6", Field.ARGUMENT),
        ("our position on 6", Field.POSITION),
    ],
)
def test_a_position_is_told_of_whose_it_is(question: str, field: Field, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, Facts)
    assert found.fields == (field,)


@pytest.mark.parametrize("question", ["who laughed at the early help one", "whose coat is on the early help one"])
def test_what_somebody_did_to_one_is_no_question_for_its_lead(question: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert Field.LEADS not in getattr(found, "fields", ())
