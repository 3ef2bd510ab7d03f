"""Makes a store, and reads documents into it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from bot.assembly.stores import make_store, open_store, store_name
from bot.commands.failures import BadInput
from bot.commands.store import closing, content
from bot.settings import Settings
from knowledge.documents import munro, read_document
from knowledge.documents.names import successor
from knowledge.legible import legible
from knowledge.model import Programme
from knowledge.store.shelves import UPDATES

REPLACES = "{new} would replace {old}, with {posted} on it."
LACKS = " It lacks {refs}, on which progress was posted."
SAME = "The store holds {what} just so already; nothing was changed."
IMPORTED = "Imported {what}. It is called “{name}” where a short name is needed."


def agreed(asked: str) -> bool:
    """Whether somebody at a terminal says yes; nobody does where there is none."""
    if not sys.stdin.isatty():
        return False
    try:
        return input(f"{asked} Replace it? (yes or no) ").strip().casefold() in {"y", "yes"}
    except EOFError:  # Ctrl-D
        return False


async def init(settings: Settings, *, empty: bool) -> str:
    """Make the store, with the bundled document unless it is to be empty. Raises StoreExists if there is one."""
    programme = None if empty else _bundled()
    async with closing(make_store(settings)) as store:
        if programme:
            await store.save_programme(programme)
    return f"Made a store in {store_name(settings)}" + (
        f": {_described(programme)}." if programme else ", still empty."
    )


async def import_file(
    settings: Settings, file: Path, *, replaces: bool = False, agreed: Callable[[str], bool] = agreed
) -> str:
    """Read a document into the store; what looks wrong in it is said.

    It takes another's place only where that is ordered or agreed to. Raises BadInput where it isn't.
    """
    read = read_document(content(file), file.name)
    async with closing(open_store(settings)) as store:
        programme, old = successor(read, await store.programmes())
        if old == programme:
            return SAME.format(what=_described(programme))
        if old and not replaces:
            posted = [one.ref for one in await store.all(UPDATES) if one.programme == old.name]
            asked = REPLACES.format(new=_described(programme), old=_described(old), posted=_posted(len(posted)))
            asked += _lacking(programme, posted)
            if not agreed(asked):
                raise BadInput(f"{asked} Nothing was changed; to replace it, say --replace.")
        await store.save_programme(programme)
    done = IMPORTED.format(what=_described(programme), name=legible(programme.name))
    return "\n".join([done, *map(legible, programme.warnings)])


def _bundled() -> Programme:
    filename, data = munro()
    return read_document(data, filename)


def _described(programme: Programme) -> str:
    many = len(programme.recommendations)
    return f"“{legible(programme.title or programme.source)}” with {many} recommendation{'' if many == 1 else 's'}"


def _posted(updates: int) -> str:
    return "no updates" if not updates else f"{updates} update{'' if updates == 1 else 's'}"


def _lacking(programme: Programme, posted: Iterable[str]) -> str:
    """Which recommendations with progress a document hasn't got."""
    there = {rec.ref for rec in programme.recommendations}
    gone = [f"recommendation {ref}" for ref in dict.fromkeys(posted) if ref not in there]
    return LACKS.format(refs=", ".join(gone)) if gone else ""
