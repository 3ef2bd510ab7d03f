"""Adds to an answer what somebody has answered to the same question before, told apart from the document."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answers import standings
from dialogs.ask import Part
from dialogs.passing_on.offering import about, shown_of
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Reply
from dialogs.words import phrases
from knowledge.progress.model import Role, Unanswered
from knowledge.progress.passing import kept_answers
from knowledge.questions import answer as a
from knowledge.questions.alike import gist, stands_alone
from knowledge.questions.language.words import words
from knowledge.questions.searching.index import Index
from knowledge.store.shelves import UNANSWERED

TOLD = "{who} answered this on {day} (not from the document): {answer}"
ABOUT = "That was about {ref}."
ASKED = "The question then was {question}"
FORGET = "_As a manager you can say “forget the answer to question {id}”._"


def added(part: Part, moment: Moment, index: Index) -> Part:
    """The part with the answer that is kept for its question, if one is.

    The document's own comes first, unless it isn't sure to be one.
    """
    found = _kept(part, moment, index)
    if found is None:
        return part
    text = told(found, part, moment, index)
    unanswered = isinstance(part.answer, a.NotRecorded | a.OutOfScope) or (
        isinstance(part.answer, a.Definition) and not part.answer.meaning
    )
    if unanswered:
        return replace(part, reply=Reply(text), kept=True)
    unsure = isinstance(part.answer, a.Quote | a.Found | a.Aside) and not part.answer.sure
    both = (text, part.reply.text) if unsure else (part.reply.text, text)
    return replace(part, reply=replace(part.reply, text="\n\n".join(both)), kept=True)


def told(found: Unanswered, part: Part, moment: Moment, index: Index) -> str:
    """What was answered, by whom and when, and to which question where that was worded otherwise."""
    day = standings.day_of(found.answered or found.at, moment.knowledge.timezone)
    lines = [TOLD.format(who=phrases.escaped(found.answered_by_name), day=day, answer=standings.sentence(found.answer))]
    if found.ref and found.ref != about(part, index):
        lines.append(ABOUT.format(ref=phrases.recommendations((found.ref,))))
    if words(found.question) != words(part.question):
        lines.append(ASKED.format(question=standings.sentence(found.question)))
    manages = moment.actor.is_(Role.MANAGER)
    return "\n\n".join([" ".join(lines), *([FORGET.format(id=found.id)] if manages else [])])


def _kept(part: Part, moment: Moment, index: Index) -> Unanswered | None:
    """The newest answer to this very question about the same recommendation; about any where it says enough alone, or
    where whoever asks it again asked it then.
    """
    reading = moment.records.reading
    if not reading.last(UNANSWERED, 1):  # nobody ever passed one on
        return None
    common = gist(part.question, index)
    found = kept_answers(reading, index.programme.name, common)
    if not found:
        return None
    ref, shown = about(part, index), shown_of(part)
    alike = [one for one in found if one.ref == ref] or [one for one in found if not ref and one.ref == shown]
    own = [one for one in found if moment.actor.key and one.by == moment.actor.key]
    fit = alike or [one for one in found if not ref and (one in own or stands_alone(common))]
    return fit[-1] if fit else None
