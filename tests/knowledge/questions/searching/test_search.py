from __future__ import annotations

import pytest

from knowledge.questions.language.thesaurus import Concept, concepts
from knowledge.questions.language.words import stem
from knowledge.questions.searching.search import Ranking

TEXTS = (
    "The police inspect the probation service.",
    "The police, the police and again the police.",
    "Schools teach children about safety.",
    "A serious case review follows when children die.",
)
RANKING = Ranking.of(TEXTS)


def best(text: str) -> int:
    return int(RANKING.scores(concepts(text)).argmax())


def test_the_text_with_the_words_asked_for_comes_first() -> None:
    assert best("probation") == 0
    assert best("children at school") == 2


def test_a_rarer_word_tells_more() -> None:
    assert RANKING.weight(stem("probation")) > RANKING.weight(stem("police"))
    assert RANKING.weight("nothing") > RANKING.weight(stem("probation"))


def test_a_word_said_again_counts_more_but_not_as_much_more() -> None:
    scores = RANKING.scores(concepts("police"))

    assert scores[0] < scores[1] < 3 * scores[0]


def test_a_text_without_any_of_it_is_left_out() -> None:
    assert RANKING.having(concepts("probation")[0]) == {0}
    assert RANKING.having(concepts("weather")[0]) == set()
    assert not RANKING.scores([]).any()


def test_another_word_for_it_counts_less() -> None:
    own, other = Concept("police", "polic"), Concept("cops", "cop", frozenset({"polic"}))

    assert RANKING.scores([own])[0] > RANKING.scores([other])[0] > 0
    assert (RANKING.covered(own, 0), RANKING.covered(own, 2)) == (1.0, 0.0)
    assert 0 < RANKING.covered(other, 0) < 1


def test_a_thing_counts_once_by_the_best_of_its_words() -> None:
    both = Concept("police", "polic", frozenset({"probat"}))

    assert RANKING.scores([both])[0] < sum(RANKING.scores([Concept(w, w)])[0] for w in ("polic", "probat"))


def test_neighbouring_words_are_a_term_too() -> None:
    assert RANKING.has("serious case review")
    assert not RANKING.has("case serious")
    assert RANKING.has("polic")


@pytest.mark.parametrize("texts", [(), ("",), ("the", "of")])
def test_nothing_can_be_searched(texts: tuple[str, ...]) -> None:
    empty = Ranking.of(texts)

    assert not empty.scores(concepts("police")).any()
    assert not empty.has("polic")
    assert empty.weight("polic") >= 0 or not texts
