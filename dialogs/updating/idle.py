"""Answers a yes or a no where nothing is waiting for one: delivered again, or pressed once too often."""

from __future__ import annotations

from datetime import timedelta

from dialogs.turns.agreeing import goes_ahead
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.smalltalk import CANCELLED
from knowledge.progress.model import Kind

NOTHING_WAITS = "Nothing is waiting for your yes, so I have changed nothing."
NOTHING_OPEN = "Nothing is open that you could go on with, so I have changed nothing."
# Said of a yes that may be the first one delivered again, and of one to something that isn't open any more.
LAST_SAVED = (
    "Nothing is waiting for your yes, so nothing was saved just now. Your last update, on Recommendation {ref}, is "
    "saved already."
)
# What a conversation may wait for that a yes or a no says something to.
_ANSWERED = frozenset({"choosing", "question"})
# What is said in the middle of something.
_STEPS = ("anyway", "skip", "back")
# So long after posting is a second "yes" the first one delivered again, or a press too many.
_TWICE = timedelta(minutes=10)
# More isn't posted in that time.
_LOOK_AT = 50


def take(moment: Moment) -> Turn | None:
    """A yes, a no or "skip", and nothing beside it, while nothing is asked; None for any other message."""
    if moment.memory.draft or not _ANSWERED.isdisjoint(moment.memory.pending):
        return None
    if goes_ahead(moment):
        return moment.turn(_saved_already(moment) or NOTHING_WAITS)
    if moment.says_any(_STEPS):
        return moment.turn(NOTHING_OPEN)
    return moment.turn(CANCELLED) if moment.says("no") else None


def _saved_already(moment: Moment) -> str:
    """That what the speaker confirmed a moment ago is saved; empty where they posted nothing just now."""
    mine = [u for u in moment.records.recent(_LOOK_AT) if u.by == moment.actor.key]
    last = mine[-1] if mine and moment.message.at - mine[-1].at < _TWICE else None
    if last is None or last.kind is not Kind.REPORT or last.withdrawn:
        return ""
    return LAST_SAVED.format(ref=phrases.escaped(last.ref))
