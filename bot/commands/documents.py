"""Makes a store, and reads documents into it."""

from __future__ import annotations

from pathlib import Path

from bot.assembly.stores import make_store, open_store, store_name
from bot.commands.store import closing, content
from bot.settings import Settings
from knowledge.documents import munro, read_document
from knowledge.legible import legible
from knowledge.model import Programme


async def init(settings: Settings, *, empty: bool) -> str:
    """Make the store, with the bundled document unless it is to be empty. Raises StoreExists if there is one."""
    programme = None if empty else _bundled()
    async with closing(make_store(settings)) as store:
        if programme:
            await store.save_programme(programme)
    return f"Made a store in {store_name(settings)}" + (
        f": {_described(programme)}." if programme else ", still empty."
    )


async def import_file(settings: Settings, file: Path) -> str:
    """Read a document into the store, replacing a programme of the same name; what looks wrong in it is said."""
    programme = read_document(content(file), file.name)
    async with closing(open_store(settings)) as store:
        await store.save_programme(programme)
    return "\n".join([f"Imported {_described(programme)}.", *map(legible, programme.warnings)])


def _bundled() -> Programme:
    filename, data = munro()
    return read_document(data, filename)


def _described(programme: Programme) -> str:
    return f"“{legible(programme.title)}” with {len(programme.recommendations)} recommendations"
