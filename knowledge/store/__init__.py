"""Keeps knowledge; the only part of this package that awaits."""

from knowledge.store.protocol import Conversation, Store
from knowledge.store.tiny import TinyStore

__all__ = ["Conversation", "Store", "TinyStore"]
