"""The file of forms of words: well-formed, and heard as whole words."""

import re
from pathlib import Path

import pytest

from dialogs.guidance import SAYINGS, TOPICS
from dialogs.words import forms
from knowledge.questions.language import phrasebook

SECTIONS = phrasebook.load("dialogs.words", "forms.txt")
CODE = "\n".join(path.read_text() for path in Path(forms.__file__).parents[1].rglob("*.py"))
GUIDANCE = {f"topic {name}" for name in TOPICS} | {f"says {name}" for name in SAYINGS}
HEADINGS = sorted(GUIDANCE | set(re.findall(r'(?:forms|moment)\.(?:says|asks|typed|without)\("([^"]+)"', CODE)))
KINDS = ["fillers", "greetings", "thanks", "farewells", "praise", "talk"]


def test_every_heading_is_one_that_somebody_listens_for() -> None:
    assert set(SECTIONS) == {*HEADINGS, *(f"words {kind}" for kind in KINDS)}


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_lower_case(kind: str) -> None:
    assert forms.words(kind)
    assert all(word == word.lower() for word in forms.words(kind))


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_form_is_lower_case_and_finds_something(heading: str) -> None:
    assert SECTIONS[heading]
    for line in SECTIONS[heading]:
        assert line == line.lower()


@pytest.mark.parametrize(
    ("heading", "text", "heard"),
    [
        ("child", "a child is here", True),
        ("child", "the child's journey", False),
        ("child", "child protection", False),
        ("child", "childish", False),
        ("harm", "he hits her", True),
        ("harm", "she may kill herself", True),
        ("harm", "self harm", True),
        ("harm", "the whitsun break", False),
        ("acute", "she has gone missing", True),
        ("acute", "report child abuse", True),
        ("acute", "the report on abuse", False),
        ("cancel", "cancel", True),
        ("cancel", "cancel the report", False),
        ("about the document", "which recommendation is it", True),
        ("about the document", "my neighbour hits his boy", False),
    ],
)
def test_forms_are_heard_as_whole_words(heading: str, text: str, heard: bool) -> None:
    assert forms.says(heading, text) is heard


@pytest.mark.parametrize("text", ["a kid hits her", "self harm", "he’s gone missing", "hurtin' her", "R A P E D"])
def test_what_has_a_form_has_its_words(text: str) -> None:
    typed = [heading for heading in HEADINGS if forms.typed(heading, text)]

    assert typed
    assert all(forms.may_have((heading,), text) for heading in typed)


def test_what_has_no_word_of_a_form_may_not_have_it() -> None:
    assert not forms.may_have(("harm", "acute"), "who leads recommendation 10?")


def test_an_unknown_heading_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        forms.says("no such heading", "text")
