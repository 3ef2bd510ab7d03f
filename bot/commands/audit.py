"""The command that prints the audit trail; nothing here or anywhere else changes it."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, time
from typing import TextIO
from zoneinfo import ZoneInfo

from bot.assembly.stores import look_into_store
from bot.commands.failures import BadInput
from bot.commands.store import closing
from bot.commands.wanted import Asked, TrailFormat
from bot.settings import Settings
from knowledge.legible import legible
from knowledge.progress.acts.trail import NOTHING, about, differences, newest_first, spelt
from knowledge.progress.days import since
from knowledge.progress.model import AuditEntry
from knowledge.store import Reading

EMPTY = "The audit trail is empty."
NO_SUCH = (
    "There is nothing like that in the audit trail. --subject takes a recommendation (10, or munro/10 where there are "
    "several documents), a document (munro), people, “question 3”, “lead Sue Myers”, glossary or summary; --person "
    "takes a part of somebody’s name or address; --since a day."
)
NO_DAY = '--since {words!r} is no day up to today. Say it like 2026-10-01 or "1 October".'
HEADINGS = ("when", "who", "who, by key", "what", "about", "subject", "conversation", "changes")


async def print_trail(settings: Settings, asked: Asked, out: TextIO | None = None) -> str:
    """Print the trail, the oldest entry first; the store is only read, so a bot may be serving.

    Of all entries only their words are held, not the values that they are made of.
    """
    out = out or sys.stdout
    word, zone, begin = _WORDINGS[asked.format], settings.timezone, _moment(asked.since, settings.timezone)

    def work(reading: Reading) -> list[str]:
        return [word(entry, zone) for entry in newest_first(reading, begin, asked.subject, asked.person)]

    async with closing(look_into_store(settings)) as store:
        worded = await store.read(work)
    try:
        _write(out, worded[::-1], asked.format)
        out.flush()
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    if worded or asked.format is not TrailFormat.TEXT:
        return ""
    return NO_SUCH if asked.subject or asked.person or asked.since else EMPTY


def _moment(words: str, zone: ZoneInfo) -> datetime | None:
    """The beginning of the day that is meant, where the council is."""
    if not words:
        return None
    found = since(words, datetime.now(zone).date())
    if found is None:
        raise BadInput(NO_DAY.format(words=words))
    return datetime.combine(found[0], time(), zone).astimezone(UTC)


def _write(out: TextIO, worded: Sequence[str], form: TrailFormat) -> None:
    match form:
        case TrailFormat.TEXT:
            out.writelines(f"{entry}\n" for entry in worded)
        case TrailFormat.CSV:
            out.write(_line(HEADINGS))
            out.writelines(worded)
        case TrailFormat.JSON:
            out.write("[")
            out.writelines(f",\n{entry}" if number else f"\n{entry}" for number, entry in enumerate(worded))
            out.write("\n]\n" if worded else "]\n")


def _as_text(entry: AuditEntry, zone: ZoneInfo) -> str:
    where = f" (conversation {entry.conversation})" if entry.conversation else ""
    first = f"{spelt(entry.at.astimezone(zone))}  {_who(entry)}: {entry.what}, {about(entry)}{where}"
    return "\n".join(map(legible, [first, *(f"    {change}" for change in _changes(entry, zone))]))


def _as_csv(entry: AuditEntry, zone: ZoneInfo) -> str:
    when = entry.at.astimezone(zone).isoformat(" ", "seconds")
    known = (_who(entry), entry.by, entry.what, about(entry), entry.subject, entry.conversation)
    return _line((when, *known, "; ".join(_changes(entry, zone))))


def _as_json(entry: AuditEntry, zone: ZoneInfo) -> str:
    changes = [{"field": name, "before": was, "after": now} for name, was, now in differences(entry, zone)]
    said = {
        "when": entry.at.astimezone(zone).isoformat(),
        "who": _who(entry),
        "key": entry.by,
        "what": entry.what,
        "subject": entry.subject,
        "about": about(entry),
        "conversation": entry.conversation,
        "changes": changes,
    }
    return json.dumps(said)


_WORDINGS: dict[TrailFormat, Callable[[AuditEntry, ZoneInfo], str]] = {
    TrailFormat.TEXT: _as_text,
    TrailFormat.CSV: _as_csv,
    TrailFormat.JSON: _as_json,
}


def _who(entry: AuditEntry) -> str:
    return entry.by_name or entry.by


def _changes(entry: AuditEntry, zone: ZoneInfo) -> Iterator[str]:
    """ "status: at risk → complete"; only what it is where there was nothing before."""
    for name, was, now in differences(entry, zone):
        yield f"{name}: {now}" if was == NOTHING and entry.before is None else f"{name}: {was} → {now}"


def _line(values: Sequence[str]) -> str:
    """One row of CSV, in which no value is a formula to a spreadsheet."""
    row = io.StringIO()
    safe = [f"'{value}" if value[:1] in "=+-@" and value else value for value in map(legible, values)]
    csv.writer(row, lineterminator="\n").writerow(safe)
    return row.getvalue()
