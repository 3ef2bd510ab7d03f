from __future__ import annotations

import pytest

from knowledge.model import Field
from knowledge.questions.answer import Context
from knowledge.questions.parsing.reading import read
from knowledge.questions.parsing.resolving import Meant, follows_on, meant
from knowledge.questions.searching.index import Index

NOTHING = Context()
TEN = Context(refs=("10",), trail=(("3",), ("8",), ("10",)), fields=(Field.LEADS,))
SEVERAL = Context(refs=("6", "7", "15"), trail=(("10",), ("6", "7", "15")))


def resolved(message: str, context: Context, index: Index) -> Meant:
    return meant(read(message, index), context, index)


@pytest.mark.parametrize("context", [NOTHING, TEN, SEVERAL])
@pytest.mark.parametrize(
    ("message", "refs"),
    [
        ("rec 12", "12"),
        ("what about 12?", "12"),
        ("no sorry i meant 11", "11"),
        ("and the lead for 4", "4"),
        ("compare 3 and 5", "3 5"),
    ],
)
def test_a_number_counts_more_than_what_was_spoken_of(message: str, refs: str, context: Context, index: Index) -> None:
    assert resolved(message, context, index) == Meant(tuple(refs.split()), named=True)


@pytest.mark.parametrize(
    ("message", "refs"),
    [
        ("who leads it?", "10"),
        ("and the timescale?", "10"),
        ("deadline", "10"),
        ("when?", "10"),
        ("why?", "10"),
        ("who?", "10"),
        ("and its theme", "10"),
        ("what does that recommendation say", "10"),
        ("tell me more", "10"),
        ("who leads them", "10"),
        ("next one", "11"),
        ("previous one", "9"),
        ("the first one", "3"),
        ("the other one", "8"),
        ("go back to the previous one", "8"),
    ],
)
def test_words_point_back(message: str, refs: str, index: Index) -> None:
    assert resolved(message, TEN, index).refs == tuple(refs.split())


@pytest.mark.parametrize(
    ("message", "refs"),
    [
        ("who leads them", "6 7 15"),
        ("those", "6 7 15"),
        ("which of those are in theme 3", "6 7 15"),
        ("the first one", "6"),
        ("the second one", "7"),
        ("the second of those", "7"),
        ("the other one", "10"),
        ("and the timescales?", "6 7 15"),
    ],
)
def test_words_point_back_at_several(message: str, refs: str, index: Index) -> None:
    assert resolved(message, SEVERAL, index).refs == tuple(refs.split())


@pytest.mark.parametrize("message", ["who leads it", "and the timescale?", "what does that one say"])
def test_it_is_never_one_of_several(message: str, index: Index) -> None:
    assert resolved(message, SEVERAL, index) == Meant(unclear=True, options=("6", "7", "15"))


@pytest.mark.parametrize(
    "message", ["who leads it", "the first one", "the second one", "the other one", "next one", "previous one"]
)
def test_words_point_back_at_nothing_where_nothing_was_spoken_of(message: str, index: Index) -> None:
    assert resolved(message, NOTHING, index) == Meant(unclear=True)


def test_before_the_first_and_after_the_last_there_is_none(index: Index) -> None:
    assert resolved("previous one", Context(refs=("1",)), index) == Meant(unclear=True, options=("1",))
    assert resolved("next one", Context(refs=("15",)), index) == Meant(unclear=True, options=("15",))


@pytest.mark.parametrize(
    "message",
    [
        "and the lead for 1000?",
        "the lead for 16?",
        "and the timescale of 10.5?",
        "who leads 12345",
        "deadline for item 99",
        "and for -1, who leads?",
    ],
)
def test_a_number_that_is_not_understood_never_falls_back(message: str, index: Index) -> None:
    assert resolved(message, TEN, index).refs == ()


@pytest.mark.parametrize(
    "message",
    [
        "which recommendations have no lead?",
        "how many were rejected",
        "who leads the most",
        "what are the themes",
        "what does gani lead",
        "who leads the inspection work",
        "what's in theme 2",
        "list all deadlines",
        "hello",
    ],
)
def test_a_question_of_its_own_points_back_at_nothing(message: str, index: Index) -> None:
    assert resolved(message, TEN, index) == Meant()


def test_a_year_is_no_recommendation_that_was_missed(index: Index) -> None:
    assert resolved("and is the deadline in 2012?", TEN, index).refs == ("10",)


def test_next_goes_in_natural_order(leeds: Index) -> None:
    assert leeds.refs == ("2.2", "2.10", "R1.1", "R1.2")
    assert resolved("next one", Context(refs=("2.2",)), leeds).refs == ("2.10",)
    assert resolved("previous one", Context(refs=("R1.1",)), leeds).refs == ("2.10",)


@pytest.mark.parametrize(
    ("message", "so"),
    [
        ("and 8?", True),
        ("what about 12", True),
        ("8?", True),
        ("same for 12", True),
        ("sorry, i meant 11", True),
        ("who leads 8", False),
        ("and what does 8 say about schools", False),
    ],
)
def test_a_bare_number_asks_what_was_asked_before(message: str, *, so: bool, index: Index) -> None:
    assert follows_on(read(message, index)) is so
