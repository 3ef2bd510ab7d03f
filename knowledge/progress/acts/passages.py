"""Finds a passage within longer texts, however it is capitalised and spaced, and takes it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from knowledge.progress.acts.trail import REDACTED

# A text of so many words and characters says nothing else wherever it stands; shorter ones ("staff left") may.
_WORDS, _CHARACTERS = 4, 20
# What people type for one another.
_QUOTES = {"'": "['’‘`]", "’": "['’‘`]", "‘": "['’‘`]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}
_DASHES = dict.fromkeys("-–—", "[-–—]")


def finder(passages: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of these as whole words; None for none."""
    found = [_pattern(passage) for passage in sorted(passages, key=len, reverse=True) if passage.strip()]
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def telling(text: str) -> bool:
    """Whether a text is long enough to be looked for within others."""
    return len(text) >= _CHARACTERS and len(text.split()) >= _WORDS


def without(value: Any, find: re.Pattern[str]) -> Any:
    """A text, or several, or a JSON value, with the passages taken out."""
    match value:
        case str():
            return find.sub(REDACTED, value)
        case Mapping():
            return {name: without(inner, find) for name, inner in value.items()}
        case list() | tuple():
            return type(value)(without(inner, find) for inner in value)
    return value


def _pattern(passage: str) -> str:
    words = [re.escape(word) for word in passage.split()]
    spaced = r"\s+".join("".join(_alike(mark) for mark in _marks(word)) for word in words)
    before = r"(?<!\w)" if passage.strip()[0].isalnum() else ""
    return f"{before}{spaced}{_AFTER if passage.strip()[-1].isalnum() else ''}"


_AFTER = r"(?!\w)"


def _marks(word: str) -> list[str]:
    """The characters of an escaped word, each with its backslash."""
    return re.findall(r"\\.|.", word, re.DOTALL)


def _alike(mark: str) -> str:
    """A character, or all that are typed for it."""
    bare = mark.removeprefix("\\")
    return _QUOTES.get(bare) or _DASHES.get(bare) or mark
