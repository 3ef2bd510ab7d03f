"""A document's texts as one row of numbered stems, and where each stem stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import is_stopword
from knowledge.questions.searching.arrays import Floats, Numbers, compact, distinct, normal, np
from knowledge.questions.searching.lexicon import LEXICON, NONE, likeness

# From this likeness on (1 is the same) a word may be meant by another; less than it is chance. Each word has the
# nearest few only. Both were found with the question banks, and hardly matter within wide bounds.
_AKIN, _NEAREST = 0.2, 5


class Row:
    """Texts' stems in order, stopwords left out, each as its number among the stems of this row."""

    def __init__(self, said: Numbers) -> None:
        """Make a row of words that are numbered by the lexicon."""
        stems = LEXICON.stems(said)
        self.telling = stems != NONE
        told = stems[self.telling]
        self.known = distinct(told)
        places = np.full(int(self.known[-1]) + 1 if len(self.known) else 0, NONE, np.int32)
        places[self.known] = np.arange(len(self.known))
        self._places = compact(places, len(self.known))
        self.stems = self._places[told]
        self._words = distinct(said[self.telling])

    def __len__(self) -> int:
        return len(self.known)

    def order(self) -> Numbers:
        """The places of the row, those of the same stem together."""
        return np.argsort(self.stems, kind="stable")

    def numbers(self, term: str) -> list[int]:
        """The numbers of a term's stems in this row; NONE for one that doesn't stand here."""
        places, stems = self._places, map(LEXICON.stem, term.split(" "))
        return [int(places[stem]) if NONE < stem < len(places) else NONE for stem in stems]

    def begins(self, numbers: Sequence[int]) -> Numbers:
        """Where neighbouring stems begin."""
        found = np.flatnonzero(self.stems[: max(0, len(self.stems) - len(numbers) + 1)] == numbers[0])
        for behind, number in enumerate(numbers[1:], 1):
            found = found[self.stems[found + behind] == number]
        return found

    @cached_property
    def _spoken(self) -> tuple[Numbers, Numbers]:
        """The words that stand here by their stems' numbers, and where in them each stem's begin, and the last end."""
        stems = np.searchsorted(self.known, LEXICON.stems(self._words))
        order = np.argsort(stems, kind="stable")
        return self._words[order], np.searchsorted(stems[order], np.arange(len(self.known) + 1)).astype(np.int32)

    def akin(self, concept: Concept) -> list[tuple[int, float]]:
        """The stems most alike a concept's words, by what they mean, and how much each is worth, 0 to 1."""
        return list(_akin(self, concept.word))

    def meanings(self) -> Floats:
        """Each stem's vector: what its words here have in common."""
        words, bounds = self._spoken
        begins = bounds[:-1]
        found = LEXICON.rows[words[begins]]
        others = np.ones(len(words), bool)
        others[begins] = False  # most stems have one word, and need no sum
        stems = np.searchsorted(begins, np.flatnonzero(others), side="right") - 1
        np.add.at(found, stems, LEXICON.rows[words[others]])
        return normal(found)

    def meaning(self, numbers: Sequence[int]) -> Floats:
        """The vectors of some stems, a row for each."""
        return np.array([_meaning(self, number) for number in numbers])


# The same stems stand for many words.
@lru_cache(maxsize=1_000)
def _meaning(row: Row, number: int) -> Floats:
    words, bounds = row._spoken
    return normal(np.add.reduce(LEXICON.rows[words[bounds[number] : bounds[number + 1]]]))


@lru_cache(maxsize=3_000)
def _akin(row: Row, said: str) -> tuple[tuple[int, float], ...]:
    words, bounds = row._spoken
    telling = [word for word in said.split() if not is_stopword(word)]
    if not telling or not len(words):
        return ()
    likest = np.maximum.reduce([likeness(word) for word in telling]) if len(telling) > 1 else likeness(telling[0])
    alike = np.maximum.reduceat(likest[words], bounds[:-1])
    near = (alike > _AKIN).nonzero()[0]
    if len(near) > _NEAREST:
        near = near[alike[near].argpartition(-_NEAREST)[-_NEAREST:]]
    return tuple(
        [(n, (much - _AKIN) / (1 - _AKIN)) for n, much in zip(near.tolist(), alike[near].tolist(), strict=True)]
    )
