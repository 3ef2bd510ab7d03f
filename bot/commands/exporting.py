"""The command that writes the committee pack."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from bot.assembly.stores import look_into_store
from bot.commands.failures import BadInput, CommandFailed
from bot.commands.store import closing
from bot.commands.wanted import Wanted
from bot.commands.writing import refuse_store, write
from bot.files.packs import packed
from bot.settings import Settings
from knowledge.model import Programme
from knowledge.progress.days import since, spell
from knowledge.progress.days.forms import moved
from knowledge.reports.order import Order

NO_MEETING = 3  # months that the pack looks back on where nobody says when the committee last met


async def export(settings: Settings, wanted: Wanted, now: datetime | None = None) -> str:
    """Write the pack to a file; the store is only read, so a bot may be serving."""
    at = now or datetime.now(UTC)
    today = at.astimezone(settings.timezone).date()
    day = _since(wanted.since, today)
    async with closing(look_into_store(settings)) as store:
        programme = _chosen(await store.programmes(), wanted.programme)
        order = Order(programme.name, day, wanted.format)
        file = wanted.output or Path(order.name(today))
        _refuse(file, wanted.force)
        refuse_store(file, settings.data_dir)
        content = await packed(order, store, at, settings.timezone)
    _write(file, content, wanted.force)
    many = len(programme.recommendations)
    return f"Wrote {file}: {programme.title!r}, {many} recommendations, and what has changed since {spell(day)}."


def _since(words: str, today: date) -> date:
    """The day of the last meeting; three months ago where nothing is said."""
    if not words:
        return moved(today, -NO_MEETING, "month")
    found = since(words, today)
    if found is None:
        raise BadInput(f'--since {words!r} is no day up to today. Say it like 2026-10-01 or "1 October".')
    return found[0]


def _chosen(programmes: Sequence[Programme], name: str) -> Programme:
    names = ", ".join(programme.name for programme in programmes)
    if not programmes:
        raise BadInput("The store holds no recommendations yet; import a document first.")
    if not name and len(programmes) > 1:
        raise BadInput(f"The store holds several programmes; say which one with --programme: {names}.")
    found = [one for one in programmes if not name or one.name.casefold() == name.casefold()]
    if not found:
        raise BadInput(f"There is no programme called {name!r}. There is: {names}.")
    return found[0]


def _refuse(file: Path, force: bool) -> None:
    if not file.parent.is_dir():
        raise BadInput(f"There is no folder {file.parent}.")
    if file.is_dir():
        raise BadInput(f"{file} is a folder.")
    if file.exists() and not force:
        raise BadInput(f"There is a file {file} already. Choose another name with --output, or say --force.")


def _write(file: Path, content: bytes, force: bool) -> None:
    """All of it or nothing; what was there is replaced only by force."""
    try:
        write(file, content, replaces=force)
    except FileExistsError as error:
        raise BadInput(f"There is a file {file} already; nothing was changed.") from error
    except OSError as error:
        raise CommandFailed(f"{file} can't be written: {error.strerror}.") from error
