"""Ranks texts by what they have of the things asked about: BM25, with a thesaurus's words counting less.

So do words that only mean something alike; they count in a score, but having one isn't having the thing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import words
from knowledge.questions.searching.arrays import Floats, Numbers, compact, np, stretches
from knowledge.questions.searching.lexicon import LEXICON, NONE
from knowledge.questions.searching.row import Row

# BM25's usual saturation and length weights (Robertson and Zaragoza, 2009).
_K1 = 1.2
_B = 0.6
_SATURATED = np.float32(_K1 + 1)
# What a thesaurus's word is worth beside the word that was typed; one that means alike is worth no more.
_OTHER, _OWN = 0.7, 0.9
# A stem that stands in no text of a ranking, as a theme's title stands in no sentence.
NOWHERE = -1


class Ranking:
    """Texts by number, ready to be searched."""

    def __init__(self, row: Row, text_at: Numbers, size: int) -> None:
        """Make a ranking of `size` texts; `text_at` has the number of the text that each place belongs to.

        The texts stand in the row in the order of their numbers.
        """
        text_at = compact(text_at, size)
        self.row, self.size, self._text_at = row, size, text_at
        lengths = np.bincount(text_at[text_at >= 0], minlength=size)
        average = lengths.sum() / max(1, size)
        norms = ((1 - _B) + _B * lengths / average if average else np.ones(size)).astype(np.float32)
        self._saturation = _K1 * norms
        stood = text_at[order := row.order()]
        stems, texts = row.stems[order][stood >= 0], stood[stood >= 0]
        new = np.ones(len(texts), bool)
        new[1:] = (stems[1:] != stems[:-1]) | (texts[1:] != texts[:-1])
        first = np.flatnonzero(new)
        # Each stem's texts stand together, beginning where `_starts` says.
        self._texts, self._times = texts[first], compact(np.diff(first, append=len(texts)), len(texts))
        self._starts = np.searchsorted(stems[first], np.arange(len(row) + 1)).astype(np.int32)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Ranking:
        """A ranking of texts that no other ranking shares."""
        said = [words(text) for text in texts]
        row = Row(np.array([LEXICON[word] for text in said for word in text], np.int32))
        numbers = np.array([number for number, text in enumerate(said) for _ in text], np.int32)
        return cls(row, numbers[row.telling], len(said))

    def count(self, term: str) -> Mapping[int, int]:
        """How often a term stands in each text that has it; neighbouring stems ("seriou case review") are one too."""
        return _counted(self, term)

    def weight(self, term: str) -> float:
        """How much a term tells (its inverse document frequency); an unknown one tells the most."""
        return self._tells(len(self.count(term)))

    @property
    def most(self) -> float:
        """How much a term tells that stands nowhere, which is the most that any can."""
        return self._tells(0)

    def weights(self) -> Floats:
        """How much each stem of the row tells."""
        return self.tells(np.arange(len(self.row)))

    def has(self, term: str) -> bool:
        """Whether any text has this stem, or these neighbouring ones."""
        return bool(self.count(term))

    def scores(self, concepts: Sequence[Concept]) -> Floats:
        """Each text's score, 0 for one with nothing; a concept counts once, by the best of its words."""
        sought = _sought(self.row, tuple(concepts))
        stand = [self._standing(sought.stems), *(self._running(begins, length) for begins, length in sought.runs)]
        texts, times, found = map(np.concatenate, zip(*stand, strict=True)) if sought.runs else stand[0]
        which = np.repeat(np.arange(len(found)), found)
        points = (sought.worths * self._telling(found))[which] * times / (times + self._saturation[texts])
        best = np.zeros(len(concepts) * self.size, np.float32)
        np.maximum.at(best, (sought.of * self.size)[which] + texts, points * _SATURATED)
        return np.asarray(best.reshape(len(concepts), self.size).sum(0))

    def having(self, concept: Concept) -> Set[int]:
        """The texts that have any of a concept's words."""
        return _having(self, concept)

    def covered(self, concept: Concept, number: int) -> float:
        """1 where a text has the concept's own word, less where it has another for it, else 0."""
        if number in self.count(concept.stem):
            return 1.0
        return _OTHER if number in self.having(concept) else 0.0

    def table(self) -> Floats:
        """How often each text (a row) has each stem (a column)."""
        found = np.zeros((self.size, len(self.row)), np.float32)
        found[self._texts, np.repeat(np.arange(len(self.row)), np.diff(self._starts))] = self._times
        return found

    def _stood(self, term: str) -> tuple[Numbers, Numbers]:
        """The texts that have a term, and how often."""
        numbers = self.row.numbers(term)
        if NONE in numbers:
            return self._texts[:0], self._times[:0]
        if len(numbers) == 1:
            start, end = self._starts[numbers[0]], self._starts[numbers[0] + 1]
            return self._texts[start:end], self._times[start:end]
        return self._running(self.row.begins(numbers), len(numbers))[:2]

    def _standing(self, stems: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """The texts that have each of these stems, how often, and how many texts do."""
        starts = self._starts[stems]
        found = self._starts[stems + 1] - starts
        places = stretches(starts, found)
        return self._texts[places], self._times[places], found

    def _running(self, begins: Numbers, length: int) -> tuple[Numbers, Numbers, Numbers]:
        """The same for so many neighbouring stems; they begin in one text and end in the same."""
        texts = self._text_at[begins]
        times = np.bincount(texts[(texts >= 0) & (texts == self._text_at[begins + length - 1])])
        found = np.flatnonzero(times)
        return found, times[found], np.array([len(found)])

    def tells(self, numbers: Numbers) -> Floats:
        """How much some stems of the row tell, by their numbers."""
        return self._telling(self._starts[numbers + 1] - self._starts[numbers])

    def _telling(self, found: Numbers) -> Floats:
        """As `_tells`, of several."""
        return np.asarray(np.log(1 + (self.size - found + 0.5) / (found + 0.5)), np.float32)

    def _tells(self, found: int) -> float:
        return math.log(1 + (self.size - found + 0.5) / (found + 0.5))


# Where neighbouring stems begin, and how many they are.
_Run: TypeAlias = tuple[Numbers, int]


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for in a row: stems, and neighbouring ones.

    Each, the stems first, has what it is `worth`, and the number of the concept that it is `of`.
    """

    stems: Numbers
    runs: Sequence[_Run]
    worths: Floats
    of: Numbers


# All rankings of a row look for the same.
@lru_cache(maxsize=32)
def _sought(row: Row, topic: tuple[Concept, ...]) -> _Sought:
    each = [_terms(row, concept) for concept in topic]
    stems = [(of, *one) for of, (single, _) in enumerate(each) for one in single]
    runs = [(of, *one) for of, (_, several) in enumerate(each) for one in several]
    return _Sought(
        stems=np.array([stem for _, stem, _ in stems], np.int32),
        runs=[run for _, run, _ in runs],
        worths=np.array([worth for _, _, worth in (*stems, *runs)], np.float32),
        of=np.array([of for of, _, _ in (*stems, *runs)], np.int32),
    )


@lru_cache(maxsize=1_000)
def _terms(row: Row, concept: Concept) -> tuple[Sequence[tuple[int, float]], Sequence[tuple[_Run, float]]]:
    """A concept's stems, with those akin to it, and its neighbouring ones, each with what it is worth."""
    terms = [(row.numbers(term), worth) for term, worth in _worths(concept)]
    known = [(numbers, worth) for numbers, worth in terms if NONE not in numbers]
    single = [(numbers[0], worth) for numbers, worth in known if len(numbers) == 1]
    runs = [((row.begins(numbers), len(numbers)), worth) for numbers, worth in known if len(numbers) > 1]
    return [*single, *((number, worth * _OTHER) for number, worth in row.akin(concept))], runs


# The words of questions come again and again, in other questions.
@lru_cache(maxsize=5_000)
def _counted(ranking: Ranking, term: str) -> Mapping[int, int]:
    texts, times = ranking._stood(term)
    return dict(zip(texts.tolist(), times.tolist(), strict=True))


@lru_cache(maxsize=3_000)
def _having(ranking: Ranking, concept: Concept) -> Set[int]:
    return frozenset[int]().union(*(ranking.count(term) for term, _ in _worths(concept)))


def _worths(concept: Concept) -> list[tuple[str, float]]:
    """What each term of a concept is worth; one of a phrase's own words nearly as much as all of it."""
    own = concept.stem.split(" ")
    return [(concept.stem, 1.0), *((other, _OWN if other in own else _OTHER) for other in concept.others)]
