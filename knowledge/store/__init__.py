"""Keeps knowledge; the only part of this package that awaits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.store.conversation import Conversation
from knowledge.store.files.copies import Contents, backup, check, restore
from knowledge.store.moving import Tally, move, tally
from knowledge.store.protocol import Reading, Store, Transaction
from knowledge.store.tiny.store import TinyStore

if TYPE_CHECKING:
    from knowledge.store.postgres.database import database_name
    from knowledge.store.postgres.store import PostgresStore

__all__ = [
    "Contents",
    "Conversation",
    "PostgresStore",
    "Reading",
    "Store",
    "Tally",
    "TinyStore",
    "Transaction",
    "backup",
    "check",
    "database_name",
    "move",
    "restore",
    "tally",
]


def __getattr__(name: str) -> Any:
    """What needs the client of PostgreSQL, which takes long to import and which few have a use for."""
    match name:
        case "PostgresStore":
            from knowledge.store.postgres.store import PostgresStore  # noqa: PLC0415

            return PostgresStore
        case "database_name":
            from knowledge.store.postgres.database import database_name  # noqa: PLC0415

            return database_name
    raise AttributeError(name)
