"""Takes out the lines drawn between the parts of a document: rows of dashes, of stars and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.labels import label
from knowledge.documents.layout import Line
from knowledge.model import Field

_RULE = re.compile(r"\s*(?:[-–—_=*~#·.•] ?){3,}\s*|\s*[_─━═—]+\s*")
_FEWEST = 2  # recommendations with a rule above them


def ruled(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, blank for rules. Where recommendations stand between them, what follows one isn't the last's."""
    rules = {at for at, line in enumerate(lines) if not line.is_settled and _RULE.fullmatch(line.text)}
    below = {place for at in rules if (place := _below(lines, at)) is not None}
    opening = sum(_opens(lines[at]) for at in below)
    divides = opening >= _FEWEST and opening * 2 >= len(below)
    for at, line in enumerate(lines):
        if at in rules:
            yield replace(line, text="")
        else:
            yield replace(line, ends=True) if divides and at in below and not _opens(line) else line


def _below(lines: Sequence[Line], at: int) -> int | None:
    """The next line with anything on it."""
    places = range(at + 1, len(lines))
    return next((place for place in places if lines[place].text.strip()), None)


def _opens(line: Line) -> bool:
    found = line.opens or label(line.text)
    return bool(found and found.field is Field.RECOMMENDATION and found.ref)
