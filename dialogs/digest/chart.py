"""How all stand, as a picture: a stacked bar where Teams draws it, a table with the same numbers where it doesn't."""

from __future__ import annotations

from typing import Any

from dialogs.cards import parts
from dialogs.digest.totals import counted
from knowledge.progress.days import spell
from knowledge.progress.model import Status
from knowledge.progress.standings.brag import coloured, named
from knowledge.progress.summaries.summary import Summary

TITLE = "How they stand"
NOW = "Now"
# Teams' names for colours in charts, and Adaptive Cards' for the ground of a table's cell.
_COLOURS: dict[Status | None, str] = {
    Status.OFF_TRACK: "attention",
    Status.AT_RISK: "warning",
    Status.ON_TRACK: "good",
    Status.NOT_STARTED: "divergingGray",
    Status.AWAITING_SIGN_OFF: "categoricalLightBlue",
    Status.COMPLETE: "categoricalBlue",
    None: "neutral",
}
_GROUNDS: dict[Status | None, str] = {
    Status.OFF_TRACK: "attention",
    Status.AT_RISK: "warning",
    Status.ON_TRACK: "good",
    Status.NOT_STARTED: "emphasis",
    Status.AWAITING_SIGN_OFF: "accent",
    Status.COMPLETE: "accent",
    None: "default",
}


def chart(summary: Summary) -> parts.Part:
    """Now above the beginning of the period; the words stand beside the colours."""
    rows = counted(summary)
    now, then = _dates(summary)
    return {
        "type": "Chart.HorizontalBar.Stacked",
        "title": TITLE,
        "data": [_bar(now, {s: after for s, _, after in rows}), _bar(then, {s: before for s, before, _ in rows})],
        "fallback": _table(rows, now, then),
    }


def _dates(summary: Summary) -> tuple[str, str]:
    period = summary.period
    return NOW if summary.current else spell(period.last), spell(period.first)


def _bar(title: str, values: dict[Status | None, int]) -> dict[str, Any]:
    points = [{"legend": named(s), "value": many, "color": _COLOURS[s]} for s, many in values.items() if many]
    return {"title": title, "data": points}


def _table(rows: list[tuple[Status | None, int, int]], now: str, then: str) -> parts.Part:
    lines = [_row(status, str(after), str(before)) for status, before, after in rows]
    return {
        "type": "Table",
        "columns": [{"width": 3}, {"width": 1}, {"width": 2}],
        "firstRowAsHeader": True,
        "showGridLines": True,
        "rows": [_header(TITLE, now, then), *lines],
    }


def _header(*titles: str) -> parts.Part:
    cells = [_cell(title) for title in titles]
    for cell in cells:
        cell["items"][0] |= {"weight": "Bolder"}
    return {"type": "TableRow", "cells": cells}


def _row(status: Status | None, now: str, then: str) -> parts.Part:
    name = coloured(status)
    return {
        "type": "TableRow",
        "cells": [_cell(name[:1].upper() + name[1:], _GROUNDS[status]), _cell(now), _cell(then)],
    }


def _cell(text: str, ground: str = "") -> parts.Part:
    return {"type": "TableCell", "items": [parts.line(text)]} | ({"style": ground} if ground else {})
