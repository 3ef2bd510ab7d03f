"""Keeps what the bot is sure of where the question banks put it, and honest on questions that were held out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.model import Programme
from knowledge.questions.searching.confidence import Evidence, logistic, scale
from knowledge.questions.searching.index import Index
from tests.banks import calibrate
from tests.banks.calibrate import Example, examples, fitted, held_out, scaled, thresholds

KINDS = ["found", "quoted"]
# How far a group of held-out questions may be from what was expected, and the share of sure answers that is right.
FAR, RIGHT = 0.16, {"found": 0.95, "quoted": 0.8}


@pytest.fixture(scope="module")
def every(munro: Programme) -> dict[str, list[Example]]:
    return examples(Index(munro))


@pytest.fixture(scope="module")
def judged(every: dict[str, list[Example]]) -> dict[str, list[tuple[float, int]]]:
    return {kind: held_out(every[kind]) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_the_numbers_kept_are_those_that_the_banks_give(every: dict[str, list[Example]], kind: str) -> None:
    """Where this fails, search or banks have changed: run `python -m tests.banks.calibrate` and look at what moved."""
    kept: dict[str, Any] = json.loads(calibrate.TARGET.read_text(encoding="utf-8"))[kind]
    made = scaled(kind, every[kind])

    assert made["weights"] == pytest.approx(kept["weights"], abs=0.02)
    assert [made[name] for name in ("sure", "one", "any")] == pytest.approx([kept[n] for n in ("sure", "one", "any")])
    assert made["examples"] == kept["examples"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_likely_comes_true_as_often(judged: dict[str, list[tuple[float, int]]], kind: str) -> None:
    for expected, came_true, number in calibrate.reliability(judged[kind]):
        assert abs(expected - came_true) <= FAR, (expected, came_true, number)


@pytest.mark.parametrize("kind", KINDS)
def test_sure_answers_are_right(judged: dict[str, list[tuple[float, int]]], kind: str) -> None:
    sure = [truth == 0 for probability, truth in judged[kind] if probability >= scale(kind).sure]

    assert sure
    assert sum(sure) / len(sure) >= RIGHT[kind]


def test_more_evidence_never_makes_the_best_hit_less_likely_by_its_lead(every: dict[str, list[Example]]) -> None:
    for kind in KINDS:
        weights = fitted(every[kind])
        near, far = (Evidence(0.6, 0.5, lead, 0.1, 0.5, 0.5) for lead in (0.0, 0.8))
        assert logistic(weights, near) < logistic(weights, far)


def test_a_regression_learns_what_tells_right_from_wrong() -> None:
    """A world in which only `covered` tells: its weight is the one that grows."""
    world = [Example(Evidence(x / 10, 0.5, 0.5, 0.5, 0.5, 0.5), 0 if x > 5 else 3) for x in range(11)] * 5

    weights = fitted(world)

    assert weights[0] == max(weights, key=abs)
    assert logistic(weights, world[10].evidence) > 0.8
    assert logistic(weights, world[0].evidence) < 0.2


def test_thresholds_say_nothing_where_nothing_is_right_and_all_where_all_is() -> None:
    hopeless = [(0.9, 3), (0.8, 3), (0.3, 3)]
    perfect = [(0.9, 0), (0.8, 0), (0.3, 0)]

    assert thresholds(hopeless, several=False)["any"] > 0.9
    assert thresholds(perfect, several=False)["sure"] <= 0.3
