"""What waits for its speaker, whatever it is, and what becomes of it when something else is said: never silence."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs import update
from dialogs.people import choosing
from dialogs.turns import proposing
from dialogs.turns.fitting import fitted
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn, beginning, ending

# Whatever can wait: an update, a yes or the rest of an order, the answer to "who is meant?".
_KINDS = (update, proposing, choosing)
YES_AND_MORE = "I haven’t taken your yes, since you said more with it."
_YES = re.compile(r"(?:yes|yep|yeah|yup)\b", re.IGNORECASE)


def reminder(moment: Moment) -> str:
    """That something is still open, and what it waits for; empty where nothing is."""
    return next(filter(None, (kind.reminder(moment) for kind in _KINDS)), "")


def dropped(moment: Moment) -> str:
    """That what waited isn't done, where something else takes its place; empty where nothing waited."""
    return next(filter(None, (kind.dropped(moment) for kind in _KINDS)), "")


def beside(turn: Turn, moment: Moment) -> Turn:
    """A turn that wasn't about what waits: that waits on and is named at the end, unless something new takes its place.

    A dialog that ends with a refusal or an answer ends itself, and nothing that was open before.
    """
    held = moment.memory.draft
    if not held or proposing.asks_again(turn, held) or choosing.asks_again(turn, held):
        return turn
    if turn.memory.draft and turn.memory.draft != held:
        return beginning(turn, dropped(moment))
    replies = tuple(map(fitted, turn.replies))  # so that what is named at the end isn't cut off
    kept = replace(turn, replies=replies, memory=replace(turn.memory, draft=proposing.interrupted(held)))
    said_yes = [YES_AND_MORE] if _YES.match(moment.message.text.strip()) and not moment.says("yes") else []
    return ending(kept, " ".join([*said_yes, reminder(moment)]))
