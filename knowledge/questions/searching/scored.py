"""Tells what every text of a programme has of a topic: how well it answers, and how much of the topic it covers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.once import once
from knowledge.questions.language import spelling
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.searching.arrays import Floats, Numbers, np
from knowledge.questions.searching.index import Index
from knowledge.questions.searching.search import ITS_OWN

# A sentence is read in its place: its field and its recommendation say what it is about.
_IN_FIELD, _IN_RECOMMENDATION = 0.45, 0.35
# What a topic's word counts where it stands in the same field, or the same recommendation, but not in the sentence.
_NEAR_FIELD, _NEAR_REC = 0.75, 0.5
# What it counts where it isn't said, is said in another word, or in its own.
_COUNTS = (0.0, 0.7, 1.0)
# A word that the document never has tells against it, an everyday one ("moment") little, a special one ("bins") more.
_UNKNOWN, _UNKNOWN_EVERYDAY = 0.7, 0.5


class Scored:
    """One topic in every text, each by its number; what isn't needed for a score is worked out when it is asked."""

    def __init__(self, topic: tuple[Concept, ...], index: Index) -> None:
        self._topic, self._index, together = topic, index, index.together
        told = [together.told(concept) for concept in topic]
        points = np.add.reduce([one.points for one in told]) if told else np.zeros(together.size, np.float32)
        # How each thing of the topic is said in each text.
        self._said = [one.said for one in told]
        self.alone, self.fields, self.recommendations = together.apart(points)
        _, self._first_field, self._first_rec = together.firsts

    @once
    def passages(self) -> Floats:
        """Each passage's score in its place."""
        field, rec = self.fields[self._index.in_field], self.recommendations[self._index.in_recommendation]
        in_place = self.alone + _IN_FIELD * field + _IN_RECOMMENDATION * rec
        return np.where(self.alone > 0, in_place, np.float32(0))

    @once
    def having(self) -> Numbers:
        """The passages that have a word of the topic, or another for it, in their order."""
        return np.asarray(np.maximum.reduce(self._in_passages).nonzero()[0])

    @once
    def having_all(self) -> Numbers:
        """The passages that have all of the topic so, in their order."""
        return np.asarray(np.minimum.reduce(self._in_passages).nonzero()[0])

    @once
    def _in_passages(self) -> Sequence[Numbers]:
        """How each thing of the topic is said in each passage."""
        return [said[: self._first_field] for said in self._said] or [np.zeros(self._first_field, np.int8)]

    def covered(self, number: int) -> float:
        """How much of the topic, by weight, stands in a passage or near it, 0 to 1."""
        field = self._first_field + self._index.in_field.item(number)
        rec = self._first_rec + self._index.in_recommendation.item(number)
        return self._share([_near(said.item(number), said.item(field), said.item(rec)) for said in self._said])

    def literal(self, number: int) -> float:
        """How much of the topic, by weight, stands in a passage in the very words asked, 0 to 1."""
        return self._share([float(said.item(number) == ITS_OWN) for said in self._said])

    def within(self, number: int) -> float:
        """How much of the topic, by weight, stands anywhere under a recommendation, which tells less, 0 to 1."""
        rec = self._first_rec + number
        return _NEAR_FIELD * self._share([_COUNTS[said.item(rec)] for said in self._said])

    @once
    def known(self) -> Sequence[bool]:
        """Whether the document has a word for each thing of the topic."""
        return [bool(np.count_nonzero(said[self._first_rec :])) for said in self._said]

    @once
    def tells(self) -> tuple[float, ...]:
        """What each thing of the topic tells."""
        return tuple([_weight(concept, self._index) for concept in self._topic])

    @once
    def whole(self) -> float:
        """What all of the topic tells."""
        return sum(self.tells)

    def _share(self, has: Sequence[float]) -> float:
        """The share of what the topic tells, where a text has so much of each thing."""
        found = sum([tells * part for tells, part in zip(self.tells, has, strict=True)])
        return found / self.whole if self.whole else 0.0


def _near(here: int, in_field: int, in_rec: int) -> float:
    """What a thing counts that is said so in a passage, in its field, and in its recommendation."""
    if here == ITS_OWN:
        return 1.0
    return max(_COUNTS[here], _NEAR_FIELD * _COUNTS[in_field], _NEAR_REC * _COUNTS[in_rec])


# One message asks the same of it several times.
@lru_cache(maxsize=32)
def scored(topic: tuple[Concept, ...], index: Index) -> Scored:
    """What every text has of a topic."""
    return Scored(topic, index)


@lru_cache(maxsize=1_000)
def _weight(concept: Concept, index: Index) -> float:
    """What a concept tells: by its own word where the document has it, else by the commonest word for it."""
    if index.by_passage.has(concept.stem):
        return index.by_passage.weight(concept.stem)
    known = [index.by_passage.weight(t) for t in concept.others if index.by_passage.has(t)]
    share = _UNKNOWN_EVERYDAY if spelling.common(concept.word) else _UNKNOWN
    return min(known, default=share * index.by_passage.weight(concept.stem))
