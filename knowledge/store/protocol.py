"""What every store can do, whatever keeps the bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from knowledge.model import Programme


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is kept of one conversation.

    `memory` is opaque JSON to the store. `answered` holds the ids of the activities answered last, oldest
    first, so that one delivered twice is answered once.
    """

    key: str
    memory: Mapping[str, Any] = field(default_factory=dict)
    answered: tuple[str, ...] = ()


class Store(Protocol):
    """Values in, values out. A write that returns is kept; one that raises has changed nothing."""

    async def programmes(self) -> tuple[Programme, ...]:
        """Every programme, in the order of import."""
        ...

    async def save_programme(self, programme: Programme) -> None:
        """Keep a programme; one of the same name is replaced."""
        ...

    async def conversation(self, key: str) -> Conversation:
        """What is kept under this key; an empty conversation where nothing is."""
        ...

    async def save_conversation(self, conversation: Conversation) -> None:
        """Keep a conversation, replacing what was kept under its key."""
        ...

    async def close(self) -> None:
        """Let go of files and connections; idempotent."""
        ...
