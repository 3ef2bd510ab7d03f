"""An office on a store in memory, for conversations of officers and managers."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from knowledge.library import Knowledge
from knowledge.model import Programme
from knowledge.progress.model import AuditEntry, Update
from knowledge.store import TinyStore
from knowledge.store.shelves import AUDIT, UPDATES
from tests.office import Office, an_office


@pytest.fixture
async def office(munro: Programme, knowledge: Knowledge) -> AsyncIterator[Office]:
    """The usual office, about the bundled document."""
    store = TinyStore.in_memory()
    yield await an_office(store, munro, known=knowledge)
    await store.close()


async def updates(office: Office, ref: str = "10") -> list[Update]:
    """What is kept on a recommendation, oldest first."""
    kept = await office.store.read(lambda reading: reading.find(UPDATES, programme="munro", ref=ref))
    return list(kept)


async def trail(office: Office) -> list[AuditEntry]:
    """The whole audit trail, oldest first."""
    return list(await office.store.read(lambda reading: reading.all(AUDIT)))
