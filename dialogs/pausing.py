"""Lets somebody have no reminders until a day."""

from __future__ import annotations

from datetime import timedelta

from dialogs.moment import Moment
from dialogs.rights import UNKNOWN
from dialogs.turn import Turn
from knowledge.progress.changes import Change, audited
from knowledge.progress.days import Trouble, day_in, spell
from knowledge.progress.model import Pause
from knowledge.store.shelves import PAUSES

PAUSED = (
    "I won’t remind you of anything before {day}. Nobody is told meanwhile that you haven’t answered. "
    "If you are back earlier, say “resume my reminders”."
)
RESUMED = "I’ll remind you again from now on."
NOT_PAUSED = "Your reminders aren’t paused."
UNTIL_WHEN = "Until when? Say, for example, “pause my reminders until {day}”. Nothing has changed."
TOO_LONG = "I can pause your reminders for half a year at most, so not until {day}. Nothing has changed."
NOT_AHEAD = "That day is past. Until when should I pause your reminders? Nothing has changed."
MEANT = "I’m not sure which day you mean. If it is {day}, say “pause my reminders until {day}”. Nothing has changed."

LONGEST = timedelta(days=183)
_EXAMPLE = timedelta(days=14)


def take(moment: Moment) -> Turn | None:
    """A pause of one's own reminders, or its end; None for anything else."""
    resumes = moment.says("resume")
    if not resumes and not moment.says("pause"):
        return None
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    return _resumed(moment) if resumes else _paused(moment)


def _paused(moment: Moment) -> Turn:
    found = day_in(moment.said, moment.today)
    if found.trouble is Trouble.PAST:
        return moment.turn(NOT_AHEAD)
    if found.day is None:
        example = spell(found.meant or moment.today + _EXAMPLE)
        return moment.turn((MEANT if found.meant else UNTIL_WHEN).format(day=example))
    if found.day - moment.today > LONGEST:
        return moment.turn(TOO_LONG.format(day=spell(found.day)))
    pause = Pause(moment.actor.key, found.day, moment.message.at)
    return moment.turn(PAUSED.format(day=f"{found.day:%A} {spell(found.day)}"), changes=_kept(moment, pause))


def _resumed(moment: Moment) -> Turn:
    pause = moment.records.reading.get(PAUSES, moment.actor.key)
    if pause is None or pause.until <= moment.today:
        return moment.turn(NOT_PAUSED)
    return moment.turn(RESUMED, changes=_kept(moment, Pause(pause.member, moment.today, moment.message.at)))


def _kept(moment: Moment, pause: Pause) -> tuple[Change, ...]:
    before = moment.records.reading.get(PAUSES, pause.member)
    what = "reminders paused" if pause.until > moment.today else "reminders resumed"
    return audited(moment.occasion, what, Change(PAUSES, pause), before, f"reminders/{pause.member}")
