"""The folder that somebody chats from in a terminal: the files that replies carry are put there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands.writing import is_below, write
from bot.conversations.turns import sorry
from bot.files.packs import packed
from dialogs.turns.turn import Reply
from knowledge.errors import KnowledgeError
from knowledge.store import Store

WRITTEN = "I’ve written it to {name}, in the folder that you started me from."
NOT_WRITTEN = "I can’t write a file into the folder that you started me from: {reason}."
WHERE_THE_STORE_IS = "it is where everything is kept; start me from another"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, and what the files for it are made of."""

    path: Path
    store: Store
    timezone: ZoneInfo
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    kept_in: Path | None = None  # the store's own folder

    async def with_file(self, reply: Reply) -> Reply:
        """The reply once its file is written, with the name that it has there; a file that is there stays as it is."""
        if reply.file is None:
            return reply
        try:
            content = await packed(reply.file.order, self.store, self.clock(), self.timezone)
        except KnowledgeError as error:
            return sorry(error)
        said = await asyncio.to_thread(self._written, reply.file.name, content)
        return replace(reply, text=f"{reply.text}\n\n{said}", file=None)

    def _written(self, name: str, content: bytes) -> str:
        if self.kept_in and is_below(self.path / name, self.kept_in):
            return NOT_WRITTEN.format(reason=WHERE_THE_STORE_IS)
        for free in _names(name):
            try:
                write(self.path / free, content, replaces=False)
            except FileExistsError:
                continue
            except OSError as error:
                return NOT_WRITTEN.format(reason=error.strerror)
            return WRITTEN.format(name=free)
        raise AssertionError("names never run out")


def _names(name: str) -> Iterator[str]:
    """The name, and those that are tried where it is taken: "pack.docx", "pack (2).docx", …"""
    yield name
    stem, dot, kind = name.rpartition(".")
    for number in count(2):
        yield f"{stem} ({number}){dot}{kind}"
