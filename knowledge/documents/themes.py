"""Reads theme headings: number, title, and the recommendations that a heading lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.documents.paragraphs import text
from knowledge.documents.parts import Part
from knowledge.model import Theme

NO_THEME = Theme("", "")

_LIST = re.compile(r"\s*\((?i:rec(?:ommendation)?s?\.?)([^()]*)\)[.:]?\s*$")
_LISTED = re.compile(r"([A-Z]{0,4}[0-9]+(?:\.[0-9]+)*[a-z]?)(?:\s*(?:-|–|to)\s*([0-9]{1,3})\b)?")
_LONGEST_RANGE = 200
_NEAR = 5  # lines


def theme(heading: Part | None) -> Theme:
    """The theme of a heading; the empty one where there is no heading."""
    if heading is None:
        return NO_THEME
    return Theme(heading.label.ref, _LIST.sub("", _words(heading)).strip(" .:"))


def themes(headings: Iterable[Part]) -> tuple[Theme, ...]:
    """Every theme once, in the order of the document; a heading may be repeated on a later page."""
    return tuple(dict.fromkeys(theme(heading) for heading in headings))


def listed(heading: Part) -> tuple[str, ...]:
    """The references in brackets behind a title: "(Recommendations 1, 2, 3 and 4)", "(Recommendations 1-4)"."""
    found = _LIST.search(_words(heading))
    pairs = _LISTED.findall(found[1]) if found else []
    return tuple(ref for first, last in pairs for ref in _range(first, last))


def _words(heading: Part) -> str:
    """All of a heading that goes on in the next lines, or begins there."""
    return text([heading.label.rest, *heading.body[:_NEAR]], wrapped=False).partition("\n")[0]


def _range(first: str, last: str) -> list[str]:
    if not (last and first.isdigit() and int(first) <= int(last) <= int(first) + _LONGEST_RANGE):
        return [first, last] if last else [first]
    return [str(number) for number in range(int(first), int(last) + 1)]
