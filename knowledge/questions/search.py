"""Ranks texts by what they have of the things asked about: BM25, with a thesaurus's words counting less."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from knowledge.questions.thesaurus import Concept
from knowledge.questions.words import stems

# BM25's usual saturation and length weights (Robertson and Zaragoza, 2009).
_K1 = 1.2
_B = 0.6
# What a thesaurus's word is worth beside the word that was typed.
_OTHER = 0.7


class Ranking:
    """Texts by number, ready to be searched; building it is slow, asking it is quick."""

    def __init__(self, texts: Iterable[str]) -> None:
        found = [stems(text) for text in texts]
        counts = [_terms(f) for f in found]
        self._lengths = [len(f) for f in found]
        self._average = sum(self._lengths) / max(1, len(counts))
        self._postings: dict[str, dict[int, int]] = defaultdict(dict)
        for number, terms in enumerate(counts):
            for term, times in terms.items():
                self._postings[term][number] = times
        self._size = len(counts)

    def weight(self, term: str) -> float:
        """How much a term tells (its inverse document frequency); an unknown one tells the most."""
        found = len(self._postings.get(term, ()))
        return math.log(1 + (self._size - found + 0.5) / (found + 0.5))

    def has(self, term: str) -> bool:
        """Whether any text has this stem, or pair of stems."""
        return term in self._postings

    def scores(self, concepts: Sequence[Concept]) -> dict[int, float]:
        """Each text's score, texts with nothing left out; a concept counts once, by the best of its words."""
        totals: dict[int, float] = defaultdict(float)
        for concept in concepts:
            best: dict[int, float] = {}
            for term, worth in _worths(concept):
                weight = worth * self.weight(term)
                for number, times in self._postings.get(term, {}).items():
                    best[number] = max(best.get(number, 0.0), weight * self._saturated(times, number))
            for number, score in best.items():
                totals[number] += score
        return totals

    def covered(self, concept: Concept, number: int) -> float:
        """1 where a text has the concept's own word, less where it has another for it, else 0."""
        found = [worth for term, worth in _worths(concept) if number in self._postings.get(term, ())]
        return max(found, default=0.0)

    def _saturated(self, times: int, number: int) -> float:
        norm = 1 - _B + _B * self._lengths[number] / self._average
        return times * (_K1 + 1) / (times + _K1 * norm)


def _worths(concept: Concept) -> list[tuple[str, float]]:
    return [(concept.stem, 1.0), *((other, _OTHER) for other in concept.others)]


def _terms(found: list[str]) -> Counter[str]:
    """Stems, and runs of up to six neighbouring ones, so that "serious case review" is a term too."""
    terms = Counter(found)
    for length in range(2, 7):
        terms.update(" ".join(found[i : i + length]) for i in range(len(found) - length + 1))
    return terms
