"""What an officer has to update, each with the buttons that do it."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.cards import parts
from dialogs.words import phrases
from knowledge.progress.standings.standing import Standing
from knowledge.questions.searching.index import Index

# Rows with buttons that a card shows; the text names the rest. More would be over Teams' size.
_ROWS = 20


def todo(standings: Sequence[Standing], index: Index) -> parts.Part:
    """What each is about, beside the text that says how it stands, with Update and No change."""
    rows = [_row(standing, index) for standing in standings[:_ROWS]]
    return parts.card([parts.heading("To keep up to date"), *parts.rows(rows)])


def _row(standing: Standing, index: Index) -> parts.Part:
    ref = standing.ref
    buttons = [parts.button(f"Update {ref}", f"update {ref}")]
    if standing.latest:
        buttons.append(parts.button("No change", f"no change on {ref}"))
    return {
        "type": "Container",
        "separator": True,
        "spacing": "Small",
        "items": [
            parts.line(phrases.recommendations((ref,)), bold=True),
            parts.line(phrases.gist(index, ref), subtle=True),
            {"type": "ActionSet", "actions": buttons, "spacing": "Small"},
        ],
    }
