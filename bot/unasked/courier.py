"""Brings people what the bot owes them: claims it, makes it, sends it, and keeps what came of that."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

from bot.conversations.references import removed, trustworthy
from bot.delivery import activity
from bot.outgoing.connector import NotDelivered
from bot.settings import Settings
from bot.unasked.heartbeat import Heart
from bot.unasked.ledger import Also, claim, settle
from bot.unasked.limits import Pace
from bot.unasked.outcomes import outcome, wait
from dialogs.turns.turn import Reply
from dialogs.unasked import Unasked, doubtful
from knowledge.errors import KnowledgeError
from knowledge.progress.acts.changes import apply
from knowledge.progress.model import Delivery, State
from knowledge.progress.sending.deliveries import Outcome, dropped, settled
from knowledge.store import Store, Transaction
from knowledge.store.reference import Reference
from knowledge.store.shelves import REFERENCES

log = logging.getLogger(__name__)

Compose: TypeAlias = Callable[[Delivery, datetime], Awaitable[Unasked | None]]
Post: TypeAlias = Callable[[Reference, Activity], Awaitable[str]]

UNTRUSTED = -2  # in the ledger: the reference points where Teams isn't


@dataclass
class Courier:
    """Delivers one message after the other. Nothing that goes wrong with one comes out, but for the store's own."""

    store: Store
    settings: Settings
    post: Post
    compose: Compose
    pace: Pace
    heart: Heart
    clock: Callable[[], datetime]
    chance: Callable[[], float]
    _unkept: dict[str, tuple[Delivery, Also]] = field(default_factory=dict)

    async def deliver(self, owed: Delivery) -> None:
        """Deliver it, unless another process does or there isn't time for it now."""
        if owed.key in self._unkept or not await self.pace.turn(owed.conversation):
            return
        delivery = await claim(self.store, owed, self.clock())
        if delivery and delivery.state is State.CLAIMED:
            await self._keep(*await self._tried(delivery))
        elif delivery:
            self._note(delivery)

    async def keep_outcomes(self) -> None:
        """Keep what couldn't be kept when it happened; else it would be taken for a claim that died."""
        for delivery, also in list(self._unkept.values()):
            await settle(self.store, delivery, also)
            del self._unkept[delivery.key]

    async def _tried(self, delivery: Delivery) -> tuple[Delivery, Also]:
        """The delivery after a try, and what else is to be kept with it."""
        try:
            unasked = await self.compose(delivery, self.clock())
            reference = await self.store.get(REFERENCES, delivery.conversation)
        except Exception:  # what can't be made now may be made later, and keeps nobody else waiting
            log.exception("not composed", extra={"what": delivery.subject})
            return self._settled(delivery, Outcome.LATER), _nothing
        if unasked is None or reference is None:
            return dropped(delivery), _nothing
        if not trustworthy(reference, self.settings):
            return self._settled(delivery, Outcome.REFUSED, UNTRUSTED), _nothing
        return await self._sent(delivery, reference, unasked)

    async def _sent(self, delivery: Delivery, reference: Reference, unasked: Unasked) -> tuple[Delivery, Also]:
        reply = doubtful(unasked.reply) if delivery.doubts else unasked.reply
        try:
            await self.post(reference, addressed(reply, reference, local=self.settings.local))
        except NotDelivered as error:
            result = outcome(error.status)
            return self._settled(delivery, result, error.status, error.retry_after), _after(result, reference)
        return self._settled(delivery, Outcome.TAKEN), lambda transaction: apply(unasked.changes, transaction)

    def _settled(
        self, delivery: Delivery, result: Outcome, status: int = 0, retry_after: float | None = None
    ) -> Delivery:
        pause: timedelta = wait(delivery.failures, retry_after, self.chance())
        return settled(delivery, result, self.clock(), pause, status)

    async def _keep(self, delivery: Delivery, also: Also) -> None:
        self._note(delivery)
        try:
            await settle(self.store, delivery, also)
        except KnowledgeError:
            self._unkept[delivery.key] = (delivery, also)
            raise

    def _note(self, delivery: Delivery) -> None:
        if delivery.state is not State.DUE:
            self.heart.delivered = delivery
        told = {"what": delivery.subject, "outcome": str(delivery.state), "status": delivery.status}
        log.log(_LEVELS.get(delivery.state, logging.INFO), "delivery", extra=told)
        self.heart.beat()


_LEVELS = {State.FAILED: logging.ERROR, State.UNCERTAIN: logging.ERROR, State.DUE: logging.WARNING}


def _nothing(_: Transaction) -> None:
    """Nothing else is to be kept."""


def _after(result: Outcome, reference: Reference) -> Also:
    """Where the bot may not speak any more, nothing else is sent either."""
    return (lambda transaction: removed(transaction, reference.key)) if result is Outcome.GONE else _nothing


def addressed(reply: Reply, reference: Reference, *, local: bool) -> Activity:
    """A reply as an activity that answers nothing."""
    made = activity(reply, local=local)
    made.channel_id, made.service_url = reference.channel, reference.service_url
    made.from_property = ChannelAccount(id=reference.bot)
    made.recipient = ChannelAccount(id=reference.user) if reference.user else None
    made.conversation = ConversationAccount(id=reference.key, conversation_type=reference.kind or None)
    return made
