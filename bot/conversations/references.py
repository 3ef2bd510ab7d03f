"""Remembers how each conversation can be reached, as Teams tells it with every activity."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.identity import speaker, tenant
from bot.incoming.activity import Incoming
from bot.outgoing.address import may_reply_to
from bot.settings import Settings
from bot.watching.log import pseudonym
from knowledge.errors import KnowledgeError
from knowledge.progress.acts.actor import key_of
from knowledge.progress.sending.subscriptions import home, unreachable
from knowledge.store import Store, Transaction
from knowledge.store.reference import Reference
from knowledge.store.shelves import REFERENCES

log = logging.getLogger(__name__)

_REMOVED = ("remove", "remove-upgrade")


@dataclass(frozen=True, slots=True)
class References:
    """The references in a store, kept up to date; nobody waits for an answer because that fails."""

    store: Store
    settings: Settings

    async def heard(self, incoming: Incoming) -> None:
        """Take up where an activity came from, or that the bot has been removed from there."""
        try:
            if incoming.action in _REMOVED:
                await self.store.transact(lambda transaction: removed(transaction, incoming.conversation.id))
                return
            found = reference_of(incoming, self.settings)
            if await self.store.get(REFERENCES, found.key) != found:
                await self.store.transact(lambda transaction: transaction.put(REFERENCES, found))
        except KnowledgeError:
            log.exception("reference not kept", extra={"conversation": pseudonym(incoming.conversation.id)})


def reference_of(incoming: Incoming, settings: Settings) -> Reference:
    """How the conversation of an activity can be reached. A thread in a channel is reached as the channel."""
    where, bot = incoming.conversation, incoming.recipient
    private = where.conversation_type == "personal" or (not where.conversation_type and not where.is_group)
    return Reference(
        key=home(where.id),
        service_url=incoming.service_url,
        bot=bot.id if bot else "",
        user=incoming.sender.id if private else "",
        tenant=tenant(incoming),
        kind=where.conversation_type or "",
        member=key_of(speaker(incoming, settings)) if private else "",
        channel=incoming.channel_id,
    )


def removed(transaction: Transaction, conversation: str) -> None:
    """Keep that the bot may not speak there any more: how it is reached goes, what it sent there regularly ends."""
    transaction.remove(REFERENCES, home(conversation))
    unreachable(transaction, home(conversation), datetime.now(UTC))


def trustworthy(reference: Reference, settings: Settings) -> bool:
    """Whether the bot's token may go where a kept reference points: a store can be tampered with."""
    return may_reply_to(reference.service_url, settings.service_hosts)
