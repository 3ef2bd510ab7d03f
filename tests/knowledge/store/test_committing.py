"""How the TinyDB store takes transactions that take their time: together, but never so that nobody else gets a turn."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from knowledge.store import Conversation, TinyStore, Transaction
from knowledge.store.shelves import CONVERSATIONS

WORK = 0.005  # seconds, what a whole turn takes


def work(transaction: Transaction, key: str, saves: bool) -> None:
    time.sleep(WORK)
    if saves:
        transaction.put(CONVERSATIONS, Conversation(key))


@pytest.mark.parametrize("saves", [True, False])
async def test_between_long_transactions_the_loop_gets_its_turn(tmp_path: Path, saves: bool) -> None:
    """Counted, not timed: a task that wants the loop all the while has it at least once in a few transactions."""
    store = TinyStore.create(tmp_path)
    turns: list[int] = []
    done: list[str] = []

    async def take(key: str) -> None:
        await store.transact(lambda transaction: work(transaction, key, saves))
        done.append(key)

    taking = [asyncio.create_task(take(f"{number}")) for number in range(40)]
    while len(done) < len(taking):
        turns.append(len(done))
        await asyncio.sleep(0)
    await asyncio.gather(*taking)
    await store.close()

    steps = [later - earlier for earlier, later in zip(turns, [*turns[1:], len(done)], strict=True)]
    assert max(steps) <= 5
    assert done == [f"{number}" for number in range(40)]


async def test_a_store_is_closed_only_when_all_that_waited_is_kept(tmp_path: Path) -> None:
    store = TinyStore.create(tmp_path)
    taking = [
        asyncio.ensure_future(store.transact(lambda transaction, key=f"{number}": work(transaction, key, saves=True)))  # type: ignore[misc]
        for number in range(10)
    ]
    await asyncio.sleep(0)

    await store.close()

    await asyncio.gather(*taking)
    again = TinyStore.open(tmp_path)
    assert len(await again.all(CONVERSATIONS)) == 10
    await again.close()
