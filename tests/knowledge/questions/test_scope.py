"""What "not", "or", "and", "except" and "together" do to a list: every list is worked out from the document by hand."""

from __future__ import annotations

import pytest

from knowledge.model import Field
from knowledge.questions import answer as a
from knowledge.questions.answer import Context
from knowledge.questions.answering import answer
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("which have no lead or no date?", "4 5 6 7 13 15"),
        ("which have no lead and no date?", "5"),
        ("which have neither a lead nor a date?", "5"),
        ("which have no lead or date?", "5"),
        ("which are led by Sue or have no lead?", "4 5 6 7 8 10 15"),
        ("which are in theme 4 or led by Sandi?", "5 6 7 9 11 12"),
        ("which recs are led by Gani but not Sandi?", "2 3 14"),
        ("which recs are led by Sandi and not by Gani?", "12"),
        ("which are not led by Gani or Sandi?", "1 4 5 6 7 8 9 10 13 15"),
        ("which recommendations do Gani and Sandi share?", "11"),
        ("which recs do Julie and Sharon lead together?", "1"),
        ("what does Gani lead with Sandi?", "11"),
        ("which are led by Julie or Sharon?", "1 9 13"),
        ("what does Sue not lead?", "1 2 3 4 5 6 7 9 11 12 13 14 15"),
        ("which recs doesn't Gani Martins lead?", "1 4 5 6 7 8 9 10 12 13 15"),
        ("how many were accepted or accepted in principle?", "1 2 3 4 5 6 7 8 10 11 12 13 14 15"),
        ("which were neither accepted nor accepted in principle?", "9"),
        ("which were neither accepted nor rejected?", "9"),
        ("which were not accepted outright?", "6 7 8 9 10 15"),
        ("which were accepted but not in principle?", "1 2 3 4 5 11 12 13 14"),
        ("which were not rejected or considered further?", "1 2 3 4 5 6 7 8 10 11 12 13 14 15"),
        ("which are in theme 1 but not led by Gani?", "1 4"),
        ("which are due in 2012 but not in May?", "1 11 12 14 15"),
        ("list all recs but not 11, 12", "1 2 3 4 5 6 7 8 9 10 13 14 15"),
        ("list all recs except 1, 2 and 3", "4 5 6 7 8 9 10 11 12 13 14 15"),
        ("which recs other than 10 does Sue lead?", "8"),
        ("all the recs due in May 2012 except 4", "2 3 10"),
    ],
)
def test_a_list_is_what_the_words_say(question: str, refs: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, a.Listing)
    assert found.refs == tuple(refs.split())


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("who leads recs 1 to 3 except 2?", "1 3"),
        ("who leads 10 (not 11)?", "10"),
        ("who leads 10 not 11", "10"),
        ("deadlines for 1 to 5, apart from 3 and 4", "1 2 5"),
        ("I meant 12 not 11", "12"),
        ("tell me about 12 instead of 11", "12"),
        ("why was 10 not accepted but 11 was", "10 11"),
        ("will 5 be done by late 2012?", "5"),
        ("has 5 been accepted?", "5"),
    ],
)
def test_what_is_left_out_is_not_meant(question: str, refs: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, a.Facts)
    assert found.refs == tuple(refs.split())


@pytest.mark.parametrize("question", ["not 11, 12", "no, not 11 - 12", "not 11 but 12", "no, 12 not 11"])
def test_a_slip_is_put_right(question: str, index: Index) -> None:
    found = answer(question, Context(refs=("11",), fields=(Field.TIMESCALE,)), index)

    assert found == a.Facts(("12",), (Field.TIMESCALE,))


@pytest.mark.parametrize(
    ("question", "missing"),
    [("rec ten point five", "10.5"), ("rec minus 9", "-9"), ("recommendation minus nine", "-9")],
)
def test_odd_numbers_are_no_recommendation(question: str, missing: str, index: Index) -> None:
    assert answer(question, Context(), index) == a.NoSuch((missing,))


def test_a_time_before_all_dates_is_not_around_any(index: Index) -> None:
    found = answer("what is due before July 2011?", Context(), index)

    assert isinstance(found, a.Listing)
    assert (found.refs, found.near) == ((), ())


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("which recs mention Ofsted and LSCBs?", "9"),
        ("which recommendations mention police and probation?", "2"),
        ("which mention immunisations or probation?", "2 8"),
    ],
)
def test_several_things_may_be_mentioned(question: str, refs: str, index: Index) -> None:
    found = answer(question, Context(), index)

    assert isinstance(found, a.Listing)
    assert found.refs == tuple(refs.split())


def test_an_and_of_the_document_s_own_is_one_thing(index: Index) -> None:
    found = answer("which recommendations mention health and wellbeing boards?", Context(), index)

    assert isinstance(found, a.Listing)
    assert len(found.criteria) == 1
