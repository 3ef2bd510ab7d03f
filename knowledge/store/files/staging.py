"""TinyDB whose writes are staged, so that just what they changed can be written to a journal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from knowledge.store.records.codec import Record
from knowledge.store.records.kept import Kept
from knowledge.store.records.pending import Pending, Savepoint

Changes = dict[str, dict[int, bytes | None]]


class Staged(MutableMapping[int, Record]):
    """A table as TinyDB changes it: a document is copied when it is first touched, and `touched` is what was."""

    def __init__(self, below: Pending) -> None:
        self._below = below
        self.touched: dict[int, Record | None] = {}

    def __getitem__(self, number: int) -> Record:
        if number not in self.touched:
            raw = self._below.raw(number)
            self.touched[number] = None if raw is None else json.loads(raw)
        document = self.touched[number]
        if document is None:
            raise KeyError(number)
        return document

    def __setitem__(self, number: int, document: Record) -> None:
        self.touched[number] = document

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self.touched[number] = None

    def __contains__(self, number: object) -> bool:
        if number in self.touched:
            return self.touched[number] is not None
        return self._below.raw(cast(int, number)) is not None

    def __iter__(self) -> Iterator[int]:
        below = self._below.numbers()
        yield from (number for number in below if number in self)
        yield from [number for number in self.touched if number in self and self._below.raw(number) is None]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove everything."""
        self.touched = dict.fromkeys(self._below.numbers())


class Documents(Mapping[str, Record]):
    """A table as TinyDB reads it; each document is a copy."""

    def __init__(self, records: Pending) -> None:
        self._records = records

    def __getitem__(self, number: str) -> Record:
        raw = self._records.raw(int(number))
        if raw is None:
            raise KeyError(number)
        return cast(Record, json.loads(raw))

    def __iter__(self) -> Iterator[str]:
        return map(str, self._records.numbers())

    def __len__(self) -> int:
        return len(self._records.numbers())


class Shelved(Storage):
    """What TinyDB calls a storage: the pending changes of each table over what is kept."""

    def __init__(self, kept: Mapping[str, Kept]) -> None:
        self.pending = {name: Pending(records) for name, records in kept.items()}

    def read(self) -> dict[str, dict[str, Any]]:
        """Tables that hold something."""
        tables = {name: Documents(records) for name, records in self.pending.items()}
        return cast(dict[str, dict[str, Any]], {name: table for name, table in tables.items() if table})

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Never: tables change by `StagedTable`, which says what changed."""
        raise NotImplementedError(f"{', '.join(data)} written as a whole")


class StagedTable(Table):
    """A table that leaves its changes in a Shelved; the way to extend TinyDB that its documentation names."""

    def __init__(self, storage: Storage, name: str) -> None:
        super().__init__(storage, name, cache_size=0)
        self._records = cast(Shelved, storage).pending[name]
        self._next_id: Any = self._records.kept.newest + 1

    def replace(self, number: int, document: Record) -> None:
        """Put a document in another's place. TinyDB's `update` reads the other first, and keeps its other fields."""
        self._update_table(lambda table: table.__setitem__(number, document))

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        return cast(dict[str, Mapping[Any, Any]], Documents(self._records))

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        staged = Staged(self._records)
        updater(cast(dict[int, Mapping[Any, Any]], staged))
        for number, document in staged.touched.items():
            self._records.take(number, document)


class Database(TinyDB):
    """Tables with changes that are kept or dropped together."""

    table_class: type[Table] = StagedTable

    def __init__(self, kept: Mapping[str, Kept]) -> None:
        super().__init__(kept, storage=Shelved)
        self.kept = kept
        self.pending = cast(Shelved, self.storage).pending

    def changes(self) -> Changes:
        """What changed since the last `keep` or `drop`, by table and number."""
        return {
            name: {number: change and change.raw for number, change in records.changes.items()}
            for name, records in self.pending.items()
            if records.changes
        }

    def savepoint(self) -> dict[str, Savepoint]:
        """What to go back to."""
        return {name: records.savepoint() for name, records in self._changed()}

    def go_back(self, savepoint: dict[str, Savepoint]) -> None:
        """Be as at the savepoint, which is used up by that."""
        for name, records in self._changed():
            records.go_back(savepoint.get(name, ({}, {})))

    def keep(self) -> None:
        """The changes are on the disk."""
        for _, records in self._changed():
            records.keep()

    def drop(self) -> None:
        """The changes couldn't be written."""
        for _, records in self._changed():
            records.drop()

    def _changed(self) -> list[tuple[str, Pending]]:
        """The tables that have changes, one or two of them as a rule."""
        return [(name, records) for name, records in self.pending.items() if records.changes]
