"""Lets people have a summary regularly, here or in a channel, see what they have, and stop it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dialogs.subscribing import regular
from dialogs.subscribing.scopes import own_name, scope_in, scope_words
from dialogs.subscribing.spoken_of import remembered
from dialogs.subscribing.wanted import repeats, unheard
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, propose
from dialogs.turns.rights import denied
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.acts.changes import fresh
from knowledge.progress.days import spell
from knowledge.progress.model import Role, Subscription
from knowledge.progress.schedules import Every, Schedule, Unclear, next_due, read_schedule
from knowledge.progress.schedules.reading import Found
from knowledge.progress.sending.agenda import chat_with
from knowledge.progress.sending.subscriptions import home, may_have, running, started, stopped
from knowledge.store.reference import Reference
from knowledge.store.shelves import REFERENCES

OFFER = "{whom} will get the {title} {when}, first on {first}.{notes}"
YOU, HERE = "You", "Everybody in this conversation"
NINE_ASSUMED = "You didn’t say when, so I took 09:00."
DAY_ASSUMED = "You didn’t say on which day, so I took this one."
WEEKENDS_TOO = "That is weekends, too; “every weekday” leaves them out."
HOLIDAYS = "A bank holiday puts it off to the next working day."
MONTHLY = "At a weekend or on a bank holiday it comes on the next working day."
INSTEAD = "It replaces the one that comes {when} now."
PRIVATELY = "It goes to our private chat."
SUBSCRIBED = "Done: the {title} comes {when}, first on {first}. To stop it, say “{stop}”."
ALREADY = "The {title} comes {when} already. To stop it, say “{stop}”."
NO_CHAT = (
    "I’d send it to our private chat, but there you haven’t written to me yet. Say hello to me there and ask again."
)
NO_WAY = "I can send things regularly in Teams only, and from here I don’t know how to reach you. Nothing has changed."
WHICH_SCOPE = (
    "I don’t know what “{words}” is. A summary can be about everything, a theme or a lead: "
    "“send me the summary for theme 2 every Monday at 9”. Nothing has changed."
)
ONLY_YOURS = "You can have the summary of what you lead yourself: “send me my summary every Monday”. {managers}"
RHYTHMS = "daily, every weekday, weekly, fortnightly or monthly"
HOW_OFTEN = (
    f"I can’t tell how often, or when. I can send it {RHYTHMS}, such as “every Monday at 9” or “monthly on the 31st”. "
    "Nothing has changed."
)
PARTLY = (
    "I understand “{when}”, but not “{words}”, so nothing has changed. Please say it without that, or in other words, "
    "such as “send me the summary every Monday at 9”."
)
UNCLEAR = {
    Unclear.SEVERAL_DAYS: "One at a time, please: say it once for each day. Nothing has changed.",
    Unclear.OTHER_RHYTHM: f"I can send it {RHYTHMS}, such as “every Monday at 9”. Nothing has changed.",
    Unclear.NO_SUCH_TIME: "No clock shows that time. Say it like “at 9”, “at 16:30” or “at 4 pm”. Nothing has changed.",
    Unclear.NO_SUCH_DAY: "No month has that day, or the date isn’t on that weekday. Nothing has changed.",
}


def take(moment: Moment) -> Turn | None:
    """An order for a regular summary; None for anything else, a wish for one now included."""
    if not moment.says("subscribe"):
        return None
    found = read_schedule(moment.said, moment.message.at.astimezone(moment.knowledge.timezone))
    if isinstance(found, Unclear):
        return moment.turn(UNCLEAR[found])
    insists = moment.says("subscribe to")
    if (found is None or found.assumed_day) and repeats(found.rest if found else moment.said):
        return moment.turn(HOW_OFTEN)
    if found is None and insists:
        found = Found(Schedule(Every.WEEK), assumed_day=True, assumed_time=True, rest=moment.said)
    if isinstance(found, Found) and not (found.assumed_day and found.assumed_time) and (words := unheard(found.rest)):
        return moment.turn(PARTLY.format(when=found.schedule, words=phrases.escaped(words)))
    if found is None or (found.assumed_day and found.assumed_time and not insists):
        return None
    return _offered(moment, found)


def _offered(moment: Moment, found: Found) -> Turn:
    where = _where(moment)
    if isinstance(where, str):
        return moment.turn(where)
    scope = scope_in(moment, found.rest)
    if scope is None:
        return moment.turn(WHICH_SCOPE.format(words=phrases.escaped(scope_words(found.rest))))
    return offered(moment, found, _subscription(moment, where, str(found.schedule), scope))


def offered(moment: Moment, found: Found, like: Subscription) -> Turn:
    """The offer to send what this one is, by another schedule; it takes the place of this one if that is running."""
    where = moment.records.reading.get(REFERENCES, like.conversation)
    if where is None:
        return moment.turn(NO_WAY)
    if not may_have(moment.actor, like.scope):
        return moment.turn(_denied(moment))
    wanted = _subscription(moment, where, str(found.schedule), like.scope, like.programme)
    olds = _replaced(moment, wanted, like.id)
    same = [old for old in olds if (old.schedule, old.scope) == (wanted.schedule, wanted.scope)]
    if same:
        return remembered(moment.turn(ALREADY.format(**_words(same[0]))), same[0])
    first, notes = _first(moment, found.schedule), _notes(moment, found, where, olds)
    whom = YOU if where.private else HERE
    restated = OFFER.format(whom=whom, **_words(wanted), first=first, notes="".join(f" {note}" for note in notes))
    turn = propose(moment, restated, SUBSCRIBE, **_what(wanted, like.id))
    return remembered(turn, replace(wanted, id=like.id), offered=True)


def _what(wanted: Subscription, instead: str) -> dict[str, Any]:
    """What the doer needs to know."""
    return {
        "conversation": wanted.conversation,
        "schedule": wanted.schedule,
        "scope": wanted.scope,
        "programme": wanted.programme,
        "instead": instead,
    }


def _subscribed(moment: Moment, what: Mapping[str, Any]) -> Turn:
    """The doer: rights, the conversation and what there is already are looked at again."""
    where = moment.records.reading.get(REFERENCES, what["conversation"])
    if where is None:
        return moment.turn(NO_WAY)
    if not may_have(moment.actor, what["scope"]):
        return moment.turn(_denied(moment))
    wanted = _subscription(moment, where, what["schedule"], what["scope"], what["programme"])
    found = read_schedule(wanted.schedule, moment.message.at)
    if not isinstance(found, Found):
        return moment.turn(UNCLEAR[Unclear.OTHER_RHYTHM])
    olds = _replaced(moment, wanted, what.get("instead", ""))
    ends = tuple(change for old in olds for change in stopped(old, moment.occasion))
    text = SUBSCRIBED.format(**_words(wanted), first=_first(moment, found.schedule))
    turn = moment.turn(text, changes=ends + started(wanted, moment.occasion))
    return remembered(turn, wanted, before=olds[0].id if olds else "")


SUBSCRIBE = "subscribe"
DOERS: dict[str, Doer] = {SUBSCRIBE: _subscribed}


def _where(moment: Moment) -> Reference | str:
    """Where it is to go: here if that is said or nobody else reads here, else the private chat; or why it can't."""
    reading = moment.records.reading
    here = reading.get(REFERENCES, home(moment.message.where))
    if here and (here.private or moment.says("here")):
        return here
    chat = chat_with(reading, moment.actor.key)
    return chat or (NO_CHAT if here else NO_WAY)


def _subscription(moment: Moment, where: Reference, schedule: str, scope: str, programme: str = "") -> Subscription:
    named = programme or (moment.index.programme.name if moment.index else "")
    return Subscription(
        id=fresh(),
        member=moment.actor.key,
        conversation=where.key,
        subject="summary",
        schedule=schedule,
        at=moment.message.at,
        by_name=moment.actor.name,
        programme=named,
        scope=scope,
    )


def _replaced(moment: Moment, wanted: Subscription, instead: str) -> list[Subscription]:
    """What of the same person's it takes the place of: what goes there about the same already, and what was altered."""
    there = (wanted.member, wanted.conversation, wanted.programme, wanted.scope)
    mine = [one for one in running(moment.records.reading) if one.member == wanted.member]
    return [
        one for one in mine if one.id == instead or (one.member, one.conversation, one.programme, one.scope) == there
    ]


def _words(subscription: Subscription) -> dict[str, str]:
    return {
        "title": phrases.escaped(regular.title(subscription)),
        "when": subscription.schedule,
        "stop": phrases.escaped(regular.stop(subscription)),
    }


def _notes(moment: Moment, found: Found, where: Reference, olds: Sequence[Subscription]) -> list[str]:
    schedule = found.schedule
    notes = {
        DAY_ASSUMED: found.assumed_day,
        NINE_ASSUMED: found.assumed_time,
        WEEKENDS_TOO: schedule.every is Every.DAY,
        MONTHLY: schedule.every in (Every.MONTH, Every.MONTHLY_WEEKDAY),
        HOLIDAYS: schedule.every in (Every.WEEK, Every.FORTNIGHT),
        PRIVATELY: where.key != home(moment.message.where),
    } | {INSTEAD.format(when=old.schedule): True for old in olds}
    return [note for note, holds in notes.items() if holds]


def _first(moment: Moment, schedule: Schedule) -> str:
    timezone = moment.knowledge.timezone
    due = next_due(schedule, moment.message.at, timezone).astimezone(timezone)
    return f"{due:%A} {spell(due.date())} at {due:%H:%M}"


def _denied(moment: Moment) -> str:
    if own_name(moment):
        return ONLY_YOURS.format(managers=denied(Role.MANAGER, moment))
    return denied(Role.MANAGER, moment)
