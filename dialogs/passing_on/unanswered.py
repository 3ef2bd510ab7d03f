"""Shows managers which questions wait for an answer, and takes answers and questions out of use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dialogs.answers import standings
from dialogs.managing.mandate import first_match, only
from dialogs.passing_on.replying import NO_SUCH
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, propose
from dialogs.turns.rights import UNKNOWN, holders
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.wordings import POLITE, wording
from knowledge.progress.model import Role, Stage, Unanswered
from knowledge.progress.passing import WAITING, ended, waiting
from knowledge.store.shelves import UNANSWERED

_N = r"(?:(?:question|number|no\.?|q)\s*)?#?\s*(?P<n>\d{1,6})"
_FORGET = (
    wording(
        "answer",
        rf"{POLITE}(?:forget|remove|delete|withdraw|drop|retire|stop\s+(?:using|giving)|take\s+out)\s+(?:the\s+)?answer"
        rf"\s+(?:to|of|for|from)\s+{_N}(?:\s+out\s+of\s+use)?",
    ),
    wording("answer", rf"{POLITE}take\s+(?:the\s+)?answer\s+(?:to|of|for)\s+{_N}\s+out\s+of\s+use"),
    wording(
        "question",
        rf"{POLITE}(?:close|drop|forget|remove|delete|dismiss)\s+question\s+(?:number\s+)?#?(?P<n>\d{{1,6}})",
    ),
)
# More is read by nobody.
_SHOWN = 30

NOT_YOURS = "The list of questions not answered is for managers. {managers}"
NONE = "No question waits for an answer. Questions come here when somebody passes on what I couldn’t answer."
SOME = "{count} {wait} for an answer, the oldest first:"
LINE = "- **{id}**: {question}{about}, asked by {asker} {ago} ({day}); {state}"
HOW = (
    "Say “answer {id}: …” to answer one that is yours, “close question {id}” where none is needed, or teach me a word: "
    "“add synonym kids = children”."
)
AND_MORE = "- and {more} more"
WOULD_FORGET = "{who}’s answer to question {id}, {question}, would no longer be given to anybody: {answer}"
WOULD_CLOSE = "Question {id}, {question}, would be closed without an answer."
ENDED = "That is out of use or closed already."
FORGOTTEN = "Saved. The answer to question {id} is no longer given; that it was stays on record."
CLOSED = "Saved. Question {id} is closed."


def take(moment: Moment) -> Turn | None:
    """ "Questions not answered", "forget the answer to question 3", "close question 3"; None for anything else."""
    if moment.says("unanswered"):
        return _list(moment)
    match = first_match(_FORGET, moment)
    if match is None:
        return None
    if refused := only(Role.MANAGER, moment):
        return refused
    number = str(int(match["n"]))
    question = moment.records.reading.get(UNANSWERED, number)
    if question is None:
        return moment.turn(NO_SUCH.format(id=number))
    if question.stage not in {*WAITING, Stage.ANSWERED}:
        return moment.turn(ENDED)
    told = WOULD_FORGET if question.stage is Stage.ANSWERED else WOULD_CLOSE
    shown = told.format(
        id=number,
        who=phrases.escaped(question.answered_by_name),
        question=phrases.quoted(question.question),
        answer=standings.sentence(question.answer),
    )
    return propose(moment, shown, "end question", id=number, stage=str(question.stage))


def _list(moment: Moment) -> Turn:
    if not moment.actor.is_(Role.MANAGER):
        told = NOT_YOURS.format(managers=holders(Role.MANAGER, moment)) if moment.actor.key else UNKNOWN
        return moment.turn(told, draft=moment.memory.draft)
    found = waiting(moment.records.reading)
    if not found:
        return moment.turn(NONE, draft=moment.memory.draft)
    count = phrases.counted(len(found), "question").capitalize()
    lines = [_line(one, moment) for one in found[:_SHOWN]]
    lines += [AND_MORE.format(more=len(found) - _SHOWN)] if len(found) > _SHOWN else []
    head = SOME.format(count=count, wait="waits" if len(found) == 1 else "wait")
    told = "\n\n".join([head, "\n".join(lines), HOW.format(id=found[0].id)])
    return moment.turn(told, draft=moment.memory.draft)


def _line(question: Unanswered, moment: Moment) -> str:
    zone = moment.knowledge.timezone
    return LINE.format(
        id=question.id,
        question=phrases.quoted(question.question),
        about=f" about {phrases.recommendations((question.ref,))}" if question.ref else "",
        asker=phrases.escaped(question.by_name),
        ago=_ago(question.at, moment),
        day=standings.day_of(question.at, zone),
        state=_state(question),
    )


def _ago(at: datetime, moment: Moment) -> str:
    days = (moment.today - at.astimezone(moment.knowledge.timezone).date()).days
    return "today" if days <= 0 else f"{phrases.counted(days, 'day')} ago"


def _state(question: Unanswered) -> str:
    if question.stage is Stage.DECLINED:
        return f"{phrases.escaped(question.answered_by_name)} couldn’t answer it"
    return f"passed on to {phrases.escaped(question.to_names)}" if question.to else "nobody could be asked"


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    question = moment.records.reading.get(UNANSWERED, what["id"])
    if question is None or str(question.stage) != what["stage"]:
        return moment.turn(ENDED if question is None else f"Question {what['id']} has changed. Nothing has been saved.")
    was_answered = question.stage is Stage.ANSWERED
    after = Stage.WITHDRAWN if was_answered else Stage.CLOSED
    told = (FORGOTTEN if was_answered else CLOSED).format(id=question.id)
    return moment.turn(told, changes=ended(question, after, moment.occasion))


DOERS: dict[str, Doer] = {"end question": _do}
