"""Turns a row of a table into lines, as they would stand under labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.columns import Column
from knowledge.documents.labels import REF, Label
from knowledge.documents.layout import Line
from knowledge.model import Field

_WORD = r"(?:(?i:recommendation|rec|action|no)\.? )?"
_NUMBER = re.compile(rf"{_WORD}{REF}[.:)]?")
_NUMBERED = re.compile(rf"{_WORD}{REF}(?:[.:)]\s*| ?[–—-] |\s+(?=[A-Z]))(?P<asked>\S.*)", re.DOTALL)
_OWN_WAY = re.compile(r"(?=.*\d)\S.{0,19}|[A-Z]")  # "SR (25/26) 01"
_UNNAMED = (Field.THEME, Field.RECOMMENDATION)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, and the number of the line that it begins on.

    `ref` and `asked` are the number and the text of its recommendation. Either may be empty: a row may go on with the
    one above it.
    """

    number: int
    cells: tuple[str, ...]
    ref: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's columns, its rows with the headings between them, and the index of the line behind it."""

    columns: tuple[Column, ...]
    rows: tuple[Row | Line, ...]
    end: int
    doubts: tuple[str, ...] = ()


def reference(cell: str) -> str:
    """The number of a recommendation that a cell holds; empty where it holds anything else."""
    found = _NUMBER.fullmatch(" ".join(cell.split()))
    return found["ref"] if found else ""


def row(columns: Sequence[Column], number: int, cells: Sequence[str]) -> Row:
    """A row with its recommendation's number, from a column of its own or from before the text."""
    pairs = list(zip(columns, cells, strict=True))
    number_cell = next((" ".join(cell.split()) for column, cell in pairs if column.is_number), "")
    asked = next(cell for column, cell in pairs if column.field is Field.RECOMMENDATION).strip()
    if number_cell:
        ref = reference(number_cell) or (number_cell if asked and _OWN_WAY.fullmatch(number_cell) else "")
        return Row(number, tuple(cells), ref, asked)
    found = _NUMBERED.fullmatch(asked)
    return Row(number, tuple(cells), *((found["ref"], found["asked"]) if found else ("", asked)))


def joined(first: Row, more: Row) -> Row:
    """A row with the cells of the one below that goes on with it."""
    pairs = zip(first.cells, more.cells, strict=True)
    cells = tuple("\n".join(filter(str.strip, pair)) for pair in pairs)
    return replace(first, cells=cells, asked="\n".join(filter(None, (first.asked, more.asked))))


def lines(columns: Sequence[Column], of: Row) -> Iterator[Line]:
    """The lines of a row under the names of its columns; those of columns nothing is known of go with its text."""
    filled = [(column, cell) for column, cell in zip(columns, of.cells, strict=True) if cell.strip()]
    asks = next(column for column in columns if column.field is Field.RECOMMENDATION)
    if theme := next((cell for column, cell in filled if column.field is Field.THEME), ""):
        yield from _under(Label(Field.THEME, ""), " ".join(theme.split()), of.number)
    yield from _under(Label(Field.RECOMMENDATION, asks.name, ref=of.ref), of.asked, of.number)
    named = [(column, cell) for column, cell in filled if not column.is_number and column.field not in _UNNAMED]
    for column, cell in sorted(named, key=lambda one: one[0].field is None):
        told = cell if column.field else f"{column.name}: {cell}"
        yield from _under(Label(column.field or Field.RECOMMENDATION, column.name), told, of.number)


def _under(opens: Label, cell: str, number: int) -> Iterator[Line]:
    first, *more = cell.strip().split("\n")
    yield Line(number, first, replace(opens, rest=" ".join(first.split())), is_settled=True)
    yield from (Line(number, line, is_settled=True) for line in more)
