"""Tells what should count how much for a recommendation, from the question banks: python -m tests.banks.mixing.

A regression makes the recommendations that were meant the likeliest, among all of the programme (a softmax of the
weighted features), on questions held out in turn. `topics.MIX` has its weights, rounded.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields

from knowledge.documents import read_document
from knowledge.documents.sample import munro
from knowledge.questions.parsing.reading import read
from knowledge.questions.searching import topics
from knowledge.questions.searching.arrays import Floats, np
from knowledge.questions.searching.index import Index
from tests.banks import Case, bank

BANKS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth", "thirteenth")
_STEPS, _PENALTY, _FOLDS = 300, 0.3, 10


@dataclass(frozen=True, slots=True)
class Question:
    """A question that looks for a recommendation: the features of each, and which of them are meant."""

    features: Floats
    meant: Floats

    def likely(self, weights: Sequence[float]) -> Floats:
        """How likely each recommendation is, by these weights."""
        return topics.shares(self.features @ np.array(weights, np.float32))

    def right(self, weights: Sequence[float], among: int) -> bool:
        """Whether one that is meant is among the first so many."""
        return bool(self.meant[np.argsort(-self.likely(weights), kind="stable")[:among]].any())


def questions(index: Index) -> list[Question]:
    """Every question of the banks that looks for one recommendation without naming it."""
    cases = (case for name in BANKS for case in bank(name))
    return [found for case in cases if (found := _question(case, index))]


def _question(case: Case, index: Index) -> Question | None:
    reading = read(case.turns[0], index)
    named = reading.named.spans or reading.people or reading.themes or not reading.topic
    if named or len(case.turns) > 1 or len(case.recs) != 1 or case.kind not in {"answer", "list"}:
        return None
    meant = np.array([rec.ref in case.recs for rec in index.programme.recommendations], np.float32)
    return Question(topics.features(reading.topic, index), meant) if meant.any() else None


def fitted(every: Sequence[Question]) -> list[float]:
    """The weights that make what is meant likeliest, none below 0; found by steps that adapt to the slope (Adam)."""
    weights = np.full(every[0].features.shape[1], 4.0)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    features, meant = np.array([one.features for one in every]), np.array([one.meant for one in every])
    for step in range(1, _STEPS + 1):
        slope = _slope(features, meant, weights)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        weights += 0.1 * mean / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
        weights = np.maximum(weights, 0.0)
    return [float(w) for w in weights]


def _slope(features: Floats, meant: Floats, weights: Floats) -> Floats:
    """How the likelihood of what is meant grows with each weight, over all questions."""
    totals = features @ weights
    odds = np.exp(totals - totals.max(1, keepdims=True))
    likely = odds / odds.sum(1, keepdims=True)
    right = likely * meant
    lacks = right / np.maximum(right.sum(1, keepdims=True), 1e-9) - likely
    return np.asarray(np.einsum("qrf,qr->f", features, lacks) - _PENALTY * weights)


def agreement(every: Sequence[Question], weights: Sequence[float]) -> float:
    """The mean logarithm of how likely what is meant is: 0 is the best."""
    return float(np.mean([np.log(max(float((one.likely(weights) * one.meant).sum()), 1e-6)) for one in every]))


def held_out(every: Sequence[Question], among: int) -> float:
    """The share that is right among the first so many, each by weights that were found without it."""
    right = 0
    for fold in range(_FOLDS):
        weights = fitted([one for number, one in enumerate(every) if number % _FOLDS != fold])
        right += sum(one.right(weights, among) for one in every[fold::_FOLDS])
    return right / len(every)


def main(say: Callable[[str], None] = print) -> int:
    """Print the weights, and how many are right with them and with those of the bot."""
    name, data = munro()
    every = questions(Index(read_document(data, name)))
    names, weights = [field.name for field in fields(topics.Mix)], fitted(every)
    say(f"{len(every)} questions; " + ", ".join(f"{n} {w:.1f}" for n, w in zip(names, weights, strict=True)))
    say(f"held out: right at the first place {held_out(every, 1):.0%}, among three {held_out(every, 3):.0%}")
    own = astuple(topics.MIX)
    right = [sum(one.right(own, among) for one in every) / len(every) for among in (1, 3)]
    say(f"with the bot's weights: {right[0]:.0%}, {right[1]:.0%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
