"""Every update on one recommendation, and when the last one was."""

from __future__ import annotations

import re

from dialogs.answers import standings
from dialogs.progress.asked import NOTHING_ON, named
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.model import Kind
from knowledge.progress.standings.standing import Standing
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.searching.index import Index

ASK_WHICH = "On which recommendation? Give me its number, such as “latest on {example}”."
NEVER = "{ref} has not been updated yet."
LAST = "{ref} was last updated on {day} by {who}: {status}."
NOT_DECIDED = "Nobody has {did} {ref}: {now}."
WITHDRAWN = " (withdrawn by its author)"
# Updates that one reply tells of; the newest.
_TOLD = 12


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """Every update on one recommendation, newest first."""
    if not moment.asks("history"):
        return None
    about = named(moment, reading)
    if len(about) != 1:
        return None if about else moment.turn(ASK_WHICH.format(example=index.refs[0]), draft=moment.memory.draft)
    return _told(about[0], index, moment)


def _told(ref: str, index: Index, moment: Moment) -> Turn:
    updates = moment.records.updates(index.programme.name, ref)
    targets = standings.earlier_targets(moment.records.targets(index.programme.name, ref))
    standing = moment.standing(index, ref)
    shown = phrases.recommendations((ref,))
    if not updates and not targets:
        text = NOTHING_ON.format(ref=shown, target=standings.target(standing, moment.today))
        return moment.turn(text, draft=moment.memory.draft, refs=(ref,))
    zone = moment.knowledge.timezone
    lines = [f"- {standings.told(u, zone, 'it')}{WITHDRAWN if u.withdrawn else ''}" for u in updates[::-1][:_TOLD]]
    more = [f"{len(updates) - _TOLD} earlier ones aren’t shown."] if len(updates) > _TOLD else []
    told = [f"**History of {shown}**, newest first:", "\n".join(lines), *more] if lines else [f"**{shown}**"]
    dates = ["Targets, oldest first:", "\n".join(targets)] if targets else []
    return moment.turn("\n\n".join([*told, *dates]), draft=moment.memory.draft, refs=(ref,))


def decided_by(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """Which manager signed something off, or sent it back, and when."""
    if not moment.asks("decided by") or not (about := named(moment, reading)):
        return None
    kind = Kind.SENT_BACK if re.search(r"\bback\b", reading.text) else Kind.SIGN_OFF
    lines = [_decided(moment.standing(index, ref), kind, moment) for ref in about]
    return moment.turn("\n\n".join(lines), draft=moment.memory.draft, refs=about)


def _decided(standing: Standing, kind: Kind, moment: Moment) -> str:
    updates = moment.records.updates(standing.programme, standing.ref)
    found = [u for u in updates if u.kind is kind and u.withdrawn is None]
    if found:
        return standings.told(found[-1], moment.knowledge.timezone)
    now = f"it is {standings.status(standing.status)}" if standing.status else "it has no update yet"
    did = "sent back" if kind is Kind.SENT_BACK else "signed off"
    return NOT_DECIDED.format(ref=phrases.recommendations((standing.ref,)), did=did, now=now)


def last_updated(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """When, and by whom, something was last reported on."""
    if not moment.asks("last updated") or not (about := named(moment, reading)):
        return None
    lines = [_dated(moment.standing(index, ref), moment) for ref in about]
    return moment.turn("\n\n".join(lines), draft=moment.memory.draft, refs=about)


def _dated(standing: Standing, moment: Moment) -> str:
    latest, shown = standing.latest, phrases.recommendations((standing.ref,))
    if latest is None:
        return NEVER.format(ref=shown)
    day = standings.day_of(latest.at, moment.knowledge.timezone)
    return LAST.format(ref=shown, day=day, who=standings.who(latest), status=standings.status(latest.status))
