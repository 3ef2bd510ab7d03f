"""What the command line can do, each command a coroutine that returns what to tell whoever ran it."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app import create_app
from bot.assembly.server import run
from bot.assembly.stores import look_into_store, make_or_open_database, make_store, open_store, store_name
from bot.settings import DATABASE_URL, Settings, is_database
from knowledge.documents import munro, read_document
from knowledge.errors import NotKept
from knowledge.model import Programme
from knowledge.store import Contents, Store, Tally, TinyStore, backup, check, database_name, move, restore, tally

log = logging.getLogger(__name__)

IN_FLIGHT = 10.0  # seconds that turns under way get to finish when the bot is stopped


class CommandFailed(Exception):
    """A command couldn't do its work; the message is a sentence for whoever ran it."""


class BadInput(CommandFailed):
    """What a command was given can't be used; the message is a sentence for whoever ran it."""


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
    """Read a document into the store, replacing a programme of the same name."""
    programme = read_document(content(file), file.name)
    async with closing(open_store(settings)) as store:
        await store.save_programme(programme)
    return f"Imported {_described(programme)}."


def make_backup(settings: Settings, file: Path) -> str:
    """Copy the store into one file, while a bot may be serving."""
    _need_folder(settings)
    if not file.parent.is_dir():
        raise BadInput(f"There is no folder {file.parent}.")
    try:
        return f"Wrote {file} and read it again: {_counted(backup(settings.data_dir, file))}."
    except NotKept as error:
        raise CommandFailed(f"{file} can't be written: {error.reason}.") from error


def bring_back(settings: Settings, file: Path) -> str:
    """Make the store of a backup."""
    _need_folder(settings)
    return f"Made a store in {settings.data_dir} from {file}: {_counted(restore(file, settings.data_dir))}."


def verify(settings: Settings) -> str:
    """Read everything in the store, and say how much there is."""
    if settings.store_url:
        return asyncio.run(_read_through(settings))
    found = check(settings.data_dir)
    said = f"The store in {settings.data_dir} is sound: {_counted(found)}."
    if found.unfinished:
        said += f" At its end are {found.unfinished} bytes of a record still being written, or cut off by a crash."
    return said


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


def serve(settings: Settings) -> str:
    """Serve until SIGINT or SIGTERM; turns under way are finished, then the store is closed."""
    log.info("starting", extra={"host": settings.host, "port": settings.port, "local": settings.local})
    try:
        run(create_app(settings), settings.host, settings.port, IN_FLIGHT)
    except OSError as error:
        raise CommandFailed(_cannot_listen(settings, error)) from error
    log.info("stopped")
    return ""


def content(file: Path) -> bytes:
    """A file's bytes. Raises CommandFailed."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandFailed(f"{file} can't be read: {error.strerror}.") from error


@asynccontextmanager
async def closing(store: Store) -> AsyncIterator[Store]:
    """A store that is closed in the end."""
    try:
        yield store
    finally:
        await store.close()


def _bundled() -> Programme:
    filename, data = munro()
    return read_document(data, filename)


def _described(programme: Programme) -> str:
    return f"{programme.title!r} with {len(programme.recommendations)} recommendations"


async def _read_through(settings: Settings) -> str:
    async with closing(look_into_store(settings)) as store:
        return f"The store in {store_name(settings)} can be read: {_tallied(await tally(store))}."


def _need_folder(settings: Settings) -> None:
    if settings.store_url:
        raise BadInput("The store is in PostgreSQL: back it up and bring it back with pg_dump and pg_restore.")


def _tallied(found: Tally) -> str:
    records = ", ".join(f"{number} in {table}" for table, number in found.records.items()) or "no records"
    return f"{records} (SHA-256 {found.digest})"


def _counted(contents: Contents) -> str:
    tables = ", ".join(f"{number} in {table}" for table, number in contents.records.items()) or "no records"
    return f"{tables}; format {contents.format}, last change number {contents.seq}"


def _cannot_listen(settings: Settings, error: OSError) -> str:
    where = f"{settings.host} port {settings.port}"
    if error.errno == errno.EADDRINUSE:
        return f"{where} is taken by another program. Stop that, or set PORT to a free one."
    return f"The bot can't listen on {where}: {os.strerror(error.errno or 0)}."
