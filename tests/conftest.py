from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from knowledge import documents
from knowledge.documents import read_document
from knowledge.model import Programme
from knowledge.store import Store, TinyStore


@pytest.fixture(params=["memory", "file"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    made = TinyStore.create(tmp_path / "store") if request.param == "file" else TinyStore.in_memory()
    yield made
    await made.close()


@pytest.fixture(scope="session")
def munro() -> Programme:
    filename, data = documents.munro()
    return read_document(data, filename)
