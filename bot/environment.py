"""Reads values out of the environment, one after the other, and collects what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")


class Reader:
    """The environment's values; an empty one counts as unset. `problems` holds a sentence for each that is wrong."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = {name: value.strip() for name, value in environ.items()}
        self.problems: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        """The value as it stands."""
        return self._environ.get(name) or default

    def words(self, name: str) -> tuple[str, ...]:
        """A list with commas, in lower case."""
        return tuple(word.strip().casefold() for word in self.text(name).split(",") if word.strip())

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number within these."""

        def read(text: str) -> int:
            if not least <= int(text) <= most:
                raise ValueError(text)
            return int(text)

        return self.value(name, str(default), read, f"must be a whole number from {least} to {most}")

    def value(self, name: str, default: str, read: Callable[[str], T], rule: str) -> T:
        """What `read` makes of it; the default's where `read` refuses it with a ValueError, LookupError or OSError."""
        given = self.text(name, default)
        try:
            return read(given)
        except (ValueError, LookupError, OSError):
            self.problems.append(f"{name} {rule}; it is {given!r}.")
            return read(default)
