"""Tells whether two questions are the same: in the same words, whatever their order, courtesies and smallest words."""

from __future__ import annotations

from functools import cache, lru_cache

from knowledge.questions.language import numbers
from knowledge.questions.language.words import plain, stem, word_list, words
from knowledge.questions.parsing.reading import LONGEST, tidy
from knowledge.questions.searching.index import Index

# Words that make no other question of it. It has no "was", "will", "not", "before" or "who": those do.
_IDLE = frozenset(
    "a an the is are am be been being do does of to in on for at by from with under about as and or so but then also "
    "i we you me us it its they them their our your my this that these those there hi hello hey please pls thanks "
    "thank cheers ta could can would tell know wonder wondering like ask just actually really now currently "
    "recommendation recommendations rec recs".split()
)
# With fewer things that it is about, a question says too little on its own to be known again elsewhere.
_ENOUGH = 3


@lru_cache(256)
def gist(question: str, index: Index) -> str:
    """What two wordings of a question have in common when they are the same: the stems of its words, in the order of
    the alphabet. Recommendations that are named don't count: they are compared as such. Empty where nothing is left.
    """
    text = tidy(plain(question[:LONGEST]), index)
    for start, end in reversed(numbers.named(text, index.by_ref).spans):
        text = text[:start] + " " * (end - start) + text[end:]
    return " ".join(sorted({stem(word) for word in words(text)} - _idle()))


def stands_alone(gist: str) -> bool:
    """Whether a question says enough to be known again where no recommendation is named."""
    return len({*gist.split()} - _small()) >= _ENOUGH


@cache
def _idle() -> frozenset[str]:
    return frozenset(map(stem, _IDLE))


@cache
def _small() -> frozenset[str]:
    """The stems of words that carry no topic."""
    return frozenset(map(stem, word_list("stopwords")))
