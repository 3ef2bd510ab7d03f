"""Reads and writes values by way of PostgreSQL's rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, LiteralString, TypeAlias, TypeVar

import msgspec
import psycopg

from knowledge.errors import AlreadyKept, StoreDamaged
from knowledge.store.postgres.connection import Connection
from knowledge.store.postgres.statements import (
    ADD,
    BACKWARDS,
    EDITION,
    FIRST_PAGE,
    FROM,
    LARGEST_PAGE,
    NEWEST,
    PLACED,
    PLACES,
    REPLACE,
    SEEN,
)
from knowledge.store.postgres.terms import bounds, term, terms
from knowledge.store.protocol import END
from knowledge.store.records.codec import decode, encode, record
from knowledge.store.records.groups import beginning
from knowledge.store.records.kept import filing
from knowledge.store.shelves import Shelf

Value = TypeVar("Value")
Asked: TypeAlias = "psycopg.Cursor[tuple[Any, ...]]"


class Rows:
    """A Transaction on a connection that is in one; on one that isn't, its readings stand alone.

    `where` names the store for StoreDamaged. `changed` says whether anything was written, and `failed` what the
    server or the network said first, should whoever works with this make nothing of it.
    """

    def __init__(self, connection: Connection, where: str) -> None:
        self._in_use: Connection | None = connection
        self._where = where
        self.changed = False
        self.failed: psycopg.Error | None = None

    def end(self) -> None:
        """From now on it can't be used, should its work have kept it."""
        self._in_use = None

    @property
    def _connection(self) -> Connection:
        if self._in_use is None:
            raise LookupError("the transaction is over")
        return self._in_use

    def get(self, shelf: Shelf[Value], key: str) -> Value | None:
        """See Transaction."""
        found = self._values(shelf, " AND key = %s", term(key))
        return found[0] if found else None

    def put(self, shelf: Shelf[Value], value: Value) -> None:
        """See Transaction."""
        self._write(f"{ADD}{REPLACE}", _row(shelf, value))

    def append(self, shelf: Shelf[Value], value: Value) -> None:
        """See Transaction."""
        if not self._write(f"{ADD}NOTHING", _row(shelf, value)):
            raise AlreadyKept(shelf.table, getattr(value, shelf.key))

    def remove(self, shelf: Shelf[Value], key: str) -> None:
        """See Transaction."""
        self._write("DELETE FROM kept WHERE shelf = %s AND key = %s", (shelf.table, term(key)))

    def all(self, shelf: Shelf[Value]) -> tuple[Value, ...]:
        """See Transaction."""
        return self._values(shelf, " ORDER BY place")

    def find(self, shelf: Shelf[Value], **where: str) -> tuple[Value, ...]:
        """See Transaction."""
        return self._values(shelf, " AND found[%s] = %s ORDER BY place", *_sought(shelf, where))

    def last(self, shelf: Shelf[Value], count: int, **where: str) -> tuple[Value, ...]:
        """See Transaction."""
        if where:
            limits = (*_sought(shelf, where), count)
            return self._values(shelf, " AND found[%s] = %s ORDER BY place DESC LIMIT %s", *limits)[::-1]
        return self._values(shelf, " ORDER BY place DESC LIMIT %s", count)[::-1]

    def newest(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> tuple[Value, ...]:
        """See Transaction."""
        index, *texts = beginning(shelf, where)
        if len(texts) == len(index):
            return tuple(islice(self.backwards(shelf, before=before, **where), 1))
        first, after = bounds(texts)
        sought = {"shelf": shelf.table, "index": _position(shelf, index), "first": first, "after": after}
        rows = self._ask(NEWEST, sought | {"before": before})
        return tuple([self._value(shelf, raw) for (raw,) in rows.fetchall()])

    def backwards(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> Iterator[Value]:
        """See Transaction."""
        those: LiteralString = " AND found[%s] = %s" if where else ""
        return self._paged(shelf, before, those, *(_sought(shelf, where) if where else ()))

    def holding(self, shelf: Shelf[Value], piece: str) -> tuple[Value, ...]:
        """See Transaction."""
        return self._values(shelf, " AND position(lower(%s) IN lower(record::text)) > 0 ORDER BY place", piece)

    def edition(self, shelf: Shelf[Any]) -> str:
        """See Transaction."""
        row = self._ask(EDITION, (shelf.table,)).fetchone()
        return str(row[0]) if row else ""

    def since(self, shelf: Shelf[Value], moment: datetime) -> int:
        """See Transaction."""
        row = self._ask(PLACES, (shelf.table,)).fetchone()
        low, high = row if row and row[0] is not None else (0, -1)
        while low <= high:
            found = self._ask(FROM, (shelf.table, (low + high) // 2)).fetchone()
            place, raw = found or (high + 1, "")
            if place > high or self._value(shelf, raw).at >= moment:  # type: ignore[attr-defined]
                high = (low + high) // 2 - 1
            else:
                low = place + 1
        following = self._ask(FROM, (shelf.table, low)).fetchone()
        return following[0] if following else END

    def _paged(self, shelf: Shelf[Value], before: int, those: LiteralString, *limits: Any) -> Iterator[Value]:
        size = FIRST_PAGE
        while True:
            rows = self._ask(f"{PLACED}{those}{BACKWARDS}", (shelf.table, *limits, before, size)).fetchall()
            for _, raw in rows:
                yield self._value(shelf, raw)
            if len(rows) < size:
                return
            before = rows[-1][0]
            size = min(size * 4, LARGEST_PAGE)

    def _values(self, shelf: Shelf[Value], rest: LiteralString, *limits: Any) -> tuple[Value, ...]:
        rows = self._ask(SEEN + rest, (shelf.table, *limits))
        return tuple([self._value(shelf, raw) for (raw,) in rows.fetchall()])

    def _value(self, shelf: Shelf[Value], raw: str) -> Value:
        try:
            return decode(raw.encode(), shelf.kind)
        except msgspec.ValidationError as error:
            raise StoreDamaged(self._where, f"a record in {shelf.table} is of another kind: {error}") from error

    def _write(self, statement: LiteralString, row: tuple[Any, ...]) -> bool:
        """Whether the statement changed anything."""
        changed = self._ask(statement, row).rowcount > 0
        self.changed = self.changed or changed
        return changed

    def _ask(self, statement: LiteralString, values: tuple[Any, ...] | dict[str, Any]) -> Asked:
        connection = self._connection
        try:
            return connection.execute(statement, values)
        except psycopg.Error as error:
            self.failed = self.failed or error
            raise


def _row(shelf: Shelf[Any], value: Any) -> tuple[Any, ...]:
    """What is kept of a value; raises what `encode` and `filing` raise."""
    raw = encode(record(value))
    filed = filing(shelf, raw)
    return shelf.table, term(filed.key), terms(filed.places), raw.decode()


def _sought(shelf: Shelf[Any], where: dict[str, str]) -> tuple[int, str]:
    """The index, counted from one, and the term to look for there; raises LookupError as `Shelf.place`."""
    index, *texts = shelf.place(where)
    return _position(shelf, index), term(*texts)


def _position(shelf: Shelf[Any], index: tuple[str, ...]) -> int:
    """Of what an index finds in `found`, counted from one as PostgreSQL does."""
    return shelf.indexes.index(index) + 1
