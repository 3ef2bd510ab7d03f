"""Answers questions over progress; what an officer reported is told apart from what the document says."""

from __future__ import annotations

from dialogs.managing import untaken
from dialogs.progress import briefing, changes, decisions, history, latest, listing, reasons, targets, whether
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases

# In this order: what asks for more in so many words comes before what asks for less.
_ANSWERS = (
    briefing.answer,
    decisions.answer,
    reasons.answer,
    whether.answer,
    changes.answer,
    history.answer,
    history.decided_by,
    history.last_updated,
    targets.answer,
    listing.answer,
    latest.answer,
)


def take(moment: Moment) -> Turn | None:
    """A question over progress; None for any other message."""
    index, reading = moment.index, moment.reading
    if index is None or reading is None or not reading.text:
        return None
    if (reading.named.missing and not reading.named.refs) or untaken.orders(moment):
        return None
    for answer in _ANSWERS:
        if (turn := answer(moment, index, reading)) is not None:
            return beginning(turn, phrases.within(index.programme, moment.knowledge.programmes))
    return None
