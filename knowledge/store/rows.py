"""Reads and writes values by way of PostgreSQL's rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, LiteralString, TypeVar

from knowledge.errors import AlreadyKept
from knowledge.store.database import Connection
from knowledge.store.groups import beginning
from knowledge.store.kept import filing
from knowledge.store.protocol import END
from knowledge.store.records import decode, encode, record
from knowledge.store.shelves import Shelf
from knowledge.store.terms import bounds, term, terms

Value = TypeVar("Value")

ADD = "INSERT INTO kept (shelf, key, found, record) VALUES (%s, %s, %s, %s) ON CONFLICT (shelf, key) DO "
REPLACE = "UPDATE SET found = excluded.found, record = excluded.record"
SEEN = "SELECT record::text FROM kept WHERE shelf = %s"
PLACES = "SELECT min(place), max(place) FROM kept WHERE shelf = %s"
FROM = "SELECT place, record::text FROM kept WHERE shelf = %s AND place >= %s ORDER BY place LIMIT 1"
PLACED = "SELECT place, record::text FROM kept WHERE shelf = %s"
BACKWARDS = " AND place < %s ORDER BY place DESC LIMIT %s"
FIRST_PAGE, LARGEST_PAGE = 8, 512  # records: often the first is enough

# From group to group by the index, the last of each at a time, however many records lie between.
NEWEST = """
WITH RECURSIVE newest AS (
    (SELECT found[%(index)s] AS term, place, record FROM kept
    WHERE shelf = %(shelf)s AND found[%(index)s] >= %(first)s AND found[%(index)s] < %(after)s
    AND place < %(before)s ORDER BY found[%(index)s] DESC, place DESC LIMIT 1)
    UNION ALL
    SELECT older.* FROM newest, LATERAL (
        SELECT found[%(index)s] AS term, place, record FROM kept
        WHERE shelf = %(shelf)s AND found[%(index)s] >= %(first)s AND found[%(index)s] < newest.term
        AND place < %(before)s ORDER BY found[%(index)s] DESC, place DESC LIMIT 1
    ) older
)
SELECT record::text FROM newest ORDER BY place
"""


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

    def newest(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> tuple[Value, ...]:
        """See Transaction."""
        index, *texts = beginning(shelf, where)
        if len(texts) == len(index):
            return tuple(islice(self.backwards(shelf, before=before, **where), 1))
        first, after = bounds(texts)
        sought = {"shelf": shelf.table, "index": _position(shelf, index), "first": first, "after": after}
        sought["before"] = before
        rows = self._connection.execute(NEWEST, sought)
        return tuple([decode(raw.encode(), shelf.kind) for (raw,) in rows.fetchall()])

    def backwards(self, shelf: Shelf[Value], *, before: int = END, **where: str) -> Iterator[Value]:
        """See Transaction."""
        those: LiteralString = " AND found[%s] = %s" if where else ""
        return self._paged(shelf, before, those, *(_sought(shelf, where) if where else ()))

    def since(self, shelf: Shelf[Value], moment: datetime) -> int:
        """See Transaction."""
        row = self._connection.execute(PLACES, (shelf.table,)).fetchone()
        low, high = row if row and row[0] is not None else (0, -1)
        while low <= high:
            found = self._connection.execute(FROM, (shelf.table, (low + high) // 2)).fetchone()
            place, raw = found or (high + 1, "")
            if place > high or decode(raw.encode(), shelf.kind).at >= moment:  # type: ignore[attr-defined]
                high = (low + high) // 2 - 1
            else:
                low = place + 1
        following = self._connection.execute(FROM, (shelf.table, low)).fetchone()
        return following[0] if following else END

    def _paged(self, shelf: Shelf[Value], before: int, those: LiteralString, *limits: Any) -> Iterator[Value]:
        size = FIRST_PAGE
        while True:
            asked = self._connection.execute(f"{PLACED}{those}{BACKWARDS}", (shelf.table, *limits, before, size))
            rows = asked.fetchall()
            for _, raw in rows:
                yield decode(raw.encode(), shelf.kind)
            if len(rows) < size:
                return
            before = rows[-1][0]
            size = min(size * 4, LARGEST_PAGE)

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
    return _position(shelf, index), term(*texts)


def _position(shelf: Shelf[Any], index: tuple[str, ...]) -> int:
    """Of what an index finds in `found`, counted from one as PostgreSQL does."""
    return shelf.indexes.index(index) + 1
