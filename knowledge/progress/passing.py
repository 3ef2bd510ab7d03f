"""Passes on questions that the bot couldn't answer, and keeps what came back, as changes; who may is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from knowledge.progress.acts.actor import Actor
from knowledge.progress.acts.changes import Change, Occasion, audited
from knowledge.progress.model import Delivery, Member, Role, Stage, Unanswered
from knowledge.progress.sending.agenda import ANSWER, CORRECTION, QUESTION, chat_with
from knowledge.progress.sending.subscriptions import home
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.store.protocol import Reading
from knowledge.store.shelves import DELIVERIES, UNANSWERED

# So many questions of one person may wait for an answer at once: a lead has other work, too.
MOST_WAITING = 5
WAITING = (Stage.OPEN, Stage.DECLINED)
_DID = {
    Stage.ANSWERED: "question answered",
    Stage.DECLINED: "question not answerable",
    Stage.WITHDRAWN: "answer taken out of use",
    Stage.CLOSED: "question closed",
}


def posting(standing: Standing, records: Records, asker: str) -> tuple[Member, ...]:
    """Those who lead a recommendation, or if none of them can be reached those who may post for them.

    Only those whom the bot can write to, and never the asker.
    """
    names = set(standing.leads)
    covers = {one.member for one in records.delegations() if one.lead in names}
    members = records.members()
    leads = _reached([m for m in members if names & {*m.leads}], records, asker)
    return leads or _reached([m for m in members if m.key in covers], records, asker)


def managers(records: Records, asker: str) -> tuple[Member, ...]:
    """The managers whom the bot can write to, but for the asker."""
    return _reached([m for m in records.members() if Role.MANAGER in m.roles], records, asker)


def _reached(members: Iterable[Member], records: Records, asker: str) -> tuple[Member, ...]:
    return tuple(m for m in members if m.key != asker and chat_with(records.reading, m.key))


def may_answer(actor: Actor, question: Unanswered, standing: Standing | None) -> bool:
    """Whether somebody may answer now: they may post on the recommendation, or they were asked and are still what
    they were asked as (a manager, or a lead where it is about none in particular: `standing` is None), or they are a
    manager where nobody leads it, nobody was asked, or whoever was couldn't answer.
    """
    if not actor.key or actor.unbound:
        return actor.unbound
    asked = actor.key in question.to
    if (standing and actor.may_update(standing)) or (asked and standing is None and (actor.leads or actor.covers)):
        return True
    led = bool(standing and standing.leads and question.to and question.stage is not Stage.DECLINED)
    return actor.is_(Role.MANAGER) and (asked or not led)


def may_correct(actor: Actor, question: Unanswered, standing: Standing | None) -> bool:
    """Whether somebody may put right what was answered: it is their own answer, and they may still give one."""
    own = bool(actor.key) and actor.key == question.answered_by
    return question.stage is Stage.ANSWERED and own and may_answer(actor, question, standing)


def waiting_for(actor: Actor, reading: Reading) -> tuple[Unanswered, ...]:
    """The questions that somebody was asked and nobody has answered or declined, oldest first."""
    return tuple(one for one in waiting(reading) if one.stage is Stage.OPEN and actor.key and actor.key in one.to)


def last_answered(actor: Actor, reading: Reading) -> Unanswered | None:
    """The question that somebody answered last, as long as their answer is given out."""
    given = [one for one in reading.all(UNANSWERED) if one.stage is Stage.ANSWERED and one.answered_by == actor.key]
    return max(given, key=lambda one: one.answered or one.at, default=None) if actor.key else None


def waiting(reading: Reading) -> tuple[Unanswered, ...]:
    """The questions that nobody has answered, oldest first."""
    found = [one for one in reading.all(UNANSWERED) if one.stage in WAITING]
    return tuple(sorted(found, key=lambda one: int(one.id)))


def kept_answers(reading: Reading, programme: str, gist: str) -> tuple[Unanswered, ...]:
    """The answers that are given to this question, oldest first, whatever recommendation it was about."""
    found = reading.find(UNANSWERED, programme=programme, gist=gist) if gist else ()
    return tuple(one for one in found if one.stage is Stage.ANSWERED)


def next_number(reading: Reading) -> str:
    """What the next question is called."""
    last = reading.last(UNANSWERED, 1)
    return str(int(last[0].id) + 1) if last else "1"


def passed_on(question: Unanswered, to: Iterable[Member], records: Records, occasion: Occasion) -> tuple[Change, ...]:
    """A new question, and what its recipients are owed."""
    owed = []
    for member in to:
        if chat := chat_with(records.reading, member.key):
            key = f"{QUESTION}|{question.id}|{member.key}"
            owed.append(Delivery(key, chat.key, QUESTION, occasion.at, member=member.key, about=question.id))
    kept = audited(occasion, "question passed on", Change(UNANSWERED, question), subject=_subject(question))
    return (*kept, *(Change(DELIVERIES, one) for one in owed))


def answered(question: Unanswered, answer: str, occasion: Occasion) -> tuple[Change, ...]:
    """An answer, which its asker is owed."""
    return _replied(replace(question, answer=answer, stage=Stage.ANSWERED), question, occasion)


def corrected(question: Unanswered, answer: str, occasion: Occasion) -> tuple[Change, ...]:
    """Another answer in place of one that was given, which its asker is owed too; the trail keeps the first."""
    after = replace(question, answer=answer, answered=occasion.at, answered_by_name=occasion.actor.name)
    key = f"{CORRECTION}|{after.id}|{occasion.at.isoformat()}"
    owed = Delivery(key, home(after.conversation), CORRECTION, occasion.at, member=after.by, about=after.id)
    kept = audited(occasion, "answer corrected", Change(UNANSWERED, after), question, _subject(after))
    return (*kept, Change(DELIVERIES, owed))


def declined(question: Unanswered, occasion: Occasion) -> tuple[Change, ...]:
    """That whoever was asked can't answer it either; its asker is owed that much."""
    return _replied(replace(question, stage=Stage.DECLINED), question, occasion)


def closed(question: Unanswered, occasion: Occasion) -> tuple[Change, ...]:
    """A question that gets no answer; its asker is owed that much."""
    return _replied(replace(question, stage=Stage.CLOSED), question, occasion)


def ended(question: Unanswered, occasion: Occasion) -> tuple[Change, ...]:
    """An answer no longer given; what was said stays on record."""
    return _turned(replace(question, stage=Stage.WITHDRAWN), question, occasion)


def _replied(after: Unanswered, before: Unanswered, occasion: Occasion) -> tuple[Change, ...]:
    by = occasion.actor
    after = replace(after, answered=occasion.at, answered_by=by.key, answered_by_name=by.name)
    key = f"{ANSWER}|{after.id}|{after.stage}"
    owed = Delivery(key, home(after.conversation), ANSWER, occasion.at, member=after.by, about=after.id)
    return (*_turned(after, before, occasion), Change(DELIVERIES, owed))


def _turned(after: Unanswered, before: Unanswered, occasion: Occasion) -> tuple[Change, ...]:
    return audited(occasion, _DID[after.stage], Change(UNANSWERED, after), before, _subject(after))


def _subject(question: Unanswered) -> str:
    return f"question/{question.id}"
