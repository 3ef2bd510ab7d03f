"""Reads a table that was saved with every cell on a line of its own, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from knowledge.documents.columns import Column, header, is_number
from knowledge.documents.groups import group
from knowledge.documents.labels import label
from knowledge.documents.layout import Line
from knowledge.documents.rows import Row, Table, reference, row
from knowledge.model import Field

_MOST = 14  # columns
_LONGEST_NAME = 60  # characters
_LINES = 4  # times as many lines as columns that a row may have

SURPLUS = (
    "Recommendation {ref} of the table has more lines than the table has columns. I took the ones too many for its "
    "{name}; please look at what I read there."
)
TOO_FEW = (
    "Recommendation {ref} of the table has fewer lines than the table has columns, so I can’t tell which is which: all "
    "but its text is read as one."
)


def stacked(lines: Sequence[str], at: int) -> Table | None:
    """The table whose header begins on a line, the number's column first; None where none does."""
    if not is_number(lines[at].strip()):
        return None
    names = list(takewhile(_is_name, lines[at : at + _MOST]))
    columns = header(names)
    return _table(lines, at + len(names), columns) if columns and columns[0].is_number else None


def _is_name(line: str) -> bool:
    """Whether a line may be a column's name: it isn't a row's number, nor a numbered theme."""
    opened = label(line)
    return bool(line.strip()) and len(line) <= _LONGEST_NAME and not (reference(line) or (opened and opened.ref))


def _table(lines: Sequence[str], start: int, columns: tuple[Column, ...]) -> Table:
    found: list[Row | Line] = []
    doubts: list[str] = []
    at = start
    while at < len(lines):
        if reference(lines[at]):
            after = _behind(lines, at, len(columns))
            cells, doubt = _cells(lines[at:after], columns)
            doubts += doubt
            found.append(row(columns, at + 1, cells))
            at = after
        elif (opens := group(lines[at])) and at + 1 < len(lines) and reference(lines[at + 1]):
            found.append(Line(at + 1, "", opens, is_settled=True))
            at += 1
        else:
            break
    return Table(columns, tuple(found), at, tuple(doubts))


def _behind(lines: Sequence[str], at: int, count: int) -> int:
    """The line behind the row that begins on a line: where the next begins, or as many further as there are columns."""
    straight = at + count
    if straight >= len(lines) or _starts(lines, straight):
        return min(straight, len(lines))
    others = (one for one in range(at + 2, min(at + _LINES * count, len(lines))) if _starts(lines, one))
    return next(others, straight)


def _starts(lines: Sequence[str], at: int) -> bool:
    """Whether a row begins on a line, or a heading right above one."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(reference(lines[at]) or (group(lines[at]) and reference(below)))


def _cells(found: Sequence[str], columns: Sequence[Column]) -> tuple[list[str], list[str]]:
    """The cells of a row's lines, and what isn't certain of them."""
    surplus = len(found) - len(columns)
    if surplus == 0:
        return list(found), []
    ref = reference(found[0])
    if surplus < 0:
        return _unsorted(found, columns), [TOO_FEW.format(ref=ref)]
    at = _widest(columns)
    cells = [*found[:at], "\n".join(found[at : at + surplus + 1]), *found[at + surplus + 1 :]]
    return cells, [SURPLUS.format(ref=ref, name=columns[at].name)]


def _widest(columns: Sequence[Column]) -> int:
    """The column that most likely has several lines in a cell: the leads', else the last."""
    leads = (at for at, column in enumerate(columns) if column.field is Field.LEADS)
    return next(leads, len(columns) - 1)


def _unsorted(found: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The number and the text in their columns, and all else in the one that takes any text."""
    asked = next(at for at, column in enumerate(columns) if column.field is Field.RECOMMENDATION)
    anything = next((at for at, column in enumerate(columns) if column.field is Field.RESPONSE), len(columns) - 1)
    cells = [*found[: asked + 1], *[""] * (len(columns) - len(found[: asked + 1]))]
    cells[anything] = "\n".join(filter(None, (cells[anything], *found[asked + 1 :])))
    return cells
