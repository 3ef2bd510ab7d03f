"""The action plan as CSV that Excel opens as it is meant: UTF-8 with its mark, days as 2026-11-23."""

from __future__ import annotations

import csv
from io import StringIO

from knowledge.reports.pack import Pack
from knowledge.reports.rows import Value, row, titles
from knowledge.reports.text import guarded


def separated(pack: Pack) -> bytes:
    """A line for the columns, and one for each recommendation."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(titles(pack))
    writer.writerows([_cell(value) for value in row(entry, pack)] for entry in pack.entries)
    return made.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else value.isoformat()
