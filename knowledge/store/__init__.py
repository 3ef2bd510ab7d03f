"""Keeps knowledge; the only part of this package that awaits."""

from knowledge.store.conversation import Conversation
from knowledge.store.files.copies import Contents, backup, check, restore
from knowledge.store.moving import Tally, move, tally
from knowledge.store.postgres.database import database_name
from knowledge.store.postgres.store import PostgresStore
from knowledge.store.protocol import Reading, Store, Transaction
from knowledge.store.tiny.store import TinyStore

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
