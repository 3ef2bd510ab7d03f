"""What an officer has to update, each with the buttons that do it."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs import phrases
from dialogs.cards import parts
from knowledge.progress.model import Status
from knowledge.progress.standing import Standing

# Rows with buttons that a card shows; the text names the rest. More would be over Teams' size.
_ROWS = 20


def todo(rows: Sequence[tuple[Standing, str]]) -> parts.Part:
    """A row a recommendation: how it stands in words, and Update and No change."""
    return parts.card([parts.heading("To keep up to date"), *(_row(*row) for row in rows[:_ROWS])])


def _row(standing: Standing, line: str) -> parts.Part:
    ref = standing.ref
    buttons = [parts.button(f"Update {ref}", f"update {ref}")]
    if standing.latest and standing.status is not Status.COMPLETE:
        buttons.append(parts.button("No change", f"no change on {ref}"))
    named, _, rest = line.partition(": ")
    return {
        "type": "Container",
        "separator": True,
        "spacing": "Small",
        "items": [
            parts.line(phrases.recommendations((ref,)), bold=True) if named else parts.line(line),
            parts.line(rest[:1].upper() + rest[1:], subtle=True),
            {"type": "ActionSet", "actions": buttons, "spacing": "Small"},
        ],
    }
