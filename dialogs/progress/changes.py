"""What was posted in some time, by somebody, on some recommendations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.answers import standings
from dialogs.progress.asked import named
from dialogs.turns.days import no_time
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.days import since
from knowledge.progress.model import Update
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.rules.scope import asks_what_is_new
from knowledge.questions.searching.index import Index

SAY = "Say, for example, “what changed since 1 November?” or “what changed this week?”."
NONE = "Nothing was posted {which}."
SOME = "{many} posted {which}:"
MORE = "{many} earlier ones aren’t shown."
# Updates that one reply tells of; the newest.
_TOLD = 12


@dataclass(frozen=True, slots=True)
class Sought:
    """Which updates are asked for: whole days, both included, or any; a name; themes and recommendations, or all."""

    first: date | None
    last: date | None
    by: str
    themes: tuple[str, ...]
    refs: tuple[str, ...]

    def takes(self, update: Update, index: Index, moment: Moment) -> bool:
        """Whether an update is among them."""
        if update.programme != index.programme.name or update.ref not in index.by_ref or update.withdrawn:
            return False
        day = update.at.astimezone(moment.knowledge.timezone).date()
        in_time = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        there = not self.themes or index.by_ref[update.ref].theme.number in self.themes
        theirs = not self.by or update.by_name.casefold() == self.by.casefold()
        return in_time and there and theirs and (not self.refs or update.ref in self.refs)


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "What changed this week?", "what has Sue Myers posted since 1 November?"."""
    said = bool(reading.people) and moment.asks("said")
    if not (said or moment.asks("changes")) or asks_what_is_new(reading, index):
        return None
    # "What changed today?" is about all of them, whatever was spoken of before.
    about = named(moment, reading, pointing=True)
    period, by = since(moment.message.text, moment.today), _author(moment, reading)
    anyone = moment.asks("anyone") and bool(about)
    if period is None and (why := no_time(moment.message.text, moment.today)):
        return moment.turn(f"{why} {SAY}", draft=moment.memory.draft)
    if not (period or by or anyone or reading.named.refs or moment.asks("recent")):
        return None
    first, last = period or (None, None)
    sought = Sought(first, last, by, reading.themes, about)
    posted = moment.records.since(first, moment.knowledge.timezone)
    return _told([u for u in posted if sought.takes(u, index, moment)], _which(sought, moment), moment)


def newest(moment: Moment, index: Index) -> Turn:
    """The updates on anything, the newest first: "what's the latest?"."""
    sought = Sought(None, None, "", (), ())
    posted = moment.records.since(None, moment.knowledge.timezone)
    return _told([u for u in posted if sought.takes(u, index, moment)], "so far", moment)


def _told(found: list[Update], which: str, moment: Moment) -> Turn:
    if not found:
        return moment.turn(NONE.format(which=which), draft=moment.memory.draft)
    many = f"{phrases.counted(len(found), 'update')} {'was' if len(found) == 1 else 'were'}"
    lines = [f"- {standings.told(u, moment.knowledge.timezone)}" for u in found[::-1][:_TOLD]]
    more = [MORE.format(many=len(found) - _TOLD)] if len(found) > _TOLD else []
    head = SOME.format(many=many[:1].upper() + many[1:], which=which)
    about = tuple(dict.fromkeys(u.ref for u in found[::-1]))
    return moment.turn("\n\n".join([head, "\n".join(lines), *more]), draft=moment.memory.draft, refs=about)


def _which(sought: Sought, moment: Moment) -> str:
    """Which updates are meant, in words."""
    on = f"on {phrases.recommendations(sought.refs)}" if sought.refs else ""
    themes = f"in theme {phrases.joined(map(phrases.escaped, sought.themes))}" if sought.themes else ""
    by = f"by {phrases.escaped(sought.by)}" if sought.by else ""
    return " ".join(filter(None, (_when(sought, moment), by, on or themes)))


def _when(sought: Sought, moment: Moment) -> str:
    if sought.first is None or sought.last is None:
        return "so far"
    start, end = standings.day(sought.first), standings.day(sought.last)
    if sought.first == sought.last:
        return f"on {start}"
    return f"since {start}" if sought.last >= moment.today else f"from {start} to {end}"


def _author(moment: Moment, reading: Reading) -> str:
    """The person whose updates are asked for: a lead, the speaker, or somebody of the directory."""
    if reading.people:
        return reading.people[0]
    if moment.asks("by me"):
        return moment.actor.name
    names = [m.name for m in moment.records.members() if m.name]
    return next((name for name in names if name.casefold() in moment.said), "")
