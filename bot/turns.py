"""Takes turns: each activity is answered once, and a conversation's turns one at a time, also by several processes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.delivery import Send
from bot.log import pseudonym, turn_id
from bot.memory import after_turn, remembered
from dialogs.conversation import welcome
from dialogs.turn import Memory, Message, Reply, Turn
from knowledge.errors import KnowledgeError, UnreadableDocument
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.store import Conversation, Store, Transaction
from knowledge.store.shelves import CONVERSATIONS

log = logging.getLogger(__name__)

Respond = Callable[[Message, Person, Memory, Knowledge], Awaitable[Turn]]

CANNOT_READ = "I can't get at what I know just now. Please try again in a few minutes."
CANNOT_KEEP = "I can't save anything just now, so I may not remember this. Next time, please ask in full."
APOLOGY = "Sorry, something went wrong on my side. If it happens again, please tell whoever looks after me: {id}."


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a person said, in words: where, in which activity, and who."""

    conversation: str
    activity: str
    text: str
    speaker: Person


class Turns:
    """The turns of every conversation.

    What a turn sees of the world is the `Knowledge` of the last `refresh`; call that before the first turn,
    and again whenever the programmes in the store have changed.
    """

    def __init__(self, store: Store, respond: Respond, emergency_contact: str = "") -> None:
        self._store, self._respond = store, respond
        self._knowledge = Knowledge((), emergency_contact)

    async def refresh(self) -> None:
        """Take up what the store holds now; turns under way finish with what they began with."""
        knowledge = replace(self._knowledge, programmes=await self._store.programmes())
        self._knowledge = await asyncio.to_thread(knowledge.prepared)

    async def answer(self, said: Said, send: Send) -> None:
        """Answer what was said, unless this activity has been answered before."""
        await self._once(said.conversation, said.activity, send, lambda memory: self._turn(said, memory))

    async def reply(self, conversation: str, activity: str, reply: Reply, send: Send) -> None:
        """Answer an activity that holds no words for the conversation to understand; once, as ever."""

        async def turn(memory: Memory) -> Turn:
            return Turn((reply,), memory)

        await self._once(conversation, activity, send, turn)

    async def welcome(self, conversation: str, activity: str, send: Send) -> None:
        """Introduce the bot where nothing has been said yet; Teams may announce one installation in two ways."""
        async with self._store.exclusively(_turn_in(conversation)):
            kept = await self._store.conversation(conversation)
            if not kept.answered:
                await send(self.introduction())
                await self._kept(conversation, activity, Memory())

    async def forget(self, conversation: str) -> None:
        """Drop what a conversation remembers, so that a later installation starts afresh."""
        async with self._store.exclusively(_turn_in(conversation)):
            await self._store.save_conversation(Conversation(conversation))

    def introduction(self) -> Reply:
        """What the bot says of itself."""
        return welcome(self._knowledge)

    async def _once(
        self, conversation: str, activity: str, send: Send, turn: Callable[[Memory], Awaitable[Turn]]
    ) -> None:
        """Take a turn, unless it has been taken before.

        Memory and the mark "answered" are kept together, and only once every reply is sent. Where the store takes
        nothing, the person hears that.
        """
        async with self._store.exclusively(_turn_in(conversation)):
            kept = await self._store.conversation(conversation)
            if activity in kept.answered:
                log.info("delivered twice, answered once")
                return
            taken = await turn(remembered(kept))
            for reply in taken.replies:
                await send(reply)
            if not await self._kept(conversation, activity, taken.memory):
                await send(Reply(CANNOT_KEEP))
        log.info("answered", extra={"conversation": pseudonym(conversation), "replies": len(taken.replies)})

    async def _kept(self, conversation: str, activity: str, memory: Memory) -> bool:
        """Keep what a turn leaves, unless the store can't; drafts are as the turn left them in the store."""

        def keep(transaction: Transaction) -> None:
            kept = transaction.get(CONVERSATIONS, conversation) or Conversation(conversation)
            transaction.put(CONVERSATIONS, after_turn(kept, activity, memory))

        try:
            await self._store.transact(keep)
        except KnowledgeError:
            log.exception("turn not kept")
            return False
        return True

    async def _turn(self, said: Said, memory: Memory) -> Turn:
        try:
            return await self._respond(Message(said.text, datetime.now(UTC)), said.speaker, memory, self._knowledge)
        except Exception as error:  # the door: nothing that goes wrong in a turn may leave a person without an answer
            return Turn((sorry(error),), memory)


def _turn_in(conversation: str) -> str:
    return f"turn in {conversation}"


def sorry(error: Exception) -> Reply:
    """What to tell the person when a turn failed. What isn't known to go wrong is logged under the id they get."""
    if isinstance(error, UnreadableDocument):
        return Reply(error.reason)
    log.error("turn failed", exc_info=error)
    return Reply(CANNOT_READ if isinstance(error, KnowledgeError) else APOLOGY.format(id=turn_id.get()))
