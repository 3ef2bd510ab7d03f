"""Changes to the records of one shelf that aren't on the disk yet."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from knowledge.store.protocol import END
from knowledge.store.records.codec import encode
from knowledge.store.records.kept import Filing, Kept, filing
from knowledge.store.shelves import Place

Savepoint = tuple[dict[int, Filing | None], dict[str, int | None]]


class Pending:
    """What is kept, with changes over it; reads as Kept does."""

    def __init__(self, kept: Kept) -> None:
        self.kept, self.shelf = kept, kept.shelf
        self.changes: dict[int, Filing | None] = {}
        self._numbers: dict[str, int | None] = {}

    def raw(self, number: int) -> bytes | None:
        """See Kept."""
        if number in self.changes:
            change = self.changes[number]
            return change.raw if change else None
        return self.kept.raw(number)

    def number(self, key: str) -> int | None:
        """See Kept."""
        return self._numbers[key] if key in self._numbers else self.kept.number(key)

    def numbers(self, place: Place | None = None) -> Sequence[int]:
        """See Kept."""
        return list(self.newest_first(place))[::-1] if self.changes else self.kept.numbers(place)

    def newest_first(self, place: Place | None = None, before: int = END) -> Iterator[int]:
        """See Kept."""
        so_far = self.changes.copy()  # a record that is changed while these are gone through isn't passed over
        unchanged = (number for number in self.kept.newest_first(place, before) if number not in so_far)
        changed = (n for n, change in self.changes.items() if n < before and change and _stands(change, place))
        return heapq.merge(sorted(changed, reverse=True), unchanged, reverse=True)

    def last(self, count: int, place: Place | None = None) -> list[int]:
        """See Kept."""
        return list(islice(self.newest_first(place), count))[::-1]

    def holding(self, piece: bytes) -> list[int]:
        """See Kept."""
        unchanged = (number for number in self.kept.holding(piece) if number not in self.changes)
        return sorted(
            [*unchanged, *(n for n, change in self.changes.items() if change and piece in change.raw.lower())]
        )

    def newest_of_each(self, beginning: Place, before: int = END) -> list[int]:
        """See Kept."""
        newest = self.kept.newest_by_place(beginning, self.changes, before)
        for number, change in self.changes.items():
            for place in change.places if change and number < before else ():
                if place[: len(beginning)] == beginning:
                    newest[place] = max(number, newest.get(place, 0))
        return sorted(newest.values())

    def take(self, number: int, record: dict[str, Any] | None) -> None:
        """Change a record; None removes it. Raises what `encode` and `filing` raise, and then has changed nothing."""
        new = None if record is None else filing(self.shelf, encode(record))
        old = self.raw(number)
        if new is not None and new.raw == old:
            return
        if old is not None and (new is None or self.number(new.key) != number):
            self._numbers[filing(self.shelf, old).key] = None
        if new is not None:
            self._numbers[new.key] = number
        self.changes[number] = new

    def savepoint(self) -> Savepoint:
        """What to go back to."""
        return self.changes.copy(), self._numbers.copy()

    def go_back(self, savepoint: Savepoint) -> None:
        """Be as at the savepoint, which is used up by that."""
        self.changes, self._numbers = savepoint

    def keep(self) -> None:
        """The changes are on the disk: from now on they are kept."""
        for number, change in self.changes.items():
            self.kept.file(number, change)
        self.drop()

    def drop(self) -> None:
        """The changes couldn't be written: they never were."""
        self.go_back(({}, {}))


def _stands(change: Filing, place: Place | None) -> bool:
    return place is None or place in change.places
