"""What the bot says of its own accord: summaries that somebody asked for, reminders, and what managers are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs import summary
from dialogs.passing_on.posing import corrected, posed, replied
from dialogs.subscribing import regular
from dialogs.subscribing.reminding import escalation, reminder
from dialogs.turns.turn import Reply
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.progress.acts.actor import actor
from knowledge.progress.acts.changes import Change
from knowledge.progress.model import Delivery, Reminder, Role, Subscription
from knowledge.progress.schedules import last_due
from knowledge.progress.sending.agenda import (
    ANSWER,
    CORRECTION,
    ESCALATION,
    QUESTION,
    REMINDER,
    SUMMARY,
    schedule_of,
    todays_round,
)
from knowledge.progress.sending.reminders import Round
from knowledge.progress.sending.subscriptions import may_have, scope_of
from knowledge.progress.summaries.period import Period, last_week
from knowledge.progress.summaries.summary import Request
from knowledge.store.shelves import REFERENCES, REMINDERS, SUBSCRIPTIONS

PERHAPS_TWICE = "_You may have this twice: Teams didn’t tell me whether the first one arrived._"
LATE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Unasked:
    """A message, and what is kept together with its having been sent."""

    reply: Reply
    changes: tuple[Change, ...] = ()


def composed(
    delivery: Delivery, knowledge: Knowledge, now: datetime, person: Callable[[str], Person]
) -> Unasked | None:
    """What to send; None where there is nothing left to say, or nobody who may have it.

    `person` finds whom a member's key means. Raises what `Knowledge.summary` raises.
    """
    if delivery.subject == SUMMARY:
        return _summary(delivery, knowledge, now, person)
    if delivery.subject == REMINDER:
        return _reminder(delivery, knowledge, now)
    if delivery.subject == ESCALATION:
        return _escalation(knowledge, now)
    made = _ABOUT_QUESTIONS.get(delivery.subject)
    reply = made(delivery, knowledge.records.reading) if made else None
    return Unasked(reply) if reply else None


_ABOUT_QUESTIONS = {QUESTION: posed, ANSWER: replied, CORRECTION: corrected}


def doubtful(reply: Reply) -> Reply:
    """A message that may have arrived before."""
    return replace(reply, text=f"{PERHAPS_TWICE}\n\n{reply.text}")


def _summary(
    delivery: Delivery, knowledge: Knowledge, now: datetime, person: Callable[[str], Person]
) -> Unasked | None:
    reading = knowledge.records.reading
    subscription = reading.get(SUBSCRIPTIONS, delivery.subscription)
    if subscription is None or subscription.ended:
        return None
    reader = actor(person(subscription.member), knowledge.records)
    if not may_have(reader, subscription.scope):
        return None
    period = _period(subscription, delivery.due, knowledge.timezone)
    reply = summary.reply(knowledge, Request(period, scope_of(subscription)), now, exports=reader.is_(Role.MANAGER))
    reference = reading.get(REFERENCES, delivery.conversation)
    shared = not (reference and reference.private)
    late = [regular.late(delivery.due.astimezone(knowledge.timezone))] if now - delivery.due >= LATE else []
    return Unasked(replace(reply, text="\n\n".join([*late, reply.text, regular.why(subscription, shared=shared)])))


def _period(subscription: Subscription, due: datetime, timezone: ZoneInfo) -> Period:
    """From the day of the one before to that of this one."""
    today = due.astimezone(timezone).date()
    schedule = schedule_of(subscription, due, timezone)
    before = last_due(schedule, due - timedelta(seconds=1), timezone) if schedule else None
    return Period(before.astimezone(timezone).date(), today) if before else last_week(today)


def _reminder(delivery: Delivery, knowledge: Knowledge, now: datetime) -> Unasked | None:
    items = todays_round(knowledge.records.reading, knowledge.programmes, now, knowledge.timezone).items.get(
        delivery.member
    )
    if not items:
        return None
    today: date = now.astimezone(knowledge.timezone).date()
    about = tuple(item.about for item in items)
    kept = Reminder(f"{delivery.member}/{today.isoformat()}", delivery.member, today, about)
    return Unasked(reminder(items, knowledge, today), (Change(REMINDERS, kept),))


def _escalation(knowledge: Knowledge, now: datetime) -> Unasked | None:
    found = _round(knowledge, now).escalations
    if not found:
        return None
    names = {key: member.name for key in found if (member := knowledge.records.member(key))}
    return Unasked(escalation({names.get(key, "Somebody"): items for key, items in found.items()}, knowledge))


def _round(knowledge: Knowledge, now: datetime) -> Round:
    return todays_round(knowledge.records.reading, knowledge.programmes, now, knowledge.timezone)
