"""Reads a table whose cells have a tab, a comma or another mark between them, a row to a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.documents.columns import Column, header
from knowledge.documents.groups import group
from knowledge.documents.layout import Line
from knowledge.documents.rows import Row, Table, reference, row
from knowledge.model import Field

_MARKS = "\t,;|"
_CELLS = {mark: re.compile(rf'"((?:[^"]|"")*)"[ ]*(?={re.escape(mark)}|$)|([^{re.escape(mark)}]*)') for mark in _MARKS}
_QUOTE = {mark: re.compile(rf'(?:^|{re.escape(mark)})"') for mark in _MARKS}
_HINT = re.compile(r"recommend|action|improvement", re.IGNORECASE)
_LONGEST_HEADER = 1000  # characters
_MOST = 60  # lines that one row may go on over
_BLANK = 3  # lines that may stand between two rows

LEFT_OUT = "Line {line} has more cells than its table has columns, so I left it out: please look at it."


def separated(lines: Sequence[str], at: int) -> Table | None:
    """The table whose header stands on a line; None where none does."""
    if len(lines[at]) > _LONGEST_HEADER or not _HINT.search(lines[at]):
        return None
    for mark in (one for one in _MARKS if one in lines[at]):
        names, start = _record(lines, at, mark)
        if columns := header(names):
            return _table(_Sheet(lines, mark, columns), start)
    return None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The lines that a table stands in, the mark between its cells, and its columns."""

    lines: Sequence[str]
    mark: str
    columns: tuple[Column, ...]

    def whole(self, at: int) -> tuple[list[str], int]:
        """The cells of the row that begins on a line, and the line behind it: a cell of it may have several lines."""
        cells, after = self.cells(at)
        joined, behind = self._joined(cells, after) if self.mark == "\t" and self.begins(cells) else (cells, after)
        return (joined, behind) if len(joined) == len(self.columns) else (self._padded(cells), after)

    def cells(self, at: int) -> tuple[list[str], int]:
        """The cells of a line, without empty ones that are too many."""
        cells, after = _record(self.lines, at, self.mark)
        while len(cells) > len(self.columns) and not cells[-1].strip():
            cells.pop()
        return cells, after

    def begins(self, cells: Sequence[str]) -> bool:
        """Whether a row begins with these cells."""
        if len(list(filter(str.strip, cells))) < 2:
            return False
        number = next((at for at, column in enumerate(self.columns) if column.is_number), None)
        if number is None:
            return len(cells) == len(self.columns)
        return number < len(cells) and bool(reference(cells[number]))

    def row_follows(self, at: int) -> bool:
        """Whether the next line with anything on it begins a row."""
        filled = (place for place in range(at, min(at + _MOST, len(self.lines))) if self.lines[place].strip())
        place = next((one for one in filled if any(map(str.strip, self.cells(one)[0]))), None)
        return place is not None and self.begins(self.cells(place)[0])

    def _joined(self, cells: Sequence[str], after: int) -> tuple[list[str], int]:
        joined, first = list(cells), after
        while len(joined) < len(self.columns) and after < min(first + _MOST, len(self.lines)):
            more, behind = self.cells(after)
            if self.begins(more) or len(joined) + len(more) - 1 > len(self.columns):
                break
            joined[-1:] = [f"{joined[-1]}\n{more[0]}", *more[1:]]
            after = behind
        return joined, after

    def _padded(self, cells: list[str]) -> list[str]:
        return cells + [""] * (len(self.columns) - len(cells))


def _table(sheet: _Sheet, start: int) -> Table:
    """The rows from a line on, as far as they go."""
    found: list[Row | Line] = []
    doubts: list[str] = []
    at = end = start
    while at < len(sheet.lines) and at - end <= _BLANK:
        cells, after = sheet.whole(at)
        filled = [cell for cell in cells if cell.strip()]
        if filled:
            if len(cells) > len(sheet.columns):
                doubts.append(LEFT_OUT.format(line=at + 1))
            elif len(filled) == 1 and not _asks(sheet, cells):
                if not sheet.row_follows(after):
                    break
                _put_alone(found, at, filled[0], is_below=at == end)
            elif not _is_header(sheet, cells):
                found.append(row(sheet.columns, at + 1, cells))
            elif not found:
                break
            end = after
        at = after
    return Table(sheet.columns, tuple(found), end, tuple(doubts))


def _asks(sheet: _Sheet, cells: Sequence[str]) -> bool:
    """Whether the only cell of a row that is filled holds a recommendation, and is no heading across the row."""
    asked = next(at for at, column in enumerate(sheet.columns) if column.field is Field.RECOMMENDATION)
    return bool(cells[asked].strip()) and not group(cells[asked]) and len(cells) == len(sheet.columns)


def _is_header(sheet: _Sheet, cells: Sequence[str]) -> bool:
    """Whether a row is the header again, as at the top of a page."""
    return all(" ".join(cell.split()) == column.name for cell, column in zip(cells, sheet.columns, strict=True))


def _put_alone(found: list[Row | Line], at: int, cell: str, *, is_below: bool) -> None:
    """Puts a cell that is alone on its line where it belongs: a heading, the end of the last cell, or nothing's."""
    if opens := group(cell):
        found.append(Line(at + 1, "", opens, is_settled=True))
    elif reference(cell):
        return
    elif is_below and found and isinstance(last := found[-1], Row):
        found[-1] = replace(last, cells=(*last.cells[:-1], f"{last.cells[-1]}\n{cell}"))
    else:
        found.append(Line(at + 1, cell, is_settled=True, ends=True))


def _record(lines: Sequence[str], at: int, mark: str) -> tuple[list[str], int]:
    """The cells of a line, and the line behind it; a cell in quotes may go on over several."""
    text, after = lines[at], at + 1
    if _QUOTE[mark].search(text):
        while text.count('"') % 2 and after < min(at + _MOST, len(lines)):
            text, after = f"{text}\n{lines[after]}", after + 1
        if text.count('"') % 2:
            text, after = lines[at], at + 1
    return _split(text, mark), after


def _split(text: str, mark: str) -> list[str]:
    cells, at = [], 0
    while True:
        found = _CELLS[mark].match(text, at)
        quoted, plain = found.groups() if found else (None, text[at:])
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        at = found.end() + 1 if found else len(text) + 1
        if at > len(text):
            return cells
