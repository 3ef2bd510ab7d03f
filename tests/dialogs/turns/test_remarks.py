"""What is said to whoever takes an answer down, and is none."""

import time

import pytest

from dialogs.turns.remarks import is_errand, may_be_none, objects, refers_back, without_opening


@pytest.mark.parametrize(
    "text", ["and tell sue", "not sure, ask sue", "let sue know", "can you remind the board", "chase Jo"]
)
def test_an_errand_is_heard(text: str) -> None:
    assert is_errand(text)


@pytest.mark.parametrize("text", ["told sue", "asked the board", "we will ask health", "tell it as it is"])
def test_what_was_done_is_no_errand(text: str) -> None:
    assert not is_errand(text)


@pytest.mark.parametrize("text", ["same as last time", "same", "unchanged", "still the same", "as before", "no change"])
def test_that_it_is_as_before_is_heard(text: str) -> None:
    assert refers_back(text)


@pytest.mark.parametrize("text", ["same staff as before", "next step unchanged", "no change in staffing yet"])
def test_what_says_more_than_that_isnt(text: str) -> None:
    assert not refers_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "no evidence yet",
        "no staff before May",
        "wait times are down",
        "so far so good",
        "well attended",
        "take up is low",
    ],
)
def test_what_only_begins_like_a_correction_may_be_an_answer(text: str) -> None:
    assert not may_be_none(text)
    assert without_opening(text) == text


@pytest.mark.parametrize("text", ["sorry no staff", "no, sign it off", "actually its amber", "send it to jane"])
def test_what_puts_right_or_bids_may_be_none(text: str) -> None:
    assert may_be_none(text)


@pytest.mark.parametrize("text", ["thats not personal its fine", "whats wrong with that", "why", "that's a school"])
def test_an_objection_is_heard(text: str) -> None:
    assert objects(text)


@pytest.mark.parametrize(
    "text", ["a parent was met", "we met a parent", "It is on the school's list", "they met the family"]
)
def test_new_wording_is_no_objection(text: str) -> None:
    assert not objects(text)


@pytest.mark.parametrize("text", ["sorry " * 33, "no wait " * 25, "please can you " * 13, "it is the same " * 13])
def test_rows_of_words_keep_nobody_waiting(text: str) -> None:
    started = time.perf_counter()

    may_be_none(text)
    refers_back(text)
    objects(text)

    assert time.perf_counter() - started < 0.5
