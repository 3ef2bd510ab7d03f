from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.spelling import common, known, mend
from knowledge.questions.searching.index import Index


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("recomendation", "recommendation"),
        ("recommendashun", "recommendation"),
        ("reccommendation", "recommendation"),
        ("unanounced", "unannounced"),
        ("inspectons", "inspections"),
        ("timscale", "timescale"),
        ("tiemscale", "timescale"),
        ("deadlin", "deadline"),
        ("goverment", "government"),
        ("saflord", "salford"),
        ("safegaurding", "safeguarding"),
        ("assesment", "assessment"),
        ("princaple", "principle"),
        ("polise", "police"),
        ("reveiws", "reviews"),
        ("thersholds", "thresholds"),
        ("maternaty", "maternity"),
        ("tomorow", "tomorrow"),
        ("advize", "advise"),
        ("skools", "schools"),
        ("soshal", "social"),
    ],
)
def test_a_mistake_is_mended(typed: str, meant: str, index: Index) -> None:
    assert mend(f"the {typed}?", *index.vocabulary) == f"the {meant}?"


@pytest.mark.parametrize(
    "word", ["police", "police officers", "lscbs", "riat", "what's", "rec", "xyz", "qqqqqqqqqq", "10"]
)
def test_what_is_no_mistake_stays(word: str, index: Index) -> None:
    assert mend(word, *index.vocabulary) == word


def test_only_words_are_touched(index: Index) -> None:
    text = "  10.5 -- (?) {x} [y]\\d+ "

    assert mend(text, *index.vocabulary) == text


def test_the_vocabulary_comes_before_everyday_english() -> None:
    assert mend("interpretrs", frozenset({"interpreters"})) == "interpreters"
    assert mend("tomorow", frozenset()) == "tomorrow"


def test_words_may_be_known_and_not_common() -> None:
    assert known("outcome")
    assert common("about")
    assert not common("perkins")
    assert not known("recomendation")


@given(st.lists(st.sampled_from(["who", "leads", "early", "help", "timescale", "inspection", "salford", "probation"])))
def test_known_words_are_left_alone(said: list[str]) -> None:
    text = " ".join(said)

    assert mend(text, frozenset({"timescale", "salford", "probation"})) == text


@given(st.text(max_size=60))
def test_mending_what_is_mended_changes_nothing(text: str) -> None:
    words = frozenset({"timescale", "deadline", "safeguarding"})
    once = mend(text.lower(), words)

    assert mend(once, words) == once
