"""The one door: whatever a person says comes in here, and what to say back comes out."""

from __future__ import annotations

from dialogs.turn import Memory, Message, Reply, Turn
from knowledge.library import Knowledge
from knowledge.model import Person


async def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    """Answer one message.

    The turn holds the replies and what the conversation remembers from now on; the caller sends and saves.
    """
    return Turn((Reply(f"{speaker.name}, you asked {len(knowledge.programmes)} programmes: {message.text}"),), memory)


def welcome(knowledge: Knowledge) -> Reply:
    """What is said once, when somebody installs the bot or adds it to a team."""
    return Reply(f"Hello. I hold {len(knowledge.programmes)} programmes.")
