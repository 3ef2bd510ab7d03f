"""Tables whose header is repeated on each page, and whose cells may be coloured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Made
from docx.shared import Mm, Pt, RGBColor

from knowledge.progress.model import Status
from knowledge.progress.standings.brag import named
from knowledge.reports.colours import COLOURS
from knowledge.reports.text import fit
from knowledge.reports.word.page import element

HEADER = "E6E6E6"
SMALL = Pt(8.5)
_ON_A_PAGE = 700  # characters of the longest cell

# A cell: text, of which paragraphs that begin and end with ** are bold; or a status, which is coloured.
Cell = str | Status | None


def table(document: Made, titles: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[Cell]]) -> None:
    """A table with these columns, widths in millimetres."""
    made = document.add_table(rows=1, cols=len(titles))
    made.style = "Table Grid"
    made.autofit = False
    _repeat(made.rows[0])
    for cell, title in zip(made.rows[0].cells, titles, strict=True):
        _write(cell, f"**{title}**")
        _shade(cell, HEADER)
    for row in rows:
        added = made.add_row()
        _keep_together(added, row)
        for cell, content in zip(added.cells, row, strict=True):
            _status(cell, content) if content is None or isinstance(content, Status) else _write(cell, content)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    document.add_paragraph()


def _keep_together(row: Any, content: Sequence[Cell]) -> None:
    """On one page, unless it wouldn't fit on one."""
    if max(len(cell or "") for cell in content) <= _ON_A_PAGE:
        row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))


def _write(cell: Any, text: str) -> None:
    """Each line a paragraph of its own."""
    lines = fit(text).split("\n")
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        bold = len(line) > 4 and line.startswith("**") and line.endswith("**")
        run = paragraph.add_run(line[2:-2] if bold else line)
        run.bold, run.font.size = bold, SMALL


def _status(cell: Any, status: Status | None) -> None:
    """The status in words, on its colour."""
    colour, words = COLOURS[status], named(status)
    _write(cell, f"**{words[:1].upper()}{words[1:]}**")
    _shade(cell, colour.ground)
    for run in cell.paragraphs[0].runs:
        run.font.color.rgb = RGBColor.from_string(colour.ink)


def _shade(cell: Any, ground: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=ground))
