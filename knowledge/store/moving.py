"""Moves everything from one store to another, and shows that both hold the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from knowledge.errors import NotEmpty, NotTheSame
from knowledge.store.protocol import Store, Transaction
from knowledge.store.records.codec import encode, record
from knowledge.store.shelves import SHELVES, Shelf

Everything = dict[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records each table holds, those that hold any, and a SHA-256 over all of them in their order."""

    records: dict[str, int]
    digest: str


async def tally(store: Store) -> Tally:
    """Read everything in a store."""
    return counted({shelf.table: await store.all(shelf) for shelf in SHELVES})


async def move(source: Store, target: Store, where: str) -> Tally:
    """Copy everything, all or nothing; `where` is the target, for the message. Raises NotEmpty, NotTheSame.

    What was written is read back and compared before it is kept, and once more afterwards. Nobody should write
    to the source meanwhile.
    """
    everything = {shelf.table: await source.all(shelf) for shelf in SHELVES}
    expected = counted(everything)
    await target.transact(_copying(everything, expected, where))
    if await tally(source) != expected or await tally(target) != expected:
        raise NotTheSame(where)
    return expected


def counted(everything: Everything) -> Tally:
    """The tally of all records by table."""
    seal = sha256()
    for shelf in SHELVES:
        for value in everything[shelf.table]:
            seal.update(f"{shelf.table} ".encode() + encode(record(value)) + b"\n")
    return Tally({table: len(values) for table, values in everything.items() if values}, seal.hexdigest())


def _copying(everything: Everything, expected: Tally, where: str) -> Callable[[Transaction], None]:
    def copy(transaction: Transaction) -> None:
        if any(transaction.last(shelf, 1) for shelf in SHELVES):
            raise NotEmpty(where)
        for shelf in SHELVES:
            _put_all(transaction, shelf, everything[shelf.table])
        if counted({shelf.table: transaction.all(shelf) for shelf in SHELVES}) != expected:
            raise NotTheSame(where)

    return copy


def _put_all(transaction: Transaction, shelf: Shelf[Any], values: tuple[Any, ...]) -> None:
    for value in values:
        transaction.append(shelf, value)
