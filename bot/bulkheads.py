"""Keeps too much from being taken on at once, and a slow address from holding up the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


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

    @contextmanager
    def place(self) -> Iterator[None]:
        """Have one of all places until the end of the block. Raises Crowded."""
        if self.full:
            raise Crowded
        self.taken += 1
        try:
            yield
        finally:
            self.taken -= 1

    @contextmanager
    def lane(self, address: str) -> Iterator[None]:
        """Have one of this address's places until the end of the block. Raises Crowded."""
        if self._taken[address] >= self._each:
            raise Crowded
        self._taken[address] += 1
        try:
            yield
        finally:
            self._taken[address] -= 1
            if not self._taken[address]:
                del self._taken[address]
