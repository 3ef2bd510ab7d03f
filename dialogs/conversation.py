"""The one door: whatever a person says comes in here, and what to say back comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dialogs import emergency, importing, people, update
from dialogs.answers import own_targets, posted, since_then
from dialogs.ask import Part, each, joined
from dialogs.help import NOTHING_YET, asks_help, example, help_reply, welcome_reply
from dialogs.managing import glossary
from dialogs.passing_on import kept, offering
from dialogs.takers import AT_FIRST, DIALOGS, SLIPPED, WAITING, Take
from dialogs.turns import choices, programmes, proposing
from dialogs.turns.fitting import fitted
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Memory, Message, Reply, Turn
from dialogs.updating import drafts
from dialogs.words import forms, slips, smalltalk
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.questions.index import Index

NOTHING_SAID = "I didn’t get any words with that. Ask me about the recommendations, or say “help”."


def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Answer one message.

    The turn holds the replies, what the conversation remembers from now on and what is to be kept; the caller saves
    and sends.
    """
    moment = Moment(message, speaker, memory, knowledge)
    turn = _fitted(_ending(_answered(moment), importing.left(moment)))
    if emergency.suggests_danger(message.text, reporting=memory.draft.get("form") == drafts.FORM):
        turn = _after_advice(turn, message.text, memory, knowledge)
    return turn


def prepared(knowledge: Knowledge) -> Knowledge:
    """The knowledge, with everything worked out that the first messages would otherwise wait for (about a second)."""
    forms.compile_all()
    return knowledge.prepared()


def welcome(knowledge: Knowledge) -> Reply:
    """What is said once, when somebody installs the bot or adds it to a team."""
    return welcome_reply(knowledge.indexes[0]) if knowledge.indexes else Reply(NOTHING_YET)


def _answered(moment: Moment) -> Turn:
    if turn := importing.take(moment):
        return turn
    if not moment.message.text.strip():
        return moment.turn(NOTHING_SAID, draft=moment.memory.draft)
    if (completed := _completed(moment)) is not None:
        if turn := _taken(completed):
            return turn
        moment = replace(moment, memory=completed.memory)  # whatever it is, it is nothing that was waited for
    if (said := proposing.corrected(moment)) is not None:
        return _put_right(said, moment)
    moment = _resumed(moment)
    if turn := _taken(moment):
        return turn
    if not moment.knowledge.indexes:
        return moment.turn(NOTHING_YET, draft=moment.memory.draft)
    reply, memory = _asked(moment)
    return _with_reminder(Turn((reply,), replace(memory, draft=moment.memory.draft)), moment)


def _first(takes: Iterable[Take], moment: Moment) -> Turn | None:
    return next((turn for take in takes if (turn := take(moment)) is not None), None)


def _taken(moment: Moment) -> Turn | None:
    """The turn of whoever takes the message; None for a question, a courtesy or a call for help."""
    if not moment.knowledge.indexes:
        return _first(AT_FIRST, moment)
    if turn := _first(WAITING, moment):
        return turn
    if turn := _first(DIALOGS, moment):
        return _beside(turn, moment)
    return _slipped(moment)


def _slipped(moment: Moment) -> Turn | None:
    """The turn of an order with a typing slip, as long as it saves nothing before it was restated; else None."""
    for text in slips.mended(moment.message.text):
        turn = _first(SLIPPED, replace(moment, message=replace(moment.message, text=text)))
        if turn and not turn.changes:
            return turn
    return None


def _took(draft: Mapping[str, Any], amend: str) -> bool:
    """Whether an order was understood beyond its beginning, so far that it is asked about."""
    return bool(draft.get("yes")) or draft.get("order") != amend


def _beside(turn: Turn, moment: Moment) -> Turn:
    """A dialog's turn, with what becomes of the form or the question that was open: never silence."""
    note = update.dropped(moment) or proposing.dropped(moment)
    if turn.memory.draft == moment.memory.draft or not note:
        return _with_reminder(turn, moment)
    return _beginning(turn, note)


def _put_right(said: str, moment: Moment) -> Turn:
    """What a correction leads to: another order, the same with another end, or the answer to a question.

    What it corrects is dropped in any case.
    """
    amend = moment.memory.draft.get("amend")
    free = replace(moment, message=replace(moment.message, text=said), memory=replace(moment.memory, draft={}))
    if amend and not free.order and not free.says("asks"):
        again = _taken(replace(free, message=replace(free.message, text=f"{amend}{said}")))
        if again and again.memory.draft and _took(again.memory.draft, amend):
            return again
    if turn := _taken(free):
        return _beginning(turn, proposing.dropped(moment))
    if free.says("asks") or said.endswith("?"):
        return _beginning(_answered(free), proposing.DROPPED)
    return moment.turn(proposing.SAY_ALL)


def _completed(moment: Moment) -> Moment | None:
    """The order that waited for this message, whole; None where none did."""
    order = proposing.waiting(moment) or people.waiting(moment)
    if order is None:
        return None
    return replace(moment, message=replace(moment.message, text=order), memory=replace(moment.memory, draft={}))


def _resumed(moment: Moment) -> Moment:
    """The question that waited for its programme, where a message names one; else the message."""
    text, memory = moment.message.text, moment.memory
    if not moment.index or (waited := programmes.resumed(text, memory, moment.index)) == text:
        return moment
    memory = replace(programmes.turned_to(moment.index, memory), draft=memory.draft)
    return replace(moment, message=replace(moment.message, text=waited), memory=memory)


def _asked(moment: Moment) -> tuple[Reply, Memory]:
    """The answer to a courtesy, a call for help or a question."""
    text, memory, knowledge = moment.message.text, moment.memory, moment.knowledge
    to_show = moment.index or knowledge.indexes[0]
    if courtesy := smalltalk.reply_to(text, example(to_show)):
        return Reply(courtesy), memory
    if asks_help(text):
        return help_reply(to_show, moment.actor), memory
    return _on_document(moment, moment.index) if moment.index else programmes.which(text, memory, knowledge)


def _on_document(moment: Moment, index: Index) -> tuple[Reply, Memory]:
    """The answer to a question, or to a choice from what was offered; what isn't answered can be passed on."""
    memory, index = programmes.turned_to(index, moment.memory), since_then.led(index, moment.records)
    parts, memory = each(choices.asked_on(moment.message.text, memory), memory, index)
    parts = [replace(part, reply=_as_decided(part, moment, index)) for part in parts]
    parts = [glossary.added(kept.added(part, moment, index), moment, index) for part in parts]
    return offering.offered(joined(parts), parts, memory, moment, index)


def _as_decided(part: Part, moment: Moment, index: Index) -> Reply:
    """The document's answer with what the council has decided of its own, leads and targets, and what it has done."""
    reply = since_then.added(part.reply, part.answer, moment, index)
    return posted.added(own_targets.led(reply, part.answer, moment, index), part.answer, moment, index)


def _with_reminder(turn: Turn, moment: Moment) -> Turn:
    """The turn, and at its end that a form is still open, if one is."""
    note = update.reminder(moment) or proposing.reminder(moment)
    draft = turn.memory.draft
    if note and draft:
        turn = replace(turn, memory=replace(turn.memory, draft=proposing.interrupted(draft)))
    return _ending(turn, note)


def _beginning(turn: Turn, note: str) -> Turn:
    """The turn with a note at its beginning."""
    first, *others = turn.replies
    return replace(turn, replies=(replace(first, text=f"{note}\n\n{first.text}"), *others))


def _ending(turn: Turn, note: str) -> Turn:
    """The turn with a note at its end, if there is one."""
    *others, last = turn.replies
    return replace(turn, replies=(*others, replace(last, text=f"{last.text}\n\n{note}"))) if note else turn


def _fitted(turn: Turn) -> Turn:
    return replace(turn, replies=tuple(map(fitted, turn.replies)))


def _after_advice(turn: Turn, text: str, memory: Memory, knowledge: Knowledge) -> Turn:
    """The advice, then the answer where the message asked about the document or was part of a form as well."""
    advice = emergency.advice(knowledge.emergency_contact)
    if not (turn.memory.draft or turn.changes or (knowledge.indexes and emergency.asks_document(text))):
        return Turn((Reply(advice),), memory)
    (answer,) = turn.replies
    return replace(turn, replies=(fitted(replace(answer, text=f"{advice}\n\n{answer.text}")),))
