"""What was claimed and what came of it, kept in the store, so that no two processes send the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from knowledge.progress.model import Delivery, State
from knowledge.progress.sending.deliveries import claimable, claimed, dropped
from knowledge.store import Store, Transaction
from knowledge.store.shelves import DELIVERIES, SUBSCRIPTIONS

Also = Callable[[Transaction], None]


async def claim(store: Store, delivery: Delivery, now: datetime) -> Delivery | None:
    """Take a message on; None where another has, or where it was stopped meanwhile.

    It may come back UNCERTAIN: then it isn't to be sent any more.
    """

    def work(transaction: Transaction) -> Delivery | None:
        kept = transaction.get(DELIVERIES, delivery.key)
        if not claimable(kept, now):
            return None
        stopped = _stopped(transaction, delivery)
        after = dropped(kept or delivery) if stopped else claimed(kept or delivery, now)
        transaction.put(DELIVERIES, after)
        return None if stopped else after

    return await store.transact(work)


async def settle(store: Store, delivery: Delivery, also: Also) -> None:
    """Keep what came of a claim, with what else is so then; if another has taken it over, only that it was sent."""

    def work(transaction: Transaction) -> None:
        kept = transaction.get(DELIVERIES, delivery.key)
        if delivery.state is State.SENT or (kept and kept.claimed == delivery.claimed):
            transaction.put(DELIVERIES, delivery)
            also(transaction)

    await store.transact(work)


def _stopped(transaction: Transaction, delivery: Delivery) -> bool:
    found = transaction.get(SUBSCRIPTIONS, delivery.subscription) if delivery.subscription else None
    return bool(delivery.subscription) and (found is None or found.ended is not None)
