"""Shows somebody what they get regularly, and stops it."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs import cards
from dialogs.subscribing import regular
from dialogs.subscribing.scopes import scope_named
from dialogs.subscribing.spoken_of import remembered
from dialogs.turns.moment import Moment
from dialogs.turns.rights import UNKNOWN, holders
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.days import spell
from knowledge.progress.model import Role, Subscription
from knowledge.progress.schedules import next_due
from knowledge.progress.sending.agenda import schedule_of
from knowledge.progress.sending.subscriptions import home, running, stopped
from knowledge.store.shelves import PAUSES

STOPPED = "Stopped: {titles}. To have it again, say “send me the summary every Monday at 9”."
NOTHING = "You aren’t subscribed to anything. Say, for example, “send me the weekly summary every Monday at 9”."
OTHERS = (
    "You get nothing yourself. Here, everybody gets:\n\n{lines}\n\n{names} ordered that, and can stop it, and so can a "
    "manager. {managers}"
)
NOT_THAT = "I don’t find that among what you get:\n\n{lines}"
WHICH = "Which one should I stop?\n\n{lines}"
LISTED = "You get:\n\n{lines}\n\nTo stop one, say “{stop}”."
LINE = "- the {title}, {when}{where}, next on {next}"
ELSEWHERE, HERE = " (in another conversation)", " (here)"
REMINDED = (
    "I also remind you of what you lead, on working days. To have none for a while: “pause my reminders until …”."
)
PAUSED = "Your reminders are paused until {day}."
STOP_ALL = "stop all summaries"


def take(moment: Moment) -> Turn | None:
    """An end to something, or the wish to see what there is; None for anything else."""
    stops = moment.says("unsubscribe")
    if not stops and not moment.says("subscriptions"):
        return None
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    mine = _stoppable(moment)
    if not mine:
        told = _others_here(moment) or NOTHING
        return moment.turn("\n\n".join(filter(None, (told, _reminders(moment)))))
    return _ended(moment, mine) if stops else _listed(moment, mine)


def which(moment: Moment) -> Turn:
    """What "stop it" could be about, where nothing was spoken of."""
    mine = _stoppable(moment)
    return moment.turn(WHICH.format(lines=lines(moment, mine)), _choice(mine)) if mine else moment.turn(NOTHING)


def _stoppable(moment: Moment) -> list[Subscription]:
    """Their own; a manager may also stop what comes here, whoever asked for it."""
    here, manages = home(moment.message.where), moment.actor.is_(Role.MANAGER)
    return [
        one
        for one in running(moment.records.reading)
        if one.member == moment.actor.key or (manages and here and one.conversation == here)
    ]


def _others_here(moment: Moment) -> str:
    """What comes here though the speaker can't stop it, and who can; empty where nothing does."""
    here = home(moment.message.where)
    found = [one for one in running(moment.records.reading) if here and one.conversation == here]
    if not found:
        return ""
    names = phrases.joined(dict.fromkeys(phrases.escaped(one.by_name or "somebody") for one in found))
    return OTHERS.format(lines=lines(moment, found), names=names, managers=holders(Role.MANAGER, moment))


def _ended(moment: Moment, mine: Sequence[Subscription]) -> Turn:
    meant = mine if moment.says("all of them") else named(moment, mine)
    if not meant:
        return moment.turn(NOT_THAT.format(lines=lines(moment, mine)), _choice(mine))
    if len(meant) > 1 and not moment.says("all of them"):
        return moment.turn(WHICH.format(lines=lines(moment, meant)), _choice(meant))
    return ended(meant, moment)


def ended(meant: Sequence[Subscription], moment: Moment) -> Turn:
    """These stop at once."""
    changes = tuple(change for one in meant for change in stopped(one, moment.occasion))
    titles = phrases.joined(f"the {phrases.escaped(regular.title(one))} {one.schedule}" for one in meant)
    return moment.turn(STOPPED.format(titles=titles), changes=changes)


def named(moment: Moment, mine: Sequence[Subscription]) -> Sequence[Subscription]:
    """Those that the words fit: how often they come, what they are about, whether they come here."""
    exact = [one for one in mine if regular.title(one).casefold() in moment.said]
    if exact:
        longest = max(len(regular.title(one)) for one in exact)
        return _nearest(moment, [one for one in exact if len(regular.title(one)) == longest])
    scope = scope_named(moment)
    named = [one for one in mine if one.scope and one.scope.casefold() in moment.said]
    if scope and not named:
        return []
    words = {word for word in _RHYTHMS if word in moment.said.split()}
    fitting = [one for one in named or mine if not words or words & {*regular.title(one).split()}]
    return _nearest(moment, fitting)


_RHYTHMS = ("daily", "weekly", "fortnightly", "monthly")


def _nearest(moment: Moment, fitting: Sequence[Subscription]) -> Sequence[Subscription]:
    """Of several, those that come here, where there are any."""
    here = [one for one in fitting if one.conversation == home(moment.message.where)]
    return here if len(fitting) > 1 and here else fitting


def _listed(moment: Moment, mine: Sequence[Subscription]) -> Turn:
    told = LISTED.format(lines=lines(moment, mine), stop=phrases.escaped(regular.stop(mine[0])))
    turn = moment.turn("\n\n".join(filter(None, (told, _reminders(moment)))), _choice(mine))
    return remembered(turn, mine[0]) if len(mine) == 1 else turn


def lines(moment: Moment, subscriptions: Sequence[Subscription]) -> str:
    """A line for each, with when it comes next."""
    return "\n".join(_line(moment, one) for one in subscriptions)


def _line(moment: Moment, one: Subscription) -> str:
    timezone = moment.knowledge.timezone
    schedule = schedule_of(one, moment.message.at, timezone)
    due = next_due(schedule, moment.message.at, timezone).astimezone(timezone) if schedule else None
    return LINE.format(
        title=phrases.escaped(regular.title(one)),
        when=one.schedule,
        where=HERE if one.conversation == home(moment.message.where) else ELSEWHERE,
        next=f"{due:%A} {spell(due.date())}" if due else "a day that I can’t work out",
    )


def _reminders(moment: Moment) -> str:
    pause = moment.records.reading.get(PAUSES, moment.actor.key)
    if pause and pause.until > moment.today:
        return PAUSED.format(day=spell(pause.until))
    return REMINDED if moment.actor.leads else ""


def _choice(subscriptions: Sequence[Subscription]) -> dict[str, object]:
    says = [regular.stop(one) for one in subscriptions[:8]]
    says = [f"{say[:1].upper()}{say[1:]}" for say in dict.fromkeys(says)]
    return cards.questions("Stop one", [*says, *([STOP_ALL.capitalize()] if len(says) > 1 else [])])
