"""Recognises people whom the directory knows by their e-mail address only, by what Teams vouches for."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.conversations.account import Account, path_of, read_account
from bot.incoming.activity import Incoming
from bot.outgoing.connector import NotDelivered
from bot.settings import Settings
from knowledge.errors import KnowledgeError
from knowledge.model import Person
from knowledge.progress.acts.actor import key_of
from knowledge.progress.acts.changes import apply
from knowledge.progress.people.membership import bound, waiting
from knowledge.progress.standings.records import Records
from knowledge.store import Reading, Store, Transaction
from knowledge.store.shelves import MEMBERS

log = logging.getLogger(__name__)

# Gets the JSON at a path beneath a service's address. Raises NotDelivered.
Ask = Callable[[str, str], Awaitable[Any]]

PATIENCE = 3.0  # seconds that a person waits for it
REMEMBERED, FAILED_REMEMBERED = 3600.0, 120.0  # seconds: Teams limits how often it may be asked
MOST = 10_000  # accounts
AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class _Known:
    account: Account | None
    until: float


class Roster:
    """Asks Teams who somebody is, where that can change what they may do, and links them to the directory.

    Never in local mode, where nobody vouches for anything. Whatever goes wrong, the person stays who they were.
    """

    def __init__(self, store: Store, settings: Settings, ask: Ask, clock: Callable[[], float] = time.monotonic) -> None:
        self._store, self._settings, self._ask, self._clock = store, settings, ask, clock
        self._known: dict[str, _Known] = {}
        self._turnstile = asyncio.Semaphore(AT_ONCE)
        self._admins_by_name = any("@" in admin for admin in settings.admins)

    async def met(self, incoming: Incoming, person: Person) -> Person:
        """The person as the settings and the directory know them once Teams has said who they are."""
        if self._settings.local or not key_of(person):
            return person
        try:
            return await self._recognised(incoming, person)
        except KnowledgeError:
            log.exception("person not looked up")
            return person

    async def _recognised(self, incoming: Incoming, person: Person) -> Person:
        unknown = await self._store.read(lambda reading: _is_unknown(reading, person))
        unsure = self._admins_by_name and not person.appointed
        account = await self._account(incoming, person) if unknown or unsure else None
        if account is None:
            return person
        if unknown and await self._store.read(lambda reading: _binds(reading, person, account)):
            await self._store.transact(lambda t: _bind(t, person, account, incoming.conversation.id))
            log.info("account linked")
        return replace(person, appointed=person.appointed or account.upn in self._settings.admins)

    async def _account(self, incoming: Incoming, person: Person) -> Account | None:
        """What Teams says, remembered for a while; None where it doesn't say, or says that they are a guest."""
        key, now = key_of(person), self._clock()
        if (known := self._known.get(key)) and known.until > now:
            return known.account
        try:
            answer = await self._asked(incoming)
        except (NotDelivered, TimeoutError) as error:
            log.info("Teams didn't say who somebody is", extra={"reason": type(error).__name__})
            account, lasts = None, FAILED_REMEMBERED
        else:
            account, lasts = read_account(answer, person), REMEMBERED
        if len(self._known) >= MOST:
            del self._known[next(iter(self._known))]
        self._known[key] = _Known(account, now + lasts)
        return account

    async def _asked(self, incoming: Incoming) -> Any:
        async with asyncio.timeout(PATIENCE), self._turnstile:
            return await self._ask(incoming.service_url, path_of(incoming.conversation.id, incoming.sender.id))


def _is_unknown(reading: Reading, person: Person) -> bool:
    """Whether somebody isn't in the directory, and could be one of those whose account nobody knows yet."""
    if reading.get(MEMBERS, key_of(person)):
        return False
    return any(not member.object_id and member.tenant == person.tenant for member in reading.all(MEMBERS))


def _binds(reading: Reading, person: Person, account: Account) -> bool:
    return waiting(reading, person.tenant, account.addresses) is not None


def _bind(transaction: Transaction, person: Person, account: Account, conversation: str) -> None:
    """Looks again: somebody else may have been quicker."""
    member = waiting(transaction, person.tenant, account.addresses)
    if member and not transaction.get(MEMBERS, key_of(person)):
        changes = bound(member, person.object_id, Records(transaction), datetime.now(UTC), conversation)
        apply(changes, transaction)
