"""Keeps knowledge; the only part of this package that awaits."""

from knowledge.store.protocol import Conversation, Store

__all__ = ["Conversation", "Store"]
