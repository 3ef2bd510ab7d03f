"""A store with what a test wants kept, and the questions that the rules ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from knowledge.model import Programme
from knowledge.progress.model import Assignment, Delegation, Extension, Member, Subscription, Target, Update
from knowledge.progress.standings.records import Records
from knowledge.progress.summaries.period import Period
from knowledge.progress.summaries.summarising import summary
from knowledge.progress.summaries.summary import Request, Scope, Summary
from knowledge.store import Store, TinyStore, Transaction
from knowledge.store.shelves import (
    ASSIGNMENTS,
    DELEGATIONS,
    EXTENSIONS,
    MEMBERS,
    SUBSCRIPTIONS,
    TARGETS,
    UPDATES,
    Shelf,
)

LONDON = ZoneInfo("Europe/London")
SHELVES: dict[type, Shelf[Any]] = {
    Update: UPDATES,
    Target: TARGETS,
    Extension: EXTENSIONS,
    Assignment: ASSIGNMENTS,
    Delegation: DELEGATIONS,
    Member: MEMBERS,
    Subscription: SUBSCRIPTIONS,
}


async def keep(store: Store, values: Sequence[Any]) -> None:
    """Keep these, in the order of their moments, as they would have come."""

    def write(transaction: Transaction) -> None:
        for value in sorted(values, key=lambda one: getattr(one, "at", datetime.min.replace(tzinfo=UTC))):
            transaction.put(SHELVES[type(value)], value)

    await store.transact(write)


async def a_store(*values: Any) -> TinyStore:
    """A store in memory that holds these."""
    store = TinyStore.in_memory()
    await keep(store, values)
    return store


async def summed(
    store: Store, period: Period, now: datetime, *programmes: Programme, scope: Scope | None = None
) -> Summary:
    """The summary of a period."""
    asked = Request(period, scope or Scope())
    return await store.read(lambda reading: summary(Records(reading), programmes, asked, now, LONDON))
