"""The workbook: the action plan first, then how statuses changed, every update, and the key."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.progress.standings.brag import KEY, named
from knowledge.reports.colours import COLOURS
from knowledge.reports.excel.chart import chart
from knowledge.reports.excel.sheet import Cell, fill
from knowledge.reports.pack import Pack
from knowledge.reports.rows import row, titles
from knowledge.reports.text import fit
from knowledge.reports.trend import compares, trend

PLAN, TREND, HISTORY, MEANING = "Action plan", "Statuses over time", "Updates", "Key"
_WIDTHS = (6, 20, 60, 16, 70, 40, 70, 24, 17, 13, 16, 10, 46, 16, 13, 28, 13, 24)
_HISTORY = ("No.", "When", "By", "Kind", "Status", "Progress", "Next step", "Next step by", "Evidence")
_STATUS = "I"  # the column of the status in the action plan


def excel(pack: Pack) -> bytes:
    """The whole workbook."""
    book = Workbook()
    plan = book.active
    assert isinstance(plan, Worksheet)  # noqa: S101  # nosec B101: a new workbook has one
    plan.title = PLAN
    fill(plan, titles(pack), _WIDTHS, (row(entry, pack) for entry in pack.entries))
    _colour(plan, f"{_STATUS}2:{_STATUS}1048576")
    _trend(book.create_sheet(TREND), pack)
    history = book.create_sheet(HISTORY)
    fill(history, _HISTORY, (7, 18, 22, 12, 24, 70, 40, 14, 34), _history(pack))
    _colour(history, "E2:E1048576")
    key = book.create_sheet(MEANING)
    fill(key, ("Status", "Colour", "What it means"), (28, 16, 60), _key())
    _colour(key, "A2:A1048576")
    book.properties.title, book.properties.language = fit(pack.programme.title), "en-GB"
    book.properties.creator = ""
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _colour(sheet: Worksheet, cells: str) -> None:
    """The words decide the colour, so that it follows when somebody changes them."""
    for status in KEY:
        colour = COLOURS[status]
        ground = PatternFill("solid", bgColor=colour.ground)
        style = DifferentialStyle(fill=ground, font=Font(color=colour.ink))
        rule = Rule("cellIs", dxf=style, operator="equal", formula=[f'"{named(status)}"'])
        sheet.conditional_formatting.add(cells, rule)


def _trend(sheet: Worksheet, pack: Pack) -> None:
    points = trend(pack)
    heads = ("Day", *(named(status) for status in KEY))
    fill(sheet, heads, (14, *(26 for _ in KEY)), ((day, *(counts[s] for s in KEY)) for day, counts in points))
    if compares(points):
        sheet.add_chart(chart(sheet, len(points)), f"A{len(points) + 4}")


def _history(pack: Pack) -> Iterator[tuple[Cell, ...]]:
    for entry in pack.entries:
        for one in entry.updates:
            when = one.at.astimezone(pack.timezone).replace(tzinfo=None)
            said = (one.narrative, one.next_step, one.next_step_date, "\n".join(one.evidence))
            yield (one.ref, when, one.by_name, str(one.kind), named(one.status), *said)


def _key() -> Iterator[tuple[Cell, ...]]:
    for status, meaning in KEY.items():
        yield named(status), meaning.colour, meaning.means
