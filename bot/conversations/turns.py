"""Takes turns: each activity is answered once, and a conversation's turns one at a time, also by several processes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.conversations.gathering import gathered
from bot.conversations.memory import after_turn, remembered, with_unsent
from bot.conversations.table import Table
from bot.settings import Settings
from bot.watching.log import pseudonym, turn_id
from dialogs.conversation import prepared, welcome
from dialogs.turns.turn import Brought, Memory, Message, Reply, Turn
from knowledge.errors import KnowledgeError, StoreHalted, UnreadableDocument
from knowledge.library import Knowledge, NotWorkedOut
from knowledge.model import Person
from knowledge.progress.acts.actor import key_of
from knowledge.progress.acts.changes import Change, apply
from knowledge.progress.standings.records import Records
from knowledge.progress.summaries.summary import Request, Summary
from knowledge.store import Conversation, Reading, Store, Transaction
from knowledge.store.shelves import CONVERSATIONS, PROGRAMMES

if TYPE_CHECKING:  # the SDK behind it takes a while to load, and the terminal chat needs none of it
    from bot.delivery import Send

log = logging.getLogger(__name__)

Respond = Callable[[Message, Person, Memory, Knowledge], Turn]
Clock = Callable[[], datetime]
Think = Callable[[Conversation, Reading], Turn]

CANNOT_READ = "I can't get at what I know just now. Please try again in a few minutes."
CANNOT_KEEP = "I can't save anything just now, so I may not remember this. Next time, please ask in full."
NOT_SAVED = "I couldn't save that: nothing has changed. Please try again in a few minutes."
PERHAPS_SAVED = (
    "I lost touch with my store while I was saving, so I can't tell whether that is saved. "
    "Before you post it again, please look: “what’s the latest on …?”."
)
APOLOGY = "Sorry, something went wrong on my side. If it happens again, please tell whoever looks after me: {id}."


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a person said: where, in which activity, who, and what a card's inputs held or what file came."""

    conversation: str
    activity: str
    text: str
    speaker: Person
    fields: Mapping[str, Any] = field(default_factory=dict)
    brought: Brought | None = None


class Outdated(Exception):
    """The documents in the store are others than those that are known here: another process has changed them."""


class Turns:
    """The turns of every conversation.

    Call `refresh` before the first turn. Each turn looks whether the documents in the store are those that it found
    then, and takes up others first: another bot on the same database may have imported them. `prepare` is what is done
    with new documents before the next turn, so that it needn't wait for that.
    """

    def __init__(
        self,
        store: Store,
        respond: Respond,
        knowledge: Knowledge,
        clock: Clock = lambda: datetime.now(UTC),
        prepare: Callable[[Knowledge], Knowledge] = prepared,
    ) -> None:
        self._store, self._respond, self._clock, self._prepare = store, respond, clock, prepare
        self._knowledge, self._brought = knowledge, Table()
        self._edition: str | None = None  # of the documents that are known; none before the first refresh
        self._refreshing = asyncio.Lock()

    async def refresh(self) -> None:
        """Take up what the store holds now; turns under way finish with what they began with."""
        async with self._refreshing:
            await self._refresh()

    async def catch_up(self) -> None:
        """Take up what the store holds where that is something else than what is known."""
        async with self._refreshing:  # of many turns that find it out at once, one does the work
            if await self._store.read(self._is_outdated):
                await self._refresh()

    async def _refresh(self) -> None:
        edition = await self._store.read(lambda reading: reading.edition(PROGRAMMES))  # a change after this is seen
        knowledge = replace(self._knowledge, programmes=await self._store.programmes())
        self._knowledge, self._edition = await asyncio.to_thread(self._prepare, knowledge), edition

    def _is_outdated(self, reading: Reading) -> bool:
        return self._edition is not None and reading.edition(PROGRAMMES) != self._edition

    @property
    def knowledge(self) -> Knowledge:
        """What is known of the documents now."""
        return self._knowledge

    async def answer(self, said: Said, send: Send) -> None:
        """Answer what was said, unless this activity has been answered before."""
        who, at = key_of(said.speaker), self._clock()
        summaries: dict[Request, Summary] = {}
        brought = self._brought.holding(said.brought, at)

        def think(kept: Conversation, reading: Reading) -> Turn:
            if self._is_outdated(reading):
                raise Outdated
            memory = remembered(kept, who)
            message = Message(said.text, at, said.conversation, said.fields, said.brought)
            known = self._knowledge.seeing(Records(reading), summaries, brought)
            return self._respond(message, said.speaker, memory, known)

        await self._once(said.conversation, said.activity, who, send, think)

    async def reply(self, conversation: str, activity: str, reply: Reply, send: Send) -> None:
        """Answer an activity that holds no words for the conversation to understand; once, as ever."""

        def think(kept: Conversation, _: Reading) -> Turn:
            return Turn((reply,), remembered(kept))

        await self._once(conversation, activity, "", send, think)

    async def welcome(self, conversation: str, activity: str, send: Send, mention: str = "") -> None:
        """Introduce the bot where nothing has been said yet; Teams may announce one installation in two ways."""
        async with self._store.exclusively(_turn_in(conversation)):
            kept = await self._store.conversation(conversation)
            if not kept.answered:
                await send(self.introduction(mention))
                await self._remember(conversation, lambda kept: after_turn(kept, activity, Memory()))

    async def forget(self, conversation: str) -> None:
        """Drop what a conversation remembers, so that a later installation starts afresh."""
        async with self._store.exclusively(_turn_in(conversation)):
            await self._store.save_conversation(Conversation(conversation))

    def introduction(self, mention: str = "") -> Reply:
        """What the bot says of itself; `mention` is its name where it hears only what mentions it."""
        return welcome(self._knowledge, mention)

    async def _once(self, conversation: str, activity: str, who: str, send: Send, think: Think) -> None:
        """Take a turn, unless it has been taken before."""
        async with self._store.exclusively(_turn_in(conversation)):
            kept = await self._store.conversation(conversation)
            if activity in kept.answered:
                await self._say_unsent(kept, activity, send)
                return
            turn = await self._thought(kept, who, think)
            if turn.changes:
                await self._saved(conversation, activity, who, send, think)
            else:
                await self._answered(conversation, activity, who, send, turn)
        log.info("answered", extra={"conversation": pseudonym(conversation)})

    async def _thought(self, kept: Conversation, who: str, think: Think) -> Turn:
        try:
            return await self._prepared(kept, think)
        except Exception as error:  # the door: nothing that goes wrong in a turn may leave a person without an answer
            return Turn((sorry(error),), remembered(kept, who))

    async def _prepared(self, kept: Conversation, think: Think) -> Turn:
        """The turn; what takes long to work out for it is worked out in steps, and then it is taken again."""
        try:
            return await self._store.read(lambda reading: think(kept, reading))
        except NotWorkedOut as wanted:
            wanted.keep(await gathered(wanted.steps, self._store))
        except Outdated:
            await self.catch_up()
        return await self._prepared(kept, think)

    async def _answered(self, conversation: str, activity: str, who: str, send: Send, turn: Turn) -> None:
        """Say it, then keep memory and the mark "answered". Where the store takes nothing, the person hears that."""
        for reply in turn.replies:
            await send(reply)
        if not await self._remember(conversation, lambda kept: after_turn(kept, activity, turn.memory, who)):
            await send(Reply(CANNOT_KEEP))

    async def _saved(self, conversation: str, activity: str, who: str, send: Send, think: Think) -> None:
        """Take the turn inside a transaction, with all that it changes; only then say so.

        What couldn't be said is kept with it, and said when Teams delivers the activity again.
        """

        def work(transaction: Transaction) -> Turn:
            kept = transaction.get(CONVERSATIONS, conversation) or Conversation(conversation)
            turn = think(kept, transaction)
            apply(turn.changes, transaction)
            kept = transaction.get(CONVERSATIONS, conversation) or kept
            after = after_turn(kept, activity, turn.memory, who)
            transaction.put(CONVERSATIONS, with_unsent(after, activity, turn.replies))
            return turn

        try:
            turn = await self._transacted(work)
        except Exception as error:  # the door, as above; and what raised in a transaction has changed nothing
            await send(_not_saved(error))
            return
        await self._follow(turn.changes)
        try:
            for reply in turn.replies:
                await send(reply)
            await self._remember(conversation, lambda kept: with_unsent(kept, activity, ()))
        finally:
            if turn.erases:
                await self.tidy()

    async def _transacted(self, work: Callable[[Transaction], Turn]) -> Turn:
        """The turn that is kept, taken on the documents as they are by then."""
        try:
            return await self._store.transact(work)
        except Outdated:
            await self.catch_up()
        return await self._transacted(work)

    async def tidy(self) -> None:
        """Rid the store's files of what was redacted; where that can't be done now, the next checkpoint does it."""
        try:
            await self._store.tidy()
        except KnowledgeError as error:
            log.warning("redacted words may be in the store's files still", exc_info=error)

    async def _say_unsent(self, kept: Conversation, activity: str, send: Send) -> None:
        """Say what an earlier delivery of this activity led to, if that couldn't be said then."""
        for text in kept.unsent.get(activity, ()):
            await send(Reply(text))
        if activity in kept.unsent:
            await self._remember(kept.key, lambda now: with_unsent(now, activity, ()))
        log.info("delivered twice, answered once")

    async def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.shelf is PROGRAMMES for change in changes):
            await self.refresh()

    async def _remember(self, conversation: str, changed: Callable[[Conversation], Conversation]) -> bool:
        """Keep a conversation as it is after a turn, unless the store can't."""

        def keep(transaction: Transaction) -> None:
            kept = transaction.get(CONVERSATIONS, conversation) or Conversation(conversation)
            transaction.put(CONVERSATIONS, changed(kept))

        try:
            await self._store.transact(keep)
        except KnowledgeError:
            log.exception("turn not kept")
            return False
        return True


def blank(settings: Settings) -> Knowledge:
    """What is known before the store has been looked into."""
    return Knowledge((), settings.emergency_contact, timezone=settings.timezone, appoints=bool(settings.admins))


def _turn_in(conversation: str) -> str:
    return f"turn in {conversation}"


def _not_saved(error: Exception) -> Reply:
    if not isinstance(error, KnowledgeError) or isinstance(error, UnreadableDocument):
        return sorry(error)
    log.error("changes not kept", exc_info=error)
    return Reply(PERHAPS_SAVED if isinstance(error, StoreHalted) else NOT_SAVED)


def sorry(error: Exception) -> Reply:
    """What to tell the person when a turn failed. What isn't known to go wrong is logged under the id they get."""
    if isinstance(error, UnreadableDocument):
        return Reply(error.reason)
    log.error("turn failed", exc_info=error)
    return Reply(CANNOT_READ if isinstance(error, KnowledgeError) else APOLOGY.format(id=turn_id.get()))
