"""Tells how likely the best hit of a search is what was meant, and from when on to say so: confidence.json.

The numbers there are derived from the question banks: `python -m tests.banks.calibrate` writes them anew.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.searching import topics
from knowledge.questions.searching.index import Index
from knowledge.questions.searching.scored import scored

FILE = "confidence.json"
# So many things are as telling as any more.
_MUCH = 6
# A score of so many of the most telling words is half of the most that can be told.
_HALF = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best hit, each from 0 to 1.

    `covered` is how much of the topic it has, `literal` how much in the very words asked, `lead` how far it is ahead of
    the others, `lacking` the share of the topic's things that the document has no word for, which weighs the more the
    less was said, `told` how much was said (1 for six things or more), and `scored` its score: how much it has of what
    tells, where the question looked for it.
    """

    covered: float
    literal: float
    lead: float
    lacking: float
    told: float
    scored: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A logistic regression on the evidence, and the probabilities from which on an answer is sure, or given at all.

    Below `one` several are offered instead of one, where there is a choice.
    """

    weights: tuple[float, ...]
    sure: float
    one: float
    any: float

    def probability(self, evidence: Evidence) -> float:
        """How likely the best hit is what was meant, 0 to 1, in hundredths, as the thresholds are."""
        return round(logistic(self.weights, evidence), 2)


def logistic(weights: Sequence[float], evidence: Evidence) -> float:
    """The logistic function of the weighted evidence; the last weight stands alone."""
    e = evidence
    told = (e.covered, e.literal, e.lead, e.lacking, e.told, e.scored, 1.0)
    total = sum(w * x for w, x in zip(weights, told, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def scale(of: str) -> Scale:
    """The scale for recommendations that are looked for ("found") or for sentences that answer ("quoted")."""
    kept: Mapping[str, float | list[float]] = json.loads((resources.files(__package__) / FILE).read_text())[of]
    numbers = {name: kept[name] for name in ("sure", "one", "any")}
    return Scale(tuple(kept["weights"]), **numbers)  # type: ignore[arg-type]


def evidence(topic: Sequence[Concept], index: Index, best: topics.Hit | topics.Match, lead: float) -> Evidence:
    """The evidence for the best hit; `lead` tells how far it is ahead."""
    found = scored(tuple(topic), index)
    whole = found.whole or 1.0
    unknown = sum([tells for known, tells in zip(found.known, found.tells, strict=True) if not known])
    told = min(len(topic), _MUCH) / _MUCH
    lacking = min(1.0, unknown / whole / (told or 1.0))
    return Evidence(best.covered, best.literal, lead, lacking, told, _scored(best, index))


def _scored(best: topics.Hit | topics.Match, index: Index) -> float:
    """How high the best hit's score is, 0 to 1, whatever the size of the document."""
    score = best.score if isinstance(best, topics.Hit) else best.best.score
    return score / (score + _HALF * index.by_passage.most)
