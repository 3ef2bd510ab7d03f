"""Ranks texts by what they have of the things asked about: BM25, with a thesaurus's words counting less.

So do words that only mean something alike; they count in a score, but having one isn't having the thing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import TypeAlias, TypeVar

from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import words
from knowledge.questions.searching.arrays import Floats, Numbers, compact, np, stretches
from knowledge.questions.searching.lexicon import LEXICON, NONE
from knowledge.questions.searching.row import Row

# BM25's usual saturation and length weights (Robertson and Zaragoza, 2009).
_K1 = 1.2
_B = 0.6
_SATURATED = np.float32(_K1 + 1)
_Rows = TypeVar("_Rows", Floats, Numbers)
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
        self.saturation = _K1 * norms
        stood = text_at[order := row.order()]
        stems, texts = row.stems[order][stood >= 0], stood[stood >= 0]
        new = np.ones(len(texts), bool)
        new[1:] = (stems[1:] != stems[:-1]) | (texts[1:] != texts[:-1])
        first = np.flatnonzero(new)
        # Each stem's texts stand together, beginning where `starts` says; they are numbered from `first` on.
        self.first, self.stood = 0, (texts[first], compact(np.diff(first, append=len(texts)), len(texts)))
        self.starts = np.searchsorted(stems[first], np.arange(len(row) + 1)).astype(np.int32)

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
        every = [self._alone.told(concept).points for concept in concepts]
        return np.asarray(np.add.reduce(every) if every else np.zeros(self.size, np.float32))

    @cached_property
    def _alone(self) -> Together:
        return Together(self)

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
        texts, times = self.stood
        found[texts - self.first, np.repeat(np.arange(len(self.row)), np.diff(self.starts))] = times
        return found

    def _stood(self, term: str) -> tuple[Numbers, Numbers]:
        """The texts that have a term, and how often."""
        numbers, (texts, times) = self.row.numbers(term), self.stood
        if NONE in numbers:
            return texts[:0], times[:0]
        if len(numbers) == 1:
            start, end = self.starts[numbers[0]], self.starts[numbers[0] + 1]
            return texts[start:end] - self.first, times[start:end]
        return self.running(self.row.begins(numbers), len(numbers))

    def running(self, begins: Numbers, length: int) -> tuple[Numbers, Numbers]:
        """The same for so many neighbouring stems; they begin in one text and end in the same."""
        texts = self._text_at[begins]
        times = np.bincount(texts[(texts >= 0) & (texts == self._text_at[begins + length - 1])])
        found = np.flatnonzero(times)
        return found, times[found]

    def tells(self, numbers: Numbers) -> Floats:
        """How much some stems of the row tell, by their numbers."""
        return self.telling(self.starts[numbers + 1] - self.starts[numbers])

    def telling(self, found: Numbers) -> Floats:
        """As `_tells`, of several."""
        return np.asarray(np.log(1 + (self.size - found + 0.5) / (found + 0.5)), np.float32)

    def _tells(self, found: int) -> float:
        return math.log(1 + (self.size - found + 0.5) / (found + 0.5))


# How a concept is said in a text: not at all, in another word, in its own.
UNSAID, ANOTHER, ITS_OWN = range(3)
# A term by the numbers of its stems, what it is worth, and how the concept is said with it.
_Term: TypeAlias = tuple[tuple[int, ...], float, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A concept in each text: its `points` there, by the best of its words, and how it is `said`."""

    points: Floats
    said: Numbers


class Together:
    """Several rankings of one row, searched at once: their texts are numbered one behind the other."""

    def __init__(self, *rankings: Ranking) -> None:
        self.row, self.rankings = rankings[0].row, rankings
        self._bounds = [0, *accumulate(each.size for each in rankings)]
        self.size = self._bounds[-1]
        texts = [each.stood[0] - each.first + first for each, first in zip(rankings, self.firsts, strict=True)]
        self._texts = compact(np.concatenate(texts), self.size)
        self._times = np.concatenate([each.stood[1] for each in rankings])
        begins = [0, *accumulate(map(len, texts))]
        for each, first, place in zip(rankings, self.firsts, pairwise(begins), strict=True):  # in the same room
            each.first, each.stood = first, (self._texts[slice(*place)], self._times[slice(*place)])
        # A row for each stem, in which each ranking has where its texts begin.
        self._starts = np.array(
            [each.starts + at for each, at in zip(rankings, begins, strict=False)], np.int32
        ).T.copy()
        self._saturation = np.concatenate([each.saturation for each in rankings])
        # How much a term tells, by how many texts of a ranking have it; the rankings' stand one behind the other.
        self._tells = np.concatenate([each.telling(np.arange(each.size + 1)) for each in rankings])
        self._tells_at = np.array(self.firsts) + np.arange(len(rankings))

    @property
    def firsts(self) -> Sequence[int]:
        """The number of each ranking's first text."""
        return self._bounds[:-1]

    def apart(self, rows: _Rows) -> tuple[_Rows, ...]:
        """What is told of each text, by the rankings that they are of."""
        return tuple([rows[..., begin:end] for begin, end in pairwise(self._bounds)])

    def told(self, concept: Concept) -> Told:
        """What every text has of a concept."""
        return _told(self, concept)

    def add_stems(self, terms: Sequence[_Term], told: Told) -> None:
        """Tell of terms of a single stem as well."""
        stems = np.array([number for (number,), _, _ in terms])
        starts = self._starts.take(stems, 0)
        found = self._starts.take(stems + 1, 0) - starts
        worths = np.array([worth for _, worth, _ in terms], np.float32)
        tells, lengths = self._tells.take(found + self._tells_at) * worths[:, None], found.ravel()
        places = stretches(starts.ravel(), lengths)
        texts = self._texts[places].astype(np.intp)
        points = self._points(tells.ravel().repeat(lengths), self._times[places], texts)
        np.maximum.at(told.points, texts, points)
        said = np.array([how for _, _, how in terms], np.int8).repeat(len(self.rankings))
        np.maximum.at(told.said, texts, said.repeat(lengths))

    def _points(self, tells: Floats, times: Numbers, texts: Numbers) -> Floats:
        """BM25's points of a term that tells so much and stands in these texts so often."""
        return np.asarray(tells * times / (times + self._saturation[texts]) * _SATURATED)

    def add_run(self, term: _Term, told: Told) -> None:
        """Tell of a term of neighbouring stems as well."""
        numbers, worth, how = term
        texts, times, tells = _standing(self, numbers)
        points = self._points(np.float32(worth) * tells, times, texts)
        told.points[texts] = np.maximum(told.points[texts], points)
        told.said[texts] = np.maximum(told.said[texts], how)


# The words of questions come again and again, in other questions.
@lru_cache(maxsize=1_000)
def _told(together: Together, concept: Concept) -> Told:
    told = Told(np.zeros(together.size, np.float32), np.zeros(together.size, np.int8))
    terms = _terms(together.row, concept)
    if single := [term for term in terms if len(term[0]) == 1]:
        together.add_stems(single, told)
    for term in terms:
        if len(term[0]) > 1:
            together.add_run(term, told)
    return told


# Many words have the same term for them.
@lru_cache(maxsize=500)
def _standing(together: Together, numbers: tuple[int, ...]) -> tuple[Numbers, Numbers, Floats]:
    """The texts that have these neighbouring stems, how often, and how much these tell in each."""
    begins, rankings = together.row.begins(numbers), together.rankings
    each = [ranking.running(begins, len(numbers)) for ranking in rankings]
    texts = np.concatenate([texts + first for first, (texts, _) in zip(together.firsts, each, strict=True)])
    times = np.concatenate([times for _, times in each])
    found = [(ranking, np.array([len(times)])) for ranking, (_, times) in zip(rankings, each, strict=True)]
    return texts, times, np.concatenate([ranking.telling(many).repeat(many) for ranking, many in found])


def _terms(row: Row, concept: Concept) -> list[_Term]:
    """A concept's terms that stand in the row, and the stems akin to it, with which it isn't said."""
    own = concept.stem.split(" ")
    others = [(other, _OWN if other in own else _OTHER, ANOTHER) for other in concept.others]
    terms = [(tuple(row.numbers(term)), worth, how) for term, worth, how in ((concept.stem, 1.0, ITS_OWN), *others)]
    akin = [((number,), worth * _OTHER, UNSAID) for number, worth in row.akin(concept)]
    return [*(term for term in terms if NONE not in term[0]), *akin]


# The words of questions come again and again, in other questions.
@lru_cache(maxsize=5_000)
def _counted(ranking: Ranking, term: str) -> Mapping[int, int]:
    texts, times = ranking._stood(term)
    return dict(zip(texts.tolist(), times.tolist(), strict=True))


@lru_cache(maxsize=3_000)
def _having(ranking: Ranking, concept: Concept) -> Set[int]:
    return frozenset[int]().union(*(ranking.count(term) for term in (concept.stem, *concept.others)))
