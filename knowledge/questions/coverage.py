"""Tells how much of a topic a passage or a recommendation has, by what each of its things tells."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.questions import spelling
from knowledge.questions.index import Index
from knowledge.questions.thesaurus import Concept

# What a topic's word counts where it stands in the same field, or the same recommendation, but not in the sentence.
_NEAR_FIELD, _NEAR_REC = 0.75, 0.5
# A word that the document never has tells against it, an everyday one ("moment") little, a special one ("bins") more.
_UNKNOWN, _UNKNOWN_EVERYDAY = 0.7, 0.25


def covered(topic: Sequence[Concept], index: Index, number: int) -> float:
    """The share of the topic, by weight, that stands in the passage or near it."""
    passage = index.passages[number]
    field, rec = index.field_number(passage), index.rec_number(passage.ref)
    near = [
        max(
            index.by_passage.covered(concept, number),
            _NEAR_FIELD * index.by_field.covered(concept, field),
            _NEAR_REC * index.by_recommendation.covered(concept, rec),
        )
        for concept in topic
    ]
    return _share(topic, near, index)


def literal(topic: Sequence[Concept], index: Index, number: int) -> float:
    """The share of the topic, by weight, that stands in the passage in the very words asked."""
    return _share(topic, [float(number in index.by_passage.count(concept.stem)) for concept in topic], index)


def within(topic: Sequence[Concept], index: Index, ref: str) -> float:
    """The share of the topic, by weight, that stands anywhere under a recommendation, which tells less."""
    rec = index.rec_number(ref)
    return _NEAR_FIELD * _share(topic, [index.by_recommendation.covered(t, rec) for t in topic], index)


def weight(concept: Concept, index: Index) -> float:
    """What a concept tells: by its own word where the document has it, else by the commonest word for it."""
    if index.by_passage.has(concept.stem):
        return index.by_passage.weight(concept.stem)
    known = [index.by_passage.weight(t) for t in concept.others if index.by_passage.has(t)]
    share = _UNKNOWN_EVERYDAY if spelling.common(concept.word) else _UNKNOWN
    return min(known, default=share * index.by_passage.weight(concept.stem))


def _share(topic: Sequence[Concept], has: Sequence[float], index: Index) -> float:
    weights = [weight(concept, index) for concept in topic]
    total = sum(weights)
    return sum(w * part for w, part in zip(weights, has, strict=True)) / total if total else 0.0
