"""The forms of words that the dialogs listen for: forms.txt, read once."""

from __future__ import annotations

from functools import cache, lru_cache

from knowledge.questions.language import phrasebook
from knowledge.questions.language.words import expand, plain


def says(heading: str, text: str) -> bool:
    """Whether lower-case text has any phrase under this heading of forms.txt."""
    return bool(_forms()[heading].find(text))


def typed(heading: str, text: str) -> bool:
    """As `says`, of a text as somebody typed it, its short forms left as they are or written out."""
    return any(says(heading, said) for said in _ways(text))


def without(heading: str, text: str) -> str:
    """A text as somebody typed it without what has a phrase under this heading; the same text where nothing has."""
    said = plain(text).lower()
    spans = _forms()[heading].find(said)
    for start, end in reversed(spans):
        said = f"{said[:start]} {said[end:]}"
    return said if spans else text


def may_have(headings: tuple[str, ...], text: str) -> bool:
    """Whether a text as somebody typed it has a phrase under any of these headings, excepted ones counted as well.

    Else it has `typed` none of them. This takes as long as asking for one.
    """
    return any(_forms().may_have(headings, said) for said in _ways(text))


def _ways(text: str) -> tuple[str, ...]:
    """A text in lower case, its short forms as they are and, where that differs, written out."""
    said = plain(text)
    left, written = said.lower(), expand(said)
    return (left,) if left == written else (left, written)


@lru_cache(256)  # a button's words are the same each time, and so is much of what people say
def heard(text: str) -> frozenset[str]:
    """Every heading of which lower-case text has a phrase, which takes as long as asking for a dozen of them."""
    return _forms().heard(text)


def compile_all() -> None:
    """Compile every form, so that nobody waits for the first message that may have it."""
    _forms().compile()


@cache
def _forms() -> phrasebook.Book:
    sections = phrasebook.load(__package__, "forms.txt")
    return phrasebook.Book(
        {heading: phrasebook.compiled(lines, {}) for heading, lines in sections.items() if not _is_words(heading)}
    )


@cache
def words(heading: str) -> frozenset[str]:
    """The words under a heading that starts with "words"."""
    lines = phrasebook.load(__package__, "forms.txt")[f"words {heading}"]
    return frozenset(word for line in lines for word in line.split())


def _is_words(heading: str) -> bool:
    return heading.startswith("words ")
