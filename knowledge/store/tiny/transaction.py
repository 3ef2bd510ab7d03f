"""Reads and writes values by way of TinyDB's tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar, cast

from knowledge.errors import AlreadyKept
from knowledge.store.files.staging import Database, StagedTable
from knowledge.store.protocol import END
from knowledge.store.records.codec import decode, record
from knowledge.store.records.groups import beginning
from knowledge.store.records.kept import Kept
from knowledge.store.records.pending import Pending
from knowledge.store.shelves import Place, Shelf

Value = TypeVar("Value")


class Reading:
    """Readings of a Transaction, from what is kept or from what is pending over it."""

    def __init__(self, records: Mapping[str, Kept] | Mapping[str, Pending]) -> None:
        self._records = records

    def get(self, shelf: Shelf[Value], key: str) -> Value | None:
        """See Transaction."""
        number = self._records[shelf.table].number(key)
        return None if number is None else self._values(shelf, (number,))[0]

    def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        """See Transaction."""
        return self._values(shelf, self._records[shelf.table].numbers())

    def find(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Transaction."""
        return self._values(shelf, self._records[shelf.table].numbers(shelf.place(where)))

    def last(self, shelf: Shelf[Value], count: int, **where: str) -> tuple[Value, ...]:
        """See Transaction."""
        place: Place | None = shelf.place(where) if where else None
        return self._values(shelf, self._records[shelf.table].last(count, place))

    def newest(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> tuple[Value, ...]:
        """See Transaction."""
        return self._values(shelf, self._records[shelf.table].newest_of_each(beginning(shelf, where), before))

    def backwards(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> Iterator[Value]:
        """See Transaction."""
        place: Place | None = shelf.place(where) if where else None
        numbers = self._records[shelf.table].newest_first(place, before)
        raws = (self._records[shelf.table].raw(number) for number in numbers)  # looked up anew: a transaction ends
        return (decode(raw, shelf.kind) for raw in raws if raw is not None)

    def holding(self, shelf: Shelf[Value], piece: str) -> tuple[Value, ...]:
        """See Transaction."""
        return self._values(shelf, self._records[shelf.table].holding(piece.lower().encode()))

    def edition(self, shelf: Shelf[Any]) -> str:
        """See Transaction. Bytes know their hash once it was asked for."""
        records = self._records[shelf.table]
        return str(hash(tuple((number, records.raw(number)) for number in records.numbers())))

    def since(self, shelf: Shelf[Value], moment: datetime) -> int:
        """See Transaction."""
        numbers = self._records[shelf.table].numbers()
        at = bisect_left(numbers, moment, key=lambda number: self._values(shelf, (number,))[0].at)  # type: ignore[attr-defined]
        return numbers[at] if at < len(numbers) else END

    def _values(self, shelf: Shelf[Value], numbers: Iterable[int]) -> tuple[Value, ...]:
        raw = self._records[shelf.table].raw
        return tuple(decode(found, shelf.kind) for number in numbers if (found := raw(number)) is not None)


class TinyTransaction(Reading):
    """A Transaction on TinyDB; what it writes is pending until the database keeps it."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.pending)
        self._database = database

    def end(self) -> None:
        """From now on it can't be used, should its work have kept it."""
        self._records = {}

    def put(self, shelf: Shelf[Value], value: Value) -> None:
        """See Transaction."""
        new = record(value)
        number = self._records[shelf.table].number(new[shelf.key])
        table = cast(StagedTable, self._database.table(shelf.table))
        if number is None:
            table.insert(new)
        else:
            table.replace(number, new)

    def append(self, shelf: Shelf[Value], value: Value) -> None:
        """See Transaction."""
        key = getattr(value, shelf.key)
        if self._records[shelf.table].number(key) is not None:
            raise AlreadyKept(shelf.table, key)
        self._database.table(shelf.table).insert(record(value))

    def remove(self, shelf: Shelf[Value], key: str) -> None:
        """See Transaction."""
        number = self._records[shelf.table].number(key)
        if number is not None:
            self._database.table(shelf.table).remove(doc_ids=[number])
