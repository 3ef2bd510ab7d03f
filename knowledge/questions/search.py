"""Ranks texts by what they have of the things asked about: BM25, with a thesaurus's words counting less."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from knowledge.questions.thesaurus import Concept
from knowledge.questions.words import stems

# BM25's usual saturation and length weights (Robertson and Zaragoza, 2009).
_K1 = 1.2
_B = 0.6
# What a thesaurus's word is worth beside the word that was typed.
_OTHER = 0.7
# A stem that stands in no text of a ranking, as a theme's title stands in no sentence.
NOWHERE = -1


class Places:
    """Where each stem stands in a row of stems."""

    def __init__(self, row: Iterable[str]) -> None:
        found: dict[str, array[int]] = defaultdict(lambda: array("i"))
        for place, term in enumerate(row):
            found[term].append(place)
        self._of: Mapping[str, array[int]] = dict(found)

    def __contains__(self, stem: object) -> bool:
        """Whether a single stem stands anywhere."""
        return stem in self._of

    def of(self, term: str) -> Sequence[int]:
        """Where a term begins; neighbouring stems ("seriou case review") are a term too."""
        first, *rest = term.split(" ")
        begins: Sequence[int] = self._of.get(first, ())
        for behind, stem in enumerate(rest, 1):
            there = {place - behind for place in self._of.get(stem, ())}
            begins = [place for place in begins if place in there]
        return begins


class Ranking:
    """Texts by number, ready to be searched."""

    def __init__(self, places: Places, text_at: array[int], size: int) -> None:
        """Make a ranking of `size` texts; `text_at` has the number of the text that each place belongs to."""
        self._places, self._text_at, self._size = places, text_at, size
        lengths = Counter(text_at)
        average = sum(lengths[number] for number in range(size)) / max(1, size)
        self._norms = array("d", (1 - _B + _B * lengths[n] / average if average else 1.0 for n in range(size)))

    @classmethod
    def of(cls, texts: Iterable[str]) -> Ranking:
        """A ranking of texts that no other ranking shares."""
        rows = [stems(text) for text in texts]
        text_at = array("i", (number for number, row in enumerate(rows) for _ in row))
        return cls(Places(stem for row in rows for stem in row), text_at, len(rows))

    def count(self, term: str) -> Mapping[int, int]:
        """How often a term stands in each text that has it."""
        return _counted(self, term) if term in self._places or " " in term else _IN_NONE

    def _count(self, term: str) -> Mapping[int, int]:
        ends, text_at = term.count(" "), self._text_at
        if not ends:
            found = Counter(map(text_at.__getitem__, self._places.of(term)))
        else:
            found = Counter(text_at[p] for p in self._places.of(term) if text_at[p] == text_at[p + ends])
        found.pop(NOWHERE, None)
        return found

    def weight(self, term: str) -> float:
        """How much a term tells (its inverse document frequency); an unknown one tells the most."""
        found = len(self.count(term))
        return math.log(1 + (self._size - found + 0.5) / (found + 0.5))

    def has(self, term: str) -> bool:
        """Whether any text has this stem, or these neighbouring ones."""
        return bool(self.count(term))

    def scores(self, concepts: Sequence[Concept]) -> dict[int, float]:
        """Each text's score, texts with nothing left out; a concept counts once, by the best of its words."""
        totals: dict[int, float] = defaultdict(float)
        for concept in concepts:
            for number, score in _best(self, concept).items():
                totals[number] += score
        return totals

    def having(self, concept: Concept) -> Set[int]:
        """The texts that have any of a concept's words."""
        return _best(self, concept).keys()

    def covered(self, concept: Concept, number: int) -> float:
        """1 where a text has the concept's own word, less where it has another for it, else 0."""
        if number in self.count(concept.stem):
            return 1.0
        return _OTHER if number in _best(self, concept) else 0.0

    def _best(self, concept: Concept) -> Mapping[int, float]:
        """Each text's score for one concept; none for those that have none of its words."""
        best: dict[int, float] = {}
        for term, worth in _worths(concept):
            counted = self.count(term)
            weight = worth * self.weight(term) if counted else 0.0
            for number, times in counted.items():
                score = weight * (times * (_K1 + 1) / (times + _K1 * self._norms[number]))
                if score > best.get(number, 0.0):
                    best[number] = score
        return best


_IN_NONE: Mapping[int, int] = {}


# The words of questions come again and again, in other questions.
@lru_cache(maxsize=5_000)
def _counted(ranking: Ranking, term: str) -> Mapping[int, int]:
    return ranking._count(term)


@lru_cache(maxsize=3_000)
def _best(ranking: Ranking, concept: Concept) -> Mapping[int, float]:
    return ranking._best(concept)


def _worths(concept: Concept) -> list[tuple[str, float]]:
    return [(concept.stem, 1.0), *((other, _OTHER) for other in concept.others)]
