"""Keeps what is worked out of single words, which texts have again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Kept(dict[str, T]):
    """What some work gives for each word, done when the word is first looked up; quicker than functools.lru_cache.

    With more than `most` words all is forgotten, so that nobody can fill the memory with words that there aren't.
    """

    def __init__(self, work: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._work(word)
        return found


__all__ = ["Kept"]
