"""A sheet that can be filtered: a frozen header, fitting columns, and texts that are never formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.reports.text import in_cell

Cell = str | int | date | datetime | None

HEADER = PatternFill("solid", fgColor="E6E6E6")
TOP = Alignment(wrap_text=True, vertical="top")
_LINE = Side("thin", "C8C8C8")
EDGE = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
LINE, HIGHEST = 15, 409  # points: of a line, and of the highest row that Excel knows
DAY, MOMENT = "dd mmm yyyy", "dd mmm yyyy hh:mm"


def fill(sheet: Worksheet, titles: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a table from the first cell on; widths are in characters."""
    _write(sheet, 1, titles)
    sheet.row_dimensions[1].height = 2 * LINE
    for number, row in enumerate(rows, 2):
        _write(sheet, number, row)
        sheet.row_dimensions[number].height = _height(row, widths)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        head = sheet.cell(1, number)
        head.font, head.fill = Font(name="Calibri", bold=True), HEADER
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8  # A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Room for the longest cell, as far as Excel lets a row grow; nothing works that out when it is opened."""
    lines = max(_lines(value, width) for value, width in zip(row, widths, strict=True))
    return min(LINE * lines, HIGHEST)


def _lines(value: Cell, width: int) -> int:
    text = value if isinstance(value, str) else ""
    return sum(1 + len(line) * 11 // (width * 10) for line in text.split("\n"))


def _write(sheet: Worksheet, number: int, values: Sequence[Cell]) -> None:
    for column, value in enumerate(values, 1):
        cell: Any = sheet.cell(number, column)
        cell.alignment, cell.border = TOP, EDGE
        if isinstance(value, str):
            cell.value, cell.data_type = in_cell(value), "s"  # else what begins with "=" would be a formula
            cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        else:
            cell.value = value
            if isinstance(value, datetime):
                cell.number_format = MOMENT
            elif isinstance(value, date):
                cell.number_format = DAY
