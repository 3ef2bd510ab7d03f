"""Numbers the words of every document, once for all of them, so that a text is a row of numbers."""

from __future__ import annotations

from array import array
from functools import lru_cache
from threading import RLock

from knowledge.questions.language.words import telling
from knowledge.questions.searching import vectors
from knowledge.questions.searching.arrays import Floats, Numbers, np

# The number of what has none: a stopword's stem, and a stem that no document has.
NONE = -1


class Lexicon(dict[str, int]):
    """Each lower-case word's number, told when it is first asked for; each has the number of its stem."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._stem_of = array("i")
        self._stems: dict[str, int] = {}
        self._rows = np.zeros((0, vectors.SIZE), np.float32)
        self._lock = RLock()  # documents are read in threads of their own

    def __missing__(self, word: str) -> int:
        with self._lock:
            if word not in self:
                key = telling(word)
                self._stem_of.append(self._stems.setdefault(key, len(self._stems)) if key else NONE)
                self.words.append(word)
                self[word] = len(self.words) - 1
        return self[word]

    def stem(self, stem: str) -> int:
        """The number of a stem, NONE where no document has it."""
        return self._stems.get(stem, NONE)

    def stems(self, numbers: Numbers) -> Numbers:
        """The numbers of these words' stems, NONE for stopwords."""
        with self._lock:
            return np.array(self._stem_of, np.int32)[numbers]

    @property
    def rows(self) -> Floats:
        """Each word's vector, in the order of their numbers."""
        with self._lock:
            if new := self.words[len(self._rows) :]:
                self._rows = np.concatenate([self._rows, vectors.units(new)])
            return self._rows

    def vector(self, word: str) -> Floats:
        """A word's vector; one that some document has is there already."""
        return self.rows[self[word]] if word in self else vectors.unit(word)


LEXICON = Lexicon()


def likeness(word: str) -> Floats:
    """How alike each word of the lexicon is to a word, -1 to 1, in the order of their numbers."""
    return _likeness(word, len(LEXICON.words))


@lru_cache(maxsize=128)
def _likeness(word: str, _size: int) -> Floats:
    return LEXICON.rows @ LEXICON.vector(word)
