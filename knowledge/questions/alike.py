"""Tells whether two questions are the same: in the same words, whatever their order, courtesies and small words."""

from __future__ import annotations

from knowledge.questions import numbers
from knowledge.questions.index import Index
from knowledge.questions.reading import LONGEST, tidy
from knowledge.questions.words import is_stopword, plain, stem, words

# Small words that make another question of it.
_TELLING = frozenset(
    "who whom whose what when where why how which not no never without before after until since more less most least "
    "all any every only first last next previous than against instead".split()
)
# Words that ask, and tell nothing of what.
_IDLE = frozenset(
    "please pls hi hello hey thanks thank cheers tell know say wonder wondering find out could would can you me us "
    "currently now yet actually just really recommendation recommendations rec recs".split()
)
# With fewer things that it is about, a question says too little on its own to be known again elsewhere.
ENOUGH = 3


def gist(question: str, index: Index) -> str:
    """What two wordings of a question have in common when they are the same: its telling words, each once, in order
    of the alphabet. Recommendations that are named don't count: they are compared as such. Empty where nothing tells.
    """
    text = tidy(plain(question[:LONGEST]), index)
    for start, end in reversed(numbers.named(text, index.by_ref).spans):
        text = text[:start] + " " * (end - start) + text[end:]
    return " ".join(sorted({stem(word) for word in words(text) if _tells(word)}))


def stands_alone(gist: str) -> bool:
    """Whether a question says enough to be known again where no recommendation is named."""
    return len({*gist.split()} - {stem(word) for word in _TELLING}) >= ENOUGH


def _tells(word: str) -> bool:
    return word in _TELLING or not (is_stopword(word) or word in _IDLE)
