"""Lets somebody have no reminders until a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from dialogs.subscribing.absence import back, dated
from dialogs.subscribing.leave import asks, denies, leads_in, parted
from dialogs.turns.days import Doubt, day_asked_for
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, ask_for_more, propose
from dialogs.turns.rights import UNKNOWN
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases
from knowledge.progress.acts.changes import Change, audited
from knowledge.progress.days import day_in, spell
from knowledge.progress.model import Pause
from knowledge.store.shelves import PAUSES

PAUSED = (
    "I won’t remind you of anything before {day}. Nobody is told meanwhile that you haven’t answered. "
    "If you are back earlier, say “resume my reminders”."
)
WOULD_PAUSE = "You are back on {day}, I take it. From now until then I wouldn’t remind you of anything."
RESUMED = "I’ll remind you again from now on."
NOT_PAUSED = "Your reminders aren’t paused."
UNCHANGED = "Nothing has changed. {standing}"
PAUSED_NOW = "Your reminders are paused until {day}; “resume my reminders” ends that."
BESIDES = "I take one thing at a time, so I haven’t taken “{rest}”. Please send it by itself."
UNTIL_WHEN = "Until when? For example “{day}”."
TOO_LONG = "I can pause your reminders for half a year at most, so not until {day}. Until when should I?"
ONLY_YOURS = "I can only pause or resume your own reminders: whoever they are for says so to me. Nothing has changed."
ORDER = "pause my reminders until "

_OTHERS = re.compile(r"\b[A-Z][\w’'-]+(?:['’]s|s['’]) reminders?\b|\breminders? (?:of|for|to) (?-i:[A-Z])", re.UNICODE)
LONGEST = timedelta(days=183)
_EXAMPLE = timedelta(days=14)


def take(moment: Moment) -> Turn | None:
    """A pause of one's own reminders, or its end; None for anything else."""
    resumes = moment.says("resume")
    if not resumes and not moment.says("pause") and not _is_away(moment):
        return None
    if asks(moment.message.text):
        return None
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    if denies(moment.message.text):
        return moment.turn(UNCHANGED.format(standing=_standing(moment)), draft=moment.memory.draft)
    if _OTHERS.search(moment.message.text):
        return moment.turn(ONLY_YOURS)
    return _resumed(moment) if resumes else _paused(moment)


def _is_away(moment: Moment) -> bool:
    """Whether somebody says when they are away, and asks nothing: "I'm off next week"."""
    says = moment.says("away") and not moment.message.text.strip().endswith("?")
    return says and bool(day_in(dated(moment.said), moment.today).words)


def _paused(moment: Moment) -> Turn:
    """The pause, only on a yes where more is said than leave, which isn't taken and named."""
    said, rest = parted(dated(moment.message.text), moment.today, moment.actor.name)
    rest = rest or leads_in(said, moment.today)
    turn = _paused_as(said, moment, at_once=moment.says("pause") and not rest)
    left = phrases.escaped(phrases.excerpt(rest)[0].rstrip(" .!"))
    return beginning(turn, BESIDES.format(rest=left)) if rest else turn


def _paused_as(said: str, moment: Moment, *, at_once: bool) -> Turn:
    if not day_in(said, moment.today).words:
        return ask_for_more(moment, UNTIL_WHEN.format(day=spell(moment.today + _EXAMPLE)), ORDER)
    day = back(said, moment.today) or day_asked_for(said, moment.today)
    if isinstance(day, Doubt):
        return ask_for_more(moment, day.question, ORDER, yes=day.yes)
    if day - moment.today > LONGEST:
        return ask_for_more(moment, TOO_LONG.format(day=spell(day)), ORDER)
    if not at_once:  # nobody has ordered anything yet, or it may be an aside
        return propose(moment, WOULD_PAUSE.format(day=f"{day:%A} {spell(day)}"), PAUSE, until=day.isoformat())
    return _until(day, moment)


def _until(day: date, moment: Moment) -> Turn:
    pause = Pause(moment.actor.key, day, moment.message.at)
    return moment.turn(PAUSED.format(day=f"{day:%A} {spell(day)}"), changes=_kept(moment, pause))


def _running(moment: Moment) -> Pause | None:
    pause = moment.records.reading.get(PAUSES, moment.actor.key)
    return pause if pause and pause.until > moment.today else None


def _standing(moment: Moment) -> str:
    pause = _running(moment)
    return PAUSED_NOW.format(day=spell(pause.until)) if pause else NOT_PAUSED


def _resumed(moment: Moment) -> Turn:
    if (pause := _running(moment)) is None:
        return moment.turn(NOT_PAUSED)
    return moment.turn(RESUMED, changes=_kept(moment, Pause(pause.member, moment.today, moment.message.at)))


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    day = date.fromisoformat(what["until"])
    return _until(day, moment) if moment.actor.key else moment.turn(UNKNOWN)


PAUSE = "pause reminders"
DOERS: dict[str, Doer] = {PAUSE: _do}


def _kept(moment: Moment, pause: Pause) -> tuple[Change, ...]:
    before = moment.records.reading.get(PAUSES, pause.member)
    what = "reminders paused" if pause.until > moment.today else "reminders resumed"
    return audited(moment.occasion, what, Change(PAUSES, pause), before, f"reminders/{pause.member}")
