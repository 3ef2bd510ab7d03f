"""Plain text to plain words: one spelling of quotes, dashes and short forms, and the stems that search compares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

import snowballstemmer

from knowledge.questions import phrasebook

_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[a-z0-9]+(?:['&][a-z0-9]+)*", re.IGNORECASE)

_NOT = re.compile(r"\b(is|are|was|were|do|does|did|has|have|had|should|would|could|must|need)n't\b")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")


@cache
def word_list(heading: str) -> frozenset[str]:
    """The words under a heading of words.txt."""
    return frozenset(word for line in _sections()[heading] for word in line.split())


def is_stopword(word: str) -> bool:
    """Whether a lower-case word carries no topic of its own."""
    return word in word_list("stopwords")


def plain(text: str) -> str:
    """One line of text with straight quotes and hyphens, no emoji and single spaces; case is kept."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u2018\u2019\u201b\u02bc`\u00b4]", "'", text)
    text = re.sub("[\u201c\u201d\u00ab\u00bb]", '"', text)
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    if not (text.isascii() and text.isprintable()):  # most texts are, and have nothing to leave out
        text = "".join(c if unicodedata.category(c)[0] not in "SC" or c in "+=<>|^$£`~" else " " for c in text)
    return re.sub(r"\s+", " ", text).strip()


def expand(text: str) -> str:
    """Lower-case `plain` text with short forms written out: "who's" becomes "who is"."""
    text = _NOT.sub(r"\1 not", text.lower())
    for short, long in _short_forms():
        text = short.sub(long, text)
    return text


@cache
def _short_forms() -> list[tuple[re.Pattern[str], str]]:
    """Each form as whole words with what it means, in the file's order."""
    rows = [line.split(" = ") for line in _sections()["short forms"]]
    typed = [("|".join(map(re.escape, short.split(", "))), long) for long, short in rows]
    return [(re.compile(rf"\b(?:{short})(?![\w'])"), long) for short, long in typed]


@cache
def _sections() -> Mapping[str, list[str]]:
    return phrasebook.load(__package__, "words.txt")


def words(text: str) -> list[str]:
    """Lower-case words in order, possessives dropped; "OD&T" and "lead's" are one word each."""
    return _WORD.findall(_POSSESSIVE.sub("", plain(text).lower()))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The English Snowball stem of one lower-case word; American spellings end where British ones do."""
    return str(_STEMMER.stemWord(_british(word)))


def stems(text: str) -> list[str]:
    """The stems of a text's words in order, stopwords left out."""
    return [stem(w) for w in words(text) if w not in word_list("stopwords")]


def _british(word: str) -> str:
    """One spelling for -ise/-ize, -our/-or, -re/-er, -lled/-led, as the documents have them."""
    word = re.sub(r"(?<=[a-z]{3})iz(e|es|ed|ing|ation|ations)$", r"is\1", word)
    word = re.sub(r"(behavi|col|neighb|lab|fav|hon)or(?=s|al|ed|ing|hood|$)", r"\1our", word)
    return {"center": "centre", "centers": "centres", "program": "programme", "programs": "programmes"}.get(word, word)
