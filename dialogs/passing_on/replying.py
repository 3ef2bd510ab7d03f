"""Takes the answer to a question that was passed on: "answer 3: …", step by step, or "I can't answer that"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dialogs.answers import standings
from dialogs.managing.mandate import first_match, told_by
from dialogs.passing_on.whom import standing_of
from dialogs.turns.guarding import seen_in, sightings
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, ask_for_more, propose, stale
from dialogs.turns.rights import UNKNOWN
from dialogs.turns.turn import Turn
from dialogs.updating.drafts import found as update_open
from dialogs.words import phrases
from dialogs.words.wordings import POLITE, wording
from knowledge.progress.model import Stage, Unanswered
from knowledge.progress.passing import WAITING, answered, corrected, declined, may_answer, may_correct, waiting_for
from knowledge.progress.sending.subscriptions import home
from knowledge.store.shelves import REFERENCES, UNANSWERED

_N = r"(?:(?:question|number|no\.?|q)\s*)?#?\s*(?P<n>\d{1,6})"
_SEP = r"(?:\s*(?P<sep>[:;,–—-]|\n)\s*|\s+(?:(?:with|is)\b\s*:?\s*)?|$)(?P<text>.*)"
_ANSWER = wording(
    "answer reply response respond",
    rf"{POLITE}(?:(?:my|the)\s+)?(?:answer|reply|response|respond)\s+(?:(?:to|for)\s+)?{_N}{_SEP}",
)
_NAMED = wording(
    "question q", rf"{POLITE}(?:re:?\s+)?(?:question|q)\s*#?\s*(?P<n>\d{{1,6}})\s*(?P<sep>[:;–—-])\s*(?P<text>.+)"
)
_CANT = wording(
    "answer",
    rf"(?:sorry[\s,]*)?(?:i|we)?\s*(?:can[’']?t|cannot|can not|couldn[’']?t|am not able to|[’']m not able to)\s+answer"
    rf"(?:\s+(?:{_N}|that|this|it)(?:\s+(?:one|question))?)?(?:\s+either)?(?:[\s,]*sorry)?",
)
LONGEST = 2_000  # characters

NO_SUCH = "There is no question {id}, so nothing has been saved."
NOT_YOURS = "Question {id} isn’t yours to answer, so nothing has been saved. {whose}"
WENT_TO = "It went to {names}."
MANAGERS = "A manager can answer it."
ALREADY = "{who} answered question {id} already, on {day}: {answer} {how}"
ONLY_THEY = "Only {who} can put that right; a manager can take it out of use: “forget the answer to question {id}”."
CLOSED = "Question {id} is closed, so nothing has been saved."
WHAT = "{question} What is the answer?"
QUESTION = "Question {id}, from {asker}{about}: {question}"
TOO_LONG = "That is too long to send. Please answer in at most {most} characters."
PERSONAL = (
    "That seems to hold personal data: I saw {seen}. Nothing has been saved. Please reword it so that nobody can tell "
    "which child or family is meant: just type the new wording."
)
WOULD = "You would answer question {id} from {asker}{about}, {question}, like this:\n\n{answer}\n\n{back}"
WOULD_CHANGE = (
    "{who} answered question {id} already, on {day}: {before}\n\nInstead, the answer to {asker}{about}, {question}, "
    "would be: {answer}\n\n{back}"
)
BACK = "They get it with your name, and so does whoever asks the same."
NO_WAY_BACK = (
    "I can’t write to where {asker} asked it, but whoever asks the same, {asker} too, would get it with your name."
)
WOULD_NOT = "You would tell {asker} that you can’t answer question {id}, {question}"
NONE_WAITS = "No question waits for you."
WHICH = "Several questions wait for you: {ids}. Say, for example, “I can’t answer {example}”."
SAVED = "Saved. {sent}"
SENT = "{asker} gets your answer, and whoever asks the same is told what you answered and when."
NOT_SENT = (
    "I can’t write to where {asker} asked it, but whoever asks the same, {asker} too, is told what you answered and "
    "when."
)
DECLINED = "Saved. {asker} is told that you can’t answer it. It stays on the managers’ list."
FIRST_THIS = (
    "Your update on Recommendation {ref} is still open. Please finish it, or say “cancel”; then say “answer {id}”."
)


def while_filling(moment: Moment) -> Turn | None:
    """A kind word to somebody who answers a question in the middle of an update, which would be lost."""
    draft = update_open(moment.memory.draft)
    match = _heard(moment.message.text) if draft else None
    if draft is None or match is None or not (match["sep"] or not match["text"]):
        return None
    told = FIRST_THIS.format(ref=phrases.escaped(draft.ref), id=match["n"])
    return moment.turn(told, draft=moment.memory.draft)


@told_by(_CANT, _ANSWER, _NAMED)
def take(moment: Moment) -> Turn | None:
    """ "Answer 3: …", "answer 3", "I can't answer 3"; None for any other message."""
    if match := first_match((_CANT,), moment):
        return declining(match["n"], moment)
    match = _heard(moment.message.text) or _named(moment)
    if match is None:
        return None
    text = match["text"].strip()
    if cant := _CANT.fullmatch(text.rstrip(" .!")):
        return declining(cant["n"] or match["n"], moment)
    number = str(int(match["n"]))
    question = moment.records.reading.get(UNANSWERED, number)
    if question is None and text and not match["sep"]:
        return None  # a sentence that happens to begin so
    if refused := _refused(question, number, moment):
        return moment.turn(refused)
    return answering(question, text, moment) if question else None


def answering(question: Unanswered, text: str, moment: Moment, note: str = "") -> Turn:
    """The answer restated, or the question for it; a `note` may say why it is taken for one."""
    order = f"answer {question.id}: "
    if not any(map(str.isalnum, text)):
        return ask_for_more(moment, WHAT.format(question=asked(question)), order)
    if len(text) > LONGEST:
        return ask_for_more(moment, TOO_LONG.format(most=LONGEST), order)
    if seen := sightings(text, moment):
        return ask_for_more(moment, PERSONAL.format(seen=seen_in(seen)), order)
    told = " ".join(filter(None, (_would(question, text, moment), note)))
    return propose(moment, told, "answer question", amend=order, id=question.id, text=text, seen=_seen(question))


def _would(question: Unanswered, text: str, moment: Moment) -> str:
    shown = _shown(question)
    back = BACK if _reachable(question, moment) else NO_WAY_BACK.format(**shown)
    if question.stage in WAITING:
        return WOULD.format(answer=phrases.quoted(text), back=back, **shown)
    before = {"who": phrases.escaped(question.answered_by_name), "day": _day(question, moment)}
    before |= {"before": standings.sentence(question.answer), "answer": standings.sentence(text)}
    return WOULD_CHANGE.format(back=back, **shown, **before)


def _seen(question: Unanswered) -> str:
    """When the answer was given that another is to replace; empty where none was."""
    return question.answered.isoformat() if question.stage is Stage.ANSWERED and question.answered else ""


def _reachable(question: Unanswered, moment: Moment) -> bool:
    """Whether the bot can write to where it was asked."""
    return moment.records.reading.get(REFERENCES, home(question.conversation)) is not None


def declining(number: str | None, moment: Moment) -> Turn | None:
    """That a question can't be answered, restated: the one that waits, where none is named."""
    if number is None:
        mine = waiting_for(moment.actor, moment.records.reading)
        if len(mine) > 1:
            ids = phrases.joined(one.id for one in mine)
            return moment.turn(WHICH.format(ids=ids, example=mine[0].id))
        if not mine:
            return moment.turn(NONE_WAITS, draft=moment.memory.draft)
        number = mine[0].id
    number = str(int(number))
    question = moment.records.reading.get(UNANSWERED, number)
    if refused := _refused(question, number, moment):
        return moment.turn(refused)
    told = WOULD_NOT.format(**_shown(question)) if question else ""
    return propose(moment, told, "answer question", id=number, text="")


def _refused(question: Unanswered | None, number: str, moment: Moment) -> str:
    """Why it can't be answered by this person or at all; empty where it can."""
    if not moment.actor.key:
        return UNKNOWN
    if question is None:
        return NO_SUCH.format(id=number)
    standing = standing_of(question.programme, question.ref, moment)
    if not may_answer(moment.actor, question, standing):
        whose = WENT_TO.format(names=phrases.escaped(question.to_names)) if question.to else MANAGERS
        return NOT_YOURS.format(id=number, whose=whose)
    if question.stage in WAITING or may_correct(moment.actor, question, standing):
        return ""
    return _already(question, moment) if question.stage is Stage.ANSWERED else CLOSED.format(id=number)


def _already(question: Unanswered, moment: Moment) -> str:
    who, answer = phrases.escaped(question.answered_by_name), standings.sentence(question.answer)
    how = ONLY_THEY.format(who=who, id=question.id)
    return ALREADY.format(who=who, id=question.id, day=_day(question, moment), answer=answer, how=how)


def _day(question: Unanswered, moment: Moment) -> str:
    return standings.day_of(question.answered or question.at, moment.knowledge.timezone)


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    question = moment.records.reading.get(UNANSWERED, what["id"])
    if refused := _refused(question, what["id"], moment):
        return moment.turn(refused)
    if question is None:
        return moment.turn(NO_SUCH.format(id=what["id"]))
    if what.get("seen", "") != _seen(question):
        return stale(answering(question, what["text"], moment))
    shown = _shown(question)
    if not what["text"]:
        return moment.turn(DECLINED.format(**shown), changes=declined(question, moment.occasion))
    sent = (SENT if _reachable(question, moment) else NOT_SENT).format(**shown)
    keep = answered if question.stage in WAITING else corrected
    return moment.turn(SAVED.format(sent=sent), changes=keep(question, what["text"], moment.occasion))


def asked(question: Unanswered) -> str:
    """A question with its number, who asked it and what it is about."""
    return QUESTION.format(**_shown(question) | {"question": standings.sentence(question.question)})


def _shown(question: Unanswered) -> dict[str, str]:
    return {
        "id": question.id,
        "asker": phrases.escaped(question.by_name or "somebody"),
        "about": f" about {phrases.recommendations((question.ref,))}" if question.ref else "",
        "question": phrases.quoted(question.question),
    }


def _named(moment: Moment) -> re.Match[str] | None:
    """ "Question 3: …", where there is such a question and the speaker may answer it; "Q4: …" may be a quarter."""
    match = _NAMED.fullmatch(moment.message.text.strip()[: LONGEST + 100])
    question = moment.records.reading.get(UNANSWERED, str(int(match["n"]))) if match else None
    return match if question and not _refused(question, question.id, moment) else None


def _heard(text: str) -> re.Match[str] | None:
    """The order to answer, the innermost: a button may be pressed while another answer is waited for.

    An answer may be longer than any other order.
    """
    match = _ANSWER.fullmatch(text.strip()[: LONGEST + 100])
    return (_heard(match["text"]) or match) if match else None


DOERS: dict[str, Doer] = {"answer question": _do}
