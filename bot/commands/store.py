"""Looks after a store as a whole: backs it up, brings it back, verifies and moves it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.assembly.stores import look_into_store, make_or_open_database, store_name
from bot.commands.counting import counted
from bot.commands.failures import BadInput, CommandFailed
from bot.commands.writing import refuse_store
from bot.settings import DATABASE_URL, Settings, is_database
from knowledge.errors import NotKept
from knowledge.store import Store, Tally, TinyStore, backup, check, database_name, move, restore, tally

UNFINISHED = (
    "What was said last is still being saved, or was cut off by a crash; nobody was told that it is saved, and the "
    "next start of the bot puts it aside."
)
LARGEST = 10 * 2**20  # bytes; a list of everybody in a large council has one million


def make_backup(settings: Settings, file: Path) -> str:
    """Copy the store into one file, while a bot may be serving."""
    _need_folder(settings)
    if not file.parent.is_dir():
        raise BadInput(f"There is no folder {file.parent}.")
    refuse_store(file, settings.data_dir)
    try:
        copied = backup(settings.data_dir, file)
    except NotKept as error:
        raise CommandFailed(f"{file} can't be written: {error.reason}.") from error
    return f"Wrote everything to {file}, and read it again: {counted(copied.records)}."


def bring_back(settings: Settings, file: Path) -> str:
    """Make the store of a backup."""
    _need_folder(settings)
    return f"Made a store in {settings.data_dir} from {file}: {counted(restore(file, settings.data_dir).records)}."


def verify(settings: Settings) -> str:
    """Read everything in the store, and say how much there is."""
    if settings.store_url:
        return asyncio.run(_read_through(settings))
    found = check(settings.data_dir)
    said = f"Everything in {settings.data_dir} is sound: {counted(found.records)}."
    return f"{said} {UNFINISHED}" if found.unfinished else said


async def migrate(settings: Settings, url: str) -> str:
    """Copy the store in DATA_DIR to a database that holds nothing, and compare both."""
    if not is_database(url):
        raise BadInput(f"What --to names {DATABASE_URL}.")
    where = database_name(url)
    async with closing(TinyStore.open(settings.data_dir)) as source, closing(make_or_open_database(url)) as database:
        moved = await move(source, database, where)
    return (
        f"Copied {settings.data_dir} to {where}. Both hold the same: {_tallied(moved)}.\n"
        f"Set STORE_URL to use it. {settings.data_dir} is as it was."
    )


def content(file: Path) -> bytes:
    """A file's bytes. Raises CommandFailed, and BadInput for one that is far too large to be meant."""
    try:
        with file.open("rb") as opened:
            found = opened.read(LARGEST + 1)
    except OSError as error:
        raise CommandFailed(f"{file} can't be read: {error.strerror}.") from error
    if len(found) > LARGEST:
        raise BadInput(f"{file} is larger than {LARGEST // 2**20} MB, which is more than I read.")
    return found


@asynccontextmanager
async def closing(store: Store) -> AsyncIterator[Store]:
    """A store that is closed in the end."""
    try:
        yield store
    finally:
        await store.close()


async def _read_through(settings: Settings) -> str:
    async with closing(look_into_store(settings)) as store:
        return f"Everything in {store_name(settings)} can be read: {_tallied(await tally(store))}."


def _need_folder(settings: Settings) -> None:
    if settings.store_url:
        raise BadInput("The store is in PostgreSQL: back it up and bring it back with pg_dump and pg_restore.")


def _tallied(found: Tally) -> str:
    return f"{counted(found.records)} (SHA-256 {found.digest})"
