from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.thesaurus import Concept, concepts, vocabulary
from knowledge.questions.language.words import stem


def others(text: str) -> frozenset[str]:
    [concept] = concepts(text)
    return concept.others


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("cops", "police"),
        ("budget", "resource"),
        ("uni", "university"),
        ("teachers", "school"),
        ("surprise", "unannounced"),
        ("paperwork", "bureaucracy"),
        ("jabs", "immunisations"),
        ("caseload", "practice"),
        ("ccgs", "commissioning"),
    ],
)
def test_an_everyday_word_stands_for_the_field_s_own(said: str, meant: str) -> None:
    assert stem(meant) in others(said)


def test_a_phrase_is_one_thing() -> None:
    found = concepts("do schools like serious case reviews?")

    assert [c.word for c in found if "serious" in c.word] == ["serious case reviews"]
    assert "serious case reviews" not in {c.word for c in concepts("serious children")}


def test_a_term_is_looked_for_as_texts_have_it_without_its_smallest_words() -> None:
    """No text's row of stems has "for" in it: "value for money" is "value" and "money" side by side there."""
    [typed] = concepts("value for money")

    assert typed.stem == " ".join(map(stem, ("value", "money")))
    assert typed.stem in others("bang for buck")


def test_a_term_of_one_telling_word_stands_for_nothing() -> None:
    """ "Young people" would be found wherever something is young."""
    assert not any("looked" in other or other == stem("looked") for other in others("fostering"))


def test_a_word_that_nobody_listed_stands_for_itself() -> None:
    assert concepts("probation") == [Concept("probation", stem("probation"))]


def test_each_thing_comes_once_and_stopwords_never() -> None:
    assert [c.word for c in concepts("the police and the police")] == ["police"]
    assert concepts("what is the") == []
    assert concepts("") == []


def test_nothing_stands_for_itself_twice() -> None:
    for word in ("police", "training", "assessment", "partners"):
        for concept in concepts(word):
            assert concept.stem not in concept.others


def test_every_word_of_it_is_one_that_a_mistake_may_be_mended_to() -> None:
    assert {"police", "immunisations", "caseload"} <= vocabulary()
    assert all(len(word) > 3 and word == word.lower() for word in vocabulary())


@given(st.text(max_size=80))
def test_any_text_has_concepts_with_stems(text: str) -> None:
    assert all(concept.word and concept.stem for concept in concepts(text.lower()))


@pytest.mark.parametrize(
    ("said", "known"),
    [("head teachers", "head teacher"), ("fast tracks", "fast track"), ("tight budgets", "tight budget")],
)
def test_a_phrase_is_known_in_any_form_of_its_words(said: str, known: str) -> None:
    assert others(said) == others(known)


def test_small_words_in_another_form_are_another_phrase() -> None:
    """To look after something is no form of being looked after."""
    assert [concept.word for concept in concepts("who do they look after?")] == []


def test_a_phrase_on_two_lines_stands_for_what_both_say() -> None:
    """One of the lines has "additional_duties", the other "additional"; neither takes the other's place."""
    assert {stem("additional"), f"{stem('additional')} {stem('duties')}"} <= others("other departments")
