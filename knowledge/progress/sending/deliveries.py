"""What becomes of a message that the bot owes: claimed by one process, sent, tried again, or given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto

from knowledge.progress.model import Delivery, State

# A process that claimed a message and was heard of no more: a try takes seconds.
ABANDONED = timedelta(minutes=5)
# What can't be delivered for so long isn't worth having any more: people can ask for it.
GIVE_UP = timedelta(hours=6)
# How often a message may be sent again though the one before may have arrived. One that comes twice is a nuisance,
# one that never comes is a broken promise; but a nuisance it is, so once, and the message says so.
DOUBTS = 1
A_MINUTE = timedelta(minutes=1)
OPEN = (State.DUE, State.CLAIMED)


class Outcome(Enum):
    """What came of sending something."""

    TAKEN = auto()
    LATER = auto()  # not taken; it may be later
    UNKNOWN = auto()  # nobody can tell
    REFUSED = auto()  # not taken, and never will be
    GONE = auto()  # the bot may not speak there any more


def claimable(delivery: Delivery | None, now: datetime) -> bool:
    """Whether somebody should take it on now; None is one of which nothing is kept yet."""
    if delivery is None:
        return True
    if delivery.state is State.CLAIMED:
        return _abandoned(delivery, now)
    return delivery.state is State.DUE and (delivery.again is None or delivery.again <= now)


def claimed(delivery: Delivery, now: datetime) -> Delivery:
    """It, taken on by whoever keeps this first; UNCERTAIN where it has been in doubt too often to be sent again."""
    if delivery.state is State.CLAIMED:
        delivery = replace(delivery, doubts=delivery.doubts + 1)
        if delivery.doubts > DOUBTS:
            return replace(delivery, state=State.UNCERTAIN)
    return replace(delivery, state=State.CLAIMED, claimed=now, begun=delivery.begun or now, again=None)


def settled(delivery: Delivery, outcome: Outcome, now: datetime, wait: timedelta, status: int = 0) -> Delivery:
    """It, after a try; `wait` is how long to wait before the next."""
    tried = replace(delivery, status=status)
    match outcome:
        case Outcome.TAKEN:
            return replace(tried, state=State.SENT, sent=now)
        case Outcome.LATER:
            later = replace(tried, failures=delivery.failures + 1)
            return _again(later, now + wait)
        case Outcome.UNKNOWN:
            doubtful = replace(tried, doubts=delivery.doubts + 1)
            again = doubtful.doubts <= DOUBTS
            return _again(doubtful, now + max(wait, A_MINUTE)) if again else replace(doubtful, state=State.UNCERTAIN)
        case _:
            return replace(tried, state=State.FAILED)


def dropped(delivery: Delivery) -> Delivery:
    """It, where nobody wants it any more."""
    return replace(delivery, state=State.DROPPED)


def _again(delivery: Delivery, at: datetime) -> Delivery:
    begun = delivery.begun or at
    return (
        replace(delivery, state=State.FAILED) if at - begun > GIVE_UP else replace(delivery, state=State.DUE, again=at)
    )


def _abandoned(delivery: Delivery, now: datetime) -> bool:
    return delivery.claimed is None or now - delivery.claimed >= ABANDONED
