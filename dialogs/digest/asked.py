"""Which summary a message asks for: over what time, and about what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from dialogs.digest import unknown
from dialogs.turns import programmes
from dialogs.turns.moment import Moment
from dialogs.words import phrases
from knowledge.progress.days import day_in, since
from knowledge.progress.days.finding import dates
from knowledge.progress.days.forms import moved
from knowledge.progress.days.timeline import Outlook
from knowledge.progress.schedules import last_due
from knowledge.progress.sending.agenda import schedule_of
from knowledge.progress.sending.subscriptions import running
from knowledge.progress.summaries.period import Period, last_week
from knowledge.progress.summaries.summary import Request, Scope
from knowledge.questions.language.words import plain
from knowledge.questions.parsing import narrowing, people
from knowledge.questions.parsing.people import Mentioned
from knowledge.questions.searching.index import Index
from knowledge.store.shelves import ASSIGNMENTS

NO_THEME = "There is no theme {missing}. The themes are {themes}."
STRANGER = "{name} leads none of the recommendations. Those who do: {leads}."
NOT_YET = "That time is still to come, so there is nothing to tell of it. Say “summary since 1 November”, for instance."
NO_SUCH_DAY = "I can’t make a date of “{words}”. Say “summary since 1 November” or “summary last month”, for instance."
NOT_LINKED = (
    "I don’t know which recommendations are yours: nobody has linked you to a lead’s name yet. "
    "An administrator can do that."
)
# What a word for a rhythm looks back on: so many days or months.
_RHYTHMS = {
    "dai": (1, "day"),
    "week": (7, "day"),
    "fortnight": (14, "day"),
    "month": (1, "month"),
    "quarter": (3, "month"),
    "year": (12, "month"),
    "annual": (12, "month"),
}
_RHYTHM = re.compile(
    r"\b(?:(?P<a>dai|week|fortnight|month|quarter|year)ly|(?P<b>annual)"
    r"|(?:this|last|past|previous) (?P<c>fortnight|quarter|year))\b"
)
# What leads in to the last day of a summary, where no first one is named.
_UP_TO = re.compile(r"\b(?:up (?:to|until|till)|until|till|til|to|through|ending(?: on)?|ends(?: on)?)\s+(?:the )?$")
_YEAR = re.compile(r"\b20\d\d\b")
_SINCE = re.compile(r"\bsince (?P<words>.{1,60}?)(?: please)?$")
_MINE = re.compile(r"\b(?:my (?:\w+ )?(?:summar|digest|report|recommendation|action)\w*|for me|what i lead|mine)\b")


def request(moment: Moment) -> Request | str:
    """The summary that a message asks for, a week's where it doesn't say; or why it can't be had."""
    asked = _programmes(moment)
    indexes = asked or moment.knowledge.indexes
    leads = _leads(indexes, moment)
    meant = people.mentioned(moment.said, leads)
    scope = _scope(moment, indexes, meant, leads)
    if isinstance(scope, str):
        return scope
    narrowed = asked or scope.themes or scope.people
    if not narrowed and (words := unknown.unknown_scope(moment.said, _titles(indexes))):
        return _unknown(words, moment, leads)
    period = _period(_without(moment.said, meant), moment)
    named = tuple(index.programme.name for index in asked)
    return period if isinstance(period, str) else Request(period, Scope(named, scope.themes, scope.people))


def _programmes(moment: Moment) -> tuple[Index, ...]:
    """Those that are named, all of them if none is."""
    if moment.message.programme and moment.index:
        return (moment.index,)
    return programmes.named(moment.message.text, moment.knowledge)


def _titles(indexes: Sequence[Index]) -> str:
    return " ".join(f"{i.programme.title} {i.programme.reviewer} {i.programme.council}" for i in indexes)


def _unknown(words: str, moment: Moment, leads: Mapping[str, Sequence[str]]) -> str:
    indexes = moment.knowledge.indexes
    themes = [theme.number for index in indexes for theme in index.programme.themes]
    names = [programmes.called(index, indexes) for index in indexes]
    lead = next(iter(leads), "Sue Myers")
    return unknown.told(
        _as_typed(words, moment), theme="2" if "2" in themes else "".join(themes[:1]), lead=lead, names=names
    )


def _scope(
    moment: Moment, indexes: Sequence[Index], meant: Sequence[Mentioned], leads: Mapping[str, Sequence[str]]
) -> Scope | str:
    themes = tuple(dict.fromkeys(t for index in indexes for t in narrowing.themes(moment.said, index)))
    known = {theme.number for index in indexes for theme in index.programme.themes}
    if missing := [theme for theme in themes if theme not in known]:
        return NO_THEME.format(missing=phrases.joined(missing, "or"), themes=phrases.joined(sorted(known)))
    if meant:
        return Scope(themes=themes, people=tuple(one.name for one in meant))
    if _MINE.search(moment.said) and (moment.actor.leads or not moment.actor.unbound):
        return Scope(themes=themes, people=moment.actor.leads) if moment.actor.leads else NOT_LINKED

    def says(words: str) -> bool:
        return any(index.says(words) for index in indexes)

    if stranger := people.stranger(plain(moment.message.text), says, leads):
        return STRANGER.format(name=phrases.escaped(stranger), leads=phrases.joined(map(phrases.escaped, leads)))
    return Scope(themes=themes)


def _leads(indexes: Sequence[Index], moment: Moment) -> dict[str, tuple[str, ...]]:
    """Everybody's name who leads something, with the roles that the documents give them."""
    reading = moment.records.reading
    assigned = [a for index in indexes for a in reading.newest(ASSIGNMENTS, programme=index.programme.name)]
    found = {name: roles for index in indexes for name, roles in index.roles.items()}
    return found | {name: () for one in assigned for name in one.names if name not in found}


def _period(said: str, moment: Moment) -> Period | str:
    today = moment.today
    if last := _up_to(said, today):
        rhythm = _rhythm(said)
        return Period(moved(last, -rhythm[0], rhythm[1]) if rhythm else _since_last(last, moment), last)
    year = _YEAR.search(said)
    if found := since(said, today) or (since(f"in {year[0]}", today) if year else None):
        return Period(*found)
    if rhythm := _rhythm(said):
        many, unit = rhythm
        return Period(moved(today, -many, unit), today)
    named = day_in(said, today)
    if not named.words:
        words = _SINCE.search(said)
        return _no_such_day(words["words"], moment) if words else last_week(today)
    return NOT_YET if named.day else _no_such_day(named.words, moment)


def _rhythm(said: str) -> tuple[int, str] | None:
    """What a word for a rhythm looks back on: so many days or months; None where there is none."""
    rhythm = _RHYTHM.search(said)
    return _RHYTHMS[rhythm["a"] or rhythm["b"] or rhythm["c"]] if rhythm else None


def _up_to(said: str, today: date) -> date | None:
    """The last day of "summary up to Friday", which names no first one; None for other words, and for a day to come."""
    found = dates(said, Outlook(today, ahead=False))
    last = found[0].meaning.last if len(found) == 1 else None
    return last if last and last <= today and _UP_TO.search(said[: found[0].start]) else None


def _since_last(last: date, moment: Moment) -> date:
    """The day of the regular summary that the speaker had before that day; without one, a week before."""
    zone, key = moment.knowledge.timezone, moment.actor.key
    until = Period(last, last).starts(zone)
    sent = [
        due.astimezone(zone).date()
        for one in running(moment.records.reading)
        if one.member == key and not one.scope and (schedule := schedule_of(one, moment.message.at, zone))
        if (due := last_due(schedule, until, zone)) and due >= one.at
    ]
    return max(sent, default=last_week(last).first)


def _no_such_day(words: str, moment: Moment) -> str:
    return NO_SUCH_DAY.format(words=phrases.escaped(_as_typed(words, moment)))


def _as_typed(words: str, moment: Moment) -> str:
    """Some words of a message with the capitals that they were typed with."""
    found = re.search(re.escape(words), moment.message.text, re.IGNORECASE)
    return found[0] if found else words


def _without(said: str, meant: Sequence[Mentioned]) -> str:
    """What is said without names and themes, in which a month or a day may seem to stand."""
    for one in meant:
        said = said[: one.span[0]] + " " * (one.span[1] - one.span[0]) + said[one.span[1] :]
    return re.sub(" +", " ", narrowing.without_themes(said)).strip()
