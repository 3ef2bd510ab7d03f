"""Tells somebody what they saved last, whether what is open is saved yet, and how what they saved is put right."""

from __future__ import annotations

from datetime import timedelta

from dialogs.answers import standings
from dialogs.turns import remarks
from dialogs.turns.another import About, another
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.updating.undo import newest, saved_otherwise
from dialogs.words import phrases
from knowledge.progress.model import AuditEntry
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index
from knowledge.store.shelves import AUDIT

NOT_YET = "No, what waits for your yes isn’t saved yet."
NOTHING = "No, I have nothing saved that you did."
SAVED = "What you saved last is on record, at {time}. {told}"
LAST = "The last thing that is on record of you, on {day} at {time}: {what}."
WRONG = (
    "If you mean your update on {ref} ({status}): “undo” takes it back within 10 minutes of saving, and a new one, "
    "such as “update {number}: green – what has happened”, corrects it. If you mean something that I quoted, it "
    "stands so in the document or the update that I named; nothing has been changed."
)
# So soon after a yes a mere "no wait" is about what it saved.
_JUST_NOW = timedelta(minutes=1)
FOR_OTHER = "For {ref}, please say the whole of it again with its number."
# What is noted beside somebody's own deeds; among so many of the last is theirs looked for.
_LOOK_AT = 500


def take(moment: Moment) -> Turn | None:
    """ "Did you save that?", "what did I just save?"; "that's wrong" right after saving. None for any other message."""
    if moment.index is None or not moment.actor.key:
        return None
    if moment.says("saved"):
        return _told(moment)
    if other := _otherwise(moment.index, moment):
        return moment.turn(other)
    wrong = moment.says("was wrong")
    last = newest((), moment.index, moment) if not moment.memory.draft and (wrong or _regrets(moment)) else None
    if last is None or not (wrong or moment.message.at - last.at <= _JUST_NOW):
        return None
    ref = phrases.recommendations((last.ref,))
    text = WRONG.format(ref=ref, status=standings.status(last.status), number=phrases.escaped(last.ref))
    return moment.turn(text, refs=(last.ref,))


def _otherwise(index: Index, moment: Moment) -> str:
    """How a target or the like that was saved a moment ago is changed, where it is regretted or meant for another."""
    if moment.memory.draft:
        return ""
    other = another(moment.message.text, by_name(index.by_ref))
    meant = other and other.about is About.INSTEAD
    told = saved_otherwise(index, moment, _JUST_NOW) if meant or _regrets(moment) else ""
    return " ".join([told, FOR_OTHER.format(ref=phrases.recommendations(other.refs))]) if told and other else told


def _regrets(moment: Moment) -> bool:
    """Whether a message is "oh no", "no wait" and the like, which right after saving is about what was saved."""
    text = moment.message.text
    return remarks.only_puts_right(text) or (remarks.puts_right(text) and remarks.tells_nothing(text))


def _told(moment: Moment) -> Turn:
    """What the speaker saved last; before it, that something which is open isn't saved yet."""
    waits = NOT_YET if moment.memory.draft else ""
    last = next((one for one in reversed(_trail(moment)) if one.by == moment.actor.key), None)
    if last is None:
        return moment.turn(waits or NOTHING, draft=moment.memory.draft)
    ref = _ref(last, moment)
    said = f"{waits} {_what(last, ref, moment)}".strip()
    return moment.turn(said, draft=moment.memory.draft, refs=(ref,) if ref else ())


def _trail(moment: Moment) -> tuple[AuditEntry, ...]:
    return moment.records.reading.last(AUDIT, _LOOK_AT)


def _ref(entry: AuditEntry, moment: Moment) -> str:
    """The recommendation that an entry is about; empty where it is about none of this programme."""
    programme, _, ref = entry.subject.partition("/")
    index = moment.index
    return ref if index and programme == index.programme.name and ref in index.by_ref else ""


def _what(entry: AuditEntry, ref: str, moment: Moment) -> str:
    """What somebody did, and when; of an update, all that it says."""
    at = entry.at.astimezone(moment.knowledge.timezone)
    when = {"day": standings.day(at.date()), "time": f"{at:%H:%M}"}
    update = moment.records.update(str((entry.after or {}).get("id", "")))
    if update and not (update.withdrawn or update.redacted):
        return SAVED.format(told=standings.told(update, moment.knowledge.timezone), **when)
    named = f"{entry.what}, {phrases.recommendations((ref,))}" if ref else entry.what
    return LAST.format(what=named, **when)
