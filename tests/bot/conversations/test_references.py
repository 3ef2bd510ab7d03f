"""How conversations are reached is kept as Teams tells it, and forgotten when the bot is removed; over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.settings import Settings
from dialogs.conversation import respond
from knowledge.progress.model import Subscription
from knowledge.progress.sending.subscriptions import running
from knowledge.store import Store, TinyStore
from knowledge.store.shelves import AUDIT, REFERENCES, SUBSCRIPTIONS
from tests.builders import a_programme
from tests.conftest import SUE, StartTeams, Teams, channel

KEY = f"local/{SUE['aadObjectId']}"


@pytest.fixture
def store() -> Store:
    return TinyStore.in_memory()


async def test_a_message_tells_how_its_writer_is_reached_privately(teams: Teams, store: Store) -> None:
    await teams.say("hello")

    (found,) = await store.all(REFERENCES)
    assert (found.key, found.member, found.bot, found.user) == ("chat", KEY, "28:bot", "29:sue")
    assert found.service_url == teams.service_url
    assert found.private


async def test_a_channel_is_kept_without_the_thread_and_is_nobodys_private_chat(teams: Teams, store: Store) -> None:
    await teams.say("hello", conversation=channel("19:board@thread.tacv2;messageid=1"), where="x")
    await teams.say("hello", conversation=channel("19:board@thread.tacv2;messageid=2"), where="x")

    (found,) = await store.all(REFERENCES)
    assert (found.key, found.member, found.user) == ("19:board@thread.tacv2", "", "")


async def test_an_installation_is_enough(teams: Teams, store: Store) -> None:
    await teams.post(teams.activity(type="installationUpdate", action="add", text=None))

    assert [one.key for one in await store.all(REFERENCES)] == ["chat"]


async def test_where_the_bot_is_removed_nothing_goes_any_more(teams: Teams, store: Store) -> None:
    await teams.say("hello")
    made = Subscription("s", KEY, "chat", "summary", "every Monday at 09:00", datetime(2026, 11, 20, tzinfo=UTC))
    await store.transact(lambda transaction: transaction.put(SUBSCRIPTIONS, made))

    await teams.post(teams.activity(type="installationUpdate", action="remove", text=None))

    assert await store.all(REFERENCES) == ()
    assert await store.read(running) == ()


async def test_an_order_by_chat_is_kept_and_in_the_audit_trail(start_teams: StartTeams, store: Store) -> None:
    clock = [datetime(2026, 11, 23, 9, 30, tzinfo=UTC)]
    await store.save_programme(a_programme())
    teams = await start_teams(respond, clock=lambda: clock[0])

    (asked,) = await teams.say("send me the weekly summary every Monday at 9")
    (done,) = await teams.say("yes")
    (listed,) = await teams.say("what am I subscribed to?")

    assert "every Monday at 09:00" in asked
    assert "Save this?" in asked
    assert "“stop the weekly summary”" in done
    assert "weekly summary, every Monday at 09:00 (here)" in listed
    (kept,) = await store.read(running)
    assert (kept.conversation, kept.member, kept.programme) == ("chat", KEY, "munro")
    assert [entry.what for entry in await store.all(AUDIT)] == ["subscribed"]


async def test_health_tells_how_the_scheduler_is(start_teams: StartTeams) -> None:
    now = [datetime(2026, 11, 23, 9, tzinfo=UTC)]
    teams = await start_teams(settings=Settings(), clock=lambda: now[0])

    async with teams.bot.get("/health") as response:
        told = await response.json()
    assert (response.status, told["status"], told["scheduler"]["state"]) == (200, "alive", "running")
    assert told["scheduler"]["heartbeat"] == "2026-11-23T09:00:00+00:00"

    now[0] = datetime(2026, 11, 23, 9, 2, tzinfo=UTC)
    async with teams.bot.get("/health") as response:
        told = await response.json()
    assert (response.status, told["status"], told["scheduler"]["state"]) == (503, "stuck", "stuck")
