"""What PostgresStore does when its server is killed, cut off or full: nothing acknowledged is lost or kept twice."""

from __future__ import annotations

import asyncio
import os
import random
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import psycopg
import pytest

from dialogs.turns.turn import Memory, Message, Turn
from knowledge.errors import NotKept, StoreHalted, StoreUnreachable
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.store import Conversation, PostgresStore, Store, Transaction
from knowledge.store.postgres import writer
from knowledge.store.shelves import AUDIT, CONVERSATIONS, UPDATES
from tests.bot.commands.test_chat import bot
from tests.builders import an_audit_entry, an_update
from tests.conftest import StartTeams, echo, need
from tests.knowledge.store.server import Server, new_store, programs, running
from tests.knowledge.store.test_postgres import ask, opened
from tests.knowledge.store.wire import Cut, Wire, wire

KILLS = 5 * int(os.environ.get("FAULTS", "1"))  # `make faults` sets it
URL = "postgresql://postgres@127.0.0.1:{port}/postgres"


@pytest.fixture(scope="module")
def only_server() -> Iterator[Server]:
    found = programs()
    need(PostgreSQL=found)
    assert found
    with running(found) as server:
        new_store(server.url)
        yield server


@pytest.fixture
def server(only_server: Server) -> Server:
    """A server that this test may kill, with an empty store."""
    if not only_server.runs:
        only_server.start()
    ask(only_server.url, "DELETE FROM kept")
    return only_server


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second is enough to see that a server stays away."""
    for module in ("store", "reader", "turnstile"):
        monkeypatch.setattr(f"knowledge.store.postgres.{module}.PATIENCE", 0.5)


@asynccontextmanager
async def over_a_wire(server: Server) -> AsyncIterator[tuple[PostgresStore, Wire]]:
    async with wire(server.port) as laid:
        store = await asyncio.to_thread(PostgresStore.open, URL.format(port=laid.port))
        try:
            yield store, laid
        finally:
            await store.close()


def count(transaction: Transaction) -> int:
    kept = transaction.get(CONVERSATIONS, "a") or Conversation("a", {"n": 0})
    transaction.put(CONVERSATIONS, replace(kept, memory={"n": kept.memory["n"] + 1}))
    return int(kept.memory["n"]) + 1


class Officer:
    """Somebody who posts updates, each with its audit entry, and remembers what came of it."""

    def __init__(self, store: Store, name: str) -> None:
        self.store, self.name = store, name
        self.kept: set[str] = set()
        self.refused: set[str] = set()

    async def post(self, stop: asyncio.Event) -> None:
        number = 0
        while not stop.is_set():
            number += 1
            one = f"{self.name}-{number}"
            try:
                await self.store.transact(partial(self._write, one))
                self.kept.add(one)
            except NotKept:
                self.refused.add(one)
            except StoreHalted:
                pass  # nobody was told anything
            await asyncio.sleep(0)

    @staticmethod
    def _write(one: str, transaction: Transaction) -> None:
        transaction.append(UPDATES, an_update(id=one))
        transaction.append(AUDIT, an_audit_entry(id=one))
        count(transaction)


async def test_what_was_acknowledged_survives_a_server_that_is_killed(server: Server) -> None:
    async with opened(server.url) as one, opened(server.url) as other:
        officers = [Officer(store, f"{number}") for number, store in enumerate((one, other) * 4)]
        stop = asyncio.Event()
        posting = [asyncio.create_task(officer.post(stop)) for officer in officers]
        for _ in range(KILLS):
            await asyncio.sleep(random.uniform(0.2, 0.6))
            await asyncio.to_thread(server.stop, "immediate")
            await asyncio.to_thread(server.start)
        await asyncio.sleep(0.3)
        stop.set()
        await asyncio.gather(*posting)

        updates = [update.id for update in await one.all(UPDATES)]
        acknowledged = set().union(*(officer.kept for officer in officers))
        refused = set().union(*(officer.refused for officer in officers))
        assert len(acknowledged) > 100
        assert acknowledged <= set(updates)
        assert not refused & set(updates)
        assert [entry.id for entry in await one.all(AUDIT)] == updates
        assert (await one.conversation("a")).memory == {"n": len(updates)}


async def test_a_connection_ended_in_the_middle_of_a_transaction_is_taken_again_as_a_whole(server: Server) -> None:
    middle, go_on, runs = threading.Event(), threading.Event(), []

    def work(transaction: Transaction) -> int:
        runs.append(transaction)
        transaction.append(UPDATES, an_update(id="a"))
        middle.set()
        go_on.wait(10)
        transaction.append(AUDIT, an_audit_entry(id="a"))
        return count(transaction)

    async with opened(server.url) as store:
        posting = asyncio.create_task(store.transact(work))
        await asyncio.to_thread(middle.wait, 10)
        end_others(server)
        go_on.set()

        assert await posting == 1
        assert len(runs) == 2
        assert len(await store.all(UPDATES)) == len(await store.all(AUDIT)) == 1


def end_others(server: Server) -> None:
    """Ends every connection of a store."""
    ask(
        server.url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'recommendations-bot'",
    )


@pytest.mark.parametrize("cut", Cut)
async def test_a_commit_whose_answer_was_lost_is_kept_once(server: Server, cut: Cut) -> None:
    async with over_a_wire(server) as (store, laid):
        assert await store.transact(count) == 1
        laid.cut = cut

        assert await store.transact(count) == 2
        assert await store.transact(count) == 3

        assert laid.cuts == 1
        assert (await store.conversation("a")).memory == {"n": 3}


@pytest.mark.parametrize("cut", Cut)
async def test_where_it_can_not_be_told_what_was_kept_nothing_is_promised(
    server: Server, cut: Cut, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "SETTLING", 0.5)
    async with over_a_wire(server) as (store, laid):
        await store.transact(count)
        laid.cut, laid.dies = cut, True

        with pytest.raises(StoreHalted):
            await store.transact(count)
        laid.dead = False

        seen = (await store.conversation("a")).memory["n"]
        assert seen == (2 if cut is Cut.AFTER else 1)
        assert await store.transact(count) == seen + 1


async def test_a_server_that_stays_away_refuses_and_the_store_goes_on_when_it_is_back(
    server: Server, impatient: None
) -> None:
    async with opened(server.url) as store:
        await store.transact(count)
        server.stop("immediate")

        refused = await asyncio.gather(*(store.transact(count) for _ in range(20)), return_exceptions=True)
        assert {type(error) for error in refused} == {NotKept}
        with pytest.raises(NotKept):
            await store.ready()
        with pytest.raises(StoreUnreachable):
            await store.conversation("a")
        with pytest.raises(StoreUnreachable):
            async with store.exclusively("a"):
                pytest.fail("nobody may have it")

        server.start()
        await store.ready()
        async with store.exclusively("a"):
            assert await store.transact(count) == 2


async def test_who_asked_for_a_key_first_has_it_first_also_where_the_network_is_slow(server: Server) -> None:
    order: list[int] = []

    async def enter(store: Store, number: int) -> None:
        async with store.exclusively("a"):
            order.append(number)
            await asyncio.sleep(0.2 if number == 0 else 0)

    async with over_a_wire(server) as (store, laid):
        laid.delays = [0, 0.4, 0]
        await asyncio.gather(*(enter(store, number) for number in range(3)))

    assert order == [0, 1, 2]


async def test_a_key_whose_lock_was_lost_is_still_had_by_one_at_a_time(server: Server) -> None:
    inside: list[str] = []

    async def enter(name: str, store: Store, pause: float) -> None:
        async with store.exclusively("a"):
            inside.append(name)
            await asyncio.sleep(pause)
            inside.append(name)

    async with opened(server.url) as store:
        first = asyncio.create_task(enter("first", store, 0.5))
        await asyncio.sleep(0.2)
        end_others(server)
        await asyncio.gather(first, enter("second", store, 0))

    assert inside == ["first", "first", "second", "second"]


async def test_what_the_server_refuses_is_refused_at_once_and_the_next_may_work(server: Server) -> None:
    ask(server.url, "ALTER TABLE kept ADD CONSTRAINT no_room CHECK (key <> '\"b\"')")
    try:
        async with opened(server.url) as store:
            with pytest.raises(NotKept, match="no_room"):
                await store.save_conversation(Conversation("b"))
            await store.save_conversation(Conversation("a"))

            assert await store.all(CONVERSATIONS) == (Conversation("a"),)
    finally:
        ask(server.url, "ALTER TABLE kept DROP CONSTRAINT no_room")


async def test_work_that_hides_a_refusal_is_not_taken_for_kept(server: Server) -> None:
    def work(transaction: Transaction) -> None:
        transaction.append(UPDATES, an_update(id="a"))
        transaction._connection.execute("SAVEPOINT x")  # type: ignore[attr-defined]
        try:
            transaction._connection.execute("SELECT 1 / 0")  # type: ignore[attr-defined]
        except psycopg.Error:
            return

    async with opened(server.url) as store:
        with pytest.raises(NotKept):
            await store.transact(work)

        assert await store.all(UPDATES) == ()


@pytest.mark.parametrize("store", ["memory"], indirect=True)  # a bot on another one
async def test_a_person_hears_of_it_and_the_watcher_too(
    server: Server, start_teams: StartTeams, impatient: None
) -> None:
    teams = await start_teams(open_store=lambda _: PostgresStore.open(server.url))
    assert await teams.say("one") == ["0 before. You said: one"]

    server.stop("immediate")
    [sorry] = await teams.say("two")
    async with teams.bot.get("/ready") as response:
        assert (response.status, "127.0.0.1" in await response.text()) == (503, False)
    async with teams.bot.get("/health") as response:
        assert response.status == 200
    server.start()

    assert "try again" in sorry
    assert await teams.say("three") == ["1 before. You said: three"]
    async with teams.bot.get("/ready") as response:
        assert response.status == 200


@pytest.mark.parametrize("store", ["memory"], indirect=True)
async def test_a_server_lost_while_a_turn_is_answered_is_told_to_the_person(
    server: Server, start_teams: StartTeams, impatient: None
) -> None:
    def losing(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
        if message.text == "two":
            server.stop("immediate")
        return echo(message, speaker, memory, knowledge)

    teams = await start_teams(losing, open_store=lambda _: PostgresStore.open(server.url))

    assert await teams.say("one") == ["0 before. You said: one"]
    answer, note = await teams.say("two")

    assert answer == "1 before. You said: two"
    assert "can't save" in note


@pytest.mark.parametrize(
    "command", [["init"], ["serve"], ["chat"], ["check"], ["import", "knowledge/documents/munro-response.txt"]]
)
def test_a_server_that_is_not_there_is_said_in_a_sentence(tmp_path: Path, command: list[str]) -> None:
    url = "postgresql://sue:secret@127.0.0.1:1/bot"

    refused = bot(tmp_path, *command, STORE_URL=url)

    assert refused.returncode == 1
    assert "postgresql://127.0.0.1:1/bot" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "secret" not in refused.stderr
