"""Finds the passage, or the recommendation, that a topic in somebody's own words is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from knowledge.model import Field
from knowledge.questions import spelling
from knowledge.questions.index import Index
from knowledge.questions.passages import Passage
from knowledge.questions.thesaurus import Concept

# A sentence is read in its place: its field and its recommendation say what it is about. These are the shares
# of the three in its score, found on the sample document by leaving each out in turn.
_OWN, _FIELD, _REC = 1.0, 0.45, 0.35
# What a topic's word counts where it stands in the same field, or the same recommendation, but not in the sentence.
_NEAR_FIELD, _NEAR_REC = 0.75, 0.5
# A recommendation is about what it recommends first of all.
_TEXT = 0.6
_DATED = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|june|july|august|september|october|november|december|"
    r"spring|summer|autumn|winter|once|until|as soon as|dependent|determine)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b(?:\d{1,3}(?:st|nd|rd|th)?|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_EXPLAINED = re.compile(r"[A-Z][\w’']+ \((?:an?|the|which|who|made|set) ")
_FAVOURED = 1.4
# Hits that are looked at more closely.
_KEPT = 12
# A word that the document never has tells against it, an everyday one ("moment") little, a special one ("bins") more.
_UNKNOWN, _UNKNOWN_EVERYDAY = 0.7, 0.25


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score and how much of the topic it covers, 0 to 1."""

    passage: Passage
    score: float
    covered: float


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a question prefers: some fields, by so much, and passages with a date, a number or an explanation."""

    fields: Mapping[Field, float] = field(default_factory=dict)
    dated: bool = False
    numbered: bool = False
    explained: bool = False

    def factor(self, passage: Passage) -> float:
        """By how much a passage counts for more."""
        wanted = ((_DATED, self.dated), (_NUMBER, self.numbered), (_EXPLAINED, self.explained))
        favoured = any(asked and pattern.search(passage.text) for pattern, asked in wanted)
        return self.fields.get(passage.field, 1.0) * (_FAVOURED if favoured else 1.0)


@dataclass(frozen=True, slots=True)
class Match:
    """A recommendation with its score and how much of the topic it covers, 0 to 1."""

    ref: str
    score: float
    covered: float


def passages(
    topic: Sequence[Concept], index: Index, refs: Collection[str] = (), leaning: Leaning | None = None
) -> list[Hit]:
    """The passages that answer best, best first; only of these recommendations where any are given."""
    leaning = leaning or Leaning()
    scored = [
        (score * leaning.factor(index.passages[number]), number)
        for number, score in _scores(tuple(topic), index)
        if not refs or index.passages[number].ref in refs
    ]
    best = sorted(scored, key=lambda found: (-found[0], found[1]))[:_KEPT]
    return [Hit(index.passages[number], score, _covered(topic, index, number)) for score, number in best]


@lru_cache(maxsize=32)
def _scores(topic: tuple[Concept, ...], index: Index) -> tuple[tuple[int, float], ...]:
    """Each passage that has anything of the topic, by number, with its score in its place."""
    own, by_field, by_rec = (r.scores(topic) for r in (index.by_passage, index.by_field, index.by_recommendation))
    found = []
    for number, score in own.items():
        passage = index.passages[number]
        field, rec = by_field.get(index.field_number(passage), 0.0), by_rec.get(index.rec_number(passage.ref), 0.0)
        found.append((number, _OWN * score + _FIELD * field + _REC * rec))
    return tuple(found)


def has_number(text: str) -> bool:
    """Whether a text has a number in it, in digits or words."""
    return bool(_NUMBER.search(text))


def recommendations(topic: Sequence[Concept], index: Index) -> list[Match]:
    """The recommendations that are most about the topic, best first."""
    best: dict[str, tuple[float, int]] = {}
    for number, score in _scores(tuple(topic), index):
        ref = index.passages[number].ref
        best[ref] = max(best.get(ref, (0.0, -1)), (score, number))
    by_rec, by_field = index.by_recommendation.scores(topic), index.by_field.scores(topic)
    totals = {
        ref: score
        + by_rec.get(index.rec_number(ref), 0.0)
        + _TEXT * by_field.get(index.field_numbers.get((ref, Field.RECOMMENDATION), -1), 0.0)
        for ref, (score, _) in best.items()
    }
    leading = sorted(totals, key=lambda ref: -totals[ref])[:_KEPT]
    return [
        Match(ref, totals[ref], max(_covered(topic, index, best[ref][1]), _rec_covered(topic, index, ref)))
        for ref in leading
    ]


def saying(topic: Sequence[Concept], index: Index, fields: Collection[Field] = ()) -> list[tuple[str, Passage]]:
    """Every recommendation with a sentence that has the whole topic in it, each with the first such sentence."""
    numbers = [index.by_passage.having(t) for t in topic]
    found: dict[str, Passage] = {}
    for number in sorted(frozenset.intersection(*numbers) if numbers else range(len(index.passages))):
        passage = index.passages[number]
        if not fields or passage.field in fields:
            found.setdefault(passage.ref, passage)
    return sorted(found.items(), key=lambda item: index.refs.index(item[0]))


def _covered(topic: Sequence[Concept], index: Index, number: int) -> float:
    """The share of the topic, by weight, that stands in the passage or near it."""
    passage = index.passages[number]
    field, rec = index.field_number(passage), index.rec_number(passage.ref)
    total = found = 0.0
    for concept in topic:
        weight = _weight(concept, index)
        near = max(
            index.by_passage.covered(concept, number),
            _NEAR_FIELD * index.by_field.covered(concept, field),
            _NEAR_REC * index.by_recommendation.covered(concept, rec),
        )
        total, found = total + weight, found + weight * near
    return found / total if total else 0.0


def _rec_covered(topic: Sequence[Concept], index: Index, ref: str) -> float:
    rec = index.rec_number(ref)
    weights = [(_weight(t, index), index.by_recommendation.covered(t, rec)) for t in topic]
    total = sum(weight for weight, _ in weights)
    return _NEAR_FIELD * sum(weight * has for weight, has in weights) / total if total else 0.0


def _weight(concept: Concept, index: Index) -> float:
    """What a concept tells: by its own word where the document has it, else by the commonest word for it."""
    if index.by_passage.has(concept.stem):
        return index.by_passage.weight(concept.stem)
    known = [index.by_passage.weight(t) for t in concept.others if index.by_passage.has(t)]
    share = _UNKNOWN_EVERYDAY if spelling.common(concept.word) else _UNKNOWN
    return min(known, default=share * index.by_passage.weight(concept.stem))
