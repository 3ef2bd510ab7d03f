"""One turn of a conversation: the message that came, the replies that go, and what is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Card = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """What a person said, mentions of the bot removed; `at` is UTC. A pressed button says its words here too."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says: `text` is the whole answer as Teams Markdown, `card` adds to it and never replaces it."""

    text: str
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What a conversation is about, so that "and the timescale?" can be understood.

    Plain JSON values only, newest last. `trail` holds the recommendations of earlier turns, one tuple a turn.
    """

    programme: str = ""
    refs: tuple[str, ...] = ()
    trail: tuple[tuple[str, ...], ...] = ()
    fields: tuple[str, ...] = ()
    person: str = ""
    pending: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn gives: replies to send in order, and the memory to save once they are sent."""

    replies: tuple[Reply, ...]
    memory: Memory
