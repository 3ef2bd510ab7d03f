"""A list of people as bytes to entries, with a sentence for everything that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.legible import legible
from knowledge.progress.model import Role
from knowledge.progress.people.roles import role_called
from knowledge.progress.people.sheet import Row, rows

LONGEST = 200  # characters of a value

NO_NAME = "Line {line}: the name is missing."
NO_ACCOUNT = "Line {line}: an e-mail address or an object id is needed."
TOO_LONG = "Line {line}: what stands under “{column}” is longer than {most} characters."
ODD = "Line {line}: what stands under “{column}” has characters that can’t be shown."
NO_EMAIL = "Line {line}: “{value}” isn’t an e-mail address."
NO_ID = "Line {line}: “{value}” isn’t an object id. Those look like 11111111-2222-3333-4444-555555555555."
NO_ROLE = "Line {line}: “{value}” isn’t a role. Roles are staff, officer, manager and administrator, with ; between."
TWICE = "Line {line}: {value} is in line {first} already."

_EMAIL = re.compile(r"[^\s@;,<>\"/\\]+@[^\s@;,<>\"/\\]+\.[^\s@;,<>\"/\\.]+")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LOCAL_ID = re.compile(r"[^\s/]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody as a file has them, in this line. `roles` and `leads` are None where it has no such column."""

    line: int
    name: str
    email: str = ""
    object_id: str = ""
    roles: frozenset[Role] | None = None
    leads: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Directory:
    """What a file says: whom it names, and a sentence for everything that is wrong, in the file's order."""

    entries: tuple[Entry, ...]
    problems: tuple[str, ...]


def read_people(data: bytes, *, local: bool) -> Directory:
    """The people of a file. In local mode any word is an object id. Raises UnreadablePeople where it has no rows."""
    found = rows(data)
    good = [row for row in found if isinstance(row, Row) and not any(_problems(row, local=local))]
    entries = [_entry(row) for row in good]
    repeated = dict(_repetitions(entries))
    problems = [
        problem
        for row in found
        for problem in ([row] if isinstance(row, str) else [*_problems(row, local=local), *repeated.get(row.line, ())])
    ]
    return Directory(tuple(entry for entry in entries if entry.line not in repeated), tuple(problems))


def is_email(text: str) -> bool:
    """Whether a text looks like one e-mail address."""
    return bool(_EMAIL.fullmatch(text))


def _entry(row: Row) -> Entry:
    roles, leads = row.values.get("roles"), row.values.get("leads")
    return Entry(
        line=row.line,
        name=row.values["name"],
        email=row.values.get("email", "").casefold(),
        object_id=row.values.get("object_id", "").casefold(),
        roles=None if roles is None else frozenset(role for one in _several(roles) if (role := role_called(one))),
        leads=None if leads is None else tuple(dict.fromkeys(_several(leads))),
    )


def _problems(row: Row, *, local: bool) -> Iterator[str]:
    """A sentence for everything that is wrong in a row by itself."""
    line, values = row.line, row.values
    email, object_id = values.get("email", ""), values.get("object_id", "").casefold()
    for column, value in values.items():
        if len(value) > LONGEST:
            yield TOO_LONG.format(line=line, column=column, most=LONGEST)
        elif not value.isprintable():
            yield ODD.format(line=line, column=column)
    if not values["name"]:
        yield NO_NAME.format(line=line)
    if not email and not object_id:
        yield NO_ACCOUNT.format(line=line)
    if email and not is_email(email):
        yield NO_EMAIL.format(line=line, value=legible(email[:LONGEST]))
    if object_id and not (_LOCAL_ID if local else _ID).fullmatch(object_id):
        yield NO_ID.format(line=line, value=legible(object_id[:LONGEST]))
    for one in _several(values.get("roles", "")):
        if role_called(one) is None:
            yield NO_ROLE.format(line=line, value=legible(one[:LONGEST]))


def _repetitions(entries: Sequence[Entry]) -> Iterator[tuple[int, list[str]]]:
    """Lines that name somebody whom an earlier line names."""
    first: dict[str, int] = {}
    for entry in entries:
        known = [value for value in (entry.object_id, entry.email) if value]
        said = [TWICE.format(line=entry.line, value=v, first=first[v]) for v in known if v in first]
        if said:
            yield entry.line, said
        for value in known:
            first.setdefault(value, entry.line)


def _several(text: str) -> list[str]:
    return [one for part in text.split(";") if (one := part.strip())]
