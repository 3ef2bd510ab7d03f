"""Knows the columns of a table by their names: "Ref", "Recommendation", "By when", "RAG"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.documents.labels import STATUS, label
from knowledge.model import Field

_NUMBER = re.compile(
    r"(?:rec(?:ommendation)?s?|action|item|afi)?[ .]*(?:no|number|num|ref|reference|id|#)s?\.?|rec\.?|№|#",
    re.IGNORECASE,
)
_THEME = re.compile(r"(?:theme|priority area|work-?stream|strand|category|section|topic)s?", re.IGNORECASE)
_STATUS = re.compile(STATUS, re.IGNORECASE)
_FEWEST = 3  # columns; two words side by side are no table


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name as printed. `field` is what its cells are; None where its name doesn't tell."""

    name: str
    field: Field | None = None
    is_number: bool = False


def header(cells: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a row of names; none where the row is no such thing.

    One of them has to be the recommendation's, and most have to be known, or some where all begin as names do.
    """
    names = [" ".join(cell.split()) for cell in cells]
    if len(list(filter(None, names))) < _FEWEST or not any(map(_is_asked, names)):
        return ()
    columns = _apart([_column(name) for name in names])
    known = sum(bool(column.field or column.is_number) for column in columns)
    are_names = known >= _FEWEST and all(name[0].isupper() for name in names if name)
    unique = all(times == 1 for times in Counter(filter(None, names)).values())
    return tuple(columns) if unique and (are_names or known * 2 > len(list(filter(None, names)))) else ()


def is_number(name: str) -> bool:
    """Whether a column of this name holds the numbers of the recommendations."""
    return bool(_NUMBER.fullmatch(name))


def _is_asked(name: str) -> bool:
    return _column(name).field is Field.RECOMMENDATION


def _column(name: str) -> Column:
    if is_number(name):
        return Column(name, is_number=True)
    if _THEME.fullmatch(name):
        return Column(name, Field.THEME)
    if _STATUS.fullmatch(name):
        return Column(name, Field.POSITION)
    found = label(name[:1].upper() + name[1:])
    return Column(name, found.field if found and not (found.ref or found.rest) else None)


def _apart(columns: Sequence[Column]) -> list[Column]:
    """The same with one recommendation only: an action beside it is what will be done about it."""
    asked = [column for column in columns if column.field is Field.RECOMMENDATION]
    first = next((one for one in asked if "recommend" in one.name.lower()), asked[0])
    return [
        Column(column.name, Field.RESPONSE) if column in asked and column is not first else column for column in columns
    ]
