"""What the bot says of its own accord: summaries that somebody asked for, reminders, and what managers are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from dialogs import regular
from dialogs.reminding import escalation, reminder
from dialogs.turn import Reply
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.progress.agenda import ESCALATION, REMINDER, SUMMARY, schedule_of, todays_round
from knowledge.progress.changes import Change
from knowledge.progress.model import Delivery, Reminder, Subscription
from knowledge.progress.people import actor
from knowledge.progress.period import Period, last_week
from knowledge.progress.records import Records
from knowledge.progress.schedules import last_due
from knowledge.progress.subscriptions import may_have
from knowledge.store.protocol import Reading
from knowledge.store.shelves import REFERENCES, REMINDERS, SUBSCRIPTIONS

PERHAPS_TWICE = "_You may have this twice: Teams didn’t tell me whether the first one arrived._"
LATE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a summary is to be about: a programme by name, or all; in words a part of it ("theme 2"), or everything."""

    programme: str
    scope: str
    period: Period


class Summarise(Protocol):
    """A summary for somebody, as of a moment (UTC)."""

    def __call__(self, knowledge: Knowledge, speaker: Person, at: datetime, wanted: Wanted) -> Reply:
        """See the class."""
        ...


@dataclass(frozen=True, slots=True)
class Unasked:
    """A message, and what is kept together with its having been sent."""

    reply: Reply
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes the messages; `person` finds whom a member's key means, with what the settings say of them."""

    knowledge: Callable[[], Knowledge]
    person: Callable[[str], Person]
    summarise: Summarise

    def __call__(self, delivery: Delivery, reading: Reading, now: datetime) -> Unasked | None:
        """What to send; None where there is nothing left to say, or nobody who may have it."""
        knowledge = self.knowledge().seeing(Records(reading))
        if delivery.subject == SUMMARY:
            return self._summary(delivery, reading, knowledge, now)
        if delivery.subject == REMINDER:
            return _reminder(delivery, reading, knowledge, now)
        return _escalation(reading, knowledge, now) if delivery.subject == ESCALATION else None

    def _summary(self, delivery: Delivery, reading: Reading, knowledge: Knowledge, now: datetime) -> Unasked | None:
        subscription = reading.get(SUBSCRIPTIONS, delivery.subscription)
        if subscription is None or subscription.ended:
            return None
        speaker = self.person(subscription.member)
        if not may_have(actor(speaker, knowledge.records), subscription.scope):
            return None
        period = _period(subscription, delivery.due, knowledge.timezone)
        reply = self.summarise(knowledge, speaker, now, Wanted(subscription.programme, subscription.scope, period))
        late = delivery.due if now - delivery.due >= LATE else None
        reference = reading.get(REFERENCES, delivery.conversation)
        shared = not (reference and reference.private)
        lines = [regular.late(late.astimezone(knowledge.timezone))] if late else []
        text = "\n\n".join([*lines, reply.text, regular.why(subscription, shared=shared)])
        return Unasked(replace(reply, text=text))


def doubtful(reply: Reply) -> Reply:
    """A message that may have arrived before."""
    return replace(reply, text=f"{PERHAPS_TWICE}\n\n{reply.text}")


def _period(subscription: Subscription, due: datetime, timezone: ZoneInfo) -> Period:
    """From the day of the one before to that of this one."""
    today = due.astimezone(timezone).date()
    schedule = schedule_of(subscription, due, timezone)
    before = last_due(schedule, due - timedelta(seconds=1), timezone) if schedule else None
    return Period(before.astimezone(timezone).date(), today) if before else last_week(today)


def _reminder(delivery: Delivery, reading: Reading, knowledge: Knowledge, now: datetime) -> Unasked | None:
    items = todays_round(reading, knowledge.programmes, now, knowledge.timezone).items.get(delivery.member)
    if not items:
        return None
    today: date = now.astimezone(knowledge.timezone).date()
    about = tuple(item.about for item in items)
    kept = Reminder(f"{delivery.member}/{today.isoformat()}", delivery.member, today, about)
    return Unasked(reminder(items, knowledge, today), (Change(REMINDERS, kept),))


def _escalation(reading: Reading, knowledge: Knowledge, now: datetime) -> Unasked | None:
    found = todays_round(reading, knowledge.programmes, now, knowledge.timezone).escalations
    if not found:
        return None
    names = {key: member.name for key in found if (member := knowledge.records.member(key))}
    return Unasked(escalation({names.get(key, "Somebody"): items for key, items in found.items()}, knowledge))
