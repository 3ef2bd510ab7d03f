"""What goes out regularly, to whom, and who may have it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from knowledge.progress.acts.actor import Actor
from knowledge.progress.acts.changes import Change, Occasion, apply, audited
from knowledge.progress.model import Role, Subscription
from knowledge.progress.summaries.summary import Scope
from knowledge.store.protocol import Reading, Transaction
from knowledge.store.shelves import SUBSCRIPTIONS

THE_BOT = Actor(key="bot", name="the bot")


def home(conversation: str) -> str:
    """A conversation without the thread in it that something was said in: in a channel, the channel itself."""
    return conversation.partition(";messageid=")[0]


def running(reading: Reading) -> tuple[Subscription, ...]:
    """The subscriptions that haven't been stopped."""
    return tuple(one for one in reading.all(SUBSCRIPTIONS) if one.ended is None)


def may_have(actor: Actor, scope: str) -> bool:
    """Whether somebody may have a summary: managers any, leads that of one of their own names."""
    return actor.is_(Role.MANAGER) or (bool(actor.key and scope) and scope in actor.leads)


def scope_of(subscription: Subscription) -> Scope:
    """What a summary is to be about."""
    programmes = (subscription.programme,) if subscription.programme else ()
    kind, _, number = subscription.scope.partition(" ")
    if kind == "theme":
        return Scope(programmes, themes=(number,))
    return Scope(programmes, people=(subscription.scope,) if subscription.scope else ())


def started(subscription: Subscription, occasion: Occasion) -> tuple[Change, ...]:
    """A new subscription."""
    return audited(occasion, "subscribed", Change(SUBSCRIPTIONS, subscription), subject=_subject(subscription))


def stopped(subscription: Subscription, occasion: Occasion) -> tuple[Change, ...]:
    """A subscription's end; it is kept, so that one can see what was sent."""
    after = replace(subscription, ended=occasion.at)
    return audited(occasion, "unsubscribed", Change(SUBSCRIPTIONS, after), subscription, _subject(subscription))


def unreachable(transaction: Transaction, conversation: str, now: datetime) -> None:
    """End what goes to a conversation in which the bot may not speak any more."""
    for one in running(transaction):
        if one.conversation == conversation:
            apply(stopped(one, Occasion(THE_BOT, now, conversation)), transaction)


def _subject(subscription: Subscription) -> str:
    return f"subscription/{subscription.id}"
