"""Says which values go into which table, under which key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge.model import Programme
from knowledge.store.protocol import Conversation


@dataclass(frozen=True, slots=True)
class Shelf:
    """One table: its name, the field that tells its records apart, and the kind of value it holds."""

    table: str
    key: str
    kind: type[Any]


PROGRAMMES = Shelf("programmes", "name", Programme)
CONVERSATIONS = Shelf("conversations", "key", Conversation)
SHELVES = (PROGRAMMES, CONVERSATIONS)
