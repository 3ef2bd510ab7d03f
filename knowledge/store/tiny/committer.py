"""Takes transactions in order, and keeps as many as are waiting with one write."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from time import perf_counter
from typing import Any

from knowledge.errors import KnowledgeError, StoreHalted
from knowledge.store.files.keeper import Keeper
from knowledge.store.files.snapshot import Meta
from knowledge.store.files.staging import Changes, Database
from knowledge.store.files.writer import Writer
from knowledge.store.lane import settle
from knowledge.store.records.codec import Numbered
from knowledge.store.tiny.transaction import TinyTransaction

log = logging.getLogger(__name__)

MOST = 64  # transactions in one write
LONG = 0.01  # seconds of work, after which the loop gets its turn

Work = Callable[[TinyTransaction], Any]
Waiting = tuple[Work, "asyncio.Future[Any]"]
Ran = list[tuple["asyncio.Future[Any]", Any]]


class Committer:
    """Runs transactions on the loop, each all or nothing, and tells their callers when they are on the disk.

    While one batch is being written, the next gathers. What a batch changed is seen by readers once it is
    kept. Without a keeper everything is kept in memory alone, at once. `halted` says why nothing is taken any
    more; `refused` is why the last write wasn't kept, and while it is there, transactions that change nothing
    are written too, which tells whether writing works again.
    """

    def __init__(
        self, database: Database, tables: Callable[[], dict[str, Numbered]], keeper: Keeper | None = None
    ) -> None:
        self._database, self._tables, self._keeper = database, tables, keeper
        self._waiting: deque[Waiting] = deque()
        self._writing = self._checkpointing = self._resting = self._woken = False
        self._spent = 0.0
        self._writer = Writer(keeper) if keeper else None
        self._idle: asyncio.Future[None] | None = None
        # Who waits for a checkpoint: for one that hasn't begun, and for the one under way.
        self._wanting: list[asyncio.Future[None]] = []
        self._begun: list[asyncio.Future[None]] = []
        self.halted: KnowledgeError | None = None
        self.refused: BaseException | None = None

    def submit(self, work: Work) -> asyncio.Future[Any]:
        """A future for what `work` gives, once that is kept. To cancel it cancels nothing but the waiting."""
        if self.halted:
            raise self.halted.with_traceback(None)  # else each raising would add to what it drags along
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        self._waiting.append((work, future))
        if not self._woken:  # at the end of this round of the loop, so that all that comes in it shares one write
            self._woken = True
            loop.call_soon(self._wake)
        return future

    def checkpoint(self) -> asyncio.Future[None]:
        """A future for a snapshot that holds what is kept by now, and for the end of the journals before it."""
        if self.halted:
            raise self.halted.with_traceback(None)
        future = asyncio.get_running_loop().create_future()
        if self._keeper is None or not (self._keeper.used or self._writing):
            future.set_result(None)
        else:
            self._wanting.append(future)
            self._checkpoint_if_due()
        return future

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being written, and something may be."""
        return not (self._writing or self._checkpointing or self.halted)

    def halt(self, error: KnowledgeError) -> None:
        """Take nothing from now on; those who wait are told why."""
        self.halted = error
        while self._waiting:
            settle(self._waiting.popleft()[1], None, error)
        while self._wanting:
            settle(self._wanting.pop(), None, error)

    async def drained(self) -> None:
        """Come back when nothing is being written, checkpoints included."""
        while self._waiting or self._writing or self._checkpointing:
            if self._idle is None or self._idle.done():
                self._idle = asyncio.get_running_loop().create_future()
            await asyncio.shield(self._idle)

    async def stop(self) -> None:
        """End the threads, and come back when they have."""
        if self._writer:
            await self._writer.stop()

    def _wake(self) -> None:
        self._woken = False
        self._next()

    def _next(self) -> None:
        while self._waiting and not (self._writing or self._resting):
            ran = self._ran()
            changes = self._database.changes()
            if self._writer and (changes or self.refused):
                self._write(self._writer, changes, ran)
            else:
                self._acknowledge(ran)
        if self._idle and not (self._waiting or self._writing or self._checkpointing or self._idle.done()):
            self._idle.set_result(None)

    def _ran(self) -> Ran:
        """The next batch, run; a transaction that raised has changed nothing, and its caller knows."""
        ran: Ran = []
        while self._waiting and len(ran) < MOST and not self._resting:
            work, future = self._waiting.popleft()
            began = perf_counter()
            savepoint, transaction = self._database.savepoint(), TinyTransaction(self._database)
            try:
                ran.append((future, work(transaction)))
            except BaseException as error:  # whatever it is, it is the caller's
                self._database.go_back(savepoint)
                settle(future, None, error)
            transaction.end()
            self._rest_after(perf_counter() - began)
        return ran

    def _rest_after(self, spent: float) -> None:
        """Let the loop do something else once work has taken long, all together."""
        self._spent += spent
        if self._spent > LONG:
            self._spent, self._resting = 0.0, True
            asyncio.get_running_loop().call_soon(self._rested)

    def _rested(self) -> None:
        self._resting = False
        self._next()

    def _write(self, writer: Writer, changes: Changes, ran: Ran) -> None:
        self._writing = True
        writer.append(changes, lambda error: self._written(ran, error))

    def _written(self, ran: Ran, error: BaseException | None) -> None:
        self._writing, self.refused = False, error
        if error is None:
            self._acknowledge(ran)
        else:
            self._database.drop()
            for future, _ in ran:
                settle(future, None, error)
            self._heed(error)
        self._checkpoint_if_due()
        self._next()

    def _acknowledge(self, ran: Ran) -> None:
        self._database.keep()
        for future, result in ran:
            settle(future, result, None)

    def _checkpoint_if_due(self) -> None:
        due = self._keeper is not None and (self._keeper.due or self._wanting)
        if self._writer and due and not (self._writing or self._checkpointing or self.halted):
            self._rotate(self._writer)

    def _rotate(self, writer: Writer) -> None:
        """Begin a new journal before the next batch is written."""
        self._writing = self._checkpointing = True
        self._begun, self._wanting = self._wanting, []
        writer.rotate(lambda meta, error: self._rotated(writer, meta, error))

    def _rotated(self, writer: Writer, meta: Meta, error: BaseException | None) -> None:
        """Nothing has been kept since the new journal began, so that this moment is what the snapshot must show."""
        self._writing = False
        if error is None:
            writer.snapshot(meta, self._tables(), self._checkpointed)
            self._next()
        else:
            self._checkpointed(error)

    def _checkpointed(self, error: BaseException | None) -> None:
        self._checkpointing = False
        while self._begun:
            settle(self._begun.pop(), None, error)
        if error is not None:
            log.warning("no checkpoint; the journal goes on", exc_info=error)
            self._heed(error)
        if self._wanting:
            self._checkpoint_if_due()
        self._next()

    def _heed(self, error: BaseException) -> None:
        """Only a refused write leaves things as they were; after anything else nothing can be promised."""
        if isinstance(error, StoreHalted):
            self.halt(error)
        elif not isinstance(error, KnowledgeError):
            self.halt(StoreHalted(f"{type(error).__name__}: {error}"))
