"""Takes labels apart that share a line: "Response: Accepted | Owner: Jo Ash", "Lead: Jo Ash. Timescale: May 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.documents.labels import Label, label
from knowledge.documents.layout import Line
from knowledge.model import Field

_BAR = re.compile(r"\s*(?:\||\t| {4,})\s*")
_STOP = re.compile(r"(?<=[.;]) (?=[A-Z][\w’'() -]{1,30}: ?\S)")
_LONGEST = 2000  # characters; no line of labels is longer
_LAST = (Field.RESPONSE, Field.DECISION)  # what the text below such a line goes on with


def apart(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, one for each label."""
    for line in lines:
        may_share = line.text.count(":") > 1 and len(line.text) <= _LONGEST and not line.is_settled
        yield from _each(line) if may_share else [line]


def _each(line: Line) -> Sequence[Line]:
    """The lines of one, if all its parts are labels with what they say; what it answers comes last."""
    for mark in (_BAR, _STOP):
        pieces = [piece for piece in mark.split(line.text.strip()) if piece]
        labels = [label(piece) for piece in pieces]
        if len(pieces) > 1 and all(_tells(one) for one in labels):
            found = [replace(line, text=piece) for piece in pieces]
            return _answer_last(line, found, labels) if mark is _BAR else found
    return [line]


def _tells(one: Label | None) -> bool:
    return bool(one and one.rest)


def _answer_last(line: Line, found: Sequence[Line], labels: Sequence[Label | None]) -> Sequence[Line]:
    ordered = sorted(zip(found, labels, strict=True), key=lambda one: bool(one[1] and one[1].field in _LAST))
    moved = [line for line, _ in ordered]
    fields = {one.field for one in labels if one}
    if Field.DECISION in fields and Field.RESPONSE not in fields:
        moved.append(replace(line, text="", opens=Label(Field.RESPONSE, ""), is_settled=True))
    return moved
