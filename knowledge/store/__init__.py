"""Keeps knowledge; the only part of this package that awaits."""

from knowledge.store.conversation import Conversation
from knowledge.store.copies import Contents, backup, check, restore
from knowledge.store.postgres import PostgresStore
from knowledge.store.protocol import Store, Transaction
from knowledge.store.tiny import TinyStore

__all__ = [
    "Contents",
    "Conversation",
    "PostgresStore",
    "Store",
    "TinyStore",
    "Transaction",
    "backup",
    "check",
    "restore",
]
