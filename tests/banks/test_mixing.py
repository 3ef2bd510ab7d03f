"""Keeps what counts how much for a recommendation near what the question banks say."""

from __future__ import annotations

from dataclasses import astuple

import numpy as np
import pytest

from knowledge.model import Programme
from knowledge.questions.searching import topics
from knowledge.questions.searching.index import Index
from tests.banks.mixing import Question, agreement, fitted, questions

# How much likelier what is meant may be by the weights that the banks would have now, as a mean logarithm.
SLACK = 0.03


@pytest.fixture(scope="module")
def every(munro: Programme) -> list[Question]:
    return questions(Index(munro))


def test_the_weights_are_about_those_that_the_banks_give(every: list[Question]) -> None:
    """Where this fails, run `python -m tests.banks.mixing` and look at what moved."""
    assert agreement(every, astuple(topics.MIX)) >= agreement(every, fitted(every)) - SLACK


def test_what_words_mean_counts_for_something(every: list[Question]) -> None:
    mix = topics.MIX
    without = (mix.text, mix.field, mix.sentence, mix.whole, 0.0, 0.0)

    assert agreement(every, astuple(mix)) > agreement(every, without)


def test_a_regression_learns_what_tells_the_one_that_is_meant() -> None:
    """A world in which only the first feature tells which of three is meant."""
    chance = np.random.default_rng(1)
    features = [chance.random((3, 2)).astype(np.float32) for _ in range(40)]
    world = [Question(each, (each[:, 0] == each[:, 0].max()).astype(np.float32)) for each in features]

    first, second = fitted(world)

    assert first > 2 * second
    assert sum(one.right((first, second), among=1) for one in world) > 0.9 * len(world)
