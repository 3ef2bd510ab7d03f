"""The bot, with what is to be compared as its store: `python deploy/bench_peers.py KIND FOLDER PORT`.

FOLDER has a store, `filled`, from which each begins, and each answers from memory; they differ in how a change is kept.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from aiohttp import web  # noqa: E402
from tinydb import TinyDB  # noqa: E402
from tinydb.table import Document  # noqa: E402

from bot.app import create_app  # noqa: E402
from bot.settings import Settings  # noqa: E402
from bot.watching.log import start_logging  # noqa: E402
from deploy.bench_store import fill  # noqa: E402
from knowledge.documents import munro, read_document  # noqa: E402
from knowledge.store import Store, TinyStore  # noqa: E402

FILLED = "filled"
Changes = dict[str, dict[int, bytes | None]]


class Plain:
    """What all of these have of a Keeper: they never need a checkpoint."""

    due = used = False
    held = None

    def refuse_gone(self) -> None:
        """See Keeper."""


class Append(Plain):
    """Keeps changes as a line and a sync, and could never read them again: the least that is durable."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "lines", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def append(self, changes: Changes) -> None:
        """See Keeper."""
        raws = [raw or b"" for records in changes.values() for raw in records.values()]
        os.write(self._file, b" ".join(raws) + b"\n")
        os.fdatasync(self._file)

    def close(self) -> None:
        """See Keeper."""
        os.close(self._file)


class Sqlite(Plain):
    """Keeps changes in SQLite, with its write-ahead log and synchronous FULL: a row for each record."""

    def __init__(self, folder: Path, kept: dict[str, Any]) -> None:
        self._database = sqlite3.connect(folder / "store.sqlite", check_same_thread=False)
        self._database.execute("pragma journal_mode = wal")
        self._database.execute("pragma synchronous = full")
        self._database.execute(
            "create table records (kind text, number integer, record blob, primary key (kind, number))"
        )
        self._put({name: table.raws for name, table in kept.items()})

    def append(self, changes: Changes) -> None:
        """See Keeper."""
        self._put(changes)

    def _put(self, changes: Changes) -> None:
        rows = ((name, number, raw) for name, records in changes.items() for number, raw in records.items())
        self._database.executemany("insert or replace into records values (?, ?, ?)", rows)
        self._database.commit()

    def close(self) -> None:
        """See Keeper."""
        self._database.close()


class Stock(Plain):
    """Keeps changes in TinyDB as it comes, which writes the whole file for each table that changed."""

    def __init__(self, folder: Path, kept: dict[str, Any]) -> None:
        tables = {
            name: {str(number): json.loads(raw) for number, raw in table.raws.items()} for name, table in kept.items()
        }
        (folder / "stock.json").write_text(json.dumps(tables))
        self._database = TinyDB(folder / "stock.json")

    def append(self, changes: Changes) -> None:
        """See Keeper."""
        for name, records in changes.items():
            table = self._database.table(name)
            for number, raw in records.items():
                if raw is None:
                    table.remove(doc_ids=[number])
                else:
                    table.upsert(Document(json.loads(raw), doc_id=number))

    def close(self) -> None:
        """See Keeper."""
        self._database.close()


KEEPERS: dict[str, Callable[[Path, dict[str, Any]], Any]] = {
    "memory": lambda _, __: None,
    "append": lambda folder, _: Append(folder),
    "sqlite": Sqlite,
    "stock": Stock,
}


def opened(kind: str, folder: Path) -> Store:
    """A store of this kind that holds what `filled` holds."""
    if kind not in KEEPERS:
        return TinyStore.open(shutil.copytree(folder / FILLED, folder / kind / "store"))
    kept = TinyStore.glance(folder / FILLED)._kept
    return TinyStore(kept, KEEPERS[kind](folder / kind, kept))


async def prepared(folder: Path, size: int) -> None:
    """The store that each begins from: so many updates, and the bundled document."""
    await fill(str(folder / FILLED), size)
    store = TinyStore.open(folder / FILLED)
    name, content = munro()
    await store.save_programme(read_document(content, name))
    await store.close()


def main() -> None:
    """Make what others begin from, where the kind is a number of updates; else serve until somebody ends it."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    if kind.isdecimal():
        asyncio.run(prepared(folder, int(kind)))
        return
    port = int(sys.argv[3])
    start_logging("warning")
    store = opened(kind, folder)
    app = create_app(Settings(port=port), open_store=lambda _: store)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main()
