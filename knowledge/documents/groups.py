"""Tells the headings that recommendations are grouped under without a number: "Safer streets"."""

from __future__ import annotations

import re

from knowledge.documents.labels import Label, label
from knowledge.model import Field

_HEADING = re.compile(r"[A-Z0-9“‘][^.!?:;,|\t]*")
_WORD = re.compile(r"[^\W\d_]{3}")
_LONGEST, _MOST_WORDS = 60, 8
_MARKUP = re.compile(r"^ ?#{1,6} |\*\*|__")
# What heads all recommendations, or what isn't about any, groups none of them.
_ALL = re.compile(
    r"\b(?:recommendations?|responses?|findings?|introduction|background|summary|conclusions?|actions?|plan)\b",
    re.IGNORECASE,
)


def heading(line: str) -> str:
    """The words of a line that looks like a heading, without markup; empty for any other."""
    clean = " ".join(_MARKUP.sub("", line).split())
    is_short = len(clean) <= _LONGEST and len(clean.split()) <= _MOST_WORDS
    return clean if is_short and _WORD.search(clean) and _HEADING.fullmatch(clean) and not label(clean) else ""


def group(line: str) -> Label | None:
    """The theme that a line opens, with a number or without one; None where it is no heading, or heads them all."""
    found = label(line)
    if found:
        return found if found.field is Field.THEME else None
    title = heading(line)
    return Label(Field.THEME, "", rest=title) if title and not _ALL.search(title) else None
