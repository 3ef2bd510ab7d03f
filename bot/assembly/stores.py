"""The store that the settings name: TinyDB in DATA_DIR, or PostgreSQL at STORE_URL."""

from __future__ import annotations

import knowledge.store as kept
from bot.settings import Settings
from knowledge.errors import StoreExists
from knowledge.store import Store, TinyStore


def make_store(settings: Settings) -> Store:
    """Make the store, empty, and open it. Raises StoreExists and what `open_store` raises."""
    return kept.PostgresStore.create(settings.store_url) if settings.store_url else TinyStore.create(settings.data_dir)


def open_store(settings: Settings) -> Store:
    """Open the store to read and write. Raises the KnowledgeError that keeps it from that."""
    return kept.PostgresStore.open(settings.store_url) if settings.store_url else TinyStore.open(settings.data_dir)


def look_into_store(settings: Settings) -> Store:
    """Open the store to read, while a bot may be running on it. Raises as `open_store`."""
    return kept.PostgresStore.glance(settings.store_url) if settings.store_url else TinyStore.glance(settings.data_dir)


def make_or_open_database(url: str) -> Store:
    """A store in this database, made where there is none yet. Raises as `open_store`."""
    try:
        return kept.PostgresStore.create(url)
    except StoreExists:
        return kept.PostgresStore.open(url)


def store_name(settings: Settings) -> str:
    """Where the store is, in words for people; never with a password."""
    return kept.database_name(settings.store_url) if settings.store_url else str(settings.data_dir)
