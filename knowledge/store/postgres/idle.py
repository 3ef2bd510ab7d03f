"""Connections that are open and that nobody uses."""

from __future__ import annotations

from collections import deque
from typing import Generic, TypeVar

Kind = TypeVar("Kind")


class Idle(Generic[Kind]):
    """A few open connections, the one used last first; any thread may take and give. `most` may be lowered."""

    def __init__(self, most: int) -> None:
        self._connections: deque[Kind] = deque()
        self.most = most

    def take(self) -> Kind | None:
        """One of them, if there is any."""
        try:
            return self._connections.pop()
        except IndexError:  # asking first would leave another thread time to take the last
            return None

    def give(self, connection: Kind) -> bool:
        """Whether it was taken in; else it is for the caller to close."""
        room = len(self._connections) < self.most
        if room:
            self._connections.append(connection)
        return room

    def all(self) -> list[Kind]:
        """Take them all."""
        taken = []
        while (connection := self.take()) is not None:
            taken.append(connection)
        return taken
