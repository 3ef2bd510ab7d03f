"""The records of one shelf in memory, as they are on the disk, with their indexes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from knowledge.store.protocol import END
from knowledge.store.records.codec import decode
from knowledge.store.shelves import Place, Shelf


class Filing(NamedTuple):
    """A record as JSON, with what it is found by."""

    raw: bytes
    key: str
    places: tuple[Place, ...]


def filing(shelf: Shelf[Any], raw: bytes) -> Filing:
    """How a record is filed; raises msgspec.ValidationError where it isn't one of this shelf's."""
    value = decode(raw, shelf.kind)
    return Filing(raw, getattr(value, shelf.key), shelf.places(value))


class Kept:
    """Every record of one shelf. Readers get a value of their own each time, so nobody can change what is kept.

    Records are numbered in the order of their first keeping, as TinyDB does it. JSON instead of values or
    dictionaries: a third of the memory, and nothing to copy or collect.
    """

    def __init__(self, shelf: Shelf[Any]) -> None:
        self.shelf = shelf
        self.raws: dict[int, bytes] = {}
        self.newest = 0
        self._numbers: dict[str, int] = {}
        self._places: dict[Place, list[int]] = {}

    def raw(self, number: int) -> bytes | None:
        """The record of this number."""
        return self.raws.get(number)

    def number(self, key: str) -> int | None:
        """The number of the record with this key."""
        return self._numbers.get(key)

    def numbers(self, place: Place | None = None) -> Sequence[int]:
        """The numbers of everything, or of what stands at one place, in order."""
        return list(self.raws) if place is None else self._places.get(place, ())

    def newest_first(self, place: Place | None = None, before: int = END) -> Iterator[int]:
        """The same, from the end or from before a number."""
        if before > self.newest:
            return reversed(self.raws) if place is None else reversed(self._places.get(place, ()))
        numbers = self.numbers(place)
        return reversed(numbers[: bisect_left(numbers, before)])

    def last(self, count: int, place: Place | None = None) -> list[int]:
        """The last numbers of `numbers`, without going through all."""
        return list(islice(self.newest_first(place), count))[::-1]

    def holding(self, piece: bytes) -> list[int]:
        """The numbers of the records in whose JSON a piece in lower case stands, in any case, in order."""
        return [number for number, raw in self.raws.items() if piece in raw.lower()]

    def newest_by_place(self, beginning: Place, besides: Container[int] = (), before: int = END) -> dict[Place, int]:
        """The last number at each place that begins like this, passing over some."""
        size, newest = len(beginning), {}
        for place in self._places:
            if place[:size] == beginning:
                last = next((number for number in self.newest_first(place, before) if number not in besides), None)
                if last is not None:
                    newest[place] = last
        return newest

    def newest_of_each(self, beginning: Place, before: int = END) -> list[int]:
        """The same numbers, in order."""
        return sorted(self.newest_by_place(beginning, before=before).values())

    def file(self, number: int, new: Filing | None) -> None:
        """Keep a record under a number instead of what was there; None keeps nothing."""
        if number in self.raws and not self._stays(number, new):
            self._unfile(number, filing(self.shelf, self.raws[number]))
        if new is None:
            self.raws.pop(number, None)
            return
        self.raws[number] = new.raw
        self._numbers[new.key] = number
        self.newest = max(self.newest, number)
        for place in new.places:
            standing = self._places.setdefault(place, [])
            if standing and standing[-1] > number:
                insort(standing, number)
            else:
                standing.append(number)

    def _stays(self, number: int, new: Filing | None) -> bool:
        """Whether a record is found as before by what is new in it: a conversation is, after each turn."""
        return new is not None and not self.shelf.indexes and self._numbers.get(new.key) == number

    def _unfile(self, number: int, old: Filing) -> None:
        if self._numbers.get(old.key) == number:
            del self._numbers[old.key]
        for place in old.places:
            standing = self._places[place]
            del standing[bisect_left(standing, number)]
