"""PostgresStore where the server is slow, silent, crowded or strict: everybody is told something in good time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from knowledge.errors import NotKept, StoreDamaged, StoreHalted, StoreUnreachable
from knowledge.store import Conversation, PostgresStore, Transaction
from knowledge.store.postgres import writer
from knowledge.store.postgres.connection import AsyncConnection, Connection
from knowledge.store.postgres.schema import MIGRATIONS, look_at_tables
from knowledge.store.postgres.turnstile import FEW, MOST
from knowledge.store.shelves import AUDIT, CONVERSATIONS, UPDATES
from tests.conftest import need
from tests.knowledge.store.server import Server, programs, running
from tests.knowledge.store.test_postgres import ask, more, opened
from tests.knowledge.store.test_postgres_faults import count
from tests.knowledge.store.wire import Wire, wire


@pytest.fixture
async def made(store_url: str) -> str:
    """The URL of a new store."""
    await PostgresStore.create(store_url).close()
    return store_url


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second of silence or of absence is enough to see what comes of it."""
    for module in ("store", "reader", "turnstile"):
        monkeypatch.setattr(f"knowledge.store.postgres.{module}.PATIENCE", 0.5)
    monkeypatch.setattr(Connection, "silence", 0.5)
    monkeypatch.setattr(AsyncConnection, "silence", 0.5)
    monkeypatch.setattr("knowledge.store.postgres.turnstile.SILENCE", 0.5)


def through(url: str, laid: Wire) -> str:
    return make_conninfo("", **(conninfo_to_dict(url) | {"port": laid.port, "connect_timeout": 2}))


@asynccontextmanager
async def over_a_wire(url: str) -> AsyncIterator[tuple[PostgresStore, Wire]]:
    async with wire(int(str(conninfo_to_dict(url)["port"]))) as laid:
        store = await asyncio.to_thread(PostgresStore.open, through(url, laid))
        try:
            yield store, laid
        finally:
            await store.close()


def end_others(url: str) -> None:
    """Ends every connection of a store."""
    ask(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'recommendations-bot'")


# A server that says nothing


async def test_a_server_that_says_nothing_any_more_is_one_that_is_gone(made: str, impatient: None) -> None:
    async with over_a_wire(made) as (store, laid):
        await store.transact(count)
        async with store.exclusively("a"):
            pass
        laid.mute = True

        async with asyncio.timeout(30):
            with pytest.raises(NotKept):
                await store.transact(count)
            with pytest.raises(StoreUnreachable):
                await store.conversation("a")
            with pytest.raises(StoreUnreachable):
                async with store.exclusively("a"):
                    pytest.fail("nobody may have it")
        laid.mute = False

        await store.ready()
        async with store.exclusively("a"):
            assert await store.transact(count) == 2


async def test_a_commit_that_is_never_answered_is_kept_once(made: str, impatient: None) -> None:
    async with over_a_wire(made) as (store, laid):
        await store.transact(count)
        laid.turns_mute = True
        committing = asyncio.create_task(store.transact(count))
        await asyncio.sleep(0.3)
        assert laid.mute
        laid.mute = False

        assert await committing == 2
        assert await store.transact(count) == 3


async def test_a_commit_in_a_silence_that_lasts_is_left_open(
    made: str, impatient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "SETTLING", 0.5)
    async with over_a_wire(made) as (store, laid):
        await store.transact(count)
        laid.turns_mute = True

        async with asyncio.timeout(30):
            with pytest.raises(StoreHalted):
                await store.transact(count)
        laid.mute = False

        assert await store.transact(count) == 3


async def test_nobody_waits_for_those_who_waited_before_in_vain(made: str, impatient: None) -> None:
    """Each of these would otherwise try for two seconds to connect, one after the other."""
    async with over_a_wire(made) as (store, laid):
        await store.transact(count)
        laid.mute = True

        async with asyncio.timeout(20):
            said = await asyncio.gather(*(store.transact(count) for _ in range(60)), return_exceptions=True)

        assert {type(one) for one in said} == {NotKept}


# Connections


async def test_connections_that_a_restart_has_ended_hold_nobody_up(made: str, impatient: None) -> None:
    async with opened(made) as store:
        together = asyncio.Barrier(MOST)

        async def enter(key: int) -> None:
            async with store.exclusively(f"{key}"):
                await together.wait()

        await asyncio.gather(*(enter(key) for key in range(MOST)))
        await asyncio.gather(*(store.conversation("a") for _ in range(4)))
        end_others(made)

        async with store.exclusively("a"):
            assert await store.conversation("a") == Conversation("a")


async def test_a_crowd_at_one_key_does_not_keep_the_others_out(made: str) -> None:
    order: list[int] = []

    async def enter(number: int) -> None:
        async with store.exclusively("crowded"):
            order.append(number)

    async with opened(made) as store:
        async with store.exclusively("crowded"):
            crowd = [asyncio.create_task(enter(number)) for number in range(3 * MOST)]
            await asyncio.sleep(0.5)
            async with asyncio.timeout(10), store.exclusively("another"):
                pass
        await asyncio.gather(*crowd)

    assert order == list(range(3 * MOST))
    assert FEW < MOST


async def test_whoever_is_cancelled_while_leaving_leaves_the_key_free(made: str) -> None:
    async with opened(made) as one, opened(made) as other:
        for pause in (0.0, 0.0005, 0.001, 0.002, 0.005):
            inside = asyncio.create_task(enter_and_stay(one))
            await asyncio.sleep(0.1)
            inside.cancel()
            await asyncio.sleep(pause)
            inside.cancel()
            with suppress(asyncio.CancelledError):
                await inside

            async with asyncio.timeout(5), other.exclusively("a"):
                pass


async def enter_and_stay(store: PostgresStore) -> None:
    async with store.exclusively("a"):
        await asyncio.sleep(60)


async def test_a_server_with_few_connections_makes_turns_wait_and_loses_none() -> None:
    found = programs()
    need(PostgreSQL=found)
    assert found
    with running(found, "-c max_connections=12 -c superuser_reserved_connections=0") as server:
        assert await turns_of_two(server) == 40


async def turns_of_two(server: Server) -> int:
    """How often two stores counted to one, each time with a key to themselves; who is refused asks again."""

    async def turn(store: PostgresStore, number: int) -> None:
        while True:
            with suppress(StoreUnreachable, NotKept):
                async with store.exclusively(f"{number % 10}"):
                    await store.transact(count)
                return

    await PostgresStore.create(server.url).close()
    async with opened(server.url) as one, opened(server.url) as other:
        await asyncio.gather(*(turn(store, number) for number in range(20) for store in (one, other)))
        return int((await one.conversation("a")).memory["n"])


async def test_stores_that_are_opened_at_the_same_moment_are_all_opened(made: str) -> None:
    """Each tries a lock twice to see whether the server's locks lock; here the tries of both fall into each other."""
    async with over_a_wire(made) as (_, one), over_a_wire(made) as (_, other):
        one.delays, other.delays = [0.0, 0.4], [0.0, 0.8]
        first = asyncio.create_task(asyncio.to_thread(PostgresStore.open, through(made, one)))
        await asyncio.sleep(0.2)
        second = asyncio.create_task(asyncio.to_thread(PostgresStore.open, through(made, other)))
        for opening in (first, second):
            await (await opening).close()


# What a transaction's work makes of it


async def test_work_that_takes_a_lost_connection_for_no_answer_is_run_again(made: str) -> None:
    runs: list[str] = []

    def work(transaction: Transaction) -> str:
        runs.append("run")
        if len(runs) == 1:
            end_others(made)
        try:
            return f"{len(transaction.all(UPDATES))} updates"
        except psycopg.Error:
            return "sorry"

    async with opened(made) as store:
        assert await store.transact(work) == "0 updates"

    assert len(runs) == 2


async def test_work_that_raises_something_else_for_a_lost_connection_is_run_again(made: str) -> None:
    runs: list[str] = []

    def work(transaction: Transaction) -> int:
        runs.append("run")
        if len(runs) == 1:
            end_others(made)
        try:
            return count(transaction)
        except psycopg.Error as error:
            raise ZeroDivisionError from error

    async with opened(made) as store:
        assert await store.transact(work) == 1


async def test_a_record_of_another_kind_is_named_in_a_transaction_too(made: str) -> None:
    ask(made, "INSERT INTO kept (shelf, key, found, record) VALUES ('audit', '\"a\"', '{}', '{\"id\": 5}')")

    async with opened(made) as store:
        with pytest.raises(StoreDamaged, match="audit"):
            await store.transact(lambda transaction: transaction.all(AUDIT))
        with pytest.raises(StoreDamaged, match="audit"):
            await store.transact(lambda transaction: next(transaction.backwards(AUDIT)))
        assert await store.transact(count) == 1


# What a server forbids


async def test_a_reading_that_the_server_gives_up_is_no_damage(made: str) -> None:
    def block(url: str, blocked: threading.Event, go_on: threading.Event) -> None:
        with psycopg.connect(url) as connection:
            connection.execute("LOCK TABLE kept IN ACCESS EXCLUSIVE MODE")
            blocked.set()
            go_on.wait(30)

    blocked, go_on = threading.Event(), threading.Event()
    async with opened(f"{made}%20-cstatement_timeout%3D300") as store:
        blocking = asyncio.create_task(asyncio.to_thread(block, made, blocked, go_on))
        await asyncio.to_thread(blocked.wait, 30)
        with pytest.raises(StoreUnreachable, match="timeout"):
            await store.conversation("a")
        go_on.set()
        await blocking

        assert await store.conversation("a") == Conversation("a")


# Looked into


async def test_a_store_that_is_looked_into_stays_as_it_is(made: str) -> None:
    async with opened(made) as store:
        await store.save_conversation(Conversation("a"))
        ask(made, "UPDATE store SET indexes = '{}'")

        looking = PostgresStore.glance(made)
        assert await looking.all(CONVERSATIONS) == (Conversation("a"),)
        with pytest.raises(StoreHalted):
            await looking.save_conversation(Conversation("b"))
        with pytest.raises(StoreHalted):
            await looking.ready()
        await looking.close()

    assert ask(made, "SELECT indexes FROM store") == [("{}",)]


async def test_a_store_that_must_be_brought_up_to_date_is_not_looked_into(made: str) -> None:
    with Connection.connect(made, autocommit=True) as connection, pytest.raises(StoreDamaged, match="older version"):
        look_at_tables(connection, "here", (*MIGRATIONS, more))
    ask(made, "UPDATE store SET format = 99")

    with pytest.raises(StoreDamaged, match="newer version"):
        PostgresStore.glance(made)

    assert ask(made, "SELECT format FROM store") == [(99,)]
