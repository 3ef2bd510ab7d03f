"""Tells which recommendations mean something like a topic, where they may have none of its words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import is_stopword, stem
from knowledge.questions.searching.arrays import Floats, Halves, normal, np
from knowledge.questions.searching.lexicon import LEXICON, NONE
from knowledge.questions.searching.search import Ranking
from knowledge.questions.searching.vectors import SIZE


class Senses:
    """Each recommendation's wording and the whole of it as vectors.

    A text's vector is the mean of its words', each counting by how much it tells (Arora, Liang and Ma, 2017), without
    what all of the programme have in common.
    """

    def __init__(self, passages: Ranking, fields: Ranking, wholes: Ranking, wording: Sequence[int]) -> None:
        """Make them; `wording` has the number of the field that each recommendation is worded in, NONE without one."""
        self._passages, self._row = passages, passages.row
        told = passages.weights()[:, None] * self._row.meanings()
        own = normal(wholes.table() @ told)
        self._common = own.mean(0) if len(own) else np.zeros(SIZE, np.float32)
        worded = fields.table()[[n for n in wording if n != NONE]] @ told
        # Each recommendation's wording, then the whole of each.
        self.rows = np.concatenate((np.zeros(own.shape, np.float16), self._apart(own)))
        self.rows[: len(own)][[n != NONE for n in wording]] = self._apart(normal(worded))

    def alike(self, topic: Sequence[Concept]) -> tuple[Floats, Floats]:
        """How alike each recommendation's wording, and the whole of it, are to a topic: -1 to 1."""
        alike = _at_full_length(self) @ self._meaning(topic)
        return alike[: len(alike) // 2], alike[len(alike) // 2 :]

    def _apart(self, rows: Floats) -> Halves:
        """Vectors without what all have in common, in half the room."""
        return normal(rows - self._common).astype(np.float16)

    def _meaning(self, topic: Sequence[Concept]) -> Floats:
        """A topic's vector, as it was said and as a document would say it, both counting the same."""
        if not topic:
            return _NOTHING
        ways = normal(np.add.reduce([_ways(self, concept) for concept in topic]))
        return normal(np.add.reduce(ways) - self._common)

    def said(self, concept: Concept) -> Floats:
        """A concept's vector as it was said."""
        telling = [(word, self._passages.weight(stem(word))) for word in concept.word.split() if not is_stopword(word)]
        return np.asarray(sum((weight * LEXICON.vector(word) for word, weight in telling), _NOTHING))

    def meant(self, concept: Concept, said: Floats) -> Floats:
        """What the document says instead, as much as was said; else what was said."""
        others = [numbers for other in sorted(concept.others) if NONE not in (numbers := self._row.numbers(other))]
        if not others:
            return said
        every = [number for numbers in others for number in numbers]
        each = self._row.meaning(every)
        if len(every) > len(others):  # neighbouring stems mean something together
            lengths = np.array([len(numbers) for numbers in others])
            told = self._passages.tells(np.array(every))[:, None] * each
            each = normal(np.add.reduceat(told, lengths.cumsum() - lengths))
        return math.sqrt(said @ said) * normal(np.add.reduce(each))


# For the programmes that were asked last: it takes longer to make them so than to multiply them.
@lru_cache(maxsize=8)
def _at_full_length(senses: Senses) -> Floats:
    return senses.rows.astype(np.float32)


# The words of questions come again and again, in other questions.
@lru_cache(maxsize=1_000)
def _ways(senses: Senses, concept: Concept) -> Floats:
    """A concept's vectors in both ways."""
    said = senses.said(concept)
    return np.array([said, senses.meant(concept, said)])


_NOTHING = np.zeros(SIZE, np.float32)
