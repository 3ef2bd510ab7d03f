"""Orders are looked for only where a word tells of them, which must never cost one."""

import pytest

from dialogs.people.requests import tells
from dialogs.words.wordings import UNDO, wording


@pytest.mark.parametrize(
    ("text", "taken"),
    [("Sign-Off 10", True), ("please SIGN off 10", True), ("signoff 10", True), ("is 10 a good sign?", False)],
)
def test_a_wording_is_found_by_any_word_that_tells_of_it_in_any_case(text: str, taken: bool) -> None:
    signing = wording("sign signoff", r"(?:please )?sign[\s-]?off \d+")

    assert bool(signing.fullmatch(text)) is taken


def test_without_a_telling_word_a_wording_is_not_even_looked_for() -> None:
    assert wording("never", "sign off").fullmatch("sign off") is None


@pytest.mark.parametrize("text", ["undo", "Oops, take that back", "scrap my last update", "Bin it", "cancel that post"])
def test_every_way_to_take_something_back_has_a_word_that_tells_of_it(text: str) -> None:
    assert UNDO.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    [
        "link Sue Myers to sue@example.gov.uk",
        "disconnect Sue Myers",
        "make Jane Doe a manager",
        "Jane Doe isn’t an officer any more",
        "who am I?",
        "what am I allowed to do",
        "who answers to Sue Myers",
        "list everybody",
        "enrol Jane Doe as staff",
    ],
)
def test_every_wish_of_the_directory_has_a_word_that_tells_of_it(text: str) -> None:
    assert tells(text)


def test_a_question_on_the_document_wants_nothing_of_the_directory() -> None:
    assert not tells("which recommendation is about early help?")
