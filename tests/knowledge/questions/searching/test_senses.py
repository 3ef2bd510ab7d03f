from __future__ import annotations

import numpy as np
import pytest

from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import stem
from knowledge.questions.searching import topics
from knowledge.questions.searching.index import Index
from knowledge.questions.searching.lexicon import LEXICON, NONE, Lexicon, likeness
from knowledge.questions.searching.search import Ranking
from tests.builders import a_programme, a_recommendation

RANKING = Ranking.of(("Children go to university.", "The police inspect the roads.", "Of the and."))


def a_concept(word: str) -> Concept:
    return Concept(word, stem(word))


def ranked(topic: str, index: Index) -> list[str]:
    """References by what they mean alone, the likest first."""
    _, whole = index.senses.alike([a_concept(word) for word in topic.split()])
    recs = index.programme.recommendations
    return [recs[n].ref for n in np.argsort(-whole)]


def test_a_word_that_no_text_has_finds_what_means_alike() -> None:
    scores = RANKING.scores([a_concept("kids")])

    assert scores[0] > scores[1] == scores[2] == 0


def test_what_only_means_alike_is_not_had() -> None:
    assert RANKING.having(a_concept("kids")) == set()
    assert RANKING.covered(a_concept("kids"), 0) == 0
    assert not RANKING.has("kid")


def test_a_word_itself_counts_more_than_what_means_alike() -> None:
    assert RANKING.scores([a_concept("children")])[0] > RANKING.scores([a_concept("kids")])[0]


@pytest.mark.parametrize("said", ["the", "x" * 60, "", "12"])
def test_what_means_nothing_is_like_nothing(said: str) -> None:
    assert RANKING.row.akin(Concept(said, said)) == []


@pytest.mark.parametrize(
    ("topic", "ref"), [("hospitals doctors nurses", "8"), ("universities undergraduates lecturers", "12")]
)
def test_recommendations_are_told_apart_by_what_they_mean(topic: str, ref: str, index: Index) -> None:
    assert ranked(topic, index)[0] == ref


def test_a_recommendation_without_a_text_means_nothing_by_its_wording() -> None:
    bare = a_recommendation(ref="3", text="")
    index = Index(a_programme(recommendations=(a_recommendation(), bare)))

    wording, whole = index.senses.alike([a_concept("inspection")])

    assert wording[1] == 0
    assert whole.shape == wording.shape == (2,)
    assert topics.recommendations([a_concept("inspection")], index)[0].ref == "2"


def test_nothing_can_mean_nothing() -> None:
    empty = Index(a_programme(recommendations=()))

    assert [len(each) for each in empty.senses.alike([a_concept("children")])] == [0, 0]
    assert topics.recommendations([a_concept("children")], empty) == []


def test_how_likely_the_recommendations_are_comes_to_one(index: Index) -> None:
    found = topics.recommendations([a_concept("inspection"), a_concept("placements")], index)

    assert sum(match.score for match in found) <= 1.0001
    assert all(0 <= match.lead <= 1 for match in found)
    assert [match.lead for match in found] == sorted((match.lead for match in found), reverse=True)


def test_a_word_is_numbered_once_and_a_stopword_has_no_stem() -> None:
    lexicon = Lexicon()
    numbers = [lexicon[word] for word in ("review", "reviews", "the", "review")]

    assert numbers == [0, 1, 2, 0]
    assert lexicon.stems(np.array([0, 1, 2], np.int32)).tolist() == [0, 0, NONE]
    assert lexicon.stem("volcano") == NONE
    assert lexicon.rows.shape[0] == 3


def test_a_word_is_most_like_itself() -> None:
    number = LEXICON["safeguarding"]

    assert int(likeness("safeguarding").argmax()) == number
