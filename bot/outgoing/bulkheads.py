"""Keeps too much from being taken on at once, and a slow address from holding up the others."""

from __future__ import annotations

from collections import Counter
from contextlib import AbstractContextManager


class Crowded(Exception):
    """Every place is taken; whoever asked should come again later."""


class Bulkheads:
    """So many places in all, and so many for each address. Nobody waits here: a place is free or it isn't."""

    def __init__(self, places: int, each: int) -> None:
        self._places, self._each = places, each
        self._taken: Counter[str] = Counter()
        self.taken = 0

    @property
    def full(self) -> bool:
        """Whether nobody could come in just now."""
        return self.taken >= self._places

    def place(self) -> AbstractContextManager[None]:
        """Have one of all places until the end of the block, whose beginning raises Crowded."""
        return _Place(self)

    def lane(self, address: str) -> AbstractContextManager[None]:
        """Have one of this address's places until the end of the block, whose beginning raises Crowded."""
        return _Lane(self._taken, address, self._each)


# Classes, since a generator with contextlib takes five times as long, and each message has four of these.
class _Place(AbstractContextManager[None]):
    def __init__(self, bulkheads: Bulkheads) -> None:
        self._bulkheads = bulkheads

    def __enter__(self) -> None:
        if self._bulkheads.full:
            raise Crowded
        self._bulkheads.taken += 1

    def __exit__(self, *_: object) -> None:
        self._bulkheads.taken -= 1


class _Lane(AbstractContextManager[None]):
    def __init__(self, taken: Counter[str], address: str, most: int) -> None:
        self._taken, self._address, self._most = taken, address, most

    def __enter__(self) -> None:
        if self._taken[self._address] >= self._most:
            raise Crowded
        self._taken[self._address] += 1

    def __exit__(self, *_: object) -> None:
        self._taken[self._address] -= 1
        if not self._taken[self._address]:
            del self._taken[self._address]
