"""The sign that an answer is on its way: only where there is something to wait for, and only once."""

import asyncio

import pytest

from bot.conversations.waiting import waiting
from knowledge.store import Store
from tests.conftest import StartTeams


class Sign:
    """Counts how often it was given."""

    def __init__(self) -> None:
        self.given = asyncio.Event()
        self.times = 0

    async def __call__(self) -> None:
        self.times += 1
        self.given.set()


async def test_it_is_given_once_where_it_takes_long() -> None:
    sign = Sign()
    with waiting(sign, soon=0):
        await sign.given.wait()
        await asyncio.sleep(0.01)

    assert sign.times == 1


async def test_it_is_not_given_where_the_answer_comes_first() -> None:
    sign = Sign()
    with waiting(sign, soon=0) as answering:
        answering()
        await asyncio.sleep(0.01)
    with waiting(sign, soon=0):
        pass
    await asyncio.sleep(0.01)

    assert sign.times == 0


async def test_it_may_fail() -> None:
    async def broken() -> None:
        raise OSError

    with waiting(broken, soon=0):
        await asyncio.sleep(0.01)


async def test_it_ends_with_the_waiting() -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def long() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    with waiting(long, soon=0):
        await begun.wait()

    await asyncio.wait_for(ended.wait(), 5)


async def test_a_person_sees_it_in_teams(
    start_teams: StartTeams, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.handler.SOON", 0.0)
    teams = await start_teams()

    async with store.exclusively("turn in chat"):
        asking = asyncio.create_task(teams.post(teams.activity(text="hello")))
        assert await asyncio.wait_for(teams.arrived.get(), 5) == "chat"

    await asking
    assert [reply["type"] for reply in teams.replies()] == ["typing", "message"]
