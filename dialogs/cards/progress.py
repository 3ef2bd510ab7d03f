"""Recommendations to open, and what can be asked or done about one."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.cards import parts
from dialogs.words import phrases
from knowledge.questions.searching.index import Index

# Rows that a card shows before it says how many more there are.
_ROWS = 15


def standings(refs: Sequence[str], index: Index) -> parts.Part:
    """What each is about, beside the text that says how it stands. Press one to open it."""
    shown = [_row(ref, index) for ref in refs[:_ROWS]]
    rest = [parts.line(f"And {len(refs) - _ROWS} more.", subtle=True)] if len(refs) > _ROWS else []
    return parts.card(
        [parts.heading(phrases.counted(len(refs), "recommendation").capitalize()), *parts.rows([*shown, *rest])]
    )


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
    return parts.card([parts.line(phrases.recommendations((ref,)), bold=True)], buttons)


def _row(ref: str, index: Index) -> parts.Part:
    items = [
        parts.opening(phrases.recommendations((ref,))),
        parts.line(phrases.gist(index, ref), subtle=True),
    ]
    box = {"type": "Container", "items": items, "separator": True, "spacing": "Small"}
    return parts.tappable(box, f"latest on {ref}")
