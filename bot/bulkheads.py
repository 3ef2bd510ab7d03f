"""Keeps a slow address from holding up the others: each has so many places, and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Crowded(Exception):
    """Every place is taken; whoever asked should come again later."""


class Bulkheads:
    """So many places in all, and so many of them for each address. Nobody waits here: a place is free or it isn't."""

    def __init__(self, places: int, each: int) -> None:
        self._places, self._each = places, each
        self._taken: Counter[str] = Counter()
        self.taken = 0

    @contextmanager
    def place(self, address: str) -> Iterator[None]:
        """Have a place until the end of the block. Raises Crowded."""
        if self.taken >= self._places or self._taken[address] >= self._each:
            raise Crowded
        self._change(address, 1)
        try:
            yield
        finally:
            self._change(address, -1)

    @property
    def full(self) -> bool:
        """Whether nobody could come in just now."""
        return self.taken >= self._places

    def _change(self, address: str, by: int) -> None:
        self.taken += by
        self._taken[address] += by
        if not self._taken[address]:
            del self._taken[address]
