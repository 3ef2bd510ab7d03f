"""The one door: whatever a person says comes in here, and what to say back comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dialogs import emergency, importing, numbering, people, righting, several, waiting
from dialogs.answers import coming, months, own_targets, passed, posted, since_then
from dialogs.ask import Part, each, is_sure, joined
from dialogs.help import NOTHING_YET, asks_help, example, help_reply, welcome_reply
from dialogs.managing import glossary, untaken
from dialogs.passing_on import kept, offering, replying, unnumbered
from dialogs.people import choosing
from dialogs.subscribing import altering
from dialogs.takers import AT_FIRST, COMPLETED, DIALOGS, NUMBERED, ORDERS, SLIPPED, WAITING, WAITING_AT_FIRST, Take
from dialogs.turns import again, alone, choices, programmes, proposing
from dialogs.turns.fitting import fitted
from dialogs.turns.moment import Moment, free, owned, unmarked
from dialogs.turns.pronouns import points_back
from dialogs.turns.remarks import without_opening
from dialogs.turns.turn import Memory, Message, Reply, Turn, beginning, ending
from dialogs.updating import beside, drafts
from dialogs.words import forms, phrases, slips, smalltalk
from dialogs.words.orders import Deed
from knowledge.legible import one_line
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.questions.searching.index import Index

# Asked about what could be the rest of an order, or an order of its own.
BOTH = "That could be the answer to my question, or something new."
THE_ANSWER, SOMETHING_NEW, WHAT_IS_IT = "the answer", "something new", "Which is it?"
NAMES_ANOTHER = "I asked about {asked}, and you named {other}."
NOTHING_SAID = "I didn’t get any words with that. Ask me about the recommendations, or say “help”."


def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Answer one message.

    The turn holds the replies, what the conversation remembers from now on and what is to be kept; the caller saves
    and sends.
    """
    if (text := unmarked(message.text)) != message.text:
        message = replace(message, text=text)
    if (name := one_line(speaker.name)) != speaker.name:
        speaker = replace(speaker, name=name)
    if memory.draft.get("form") in {None, proposing.PROPOSAL}:
        message = programmes.addressed(message, knowledge)
    moment, others = several.first_of(Moment(message, speaker, memory, knowledge))
    turn = _placed(_answered(moment), moment)
    turn = _fitted(ending(ending(ending(turn, others), beside.left(turn, moment)), importing.left(moment)))
    if emergency.suggests_danger(message.text, reporting=memory.draft.get("form") == drafts.FORM):
        turn = _after_advice(turn, message.text, moment)
    return owned(turn, moment)


def prepared(knowledge: Knowledge) -> Knowledge:
    """The knowledge, with everything worked out that the first messages would otherwise wait for (about a second)."""
    forms.compile_all()
    return knowledge.prepared()


def welcome(knowledge: Knowledge, mention: str = "") -> Reply:
    """What is said once, when somebody installs the bot or adds it to a team, where it must be mentioned by a name."""
    return welcome_reply(knowledge.indexes[0], mention) if knowledge.indexes else Reply(NOTHING_YET)


def _answered(moment: Moment) -> Turn:
    if turn := importing.take(moment):
        return waiting.beside(turn, moment)
    if not moment.message.text.strip():
        return ending(moment.turn(NOTHING_SAID, draft=moment.memory.draft), waiting.reminder(moment))
    if turn := _interrupting(moment) or righting.take(moment) or _completed(moment):
        return turn
    if (said := proposing.corrected(moment)) is not None:
        return _put_right(said, moment)
    moment = _resumed(moment)
    if turn := _taken(moment):
        return turn
    if turn := untaken.take(moment):
        return waiting.beside(turn, moment)
    if not moment.knowledge.indexes:
        return waiting.beside(moment.turn(NOTHING_YET), moment)
    if turn := unnumbered.take_plain(moment):
        return turn
    reply, memory = _asked(moment)
    reply = ending(Turn((reply,), memory), unnumbered.hint(moment)).replies[0]
    return waiting.beside(Turn((reply,), replace(memory, draft={}) if memory.draft else memory), moment)


def _first(takes: Iterable[Take], moment: Moment) -> Turn | None:
    for take in takes:
        if (turn := take(moment)) is not None:
            return turn
    return None


def _taken(moment: Moment) -> Turn | None:
    """The turn of whoever takes the message; None for a question, a courtesy or a call for help."""
    if not moment.knowledge.indexes:
        return _at_first(moment)
    if turn := _first(WAITING, moment):
        return turn
    turn = _first(DIALOGS, moment) or _slipped(moment) or righting.behind_opening(moment)
    return waiting.beside(turn, moment) if turn else None


def _at_first(moment: Moment) -> Turn | None:
    """The same as long as there is no document."""
    if turn := _first(WAITING_AT_FIRST, moment):
        return turn
    turn = _first(AT_FIRST, moment)
    return waiting.beside(turn, moment) if turn else None


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


def _put_right(said: str, moment: Moment) -> Turn:
    """What a correction leads to: another order, the same with another end, or the answer to a question.

    What it corrects is dropped in any case.
    """
    amend, said = moment.memory.draft.get("amend"), without_opening(said)
    alone = free(moment, said)
    another = alone.says("orders") and _first(ORDERS, alone)
    if amend and not (another or alone.order or alone.says("asks")):
        amended = _taken(free(moment, proposing.amended(moment.memory.draft, said)))
        if amended and amended.memory.draft and _took(amended.memory.draft, amend):
            return amended
    if turn := _taken(alone):
        return beginning(turn, proposing.dropped(moment))
    if alone.says("asks") or said.endswith("?"):
        return beginning(_answered(alone), proposing.DROPPED)
    return moment.turn(proposing.SAY_ALL)


def _completed(moment: Moment) -> Turn | None:
    """The turn of the order that waited for this message; None where none did, or it is about something else.

    A message that is an order by itself isn't swallowed as the rest of another: where it could be both, that is asked.
    """
    if (chosen := people.waiting(moment)) is not None:
        return _taken(free(moment, chosen))
    if (more := again.others_too(moment)) and (turn := _taken(free(moment, more))):
        return turn
    if (order := proposing.waiting(moment)) is None:
        return None
    if (amended := proposing.another_day(moment)) and (turn := _taken(free(moment, amended))):
        return turn
    turn, itself = _first(COMPLETED, free(moment, order)), _by_itself(moment)
    reason = proposing.wants_reason(moment)
    other = "" if turn is None else proposing.other_named(moment)
    if itself is None:
        return _whose(order, other, moment) if other and not reason else turn
    if turn is None or proposing.lacks(turn) or (other and not reason):
        return waiting.beside(itself, moment)
    text = moment.message.text.strip()
    return choosing.ask_which(moment, BOTH, {THE_ANSWER: order, SOMETHING_NEW: text}, title=WHAT_IS_IT)


def _whose(order: str, other: str, moment: Moment) -> Turn:
    """Ask which recommendation an answer is for that names another than the question did."""
    refs = moment.memory.draft["refs"]
    instead = order.replace(", ".join(refs), other, 1)
    why = NAMES_ANOTHER.format(asked=phrases.recommendations(refs), other=phrases.recommendations((other,)))
    options = {phrases.recommendations(refs): order, phrases.recommendations((other,)): instead}
    return choosing.ask_which(moment, why, options, title=WHAT_IS_IT)


def _by_itself(moment: Moment) -> Turn | None:
    """The turn of an order that names all it needs ("8: red, staff left"), or another than was asked about."""
    order = free(moment).order
    names_one = order is not None and order.refs and order.deed in (Deed.UPDATE, Deed.NO_CHANGE, Deed.UNDO)
    return _first(ORDERS, free(moment)) if names_one or proposing.other_named(moment) else None


def _interrupting(moment: Moment) -> Turn | None:
    """The turn of an order in so many words, which is no answer to whatever is open; None for any other message."""
    if turn := altering.going_on(moment):
        return turn
    orders = moment.says("orders") and not points_back(moment.message.text)
    if not moment.memory.draft or not (orders or numbering.reports(moment)) or replying.while_filling(moment):
        return None
    turn = numbering.take(moment, NUMBERED) or (_first(ORDERS, free(moment)) if orders else None)
    return waiting.beside(turn, moment) if turn else None


def _resumed(moment: Moment) -> Moment:
    """The question that waited for its programme, where a message names one; else the message."""
    text, memory = moment.message.text, moment.memory
    if not moment.index or (waited := programmes.resumed(text, memory, moment.index, moment.knowledge)) == text:
        return moment
    memory = replace(programmes.turned_to(moment.index, memory), draft=memory.draft)
    return replace(moment, message=replace(moment.message, text=waited), memory=memory)


def _asked(moment: Moment) -> tuple[Reply, Memory]:
    """The answer to a courtesy, a call for help or a question."""
    text, memory, knowledge = moment.message.text, moment.memory, moment.knowledge
    to_show = moment.index or knowledge.indexes[0]
    if courtesy := smalltalk.reply_to(text, example(to_show)):
        return Reply(courtesy), memory
    if (moment.says("help") or not moment.said) and asks_help(text):
        return help_reply(to_show, moment.actor, _others(moment)), memory
    if len(knowledge.indexes) > 1 and forms.typed("documents", text):
        return Reply(programmes.held(knowledge)), memory
    if moment.index and programmes.only_named(text, moment.index, knowledge):
        return Reply(programmes.turned(moment.index)), programmes.turned_to(moment.index, memory)
    if not moment.index and (first := programmes.which_first(text, memory, knowledge)):
        return first
    index = alone.meant(moment)
    return _on_document(moment, index) if index else programmes.which(text, memory, knowledge)


def _others(moment: Moment) -> list[str]:
    """What the programmes are called, where there are several."""
    indexes = moment.knowledge.indexes
    return [programmes.called(index, indexes) for index in indexes] if len(indexes) > 1 else []


def _on_document(moment: Moment, index: Index) -> tuple[Reply, Memory]:
    """The answer to a question, or to a choice from what was offered; what isn't answered can be passed on."""
    memory, index = programmes.turned_to(index, moment.memory), since_then.led(index, moment.records)
    parts, memory = each(choices.asked_on(moment.message.text, memory), memory, index)
    parts = [_as_decided(part, moment, index) for part in parts]
    parts = [glossary.added(kept.added(part, moment, index), moment, index) for part in parts]
    return offering.offered(joined(parts), parts, memory, moment, index)


def _as_decided(part: Part, moment: Moment, index: Index) -> Part:
    """The document's answer with what the council has decided of its own, leads and targets, and what it has done."""
    reply = since_then.added(part.reply, part.answer, moment, index)
    reply = coming.led(reply, part.question, part.answer, moment, index)
    reply = passed.led(reply, part.question, part.answer, moment, index)
    reply = months.led(reply, part.question, part.answer, moment, index)
    reply = posted.added(own_targets.led(reply, part.answer, moment, index), part.answer, moment, index)
    return part if reply is part.reply else replace(part, reply=reply)


def _placed(turn: Turn, moment: Moment) -> Turn:
    """The turn, with which document it is about where the message named one and the reply doesn't say."""
    index = moment.index if moment.message.programme else None
    if index is None:
        return turn
    where = phrases.within(index.programme, moment.knowledge.programmes)
    said = turn.replies[0].text
    alone = phrases.is_told_by_title(index.programme, moment.knowledge.programmes)
    told = where in said or (alone and phrases.short_title(index.programme) in said)
    return turn if told else beginning(turn, where)


def _fitted(turn: Turn) -> Turn:
    replies = tuple(map(fitted, turn.replies))
    return turn if replies == turn.replies else replace(turn, replies=replies)


def _after_advice(turn: Turn, text: str, moment: Moment) -> Turn:
    """The advice, then the answer where the message asked about the document or was part of a form as well.

    Of an order that led to nothing, that is said.
    """
    advice = emergency.advice(moment.knowledge.emergency_contact)
    if not (turn.memory.draft or turn.changes or _is_answered(text, moment)):
        unsaved = [emergency.NOTHING_SAVED] if emergency.orders(text) else []
        return Turn((Reply("\n\n".join([advice, *unsaved])),), moment.memory)
    (answer,) = turn.replies
    return replace(turn, replies=(fitted(replace(answer, text=f"{advice}\n\n{answer.text}")),))


def _is_answered(text: str, moment: Moment) -> bool:
    """Whether a message that tells of danger asks about the document besides, or what it asks is certainly there."""
    if not moment.knowledge.indexes or emergency.asks_document(text):
        return bool(moment.knowledge.indexes)
    index = alone.meant(moment) if emergency.asks_besides(text) else None
    return index is not None and is_sure(text, moment.memory, index)
