"""Reads and writes values by way of PostgreSQL's rows."""

from __future__ import annotations

from typing import Any, LiteralString, TypeVar

from knowledge.errors import AlreadyKept
from knowledge.store.database import Connection
from knowledge.store.kept import filing
from knowledge.store.records import decode, encode, record
from knowledge.store.shelves import Shelf
from knowledge.store.terms import term, terms

Value = TypeVar("Value")

ADD = "INSERT INTO kept (shelf, key, found, record) VALUES (%s, %s, %s, %s) ON CONFLICT (shelf, key) DO "
REPLACE = "UPDATE SET found = excluded.found, record = excluded.record"
SEEN = "SELECT record::text FROM kept WHERE shelf = %s"


class Rows:
    """A Transaction on a connection that is in one; on one that isn't, its readings stand alone.

    `changed` says whether it wrote anything.
    """

    def __init__(self, connection: Connection) -> None:
        self._in_use: Connection | None = connection
        self.changed = False

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

    def _values(self, shelf: Shelf[Value], rest: LiteralString, *limits: Any) -> tuple[Value, ...]:
        rows = self._connection.execute(SEEN + rest, (shelf.table, *limits))
        return tuple([decode(raw.encode(), shelf.kind) for (raw,) in rows.fetchall()])

    def _write(self, statement: LiteralString, row: tuple[Any, ...]) -> bool:
        """Whether the statement changed anything."""
        changed = self._connection.execute(statement, row).rowcount > 0
        self.changed = self.changed or changed
        return changed


def _row(shelf: Shelf[Any], value: Any) -> tuple[Any, ...]:
    """What is kept of a value; raises what `encode` and `filing` raise."""
    raw = encode(record(value))
    filed = filing(shelf, raw)
    return shelf.table, term(filed.key), terms(filed.places), raw.decode()


def _sought(shelf: Shelf[Any], where: dict[str, str]) -> tuple[int, str]:
    """The index, counted from one, and the term to look for there; raises LookupError as `Shelf.place`."""
    index, *texts = shelf.place(where)
    return shelf.indexes.index(index) + 1, term(*texts)
