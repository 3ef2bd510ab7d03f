"""A CSV file's bytes to rows by column, whatever program saved it, with a sentence for each row that isn't one."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.documents import text
from knowledge.errors import UnreadableDocument, UnreadablePeople
from knowledge.legible import legible
from knowledge.progress.people import names

COLUMNS = ("name", "email", "object_id", "roles", "leads")

WORKBOOK = "The file is an Excel workbook. Save it as “CSV UTF-8” and import that."
NO_HEADER = "Line {line}: the first line must name the columns: name,email,object_id,roles,leads."
UNKNOWN = "Line {line}: there is no column “{column}”.{meant} Columns are name, email, object_id, roles and leads."
MEANT = " Did you mean “{column}”?"
COLUMN_TWICE = "Line {line}: the column “{column}” is there twice."
MISSING = "Line {line}: the column “name” is needed, and “email” or “object_id”."
NOBODY = "There is nobody in the file, only the names of the columns."
WIDTH = "Line {line}: it has {found} values, but there are {expected} columns. An empty value needs its separator, too."
NOT_CSV = "Line {line}: it can’t be read as CSV ({reason}), so neither can what follows."


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in one line, by column; runs of white space are one space."""

    line: int
    values: Mapping[str, str]


_Cells: TypeAlias = tuple[int, list[str]]


def rows(data: bytes) -> list[Row | str]:
    """Every row but blank ones, or a sentence in place of a row. Raises UnreadablePeople where none can be read."""
    cells = _cells(_lines(data))
    header = next(cells, (1, []))
    if isinstance(header, str):
        raise UnreadablePeople((header,))
    columns = _columns(*header)
    found = [one if isinstance(one, str) else _row(*one, columns) for one in cells]
    if not found:
        raise UnreadablePeople((NOBODY,))
    return found


def _row(line: int, values: Sequence[str], columns: Sequence[str]) -> Row | str:
    if len(values) != len(columns):
        return WIDTH.format(line=line, found=len(values), expected=len(columns))
    return Row(line, dict(zip(columns, values, strict=True)))


def _lines(data: bytes) -> list[str]:
    if data.startswith(b"PK"):
        raise UnreadablePeople((WORKBOOK,))
    try:
        return re.split(r"\r\n|\r|\n", text.decoded(data))
    except UnreadableDocument as error:
        raise UnreadablePeople((error.reason,)) from error


def _cells(lines: Sequence[str]) -> Iterator[_Cells | str]:
    """The values of each row with the line it begins in; a sentence where it stops being CSV."""
    header = next((line for line in lines if line.strip()), "")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=max(",;\t", key=header.count), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            values = [" ".join(value.split()) for value in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            yield NOT_CSV.format(line=line, reason=error)
            return
        if any(values):
            yield line, values


def _columns(line: int, header: Sequence[str]) -> list[str]:
    """The columns in the file's order. Raises UnreadablePeople with everything that is wrong with them."""
    columns = [_called(name) for name in header]
    if not set(columns) & set(COLUMNS):
        raise UnreadablePeople((NO_HEADER.format(line=line),))
    unknown = [name for name, column in zip(header, columns, strict=True) if column not in COLUMNS]
    problems = [UNKNOWN.format(line=line, column=legible(name), meant=_meant(name)) for name in unknown]
    problems += [COLUMN_TWICE.format(line=line, column=name) for name in COLUMNS if columns.count(name) > 1]
    if "name" not in columns or not {"email", "object_id"} & set(columns):
        problems.append(MISSING.format(line=line))
    if problems:
        raise UnreadablePeople(tuple(problems))
    return columns


def _called(name: str) -> str:
    """The column that a header means: "Object ID" and "E-mail" too."""
    bare = re.sub(r"[\s_-]", "", name.casefold())
    return next((column for column in COLUMNS if column.replace("_", "") == bare), bare)


def _meant(name: str) -> str:
    near = names.near(name, COLUMNS)
    return MEANT.format(column=near[0]) if near else ""
