"""A wire between a store and its server that can be cut, also between a COMMIT and its answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum


class Cut(Enum):
    """Where the next COMMIT is cut off."""

    BEFORE = "before it gets to the server"
    AFTER = "after it got to the server, before its answer"


@dataclass
class Wire:
    """`cut` is used up by the next COMMIT; `dead` refuses everything; `dies` makes it dead once it was cut.

    While it is `mute`, the server hears everything and no answer comes back; `turns_mute` with the next COMMIT.

    Each of `delays` (seconds) holds back one that asks for a key.
    """

    port: int = 0
    to_port: int = 0
    cut: Cut | None = None
    dead: bool = False
    dies: bool = False
    mute: bool = False
    turns_mute: bool = False
    cuts: int = 0
    delays: list[float] = field(default_factory=list)
    writers: set[asyncio.StreamWriter] = field(default_factory=set)
    carrying: set[asyncio.Task[None] | None] = field(default_factory=set)

    async def carry(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        self.carrying.add(asyncio.current_task())
        if self.dead:
            to_client.close()
            return
        server, to_server = await asyncio.open_connection("127.0.0.1", self.to_port)
        self.writers |= {to_client, to_server}
        answers = asyncio.create_task(self._pump(server, to_client))
        try:
            while (said := await client.read(65536)) and await self._passes(said, to_server, answers):
                pass
        except ConnectionError:
            pass
        finally:
            answers.cancel()
            to_client.close()
            to_server.close()

    async def _passes(self, said: bytes, to_server: asyncio.StreamWriter, answers: asyncio.Task[None]) -> bool:
        cut = self.cut if b"COMMIT\0" in said else None
        if self.turns_mute and b"COMMIT\0" in said:
            self.turns_mute, self.mute = False, True
        if self.delays and b"advisory_xact_lock" in said:
            await asyncio.sleep(self.delays.pop(0))
        if cut is not Cut.BEFORE:
            if cut:
                answers.cancel()
            to_server.write(said)
            await to_server.drain()
        if cut:
            self.cut, self.dead = None, self.dies
            self.cuts += 1
        return cut is None

    async def _pump(self, source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        try:
            while said := await source.read(65536):
                if not self.mute:
                    to.write(said)
                    await to.drain()
        except ConnectionError:
            pass
        finally:
            to.close()

    def sever(self) -> None:
        """Cut every connection."""
        for writer in self.writers:
            writer.close()
        self.writers.clear()


@asynccontextmanager
async def wire(to_port: int) -> AsyncIterator[Wire]:
    laid = Wire(to_port=to_port)
    listening = await asyncio.start_server(laid.carry, "127.0.0.1", 0)
    laid.port = listening.sockets[0].getsockname()[1]
    try:
        yield laid
    finally:
        listening.close()
        laid.sever()
        await asyncio.gather(*(task for task in laid.carrying if task), return_exceptions=True)
