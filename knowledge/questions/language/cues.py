"""The forms of words by which people ask: cues.txt, read once for each reviewer's and council's names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from knowledge.questions.language import phrasebook
from knowledge.questions.language.phrasebook import Book
from knowledge.questions.language.words import stem

# What stands for a lead officer who is named, and for whose something is, where a text is compared without the name.
PERSON, PERSONS = "somebodynamed", "somebodynameds"
_WORDS = "words "


@cache
def phrases(reviewer: str = "", council: str = "") -> Book:
    """Every heading of cues.txt with its phrases; the reviewer's and the council's lower-case names put in."""
    names = {"<reviewer>": reviewer or "the reviewer", "<council>": council or "the council"}
    names |= {"<person>": PERSON, "<persons>": PERSONS}
    headings = {heading: lines for heading, lines in _sections().items() if not heading.startswith(_WORDS)}
    return Book({heading: phrasebook.compiled(lines, names) for heading, lines in headings.items()})


@cache
def idle(heading: str) -> frozenset[str]:
    """Stems that carry no topic once this heading is found; a term of several words is written with a _ between."""
    told = (w.split("_") for line in _sections().get(_WORDS + heading, []) for w in line.split())
    return frozenset(" ".join(map(stem, words)) for words in told)


@cache
def vocabulary() -> frozenset[str]:
    """Every plain word that cues.txt uses, so that a misspelt one can be mended."""
    return _plain_words(line.removeprefix("not ") for section in _sections().values() for line in section)


@cache
def asking() -> frozenset[str]:
    """The plain words that a form of words may be made of; those that only rule one out ("not ...") tell topics."""
    return _plain_words(line for section in _sections().values() for line in section if not line.startswith("not "))


def _plain_words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in re.findall(r"(?<![<\w-])[a-z]{3,}(?![>*\w-])", line))


@cache
def _sections() -> Mapping[str, list[str]]:
    return phrasebook.load(__package__, "cues.txt")
