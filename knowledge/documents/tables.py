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
    at, is_behind = 0, False
    while at < len(lines):
        if table := _table(lines, at):
            told = _told(lines) if told is None else told
            repeats = _repeats(table, told)
            found += [Line(at + 1, "", is_settled=True, ends=True)] if repeats else _lines(table)
            doubts += [REPEATED.format(line=at + 1)] if repeats else table.doubts
            at, is_behind = table.end, True
            continue
        ends = is_behind and bool(lines[at].strip())
        found.append(Line(at + 1, lines[at], ends=ends))
        at, is_behind = at + 1, is_behind and not ends
    return Layout(tuple(found), tuple(dict.fromkeys(doubts)))


def _told(lines: Sequence[str]) -> frozenset[str]:
    """The recommendations that the text opens by a word: "Recommendation 1"."""
    opened = (label(line) for line in lines)
    return frozenset(one.ref for one in opened if one and one.field is Field.RECOMMENDATION and one.ref)


def _repeats(table: Table, told: Collection[str]) -> bool:
    """Whether most rows are of recommendations that the text has, too."""
    refs = [one.ref for one in table.rows if isinstance(one, Row)]
    return sum(ref in told for ref in refs) * 2 > len(refs)


def _table(lines: Sequence[str], at: int) -> Table | None:
    """The table whose header is here, with a number for every recommendation; None where there is none."""
    found = separated(lines, at) or stacked(lines, at)
    if not found:
        return None
    asked = [one for one in found.rows if isinstance(one, Row) and one.asked]
    if not asked:
        return None
    if any(row.ref for row in asked):
        return replace(found, rows=tuple(_whole(found.rows)))
    return replace(found, rows=tuple(_counted(found.rows)), doubts=(*found.doubts, COUNTED))


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
