"""Shows managers which questions wait for an answer, and takes answers and questions out of use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
from knowledge.progress.passing import WAITING, closed, ended, waiting, waiting_for
from knowledge.store.shelves import UNANSWERED

_N = r"(?:(?:question|number|no\.?|q)\s*)?#?\s*(?P<n>\d{1,6})"
_FORGET = (
    wording(
        "answer",
        rf"{POLITE}(?:forget|remove|delete|withdraw|drop|retire|stop\s+(?:using|giving)|take\s+out)\s+(?:the\s+)?answer"
        rf"\s+(?:to|of|for|from)\s+{_N}(?:\s+out\s+of\s+use)?",
    ),
    wording("answer", rf"{POLITE}take\s+(?:the\s+)?answer\s+(?:to|of|for)\s+{_N}\s+out\s+of\s+use"),
)
_CLOSE = (
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
WOULD_CLOSE = "Question {id}, {question}, would be closed without an answer. {asker} is told so."
NO_ANSWER = (
    "Question {id}, {question}, has no answer yet, so there is none to take out of use. To close it without one, say "
    "“close question {id}”. Nothing has been changed."
)
FOR_YOU = "{count} {wait} for your answer:"
HOW_TO = "Say “answer {id}: …”, or “I can’t answer {id}” where you don’t know."
BY_YOU = "You passed on {count} that {wait} for an answer:"
NONE_YOURS = "No question waits for your answer, and none of yours waits for one."
ENDED = "That is out of use or closed already."
FORGOTTEN = "Saved. The answer to question {id} is no longer given; that it was stays on record."
CLOSED = "Saved. Question {id} is closed."


def take(moment: Moment) -> Turn | None:
    """ "Questions not answered", "forget the answer to question 3", "close question 3"; None for anything else."""
    if moment.says("unanswered") or moment.says("asked of me"):
        return _list(moment)
    forgets = first_match(_FORGET, moment)
    match = forgets or first_match(_CLOSE, moment)
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
    told = WOULD_FORGET if question.stage is Stage.ANSWERED else NO_ANSWER if forgets else WOULD_CLOSE
    shown = told.format(
        id=number,
        asker=phrases.escaped(question.by_name or "Whoever asked"),
        who=phrases.escaped(question.answered_by_name),
        question=phrases.quoted(question.question),
        answer=standings.sentence(question.answer),
    )
    if told is NO_ANSWER:
        return moment.turn(shown)
    return propose(moment, shown, "end question", id=number, stage=str(question.stage))


def _for_you(moment: Moment) -> str:
    """The questions that wait for the speaker's answer; empty where none does."""
    found = waiting_for(moment.actor, moment.records.reading)
    return "\n\n".join([_head(FOR_YOU, found), _lines(found, moment), HOW_TO.format(id=found[0].id)]) if found else ""


def _by_you(moment: Moment) -> str:
    """The questions of the speaker's own that wait for somebody; empty where none does."""
    found = [one for one in waiting(moment.records.reading) if one.by == moment.actor.key]
    return f"{_head(BY_YOU, found, str.lower)}\n\n{_lines(found, moment)}" if found else ""


def _head(text: str, found: Sequence[Unanswered], case: Callable[[str], str] = str.capitalize) -> str:
    return text.format(count=case(phrases.counted(len(found), "question")), wait="waits" if len(found) == 1 else "wait")


def _lines(found: Sequence[Unanswered], moment: Moment) -> str:
    return "\n".join(_line(one, moment) for one in found)


def _told(moment: Moment) -> str:
    """What somebody hears who asks for their own questions, or is no manager and asks for all."""
    if not moment.actor.key:
        return UNKNOWN
    if moment.says("asked of me"):
        return "\n\n".join(filter(None, (_for_you(moment), _by_you(moment)))) or NONE_YOURS
    not_yours = NOT_YOURS.format(managers=holders(Role.MANAGER, moment))
    return "\n\n".join(filter(None, (not_yours, _for_you(moment))))


def _list(moment: Moment) -> Turn:
    if not moment.actor.is_(Role.MANAGER) or moment.says("asked of me"):
        return moment.turn(_told(moment), draft=moment.memory.draft)
    found = waiting(moment.records.reading)
    if not found:
        return moment.turn(NONE, draft=moment.memory.draft)
    lines = [_line(one, moment) for one in found[:_SHOWN]]
    lines += [AND_MORE.format(more=len(found) - _SHOWN)] if len(found) > _SHOWN else []
    told = "\n\n".join([_head(SOME, found), "\n".join(lines), HOW.format(id=found[0].id)])
    return moment.turn(told, draft=moment.memory.draft)


def _line(question: Unanswered, moment: Moment) -> str:
    zone = moment.knowledge.timezone
    return LINE.format(
        id=question.id,
        question=phrases.quoted(question.question),
        about=_about(question, moment),
        asker=phrases.escaped(question.by_name),
        ago=_ago(question.at, moment),
        day=standings.day_of(question.at, zone),
        state=_state(question),
    )


def _about(question: Unanswered, moment: Moment) -> str:
    """What it was asked about, with its document where there are several."""
    held = moment.knowledge.programmes
    of = next((phrases.one_of_several(one, held) for one in held if one.name == question.programme), "")
    if question.ref:
        return f" about {phrases.recommendations((question.ref,))}{f' of {of}' if of else ''}"
    return f" about {of}" if of else ""


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
    changes = ended(question, moment.occasion) if was_answered else closed(question, moment.occasion)
    return moment.turn((FORGOTTEN if was_answered else CLOSED).format(id=question.id), changes=changes)


DOERS: dict[str, Doer] = {"end question": _do}
