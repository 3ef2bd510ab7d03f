"""The summary that somebody has just subscribed to, or was offered: what "it" is in the message after that."""

from __future__ import annotations

from dataclasses import replace

from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from knowledge.progress.model import Subscription
from knowledge.progress.sending.subscriptions import running
from knowledge.store.shelves import SUBSCRIPTIONS

PENDING = "subscription"
_KEPT = ("id", "member", "conversation", "schedule", "programme", "scope")


def remembered(turn: Turn, subscription: Subscription, *, before: str = "", offered: bool = False) -> Turn:
    """The turn, with what it is about; `before` is the id of the subscription that it took the place of.

    What is only `offered` has the id of the one that it would take the place of.
    """
    kept = {name: getattr(subscription, name) for name in _KEPT} | {"before": before, "offered": offered}
    return replace(turn, memory=replace(turn.memory, pending={PENDING: kept}))


def spoken_of(moment: Moment) -> Subscription | None:
    """What the last turn was about, if it was the speaker's own; it may have been offered only."""
    kept = moment.memory.pending.get(PENDING)
    if not kept or kept["member"] != moment.actor.key:
        return None
    return Subscription(**{name: kept[name] for name in _KEPT}, subject="summary", at=moment.message.at)


def is_offered(moment: Moment) -> bool:
    """Whether what was spoken of still waits for a yes."""
    return bool((moment.memory.pending.get(PENDING) or {}).get("offered"))


def what_comes(moment: Moment) -> Subscription | None:
    """What comes now of what was spoken of; None where that was only offered, or stopped since."""
    if (spoken := spoken_of(moment)) is None:
        return None  # as with nearly every message: what runs is looked through for the others alone
    return next((one for one in running(moment.records.reading) if one.id == spoken.id), None)


def before(moment: Moment) -> Subscription | None:
    """What it took the place of; None where it took nothing's."""
    kept = moment.memory.pending.get(PENDING) or {}
    return moment.records.reading.get(SUBSCRIPTIONS, kept.get("before") or "")
