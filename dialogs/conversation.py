"""The one door: whatever a person says comes in here, and what to say back comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from dialogs import (
    assigning,
    choices,
    delegating,
    emergency,
    export,
    extending,
    forms,
    glossary,
    idle,
    kept,
    mine,
    nochange,
    offering,
    passing,
    pausing,
    people,
    programmes,
    progress,
    proposing,
    quiet,
    redacting,
    replying,
    signing_off,
    since_then,
    smalltalk,
    subscribe,
    summary,
    targets,
    teaching,
    unanswered,
    undo,
    unsubscribe,
    update,
)
from dialogs.ask import each, joined
from dialogs.fitting import fitted
from dialogs.help import asks_help, example, help_reply, welcome_reply
from dialogs.moment import Moment
from dialogs.proposing import Doer
from dialogs.turn import Memory, Message, Reply, Turn
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.questions.index import Index

NOTHING_YET = "I don’t hold any recommendations yet. Somebody needs to import a document first."
NOTHING_SAID = "I didn’t get any words with that. Ask me about the recommendations, or say “help”."

Take = Callable[[Moment], Turn | None]

# What a yes to "Save this?" does.
_DOERS: Mapping[str, Doer] = (
    targets.DOERS
    | extending.DOERS
    | signing_off.DOERS
    | assigning.DOERS
    | delegating.DOERS
    | redacting.DOERS
    | subscribe.DOERS
    | passing.DOERS
    | replying.DOERS
    | unanswered.DOERS
    | teaching.DOERS
    | people.DOERS
)
# Whom an open question goes to before anybody else.
_WAITING: tuple[Take, ...] = (
    lambda moment: proposing.answered(moment, _DOERS),
    replying.while_filling,
    people.going_on,
    update.going_on,
)
# Who may take a message, in this order; what none of them takes is a question on the document.
_DIALOGS: tuple[Take, ...] = (
    replying.take,
    passing.take,
    unanswered.take,
    teaching.take,
    glossary.take,
    people.take,
    export.take,
    unsubscribe.take,
    subscribe.take,
    pausing.take,
    summary.take,
    quiet.take,
    targets.take,
    extending.take,
    signing_off.take,
    assigning.take,
    delegating.take,
    redacting.take,
    nochange.take,
    undo.take,
    mine.take,
    update.take,
    idle.take,
    progress.take,
)


def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Answer one message.

    The turn holds the replies, what the conversation remembers from now on and what is to be kept; the caller saves
    and sends.
    """
    turn = _fitted(_answered(Moment(message, speaker, memory, knowledge)))
    if emergency.suggests_danger(message.text):
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
    if not moment.message.text.strip():
        return moment.turn(NOTHING_SAID, draft=moment.memory.draft)
    if not moment.knowledge.indexes:
        return moment.turn(NOTHING_YET)
    moment = _resumed(moment)
    if turn := _first(_WAITING, moment):
        return turn
    if turn := _first(_DIALOGS, moment):
        return _with_reminder(turn, moment) if turn.memory.draft == moment.memory.draft else turn
    reply, memory = _asked(moment)
    if note := since_then.note(moment, memory.refs):
        reply = replace(reply, text=f"{reply.text}\n\n{note}")
    return _with_reminder(Turn((reply,), replace(memory, draft=moment.memory.draft)), moment)


def _first(takes: Iterable[Take], moment: Moment) -> Turn | None:
    return next((turn for take in takes if (turn := take(moment)) is not None), None)


def _resumed(moment: Moment) -> Moment:
    """The message with what was waiting for it: a question for its programme, an order for its missing part."""
    text, memory = moment.message.text, moment.memory
    if moment.index and (waited := programmes.resumed(text, memory, moment.index)) != text:
        text, memory = waited, replace(programmes.turned_to(moment.index, memory), draft=memory.draft)
    if (order := proposing.waiting(moment)) is not None:
        text, memory = f"{order}{text}", replace(memory, draft={})
    if text == moment.message.text:
        return moment
    return replace(moment, message=replace(moment.message, text=text), memory=memory)


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
    memory = programmes.turned_to(index, moment.memory)
    parts, memory = each(choices.asked_on(moment.message.text, memory), memory, index)
    parts = [glossary.added(kept.added(part, moment, index), moment, index) for part in parts]
    return offering.offered(joined(parts), parts, memory, moment, index)


def _with_reminder(turn: Turn, moment: Moment) -> Turn:
    """The turn, and at its end that a form is still open, if one is."""
    reminder = update.reminder(moment) or proposing.reminder(moment)
    if not reminder:
        return turn
    *others, last = turn.replies
    return replace(turn, replies=(*others, replace(last, text=f"{last.text}\n\n{reminder}")))


def _fitted(turn: Turn) -> Turn:
    return replace(turn, replies=tuple(map(fitted, turn.replies)))


def _after_advice(turn: Turn, text: str, memory: Memory, knowledge: Knowledge) -> Turn:
    """The advice, then the answer where the message asked about the document or was part of a form as well."""
    advice = emergency.advice(knowledge.emergency_contact)
    if not (turn.memory.draft or turn.changes or (knowledge.indexes and emergency.asks_document(text))):
        return Turn((Reply(advice),), memory)
    (answer,) = turn.replies
    return replace(turn, replies=(fitted(replace(answer, text=f"{advice}\n\n{answer.text}")),))
