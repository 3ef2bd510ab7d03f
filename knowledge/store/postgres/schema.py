"""The tables of a store in PostgreSQL, and how older ones are brought up to date."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import LiteralString, NamedTuple
from uuid import uuid4

import psycopg

from knowledge.errors import StoreDamaged, StoreExists, StoreMissing
from knowledge.store.postgres.connection import Connection
from knowledge.store.postgres.terms import terms
from knowledge.store.records.kept import filing
from knowledge.store.shelves import SHELVES, Shelf

NEWER = "a newer version of this bot wrote it: its format is {its}, this one knows {known}"
OLDER = "an older version of this bot wrote it; start this one once, and it is brought up to date"
STANDING: LiteralString = "SELECT id, format, indexes FROM store"

Migration = Callable[[Connection], None]

TERMS = 2  # which way of writing terms; another one files every record again
INDEXES = json.dumps({"terms": TERMS} | {shelf.table: shelf.indexes for shelf in SHELVES})  # what `found` was made for

TABLES = """
CREATE TABLE store (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    id text NOT NULL,
    format integer NOT NULL,
    indexes text NOT NULL
);
COMMENT ON TABLE store IS 'One row, which every transaction locks, so that they take effect one after the other.';

CREATE TABLE kept (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shelf text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    found text[] COLLATE "C" NOT NULL,
    record json NOT NULL,
    UNIQUE (shelf, key)
);
CREATE INDEX kept_in_order ON kept (shelf, place);
CREATE INDEX kept_by_first_index ON kept (shelf, (found[1]), place) WHERE found[1] IS NOT NULL;
COMMENT ON TABLE kept IS 'Everything, in the order of its first keeping. A shelf''s records are found by its indexes.';

CREATE TABLE writers (
    writer text COLLATE "C" PRIMARY KEY,
    done bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE writers IS 'The last transaction of each process: whether one took effect whose answer was lost.';
"""


def _first(connection: Connection) -> None:
    connection.execute(TABLES)


MIGRATIONS: tuple[Migration, ...] = (_first,)  # from nothing to format 1, and so on; what has been released stays


def make(connection: Connection, where: str, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Make an empty store, all or nothing. Raises StoreExists."""
    try:
        with connection.transaction():
            for migration in migrations:
                migration(connection)
            values = (uuid4().hex, len(migrations), INDEXES)
            connection.execute("INSERT INTO store (id, format, indexes) VALUES (%s, %s, %s)", values)
    except (psycopg.errors.DuplicateTable, psycopg.errors.UniqueViolation) as error:  # the latter: made this moment
        raise StoreExists(where) from error


def open_tables(connection: Connection, where: str, migrations: tuple[Migration, ...] = MIGRATIONS) -> str:
    """Bring a store up to date, all or nothing, and give its id. Raises StoreMissing, StoreDamaged."""
    with connection.transaction():
        found = _found(connection, where, len(migrations), f"{STANDING} FOR UPDATE")
        _bring_up_to_date(connection, found, migrations)
        return found.id


def look_at_tables(connection: Connection, where: str, migrations: tuple[Migration, ...] = MIGRATIONS) -> str:
    """Give a store's id and change nothing. Raises StoreMissing, StoreDamaged (also for an older one)."""
    found = _found(connection, where, len(migrations), STANDING)
    if found.format < len(migrations):
        raise StoreDamaged(where, OLDER)
    return found.id


class _Found(NamedTuple):
    id: str
    format: int
    indexes: str


def _found(connection: Connection, where: str, known: int, ask: LiteralString) -> _Found:
    try:
        row = connection.execute(ask).fetchone()
    except psycopg.errors.UndefinedTable as error:
        raise StoreMissing(where) from error
    except psycopg.errors.UndefinedColumn as error:
        raise StoreDamaged(where, "it has a table named store that isn't this bot's") from error
    if row is None:
        raise StoreDamaged(where, "its table store is empty")
    found = _Found(*row)
    if found.format > known:
        raise StoreDamaged(where, NEWER.format(its=found.format, known=known))
    return found


def _bring_up_to_date(connection: Connection, found: _Found, migrations: tuple[Migration, ...]) -> None:
    for migration in migrations[found.format :]:
        migration(connection)
    if found.indexes != INDEXES:
        for shelf in SHELVES:
            _file_again(connection, shelf)
    if (found.format, found.indexes) != (len(migrations), INDEXES):
        connection.execute("UPDATE store SET format = %s, indexes = %s", (len(migrations), INDEXES))


def _file_again(connection: Connection, shelf: Shelf[object]) -> None:
    """Work out anew what a shelf's records are found by."""
    rows = connection.execute("SELECT place, record::text FROM kept WHERE shelf = %s", (shelf.table,)).fetchall()
    found = [(terms(filing(shelf, raw.encode()).places), place) for place, raw in rows]
    connection.cursor().executemany("UPDATE kept SET found = %s WHERE place = %s", found)
