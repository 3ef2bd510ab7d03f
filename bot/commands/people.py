"""The directory of people from the command line: bring a list in, and show who is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.assembly.stores import look_into_store, open_store
from bot.commands.store import closing, content
from bot.identity import home
from bot.settings import Settings
from knowledge.legible import legible
from knowledge.progress.acts import trail
from knowledge.progress.acts.actor import Actor
from knowledge.progress.acts.changes import Occasion, apply
from knowledge.progress.model import Member, Role
from knowledge.progress.people.directory import read_people
from knowledge.progress.people.enrolment import Enrolment, enrol
from knowledge.progress.standings.records import Records
from knowledge.store import Transaction
from knowledge.store.shelves import MEMBERS, PROGRAMMES

COMMAND_LINE = Actor(key="command line", name="command line")

IMPORTED = "Read {total}: {added} added, {changed} changed, {unchanged} unchanged."
NOBODY = "There is nobody in the directory. “python -m bot people import FILE” brings people in."
HEADINGS = ("Name", "E-mail", "Roles", "Posts as", "Account")
KNOWN, UNMET = "known", "not met yet"


async def import_people(settings: Settings, file: Path) -> str:
    """Bring a list into the directory, all of it or nothing. Raises UnreadablePeople."""
    people = read_people(content(file), local=settings.local)
    occasion = Occasion(COMMAND_LINE, datetime.now(UTC), "command line")

    def work(transaction: Transaction) -> Enrolment:
        programmes = transaction.all(PROGRAMMES)
        enrolment = enrol(people, programmes, Records(transaction), home(settings), occasion)
        apply(enrolment.changes, transaction)
        return enrolment

    async with closing(open_store(settings)) as store:
        return "\n".join(_told(await store.transact(work)))


async def list_people(settings: Settings) -> str:
    """Everybody in the directory as a table, while a bot may be serving."""
    async with closing(look_into_store(settings)) as store:
        members = await store.all(MEMBERS)
    return "\n".join(_table([HEADINGS, *map(_row, members)])) if members else NOBODY


def _told(enrolment: Enrolment) -> Iterator[str]:
    changed = [(was, now) for was, now in enrolment.people if was and was != now]
    added = [now for was, now in enrolment.people if was is None]
    total = len(enrolment.people)
    yield IMPORTED.format(
        total="one person" if total == 1 else f"{total} people",
        added=len(added),
        changed=len(changed),
        unchanged=total - len(added) - len(changed),
    )
    yield from (f"Changed: {legible(now.name)}: {_difference(was, now)}." for was, now in changed)
    yield from map(legible, enrolment.warnings)


def _difference(was: Member, now: Member) -> str:
    return "; ".join(f"{name}: {legible(old)} → {legible(new)}" for name, old, new in trail.compared(was, now))


def _row(member: Member) -> tuple[str, ...]:
    roles = ", ".join(role for role in Role if role in member.roles)
    account = KNOWN if member.object_id else UNMET
    return legible(member.name), legible(member.email), roles, legible("; ".join(member.leads)), account


def _table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Columns as wide as what stands in them."""
    every = list(rows)
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    for row in every:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
