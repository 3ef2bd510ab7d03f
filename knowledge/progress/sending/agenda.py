"""What the bot owes of its own accord at a moment: regular summaries, reminders, and what didn't get through yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from knowledge.model import Programme
from knowledge.progress.model import Delivery, Role, Subscription
from knowledge.progress.schedules import Schedule, Unclear, owed, read_schedule
from knowledge.progress.sending.deliveries import OPEN, claimable
from knowledge.progress.sending.reminders import Round, in_hours, round_of
from knowledge.progress.sending.subscriptions import running
from knowledge.progress.standings.records import Records
from knowledge.store.protocol import Reading
from knowledge.store.reference import Reference
from knowledge.store.shelves import DELIVERIES, MEMBERS, PAUSES, REFERENCES, REMINDERS

SUMMARY, REMINDER, ESCALATION = "summary", "reminder", "escalation"
# Owed from the moment that somebody passes a question on, answers it, or puts their answer right.
QUESTION, ANSWER, CORRECTION = "question", "answer", "correction"


def agenda(
    reading: Reading, programmes: Iterable[Programme], now: datetime, timezone: ZoneInfo
) -> tuple[Delivery, ...]:
    """Everything that somebody should try to deliver now, each once; what has been begun comes first.

    Reminders are those on these programmes: with none of them, nobody is reminded.
    """
    begun = [delivery for state in OPEN for delivery in reading.find(DELIVERIES, state=state)]
    new = (*_summaries(reading, now, timezone), *_reminders(reading, tuple(programmes), now, timezone))
    wanted = {delivery.key: delivery for delivery in new if reading.get(DELIVERIES, delivery.key) is None}
    return tuple(filter(lambda one: claimable(one, now), begun)) + tuple(wanted.values())


def schedule_of(subscription: Subscription, now: datetime, timezone: ZoneInfo) -> Schedule | None:
    """When it is due; None for words that an older version wrote and nobody can read any more."""
    return _read(subscription.schedule, now.astimezone(UTC), timezone)


@lru_cache(maxsize=64)  # a thousand may have the same words, and all are read in the same moment
def _read(words: str, now: datetime, timezone: ZoneInfo) -> Schedule | None:
    found = read_schedule(words, now.astimezone(timezone))
    return None if found is None or isinstance(found, Unclear) else found.schedule


def todays_round(reading: Reading, programmes: Iterable[Programme], now: datetime, timezone: ZoneInfo) -> Round:
    """Today's reminders, as things stand now."""
    records = Records(reading)
    standings = [standing for programme in programmes for standing in records.standings(programme)]
    kept = (reading.all(MEMBERS), standings, reading.all(REMINDERS), reading.all(PAUSES))
    return round_of(*kept, now=now, timezone=timezone)


def chat_with(reading: Reading, member: str) -> Reference | None:
    """The private chat with a member, None where they never said anything in one."""
    found = reading.last(REFERENCES, 1, member=member) if member else ()
    return found[0] if found else None


def _summaries(reading: Reading, now: datetime, timezone: ZoneInfo) -> Iterator[Delivery]:
    for one in running(reading):
        schedule = schedule_of(one, now, timezone)
        if schedule and (due := owed(schedule, one.at, now, timezone)):
            key = f"{one.id}@{due:%Y-%m-%dT%H:%MZ}"
            yield Delivery(key, one.conversation, SUMMARY, due, member=one.member, subscription=one.id)


def _reminders(
    reading: Reading, programmes: tuple[Programme, ...], now: datetime, timezone: ZoneInfo
) -> Iterator[Delivery]:
    """Only for those whom the bot can write to."""
    if not (programmes and in_hours(now, timezone)):
        return
    found = todays_round(reading, programmes, now, timezone)
    managers = [one.key for one in reading.all(MEMBERS) if Role.MANAGER in one.roles] if found.escalations else []
    wanted = [(REMINDER, key) for key in found.items] + [(ESCALATION, key) for key in managers]
    day = now.astimezone(timezone).date().isoformat()
    for subject, member in wanted:
        if chat := chat_with(reading, member):
            yield Delivery(f"{subject}|{member}|{day}", chat.key, subject, now, member=member)
