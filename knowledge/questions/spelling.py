"""Mends typing mistakes: an unknown word becomes the domain's word that it clearly means, and no other."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

# How alike two words must be (1 = equal). One slip in a four-letter word gives 0.75, and at that length
# "weel" could be anything; from five letters on, one slip in four letters is still plainly the same word.
_ALIKE = 0.74
_SHORTEST = 4
# How often a word stands in pyspellchecker's corpus before it is an everyday one: "lead" stands 183,506 times,
# "outcome" 8,170, "smith" 1,006.
_EVERYDAY = 5_000
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """Words that people know, from pyspellchecker's list of film subtitles and books."""
    return frozenset(SpellChecker(language="en").word_frequency.dictionary)


def known(word: str) -> bool:
    """Whether a lower-case word is English as most people write it."""
    return word in _english()


def mend(text: str, vocabulary: Collection[str]) -> str:
    """Lower-case text with each word that is neither English nor in the vocabulary mended towards the vocabulary."""
    return _WORD.sub(lambda match: _mended(match[0], vocabulary), text)


def _mended(word: str, vocabulary: Collection[str]) -> str:
    if len(word) < _SHORTEST or word in vocabulary or "'" in word or known(word):
        return word
    return nearest(word, vocabulary) or word


def nearest(word: str, vocabulary: Collection[str]) -> str | None:
    """The vocabulary's word most like this one, if it is alike enough and starts the same."""
    alike = [w for w in vocabulary if w[:1] == word[:1] and abs(len(w) - len(word)) <= max(2, len(word) // 4)]
    found = process.extractOne(word, alike, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
    return found[0] if found else None


def common(word: str) -> bool:
    """Whether a lower-case word is an everyday one, more likely itself than anybody's name."""
    return word in _everyday()


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    frequency = SpellChecker(language="en").word_frequency.dictionary
    return frozenset(word for word, times in frequency.items() if times >= _EVERYDAY)
