"""The one door: whatever a person says comes in here, and what to say back comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from dialogs import emergency, importing, people, progress, summary, update
from dialogs.answers import since_then
from dialogs.ask import each, joined
from dialogs.help import NOTHING_YET, asks_help, example, help_at_first, help_reply, welcome_reply
from dialogs.managing import (
    assigning,
    deciding,
    delegating,
    export,
    extending,
    glossary,
    redacting,
    signing_off,
    targets,
    teaching,
)
from dialogs.passing_on import kept, offering, passing, replying, unanswered
from dialogs.progress import quiet
from dialogs.subscribing import pausing, subscribe, unsubscribe
from dialogs.turns import choices, programmes, proposing
from dialogs.turns.fitting import fitted
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer
from dialogs.turns.turn import Memory, Message, Reply, Turn
from dialogs.updating import idle, mine, nochange, undo
from dialogs.words import smalltalk
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.questions.index import Index

NOTHING_SAID = "I didn’t get any words with that. Ask me about the recommendations, or say “help”."

Take = Callable[[Moment], Turn | None]

# What a yes to "Save this?" does.
_DOERS: Mapping[str, Doer] = (
    targets.DOERS
    | extending.DOERS
    | deciding.DOERS
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
    | importing.DOERS
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
    importing.how,
    export.take,
    unsubscribe.take,
    subscribe.take,
    pausing.take,
    summary.take,
    quiet.take,
    targets.take,
    extending.take,
    deciding.take,
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

# Who may take a message as long as there is no document, in this order.
_AT_FIRST: tuple[Take, ...] = (
    lambda moment: proposing.answered(moment, people.DOERS | importing.DOERS),
    people.going_on,
    people.take,
    importing.how,
    lambda moment: moment.turn(help_at_first(moment.actor)) if asks_help(moment.message.text) else None,
)


def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Answer one message.

    The turn holds the replies, what the conversation remembers from now on and what is to be kept; the caller saves
    and sends.
    """
    moment = Moment(message, speaker, memory, knowledge)
    turn = _fitted(_ending(_answered(moment), importing.left(moment)))
    if emergency.suggests_danger(message.text):
        turn = _after_advice(turn, message.text, memory, knowledge)
    return turn


def welcome(knowledge: Knowledge) -> Reply:
    """What is said once, when somebody installs the bot or adds it to a team."""
    return welcome_reply(knowledge.indexes[0]) if knowledge.indexes else Reply(NOTHING_YET)


def _answered(moment: Moment) -> Turn:
    if turn := importing.take(moment):
        return turn
    if not moment.message.text.strip():
        return moment.turn(NOTHING_SAID, draft=moment.memory.draft)
    moment = _resumed(moment)
    if not moment.knowledge.indexes:
        return _first(_AT_FIRST, moment) or moment.turn(NOTHING_YET, draft=moment.memory.draft)
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
    """The message with what was waiting for it: a question for its programme, an order for a part of it."""
    text, memory = moment.message.text, moment.memory
    if moment.index and (waited := programmes.resumed(text, memory, moment.index)) != text:
        text, memory = waited, replace(programmes.turned_to(moment.index, memory), draft=memory.draft)
    if (order := proposing.waiting(moment) or people.waiting(moment)) is not None:
        text, memory = order, replace(memory, draft={})
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
    return _ending(turn, update.reminder(moment) or proposing.reminder(moment))


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
