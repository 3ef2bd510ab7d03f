"""Tells how much of a topic a passage or a recommendation has, by what each of its things tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.questions.language import spelling
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.searching.index import Index

# What a topic's word counts where it stands in the same field, or the same recommendation, but not in the sentence.
_NEAR_FIELD, _NEAR_REC = 0.75, 0.5
# A word that the document never has tells against it, an everyday one ("moment") little, a special one ("bins") more.
_UNKNOWN, _UNKNOWN_EVERYDAY = 0.7, 0.5


def covered(topic: Sequence[Concept], index: Index, number: int) -> float:
    """The share of the topic, by weight, that stands in the passage or near it."""
    return _share(topic, [_near(concept, index, number) for concept in topic], index)


def _near(concept: Concept, index: Index, number: int) -> float:
    """1 where a passage has a concept's own word, less where that stands near it or the passage has another for it."""
    here = index.by_passage.covered(concept, number)
    if here == 1.0:
        return here
    field, rec = int(index.in_field[number]), int(index.in_recommendation[number])
    in_field, in_rec = index.by_field.covered(concept, field), index.by_recommendation.covered(concept, rec)
    return max(here, _NEAR_FIELD * in_field, _NEAR_REC * in_rec)


def literal(topic: Sequence[Concept], index: Index, number: int) -> float:
    """The share of the topic, by weight, that stands in the passage in the very words asked."""
    return _share(topic, [float(number in index.by_passage.count(concept.stem)) for concept in topic], index)


def within(topic: Sequence[Concept], index: Index, ref: str) -> float:
    """The share of the topic, by weight, that stands anywhere under a recommendation, which tells less."""
    rec = index.rec_numbers[ref]
    return _NEAR_FIELD * _share(topic, [index.by_recommendation.covered(t, rec) for t in topic], index)


def weights(topic: Sequence[Concept], index: Index) -> Sequence[float]:
    """What each concept tells: by its own word where the document has it, else by the commonest word for it."""
    return _weights(tuple(topic), index)


@lru_cache(maxsize=64)
def _weights(topic: tuple[Concept, ...], index: Index) -> tuple[float, ...]:
    return tuple(_weight(concept, index) for concept in topic)


def _weight(concept: Concept, index: Index) -> float:
    if index.by_passage.has(concept.stem):
        return index.by_passage.weight(concept.stem)
    known = [index.by_passage.weight(t) for t in concept.others if index.by_passage.has(t)]
    share = _UNKNOWN_EVERYDAY if spelling.common(concept.word) else _UNKNOWN
    return min(known, default=share * index.by_passage.weight(concept.stem))


def _share(topic: Sequence[Concept], has: Sequence[float], index: Index) -> float:
    tells = weights(topic, index)
    total = sum(tells)
    return sum(w * part for w, part in zip(tells, has, strict=True)) / total if total else 0.0
