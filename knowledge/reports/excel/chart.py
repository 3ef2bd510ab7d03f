"""How the statuses changed, as a chart of Excel's own."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.progress.standings.brag import KEY
from knowledge.reports.colours import COLOURS

TITLE = "How many recommendations stand how"


def chart(sheet: Worksheet, days: int) -> BarChart:
    """Stacked columns over the table that begins in the sheet's first cell, with so many days."""
    made = BarChart()
    made.type, made.grouping, made.overlap, made.title = "col", "stacked", 100, TITLE
    values = Reference(sheet, min_col=2, max_col=len(KEY) + 1, min_row=1, max_row=days + 1)
    made.add_data(values, titles_from_data=True)
    made.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=days + 1))
    for series, status in zip(made.series, KEY, strict=True):
        colour = COLOURS[status]
        series.graphicalProperties.solidFill = colour.ground
        series.graphicalProperties.line.solidFill = colour.ink if colour.outline else colour.ground
    made.x_axis.number_format, made.x_axis.delete, made.y_axis.delete = "mmm yy", False, False
    made.y_axis.majorUnit = None
    made.width, made.height = 26, 12
    return made
