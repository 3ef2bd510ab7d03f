"""Reads forms and tables that are pasted into the chat as the order that their author would have typed."""

from __future__ import annotations

import re
from collections.abc import Container

from dialogs.words.wordings import REF
from knowledge.progress.reporting.statuses import status_of

_REC = r"(?:rec(?:ommendation)?s?|ref(?:erence)?)\.?(?:\s*(?:no\.?|number|#))?"
# "Rec: 10" on a line of its own, in a form that has a status on another.
_NUMBERED = re.compile(rf"^[ \t*•-]*\**{_REC}\**\s*[:=–-]\s*(?P<ref>{REF})[ \t]*$\n?", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"^[ \t*•-]*\**(?:b?rag|status)\b[^:\n]{0,20}[:=]", re.IGNORECASE | re.MULTILINE)
# What the columns of a table are called, and the labels of a report that they are.
_COLUMNS = (
    ("ref", re.compile(rf"{_REC}|no\.?|number|#", re.IGNORECASE)),
    ("status", re.compile(r"(?:b?rag|status).*", re.IGNORECASE)),
    ("narrative", re.compile(r"(?:progress|updates?|comments?|narrative|what has happened|notes?).*", re.IGNORECASE)),
    ("next step", re.compile(r"next.*|actions?", re.IGNORECASE)),
    ("due", re.compile(r"due.*|by|by when|date|deadline", re.IGNORECASE)),
    ("evidence", re.compile(r"evidence.*|links?", re.IGNORECASE)),
)
_MOST_ROWS = 60
_BARE = ("ref", "status", "narrative", "next step", "due", "evidence")  # the usual order, where no row names them


def as_order(text: str, refs: Container[str]) -> str:
    """A pasted form or table as an order; any other message as it is. `refs` are numbers, in lower case."""
    return _form(text, refs) or _table(text, refs) or text


def _form(text: str, refs: Container[str]) -> str:
    """ "RAG: Amber / Rec: 10 / Update: …" with the number first; empty for anything else."""
    found = list(_NUMBERED.finditer(text)) if "\n" in text else []
    if len(found) != 1 or found[0]["ref"].casefold() not in refs or not _STATUS.search(text):
        return ""
    return f"update {found[0]['ref']}:\n{text[: found[0].start()]}{text[found[0].end() :]}"


def _table(text: str, refs: Container[str]) -> str:
    """Rows of cells between tabs, each on one recommendation; empty for anything else."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.strip().split("\n")] if "\t" in text else []
    if not 0 < len(rows) <= _MOST_ROWS:
        return ""
    headings = [next((name for name, heading in _COLUMNS if heading.fullmatch(cell)), cell) for cell in rows[0]]
    headed = headings.count("ref") == headings.count("status") == 1
    names, rows = (headings, rows[1:]) if headed else ([*_BARE], rows)
    if any(len(row) > len(names) for row in rows) or len({*names}) < len(names):
        return ""
    orders = [_row(dict(zip(names, row, strict=False)), refs) for row in rows if any(row)]
    return "\n".join(orders) if orders and all(orders) else ""


def _row(cells: dict[str, str], refs: Container[str]) -> str:
    """A row as an update; what stands under another heading is told with it. Empty where it is none."""
    number = re.search(rf"{REF}$", cells.pop("ref", ""), re.IGNORECASE)
    status = cells.pop("status", "")
    if number is None or number[0].casefold() not in refs or status_of(status) is None:
        return ""
    told = [f"narrative: {cells.pop('narrative')}"] if cells.get("narrative") else []
    ends = [f"{name}: {cells.pop(name)}" for name in ("next step", "due", "evidence") if cells.get(name)]
    others = [f"comment: {heading}: {words}" for heading, words in cells.items() if words]
    return "; ".join([f"{number[0]}: {status}", *told, *others, *ends])
