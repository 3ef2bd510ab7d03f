"""What goes wrong around the bot: it stays up, says so where it can, and nothing is lost or said twice."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import web

from knowledge.errors import NotKept, StoreDamaged, StoreHalted
from knowledge.store import TinyStore
from tests.conftest import StartTeams, Teams

from .service import a_service


@pytest.mark.parametrize(
    "faults",
    [
        ["reset"],
        [502],
        [504],
        [429],
        [web.Response(status=429, headers={"Retry-After": "0"})],
        [412, 429, 412],
    ],
    ids=str,
)
async def test_a_service_that_fails_for_a_moment_gets_every_reply_once(teams: Teams, faults: list[Any]) -> None:
    async with a_service() as service:
        service.answers = list(faults)

        response = await teams.post(teams.activity(serviceUrl=service.url))

        assert response.status == 201
        assert [activity["text"] for activity in service.got] == ["0 before. You said: hello"]


@pytest.mark.parametrize("faults", [["reset"] * 2, [500], [503], [403], [404], [413]], ids=str)
async def test_what_was_not_delivered_is_answered_when_teams_brings_it_again(teams: Teams, faults: list[Any]) -> None:
    async with a_service() as service:
        service.answers = list(faults)
        activity = teams.activity(serviceUrl=service.url)

        assert (await teams.post(activity)).status == 502
        assert (await teams.post(activity)).status == 201
        assert (await teams.post(activity)).status == 201

        assert [activity["text"] for activity in service.got] == ["0 before. You said: hello"]


async def test_a_service_that_hangs_holds_up_no_other_conversation(teams: Teams) -> None:
    async with a_service() as hanging:
        hanging.answers = ["silence"] * 100
        waiting = [
            asyncio.create_task(teams.post(teams.activity(serviceUrl=hanging.url, conversation={"id": f"stuck {n}"})))
            for n in range(20)
        ]

        assert await teams.say("hello") == ["0 before. You said: hello"]

        hanging.let_go.set()
        await asyncio.gather(*waiting)


class Poisoned(TinyStore):
    """A store that fails as it is told, once it is open."""

    fault: Exception | None = None

    async def transact(self, work: Any) -> Any:
        if self.fault:
            raise self.fault
        return await super().transact(work)

    async def ready(self) -> None:
        if self.fault:
            raise self.fault


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (NotKept("no space left on device"), "can't be written"),
        (StoreHalted("the disk failed"), "until the bot is started again"),
        (StoreDamaged("data", "torn"), "can't be read"),
    ],
    ids=["full", "halted", "damaged"],
)
async def test_a_poisoned_store_is_told_to_people_and_watchers(
    start_teams: StartTeams, fault: Exception, reason: str
) -> None:
    store: Any = Poisoned.in_memory()
    teams = await start_teams(open_store=lambda _: store)
    store.fault = fault

    said = await teams.say("hello")

    assert said[0] == "0 before. You said: hello"
    assert "can't save" in said[-1]
    async with teams.bot.get("/ready") as response:
        assert response.status == 503
        assert reason in (await response.json())["error"]
    async with teams.bot.get("/health") as response:
        assert response.status == 200

    store.fault = None
    assert await teams.say("again") == ["0 before. You said: again"]
    async with teams.bot.get("/ready") as response:
        assert response.status == 200
