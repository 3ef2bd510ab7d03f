"""Changes a regular summary: the one just ordered ("make it monthly", "stop it again"), or one that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dialogs.subscribing import regular, subscribe, unsubscribe
from dialogs.subscribing.scopes import scope_in, scope_words
from dialogs.subscribing.spoken_of import before, is_offered, spoken_of, what_comes
from dialogs.subscribing.wanted import unheard
from dialogs.turns.moment import Moment, free
from dialogs.turns.proposing import DROPPED, dropped
from dialogs.turns.turn import Turn, beginning
from dialogs.words import phrases
from dialogs.words.orders import Deed
from dialogs.words.wordings import ASIDES, REQUEST, letters
from knowledge.progress.acts.actor import key_of
from knowledge.progress.model import Subscription
from knowledge.progress.schedules import Every, Schedule, Unclear, changed, read_schedule
from knowledge.progress.schedules.reading import Found
from knowledge.progress.sending.agenda import schedule_of
from knowledge.progress.sending.subscriptions import running

WHICH = "Which one should I change?\n\n{lines}\n\nSay, for example, “change the {title} to Tuesday at 10”."
_IT = r"(?:it|that|this|them|the (?:day|time|schedule)(?: of (?:it|that)\b|(?! of\b)))"
_BEFORE_TO = r"(?= (?:to|into|be|come|at|on|every|daily|weekly|fortnightly|monthly)\b)"
_NAMED = (
    r"(?:(?:the (?:day|time|schedule) of )?(?:the|my|our) (?:\w+ )?(?:summary|digest)"
    rf"(?: for (?:theme \d+|[\w'’ ]{{1,40}}?){_BEFORE_TO})?)"
)
_VERB = (
    r"(?:(?:make|change|move|set|switch|put|have|send|get|shift|reschedule|turn|push|bring)|"
    r"(?:i|we)(?: want| need|['’]d like|['’]d prefer| would like| would prefer)|(?:can|could|may) we (?:have|get)|"
    r"(?:can|could|may) i (?:have|get))"
)
_TO = r"(?: to me| come)?(?: from [\w: ]{1,30}?)?(?: (?:to|into|be|come))?"
_CHANGE = re.compile(
    rf"{_VERB} (?:(?P<it>{_IT})|(?P<named>{_NAMED})){_TO} (?P<rest>\S.{{0,200}})", re.IGNORECASE | re.DOTALL
)
_STOP = re.compile(
    r"(?:(?:please|sorry|oh|no|actually|ok|wait|never mind|on second thoughts?)\b[\s,.]*)*"
    r"(?:(?:stop|end|cancel|drop|delete|remove|scrap|bin|forget|unsubscribe|turn off|switch off)"
    r"(?: (?:it|that|this|me|from it|sending it))?|i do not (?:want|need) (?:it|that|this))"
    r"(?: (?:again|now|please|after all|altogether|for now|any ?more|at all|off))*"
)
_ENDS = re.compile(
    r"(?:[\s,]{1,9}(?:instead|rather|please|thanks|thank you|from now on|after all|sorry|then|"
    r"(?:would be|is|suits me|works) better)){1,4}[\s.!?]*$",
    re.IGNORECASE,
)
# What a change that names a summary has for it.
_NAMES = frozenset({"summary", "digest"})
_SUMMARY = re.compile(r"\b(?:summar|digest|report)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d]{2}|\d[:.]\d\d")


def going_on(moment: Moment) -> Turn | None:
    """An end to what is offered, and to what it would take the place of; None for anything else."""
    if moment.memory.draft.get("do") != subscribe.SUBSCRIBE:
        return None
    if not _STOP.fullmatch(moment.said):
        ended = unsubscribe.take(moment) if moment.says("unsubscribe") else None
        return beginning(ended, dropped(moment)) if ended else None
    comes = what_comes(moment)
    return beginning(unsubscribe.ended([comes], moment), dropped(moment)) if comes else moment.turn(DROPPED)


def take(moment: Moment) -> Turn | None:
    """Another schedule for a regular summary, or the end of the one just ordered; None for anything else."""
    if not key_of(moment.speaker):
        return None
    if not is_offered(moment) and (comes := what_comes(moment)) and (ended := _ended(comes, moment)):
        return ended
    if not _may_alter(moment):
        return None
    said = _ENDS.sub("", _without_asides(moment.message.text))
    if said.endswith("?") and not REQUEST.match(said):
        return None
    change = _CHANGE.fullmatch(said.rstrip(" .!?"))
    if change and change["named"]:
        return _named(change, moment)
    if moment.says("stops it") and not moment.memory.draft and spoken_of(moment) is None:
        return unsubscribe.which(moment)
    spoken = spoken_of(moment) if moment.memory.draft.get("do", subscribe.SUBSCRIBE) == subscribe.SUBSCRIBE else None
    return _altered(spoken, change["rest"] if change else said, moment, sure=change is not None) if spoken else None


def _may_alter(moment: Moment) -> bool:
    """Whether it names a summary, or could be about the one just spoken of; nearly no message does."""
    named = not _NAMES.isdisjoint(letters(moment.message.text))
    return named or moment.says("stops it") or spoken_of(moment) is not None


def _without_asides(text: str) -> str:
    said, aside = text.strip(), ASIDES.match(text.strip())
    return said[aside.end() :] if aside and aside.end() < len(said) else said


def _ended(comes: Subscription, moment: Moment) -> Turn | None:
    """What "stop it again" and "undo" lead to; None for any other message."""
    order, old = moment.order, before(moment)
    undoes = order is not None and order.deed is Deed.UNDO and not order.refs
    if undoes and old and (found := read_schedule(old.schedule, _now(moment))) and isinstance(found, Found):
        return subscribe.offered(moment, found, replace(old, id=comes.id))
    return unsubscribe.ended([comes], moment) if undoes or _STOP.fullmatch(moment.said) else None


def _named(change: re.Match[str], moment: Moment) -> Turn | None:
    """The change of one of the speaker's own that is named; None where it is no change of a schedule."""
    mine = [one for one in running(moment.records.reading) if one.member == moment.actor.key]
    if not mine:
        known = changed(Schedule(Every.WEEK), change["rest"], _now(moment))
        return moment.turn(unsubscribe.NOTHING) if known and not moment.says("subscribe") else None
    meant = unsubscribe.named(free(moment, change["named"]), mine)
    return _altered(meant[0], change["rest"], moment, sure=True) if len(meant) == 1 else _which(meant or mine, moment)


def _which(meant: Sequence[Subscription], moment: Moment) -> Turn:
    title = phrases.escaped(regular.title(meant[0]))
    return moment.turn(WHICH.format(lines=unsubscribe.lines(moment, meant), title=title))


def _altered(old: Subscription, words: str, moment: Moment, *, sure: bool) -> Turn | None:
    """The offer of another schedule, or of another scope; None where the words give none.

    Unless it is `sure` that they are about the summary, they must say nothing else.
    """
    schedule = schedule_of(old, moment.message.at, moment.knowledge.timezone)
    if schedule is None or (not sure and (_SUMMARY.search(words) or not _WORDS.search(words))):
        return None
    found = changed(schedule, words, _now(moment))
    if found is None and sure and scope_words(words):
        found = Found(schedule, assumed_day=False, assumed_time=False, rest=words)
    if found is None or (not sure and (isinstance(found, Unclear) or unheard(found.rest))):
        return None
    if isinstance(found, Unclear):
        return moment.turn(subscribe.UNCLEAR[found])
    if more := unheard(found.rest):
        return moment.turn(subscribe.PARTLY.format(when=found.schedule, words=phrases.escaped(more)))
    scope = scope_in(moment, found.rest) if scope_words(found.rest) else old.scope
    if scope is None:
        return moment.turn(subscribe.WHICH_SCOPE.format(words=phrases.escaped(scope_words(found.rest))))
    return subscribe.offered(moment, found, replace(old, scope=scope))


def _now(moment: Moment) -> datetime:
    return moment.message.at.astimezone(moment.knowledge.timezone)
