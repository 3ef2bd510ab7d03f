"""The bot, with what is to be compared as its store: `python deploy/bench_peers.py KIND FOLDER PORT`.

Each holds the same to begin with and answers from memory; they differ in how a change is kept.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
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
from deploy.bench_store import some  # noqa: E402
from knowledge.documents import munro, read_document  # noqa: E402
from knowledge.store import Store, TinyStore  # noqa: E402

UPDATES = 1_000
Changes = dict[str, dict[int, bytes | None]]


class Append:
    """Keeps changes as a line and a sync, and could never read them again: the least that is durable."""

    due = used = False
    held = None

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "lines", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def append(self, changes: Changes) -> None:
        """See Keeper."""
        raws = [raw or b"" for records in changes.values() for raw in records.values()]
        os.write(self._file, b" ".join(raws) + b"\n")
        os.fdatasync(self._file)

    def refuse_gone(self) -> None:
        """See Keeper."""

    def close(self) -> None:
        """See Keeper."""
        os.close(self._file)


class Stock:
    """Keeps changes in TinyDB as it comes, which writes the whole file for each table that changed."""

    due = used = False
    held = None

    def __init__(self, folder: Path, store: TinyStore) -> None:
        tables = {
            name: {str(number): json.loads(raw) for number, raw in kept.raws.items()}
            for name, kept in store._kept.items()
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

    def refuse_gone(self) -> None:
        """See Keeper."""

    def close(self) -> None:
        """See Keeper."""
        self._database.close()


def opened(kind: str, folder: Path) -> Store:
    """A store of this kind, filled."""
    if kind == "durable":
        asyncio.run(filled(TinyStore.create(folder / "store"), close=True))
        return TinyStore.open(folder / "store")
    memory = TinyStore.in_memory()
    asyncio.run(filled(memory))
    keepers: dict[str, Any] = {"append": lambda: Append(folder), "stock": lambda: Stock(folder, memory)}
    return TinyStore(memory._kept, keepers[kind]()) if kind in keepers else memory


async def filled(store: TinyStore, *, close: bool = False) -> None:
    """The bundled document and some updates."""
    name, content = munro()
    await store.save_programme(read_document(content, name))
    await store.transact(lambda transaction: some(transaction, 0, UPDATES))
    if close:
        await store.close()


def main() -> None:
    """Serve until somebody ends it."""
    kind, folder, port = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    start_logging("warning")
    store = opened(kind, folder)
    app = create_app(Settings(port=port), open_store=lambda _: store)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main()
