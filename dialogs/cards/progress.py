"""How recommendations stand, in rows that open, and what can be asked of one."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs import phrases
from dialogs.cards import parts
from knowledge.progress.standing import Standing

_ROWS = 15


def standings(rows: Sequence[tuple[Standing, str]]) -> parts.Part:
    """A row a recommendation, with its status in words. Press one to open it."""
    shown = [_row(standing, line) for standing, line in rows[:_ROWS]]
    rest = [parts.line(f"And {len(rows) - _ROWS} more.", subtle=True)] if len(rows) > _ROWS else []
    return parts.card([parts.heading(phrases.counted(len(rows), "recommendation").capitalize()), *shown, *rest])


def progress(refs: Sequence[str]) -> parts.Part:
    """What else can be asked, or done, about one recommendation; of several, which to open."""
    if len(refs) > 1:
        return parts.card([parts.heading("Open one")], [parts.button(ref, f"latest on {ref}") for ref in refs])
    (ref,) = refs
    buttons = [
        parts.button("Update", f"update {ref}"),
        parts.button("History", f"history of {ref}"),
        parts.button("What the document says", f"tell me about recommendation {ref}"),
    ]
    return parts.card([parts.line(f"Recommendation {ref}", bold=True)], buttons)


def _row(standing: Standing, line: str) -> parts.Part:
    rest = line.partition(": ")[2]
    items = [
        parts.line(phrases.recommendations((standing.ref,)), bold=True),
        parts.line(rest[:1].upper() + rest[1:], subtle=True),
    ]
    box = {"type": "Container", "items": items, "separator": True, "spacing": "Small"}
    return parts.tappable(box, f"latest on {standing.ref}")
