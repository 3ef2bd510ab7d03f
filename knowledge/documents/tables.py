"""Finds the tables of a text, and turns them into lines under the names of their columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import count

from knowledge.documents import rows
from knowledge.documents.labels import label
from knowledge.documents.layout import Layout, Line
from knowledge.documents.rows import Row, Table
from knowledge.documents.separated import separated
from knowledge.documents.stacked import stacked
from knowledge.model import Field

REPEATED = (
    "The table on line {line} names recommendations that stand in the text as well. I read them in the text, and left "
    "the table out."
)
COUNTED = "The recommendations of the table have no numbers that I can read, so I counted them in their order."


def unfolded(lines: Sequence[str]) -> Layout:
    """The lines, with those of every table under the names of its columns. What follows a table belongs to no row."""
    found: list[Line] = []
    doubts: list[str] = []
    told: frozenset[str] | None = None
    is_behind = False
    for at, table in _pieces(lines):
        if table is None:
            ends = is_behind and bool(lines[at].strip())
            found.append(Line(at + 1, lines[at], ends=ends))
            is_behind = is_behind and not ends
            continue
        told = _told(lines) if told is None else told
        made = _layout(table, at, told)
        found += made.lines
        doubts += made.doubts
        is_behind = True
    return Layout(tuple(found), tuple(dict.fromkeys(doubts)))


def _pieces(lines: Sequence[str]) -> Iterator[tuple[int, Table | None]]:
    """The tables of recommendations, each at its first line, and every line of no such table."""
    at = 0
    while at < len(lines):
        table = separated(lines, at) or stacked(lines, at)
        after = table.end if table else at + 1
        if table and _asks(table):
            yield at, table
        else:
            yield from ((place, None) for place in range(at, after))
        at = after


def _layout(table: Table, at: int, told: Collection[str]) -> Layout:
    """The lines of a table; none but its place where the text tells the same."""
    if _repeats(table, told):
        return Layout((Line(at + 1, "", is_settled=True, ends=True),), (REPEATED.format(line=at + 1),))
    whole = _numbered(table)
    return Layout(tuple(_lines(whole)), whole.doubts)


def _told(lines: Sequence[str]) -> frozenset[str]:
    """The recommendations that the text opens by a word: "Recommendation 1"."""
    opened = (label(line) for line in lines)
    return frozenset(one.ref for one in opened if one and one.field is Field.RECOMMENDATION and one.ref)


def _repeats(table: Table, told: Collection[str]) -> bool:
    """Whether most rows are of recommendations that the text has, too."""
    refs = [one.ref for one in table.rows if isinstance(one, Row)]
    return sum(ref in told for ref in refs) * 2 > len(refs)


def _asks(table: Table) -> bool:
    """Whether any row holds a recommendation; without one, it is a table of something else."""
    return any(isinstance(one, Row) and one.asked for one in table.rows)


def _numbered(table: Table) -> Table:
    """The table with a number for every recommendation."""
    if any(isinstance(one, Row) and one.asked and one.ref for one in table.rows):
        return replace(table, rows=tuple(_whole(table.rows)))
    return replace(table, rows=tuple(_counted(table.rows)), doubts=(*table.doubts, COUNTED))


def _counted(found: Sequence[Row | Line]) -> Iterator[Row | Line]:
    numbers = count(1)
    yield from (replace(one, ref=str(next(numbers))) if isinstance(one, Row) else one for one in found)


def _whole(found: Sequence[Row | Line]) -> list[Row | Line]:
    """The rows with those that have no number in the one above them, which they go on with."""
    whole: list[Row | Line] = []
    for one in found:
        above = whole[-1] if whole else None
        if isinstance(one, Row) and not one.ref and isinstance(above, Row):
            whole[-1] = rows.joined(above, one)
        elif isinstance(one, Line) or one.ref:
            whole.append(one)
    return whole


def _lines(table: Table) -> Iterator[Line]:
    for one in table.rows:
        yield from rows.lines(table.columns, one) if isinstance(one, Row) else (one,)
