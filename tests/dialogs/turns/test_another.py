"""Which other recommendation a message names, instead of the one that was asked about or as well."""

import time

import pytest

from dialogs.turns.another import About, another, says_wrong_one, speaks_of

KNOWN = {str(n): str(n) for n in range(1, 16)}


@pytest.mark.parametrize(
    ("text", "ref", "about"),
    [
        ("wait sorry i meant 10", "10", About.INSTEAD),
        ("sorry, 12", "12", About.INSTEAD),
        ("oops wrong one that was for 8", "8", About.INSTEAD),
        ("sorry 8 not 10", "8", About.INSTEAD),
        ("no, it's eight", "8", About.INSTEAD),
        ("it was meant to be 8", "8", About.INSTEAD),
        ("8 too", "8", About.AS_WELL),
        ("and 5", "5", About.AS_WELL),
        ("same for rec 15 please", "15", About.AS_WELL),
        ("yes but 15 too", "15", About.AS_WELL),
        ("sorry and 12", "12", About.AS_WELL),
        ("12", "12", About.EITHER),
        ("not 12", "12", About.WITHOUT),
        ("same date for 15", "15", About.AS_WELL),
    ],
)
def test_another_number_is_heard(text: str, ref: str, about: About) -> None:
    other = another(text, KNOWN)

    assert other
    assert (other.ref, other.about) == (ref, about)


@pytest.mark.parametrize(
    "text", ["the 15th", "15 may", "3 staff left", "should be 4 schools not 3", "99", "waiting for 8"]
)
def test_what_says_more_than_a_number_names_none(text: str) -> None:
    assert another(text, KNOWN) is None


@pytest.mark.parametrize(("text", "ref"), [("10 doesnt need it", "10"), ("3 staff left", ""), ("10 to 12 left", "")])
def test_what_a_sentence_is_about_is_told_from_a_count(text: str, ref: str) -> None:
    assert speaks_of(text, KNOWN) == ref


@pytest.mark.parametrize("text", ["oops wrong one", "that's the wrong one", "sorry wrong number"])
def test_that_it_was_the_wrong_one_is_heard(text: str) -> None:
    assert says_wrong_one(text)


@pytest.mark.parametrize("text", ["sorry " * 33, "no, " * 49 + "x", "it is for " * 19 + "8", "and 8 " * 33])
def test_rows_of_words_keep_nobody_waiting(text: str) -> None:
    started = time.perf_counter()

    another(text, KNOWN)
    says_wrong_one(text)
    speaks_of(text, KNOWN)

    assert time.perf_counter() - started < 0.5
