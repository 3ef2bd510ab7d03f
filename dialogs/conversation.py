"""The one door: whatever a person says comes in here, and what to say back comes out."""

from __future__ import annotations

from dataclasses import replace

from dialogs import cards, emergency, smalltalk
from dialogs.ask import ask
from dialogs.help import asks_help, help_reply, welcome_reply
from dialogs.turn import Memory, Message, Reply, Turn
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.questions.index import Index

NOTHING_YET = "I don’t hold any recommendations yet. Somebody needs to import a document first."
WHICH_REVIEW = "I hold several reviews. Which one do you mean: {names}?"
NOTHING_SAID = "I didn’t get any words with that. Ask me about the recommendations, or say “help”."


async def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Answer one message.

    The turn holds the replies and what the conversation remembers from now on; the caller sends and saves.
    """
    index = _chosen(message.text, memory, knowledge)
    reply, memory = _replied(message.text, memory, index, knowledge)
    if emergency.suggests_danger(message.text):
        reply = _after_advice(reply, index, message.text, knowledge)
    return Turn((reply,), memory)


def welcome(knowledge: Knowledge) -> Reply:
    """What is said once, when somebody installs the bot or adds it to a team."""
    return welcome_reply(knowledge.indexes[0]) if knowledge.indexes else Reply(NOTHING_YET)


def _replied(text: str, memory: Memory, index: Index | None, knowledge: Knowledge) -> tuple[Reply, Memory]:
    if not text.strip():
        return Reply(NOTHING_SAID), memory
    if index is None:
        return _which_review(knowledge), memory
    if courtesy := smalltalk.reply_to(text, index.refs[min(9, len(index.refs) - 1)]):
        return Reply(courtesy), memory
    if asks_help(text):
        return help_reply(index), memory
    return ask(text, replace(memory, programme=index.programme.name), index)


def _chosen(text: str, memory: Memory, knowledge: Knowledge) -> Index | None:
    """The programme that is meant: the only one, the one named, or the one last spoken of."""
    if len(knowledge.indexes) == 1:
        return knowledge.indexes[0]
    named = [i for i in knowledge.indexes if i.programme.name.lower() in text.lower()]
    spoken_of = [i for i in knowledge.indexes if i.programme.name == memory.programme]
    return next(iter([*named[:1], *spoken_of]), None) if len(named) < 2 else None


def _which_review(knowledge: Knowledge) -> Reply:
    names = [i.programme.name for i in knowledge.indexes]
    if not names:
        return Reply(NOTHING_YET)
    return Reply(WHICH_REVIEW.format(names=" or ".join(names)), cards.questions("Which review?", names))


def _after_advice(reply: Reply, index: Index | None, text: str, knowledge: Knowledge) -> Reply:
    """The advice, then the answer where the message asked about the document as well."""
    advice = emergency.advice(knowledge.emergency_contact)
    asked = index is not None and emergency.asks_document(text)
    return Reply(f"{advice}\n\n{reply.text}", reply.card) if asked else Reply(advice)
