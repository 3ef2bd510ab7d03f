"""Several recommendations in rows, each leading to its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dialogs.cards import parts
from dialogs.words import phrases
from knowledge.questions.searching.index import Index

# Rows that a card shows before it says how many more there are: a screenful in Teams.
_ROWS = 15
PRESS = "Press one to open it, or say its number."


def table(refs: Sequence[str], index: Index, title: str = "") -> parts.Part:
    """A row a recommendation: what it is about, who leads it, what was decided, by when. Press one to open it."""
    rows = [_row(ref, index) for ref in refs[:_ROWS]]
    rest = (
        [parts.line(f"And {len(refs) - _ROWS} more: {', '.join(map(phrases.escaped, refs[_ROWS:]))}", subtle=True)]
        if len(refs) > _ROWS
        else []
    )
    heading = parts.heading(title or phrases.counted(len(refs), "recommendation").capitalize())
    return parts.card([heading, parts.line(PRESS, subtle=True), *parts.rows(rows), *rest])


@lru_cache(maxsize=2_000)
def _row(ref: str, index: Index) -> parts.Part:
    rec = index.by_ref[ref]
    who = ", ".join(phrases.escaped(lead.name) for lead in rec.leads) or "No lead officer"
    when = "; ".join(phrases.dates(rec.milestones)) or "no date given"
    decided = phrases.DECIDED[rec.decision]
    about = [
        parts.opening(phrases.recommendations((ref,))),
        parts.line(phrases.gist(index, ref)) | {"spacing": "None"},
        parts.line(f"{who} · {decided[:1].upper()}{decided[1:]} · {when}", subtle=True),
    ]
    return parts.tappable(
        {"type": "Container", "items": about, "separator": True, "spacing": "Small"},
        f"Tell me about recommendation {ref}",
    )
