"""Tells what every text of a programme has of a topic: how well it answers, and how much of the topic it covers."""

from __future__ import annotations

from functools import lru_cache

from knowledge.once import once
from knowledge.questions.language import spelling
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.searching.arrays import Doubles, Floats, Numbers, np
from knowledge.questions.searching.index import Index
from knowledge.questions.searching.search import ANOTHER, ITS_OWN, Told

# A sentence is read in its place: its field and its recommendation say what it is about.
_IN_FIELD, _IN_RECOMMENDATION = 0.45, 0.35
# What a topic's word counts where it stands in the same field, or the same recommendation, but not in the sentence.
_NEAR_FIELD, _NEAR_REC = 0.75, 0.5
# What it counts where it isn't said, is said in another word, or in its own.
_COUNTS = np.zeros(ITS_OWN + 1)
_COUNTS[[ANOTHER, ITS_OWN]] = 0.7, 1.0
# A word that the document never has tells against it, an everyday one ("moment") little, a special one ("bins") more.
_UNKNOWN, _UNKNOWN_EVERYDAY = 0.7, 0.5


class Scored:
    """One topic in every text, each by its number; what isn't needed for a score is worked out when it is asked."""

    def __init__(self, topic: tuple[Concept, ...], index: Index) -> None:
        self._topic, self._index, together = topic, index, index.together
        self._told: list[Told] = [together.told(concept) for concept in topic]
        points = np.add.reduce([one.points for one in self._told]) if topic else np.zeros(together.size, np.float32)
        self.alone, self.fields, self.recommendations = together.apart(points)

    @once
    def passages(self) -> Floats:
        """Each passage's score in its place."""
        field, rec = self.fields[self._index.in_field], self.recommendations[self._index.in_recommendation]
        in_place = self.alone + _IN_FIELD * field + _IN_RECOMMENDATION * rec
        return np.where(self.alone > 0, in_place, np.float32(0))

    @once
    def having(self) -> Numbers:
        """The passages that have a word of the topic, or another for it, in their order."""
        passages, _, _ = self._said
        return np.flatnonzero(np.logical_or.reduce(passages))

    @once
    def covered(self) -> Doubles:
        """How much of the topic, by weight, stands in each passage or near it, 0 to 1."""
        here, fields, recs = map(_COUNTS.__getitem__, self._said)
        near_field, near_rec = _NEAR_FIELD * fields, _NEAR_REC * recs
        near = np.maximum(near_field[:, self._index.in_field], near_rec[:, self._index.in_recommendation])
        return self._share(np.maximum(here, near))

    @once
    def literal(self) -> Doubles:
        """How much of the topic, by weight, stands in each passage in the very words asked, 0 to 1."""
        return self._share(self._said[0] == ITS_OWN)

    @once
    def within(self) -> Doubles:
        """How much of the topic, by weight, stands anywhere under each recommendation, which tells less."""
        return _NEAR_FIELD * self._share(_COUNTS[self._said[2]])

    @once
    def known(self) -> list[bool]:
        """Whether the document has a word for each thing of the topic."""
        return [bool(row.any()) for row in self._said[2]]

    @once
    def tells(self) -> tuple[float, ...]:
        """What each thing of the topic tells."""
        return tuple([_weight(concept, self._index) for concept in self._topic])

    @once
    def _said(self) -> tuple[Numbers, Numbers, Numbers]:
        """How each thing of the topic (a row) is said in each passage, each field, each recommendation."""
        together = self._index.together
        said = np.array([one.said for one in self._told], np.int8).reshape(len(self._told), together.size)
        passages, fields, recommendations = together.apart(said)
        return passages, fields, recommendations

    def _share(self, has: Doubles | Numbers) -> Doubles:
        """The share of all that the topic tells that each text has.

        It is summed up in the same order as the whole, so that who has everything has 1 to the last digit.
        """
        found, total = np.zeros(has.shape[1]), sum(self.tells)
        for tells, row in zip(self.tells, has, strict=True):
            found += tells * row
        return found / total if total else found


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
