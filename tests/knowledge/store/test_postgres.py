"""What PostgresStore's database does: made once, brought up to date, shared, and refused where it is odd."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from knowledge.errors import (
    NotEmpty,
    NotTheSame,
    StoreDamaged,
    StoreExists,
    StoreHalted,
    StoreMissing,
    StoreUnfit,
    StoreUnreachable,
)
from knowledge.model import Programme
from knowledge.store import Conversation, PostgresStore, TinyStore, Transaction, database_name, move, tally
from knowledge.store.postgres.connection import Connection
from knowledge.store.postgres.schema import MIGRATIONS, make, open_tables
from knowledge.store.postgres.statements import NEWEST
from knowledge.store.postgres.terms import bounds
from knowledge.store.protocol import END
from knowledge.store.shelves import AUDIT, CONVERSATIONS, SHELVES, UPDATES
from tests.builders import a_programme, an_audit_entry, an_update
from tests.conftest import need
from tests.knowledge.store.server import programs, running, schema
from tests.knowledge.store.test_contract import appending


def ask(url: str, statement: str) -> list[Any]:
    """Rows of the database itself; nothing for a statement that gives none."""
    with psycopg.connect(url, autocommit=True) as connection:
        asked = connection.execute(statement.encode())
        return asked.fetchall() if asked.description else []


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[PostgresStore]:
    store = PostgresStore.open(url)
    try:
        yield store
    finally:
        await store.close()


@pytest.fixture
async def made(store_url: str) -> str:
    """The URL of a new store."""
    await PostgresStore.create(store_url).close()
    return store_url


# One database, several processes


async def test_a_store_opened_again_holds_what_it_held(made: str, munro: Programme) -> None:
    async with opened(made) as store:
        await store.save_programme(munro)
        await store.save_conversation(Conversation("a", {"x": "é"}, ("1",)))

    async with opened(made) as again:
        assert await again.programmes() == (munro,)
        assert await again.conversation("a") == Conversation("a", {"x": "é"}, ("1",))


async def test_many_who_read_then_write_on_two_stores_lose_nothing(made: str) -> None:
    def count(transaction: Transaction) -> None:
        kept = transaction.get(CONVERSATIONS, "a") or Conversation("a", {"n": 0})
        transaction.put(CONVERSATIONS, replace(kept, memory={"n": kept.memory["n"] + 1}))

    async with opened(made) as one, opened(made) as other:
        await asyncio.gather(*(store.transact(count) for _ in range(100) for store in (one, other)))

        assert (await one.conversation("a")).memory == {"n": 200}


async def test_what_one_store_has_kept_the_other_sees_at_once_and_in_order(made: str) -> None:
    updates = [an_update() for _ in range(20)]
    async with opened(made) as one, opened(made) as other:
        for number, update in enumerate(updates):
            writer, reader = (one, other) if number % 2 else (other, one)
            await writer.transact(appending(update))

            assert await reader.all(UPDATES) == tuple(updates[: number + 1])


async def test_who_asked_for_a_key_first_has_it_first_whatever_their_store(made: str) -> None:
    order: list[int] = []

    async def enter(store: PostgresStore, number: int) -> None:
        async with store.exclusively("chat"):
            order.append(number)
            await asyncio.sleep(0.01 if number else 0.6)
            order.append(number)

    async with opened(made) as one, opened(made) as other:
        entering = []
        for number, store in enumerate([one, one, other, one, other, other, one, one, other, one]):
            entering.append(asyncio.create_task(enter(store, number)))
            await asyncio.sleep(0.05)
        await asyncio.gather(*entering)

    assert order == [number for number in range(10) for _ in "io"]


async def test_more_turns_than_connections_take_turns(made: str) -> None:
    async def enter(store: PostgresStore, number: int) -> None:
        async with store.exclusively(f"chat {number % 30}"):
            await store.save_conversation(Conversation(f"{number}"))

    async with opened(made) as one, opened(made) as other:
        await asyncio.gather(*(enter(store, number) for number in range(60) for store in (one, other)))

        assert len(await one.all(CONVERSATIONS)) == 60


async def test_stores_in_one_database_do_not_wait_for_each_other(made: str, postgres: str) -> None:
    with schema(postgres) as elsewhere:
        await PostgresStore.create(elsewhere).close()
        async with opened(made) as one, opened(elsewhere) as other, one.exclusively("a"), other.exclusively("a"):
            pass


# Made, opened, brought up to date


async def test_a_store_is_made_once(made: str) -> None:
    with pytest.raises(StoreExists):
        PostgresStore.create(made)


def test_a_store_that_is_not_there_is_missing(store_url: str) -> None:
    with pytest.raises(StoreMissing):
        PostgresStore.open(store_url)

    assert ask(store_url, "SELECT FROM pg_tables WHERE schemaname = current_schema") == []


def test_the_name_of_a_database_tells_no_secrets() -> None:
    url = "postgresql://sue:secret@db.example.gov.uk:5433/bot?sslmode=require"

    assert database_name(url) == "postgresql://db.example.gov.uk:5433/bot"
    with pytest.raises(StoreUnreachable) as refused:
        PostgresStore.open("postgresql://sue:secret@[bad")
    assert "secret" not in str(refused.value)


async def test_a_newer_store_is_refused_and_nothing_touched(made: str) -> None:
    ask(made, "UPDATE store SET format = 99")

    with pytest.raises(StoreDamaged, match="newer version"):
        PostgresStore.open(made)

    assert ask(made, "SELECT format FROM store") == [(99,)]


async def test_a_table_of_somebody_else_is_refused(store_url: str) -> None:
    ask(store_url, "CREATE TABLE store (name text)")

    with pytest.raises(StoreDamaged, match="isn't this bot's"):
        PostgresStore.open(store_url)
    with pytest.raises(StoreExists):
        PostgresStore.create(store_url)


def more(connection: Connection) -> None:
    connection.execute("ALTER TABLE kept ADD COLUMN more integer")


def broken(connection: Connection) -> None:
    connection.execute("SELECT 1 / 0")


async def test_an_older_store_is_brought_up_to_date(made: str) -> None:
    with Connection.connect(made, autocommit=True) as connection:
        open_tables(connection, "here", (*MIGRATIONS, more))

    assert ask(made, "SELECT format FROM store") == [(len(MIGRATIONS) + 1,)]
    assert ask(made, "SELECT more FROM kept") == []


async def test_a_migration_that_fails_changes_nothing(made: str) -> None:
    with Connection.connect(made, autocommit=True) as connection, pytest.raises(psycopg.Error):
        open_tables(connection, "here", (*MIGRATIONS, more, broken))
    ask(made, "ALTER TABLE store RENAME TO was")
    with Connection.connect(made, autocommit=True) as connection, pytest.raises(psycopg.Error):
        make(connection, "here", (more, broken))

    assert ask(made, "SELECT format FROM was") == [(len(MIGRATIONS),)]
    assert ask(made, "SELECT FROM information_schema.columns WHERE column_name = 'more'") == []


async def test_a_bot_whose_store_a_newer_one_took_over_writes_nothing_more(made: str) -> None:
    async with opened(made) as store:
        await store.save_conversation(Conversation("a", {"x": 1}))
        ask(made, "UPDATE store SET format = format + 1")

        with pytest.raises(StoreHalted, match="another version"):
            await store.save_conversation(Conversation("a", {"x": 2}))
        with pytest.raises(StoreHalted):
            await store.ready()

        assert (await store.conversation("a")).memory == {"x": 1}


async def test_records_filed_by_other_indexes_are_filed_again(made: str) -> None:
    update = an_update()
    async with opened(made) as store:
        await store.transact(lambda transaction: transaction.append(UPDATES, update))
    ask(made, "UPDATE store SET indexes = '{}'")
    ask(made, "UPDATE kept SET found = '{}'")

    async with opened(made) as store:
        assert await store.find(UPDATES, programme="munro", ref="10") == (update,)


def test_there_is_an_index_for_each_that_a_shelf_has() -> None:
    """`kept_by_first_index` serves one; a second needs another, and a migration that makes it."""
    assert max(len(shelf.indexes) for shelf in SHELVES) == 1


async def test_the_last_updates_of_a_recommendation_are_found_by_an_index(made: str) -> None:
    def fill(transaction: Transaction) -> None:
        for number in range(3000):
            transaction.append(UPDATES, an_update(id=f"{number}", ref=f"{number % 15}"))

    async with opened(made) as store:
        await store.transact(fill)
    ask(made, "ANALYZE kept")
    sought = "SELECT record::text FROM kept WHERE shelf = 'updates' AND found[1] = '\"munro\", \"10\"' "

    plan = "\n".join(line for (line,) in ask(made, f"EXPLAIN {sought} ORDER BY place DESC LIMIT 10"))

    assert "Index Scan Backward using kept_by_first_index" in plan
    assert "Sort" not in plan


async def test_the_newest_of_each_group_are_found_by_an_index_however_many_there_are(made: str) -> None:
    def fill(transaction: Transaction) -> None:
        for number in range(3000):
            transaction.append(UPDATES, an_update(id=f"{number}", ref=f"{number % 15}"))

    async with opened(made) as store:
        await store.transact(fill)
    ask(made, "ANALYZE kept")
    first, after = bounds(["munro"])

    with psycopg.connect(made, prepare_threshold=None) as connection:
        sought = {"shelf": "updates", "index": 1, "first": first, "after": after, "before": END}
        plan = "\n".join(line for (line,) in connection.execute(f"EXPLAIN ANALYZE {NEWEST}", sought))

    assert plan.count("Scan Backward using kept_by_first_index") == 2
    assert "Seq Scan" not in plan


async def test_a_record_of_another_kind_is_named(made: str) -> None:
    ask(made, "INSERT INTO kept (shelf, key, found, record) VALUES ('audit', '\"a\"', '{}', '{\"id\": 5}')")

    async with opened(made) as store:
        with pytest.raises(StoreDamaged, match="id"):
            await store.all(AUDIT)
        assert await store.all(UPDATES) == ()


# Servers that don't do what is needed


async def test_a_server_whose_locks_do_not_lock_is_refused(made: str) -> None:
    """CockroachDB's don't; here a function of the same name stands in for it."""
    ask(made, "CREATE FUNCTION pg_try_advisory_xact_lock(bigint) RETURNS boolean LANGUAGE sql AS 'SELECT true'")
    before_ours = f"{made},pg_catalog"

    with pytest.raises(StoreUnfit, match="advisory locks"):
        PostgresStore.open(before_ours)


def test_a_server_that_does_not_wait_for_its_disk_is_refused() -> None:
    found = programs()
    need(PostgreSQL=found)
    assert found
    with running(found, "-c fsync=off") as server, pytest.raises(StoreUnfit, match="fsync"):
        PostgresStore.create(server.url)


async def test_a_server_that_acknowledges_before_it_writes_is_told_not_to(made: str) -> None:
    seen: list[Any] = []

    async with opened(f"{made}%20-csynchronous_commit%3Doff") as store:

        def look(transaction: Any) -> None:
            seen.extend(transaction._connection.execute("SHOW synchronous_commit").fetchall())

        await store.transact(look)

    assert seen == [("on",)]


# Moving


async def a_folder(folder: Path, munro: Programme) -> TinyStore:
    store = TinyStore.create(folder)
    await store.save_programme(a_programme(name="other"))
    await store.save_programme(munro)
    await store.save_conversation(Conversation("\ud83d", {"half": "\ud83d", "nul": "\0", "big": 1e300, "zero": -0.0}))

    def write(transaction: Transaction) -> None:
        for number in range(50):
            transaction.append(UPDATES, an_update(id=f"{50 - number}"))
            transaction.append(AUDIT, an_audit_entry())

    await store.transact(write)
    return store


async def test_a_store_that_was_moved_holds_the_same_in_the_same_order(
    made: str, munro: Programme, tmp_path: Path
) -> None:
    source = await a_folder(tmp_path / "from", munro)
    async with opened(made) as target:
        moved = await move(source, target, "there")

        assert moved == await tally(source) == await tally(target)
        assert moved.records == {"programmes": 2, "conversations": 1, "updates": 50, "audit": 50}
        assert await target.all(UPDATES) == await source.all(UPDATES)

        back = TinyStore.create(tmp_path / "back")
        assert await move(target, back, "back") == moved
    await source.close()
    await back.close()


async def test_a_store_that_holds_something_is_not_moved_over(made: str, munro: Programme, tmp_path: Path) -> None:
    source = await a_folder(tmp_path / "from", munro)
    async with opened(made) as target:
        await target.save_conversation(Conversation("a"))

        with pytest.raises(NotEmpty):
            await move(source, target, "there")

        assert (await tally(target)).records == {"conversations": 1}
    await source.close()


async def test_a_copy_that_is_not_the_same_is_not_kept(made: str, munro: Programme, tmp_path: Path) -> None:
    """The server here changes what it is given."""
    source = await a_folder(tmp_path / "from", munro)
    ask(
        made,
        "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN UPDATE kept SET record = '{\"key\": \"\"}' WHERE shelf = 'conversations'; RETURN NULL; END $$",
    )
    ask(made, "CREATE TRIGGER spoiling AFTER INSERT ON kept FOR EACH ROW EXECUTE FUNCTION spoil()")
    async with opened(made) as target:
        with pytest.raises(NotTheSame):
            await move(source, target, "there")

        assert (await tally(target)).records == {}
    await source.close()
