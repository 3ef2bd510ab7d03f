"""The one door: whatever a person says comes in here, and what to say back comes out."""

from __future__ import annotations

from dialogs import choices, emergency, programmes, smalltalk
from dialogs.ask import ask
from dialogs.fitting import fitted
from dialogs.help import asks_help, example, help_reply, welcome_reply
from dialogs.turn import Memory, Message, Reply, Turn
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.questions.index import Index

NOTHING_YET = "I don’t hold any recommendations yet. Somebody needs to import a document first."
NOTHING_SAID = "I didn’t get any words with that. Ask me about the recommendations, or say “help”."


def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Answer one message.

    The turn holds the replies and what the conversation remembers from now on; the caller sends and saves.
    """
    turn = _answered(message.text, memory, knowledge)
    if emergency.suggests_danger(message.text):
        turn = _after_advice(turn, message.text, memory, knowledge)
    return turn


def welcome(knowledge: Knowledge) -> Reply:
    """What is said once, when somebody installs the bot or adds it to a team."""
    return welcome_reply(knowledge.indexes[0]) if knowledge.indexes else Reply(NOTHING_YET)


def _answered(text: str, memory: Memory, knowledge: Knowledge) -> Turn:
    reply, remembered = _replied(text, memory, knowledge)
    return Turn((fitted(reply),), remembered)


def _replied(text: str, memory: Memory, knowledge: Knowledge) -> tuple[Reply, Memory]:
    if not text.strip():
        return Reply(NOTHING_SAID), memory
    if not knowledge.indexes:
        return Reply(NOTHING_YET), memory
    index = programmes.chosen(text, memory, knowledge)
    to_show = index or knowledge.indexes[0]
    if courtesy := smalltalk.reply_to(text, example(to_show)):
        return Reply(courtesy), memory
    if asks_help(text):
        return help_reply(to_show), memory
    return _asked(text, memory, index) if index else programmes.which(text, memory, knowledge)


def _asked(text: str, memory: Memory, index: Index) -> tuple[Reply, Memory]:
    """The answer to a question, to one that waited for its programme, or to a choice from what was offered."""
    meant = programmes.resumed(text, memory, index)
    memory = programmes.turned_to(index, memory)
    return ask(choices.asked_on(meant, memory), memory, index)


def _after_advice(turn: Turn, text: str, memory: Memory, knowledge: Knowledge) -> Turn:
    """The advice, then the answer where the message asked about the document as well."""
    advice = emergency.advice(knowledge.emergency_contact)
    if not (knowledge.indexes and emergency.asks_document(text)):
        return Turn((Reply(advice),), memory)
    (answer,) = turn.replies
    return Turn((fitted(Reply(f"{advice}\n\n{answer.text}", answer.card)),), turn.memory)
