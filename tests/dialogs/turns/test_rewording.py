"""How words that wait are to be changed, as a message says it."""

import time

import pytest

from dialogs.turns.rewording import as_wording, calls_personal, cut_out, reworded, shares_words, without

WORDS = "moved to Eccels for the piolt; health are slow"


@pytest.mark.parametrize(
    ("text", "words", "changed"),
    [
        ("change Eccels to Eccles", WORDS, "moved to Eccles for the piolt; health are slow"),
        ("*pilot", WORDS, "moved to Eccels for the pilot; health are slow"),
        ("should be 4 schools not 3", "opened in 3 schools", "opened in 4 schools"),
        ("its 4 not 3", "opened in 3 schools", "opened in 4 schools"),
        ("the board in May not June", "went to the board in June", "went to the board in May"),
        ("not 3 but 4", "opened in 3 schools", "opened in 4 schools"),
        ("replace pilot with trial and started with ended", "pilot has started", "trial has ended"),
        ("change 3 to 4, May to June and schools to wards", "3 schools in May", "4 wards in June"),
        ("change pilot to trial and error", "pilot has started", "trial and error has started"),
        ("change Salford to Eccles", WORDS, ""),
        ("*gorilla", WORDS, ""),
        ("we moved, not they", WORDS, ""),
    ],
)
def test_words_are_put_in_the_place_of_others_that_stand_there(text: str, words: str, changed: str) -> None:
    assert reworded(text, words) == changed


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("take the name out", "the name"),
        ("oh gosh sorry take the name out", "the name"),
        ("ok without the number", "the number"),
        ("no names", "names"),
        ("take out the bit about health", "the bit about health"),
        ("take up is low", ""),
        ("staff taken out of school", ""),
    ],
)
def test_what_is_to_be_cut_is_heard(text: str, cut: str) -> None:
    assert cut_out(text) == cut


@pytest.mark.parametrize(
    ("cut", "left"),
    [
        ("the bit about health", "moved to Eccels for the piolt"),
        ("the last sentence", "moved to Eccels for the piolt"),
        ("health are slow", "moved to Eccels for the piolt"),
        ("for the piolt", "moved to Eccels; health are slow"),
        ("the bit about schools", ""),
        ("it", ""),
        ("them", ""),
    ],
)
def test_a_part_or_the_clause_about_it_is_cut(cut: str, left: str) -> None:
    assert without(cut, WORDS) == left


def test_personal_data_are_called_by_what_they_are() -> None:
    assert all(map(calls_personal, ["the name", "that address", "the case number", "it", "their surname"]))
    assert not any(map(calls_personal, ["the budget", "health are slow", "the pilot"]))


def test_what_leads_in_to_new_wording_is_left_out() -> None:
    assert as_wording("oh sorry. say met a parent") == "met a parent"
    assert as_wording("a partner has moved") == "a partner has moved"


def test_new_wording_shares_words_with_the_old() -> None:
    assert shares_words("a parent complained", "the parents' complaint")
    assert not shares_words("use initials", "the family have complained")


@pytest.mark.parametrize(
    "text",
    [
        "change " * 50,
        "not a not b " * 30,
        "take out " * 40,
        "say " * 99,
        "*" * 300,
        "change to to" + ", a to b and" * 30,
    ],
)
def test_rows_of_words_keep_nobody_waiting(text: str) -> None:
    started = time.perf_counter()

    reworded(text, WORDS * 40)
    without(cut_out(text) or text, WORDS * 40)
    as_wording(text)

    assert time.perf_counter() - started < 0.5
