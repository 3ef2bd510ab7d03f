"""What operators can see: figures that are right, for those who may see them, and never who or what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from bot.incoming.figures import _may_see
from bot.settings import Settings
from bot.watching.tracing import no_span, spans_to, start_tracing
from knowledge.errors import NotKept
from knowledge.store import TinyStore
from tests.conftest import StartTeams, Teams

from .authority import SETTINGS, Authority
from .incoming.test_tokens import status


async def figures(teams: Teams, **headers: str) -> dict[str, float]:
    """Every figure by its name and labels."""
    async with teams.bot.get("/metrics", headers=headers) as response:
        assert response.status == 200, await response.text()
        assert response.headers["Content-Type"].startswith("text/plain; version=")
        lines = (await response.text()).splitlines()
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines if line[0] != "#")}


async def test_turns_are_counted_by_what_became_of_them(teams: Teams) -> None:
    await teams.say("one")
    await teams.say("two")
    await teams.post([])
    await teams.post(teams.activity(channelId="slack"))
    teams.answers_with.append(403)
    await teams.post(teams.activity())

    found = await figures(teams)

    assert found['bot_turns_total{outcome="taken"}'] == 2
    assert found['bot_turns_total{outcome="not understood"}'] == 1
    assert found['bot_turns_total{outcome="not ours"}'] == 1
    assert found['bot_turns_total{outcome="not delivered"}'] == 1
    assert found["bot_turn_seconds_count"] == 5
    assert found['bot_deliveries_total{outcome="200"}'] == 2
    assert found['bot_deliveries_total{outcome="403"}'] == 1
    assert found["bot_store_commit_seconds_count"] == 3  # two turns, and where the person can be reached
    assert found["bot_queue"] == 0
    assert found["process_resident_memory_bytes"] > 0


async def test_a_store_that_takes_nothing_is_counted(start_teams: StartTeams) -> None:
    teams = await start_teams(open_store=lambda _: Full.in_memory())

    await teams.say("one")

    assert (await figures(teams))["bot_store_refused_total"] == 2  # the turn, and where the person can be reached


class Full(TinyStore):
    """A store on a disk without room."""

    async def transact(self, work: Any) -> Any:  # noqa: ARG002  as every store
        raise NotKept("no space left on device")


async def test_figures_name_nobody(teams: Teams) -> None:
    await teams.say("my private question", where="19:secret-place")

    async with teams.bot.get("/metrics") as response:
        told = await response.text()

    for private in ("private", "Sue", "1111-1111", "secret-place", "29:sue"):
        assert private not in told


async def test_with_a_token_set_only_it_opens_the_figures(start_teams: StartTeams) -> None:
    teams = await start_teams(settings=replace(Settings(), metrics_token="open sesame"))  # noqa: S106  of nothing

    for headers in ({}, {"Authorization": "Bearer open"}, {"Authorization": "open sesame"}):
        async with teams.bot.get("/metrics", headers=headers) as response:
            assert response.status == 403
            assert list(await response.json()) == ["error"]
    assert await figures(teams, Authorization="Bearer open sesame")


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
async def test_who_comes_through_a_proxy_is_not_on_this_machine(teams: Teams, header: str) -> None:
    async with teams.bot.get("/metrics", headers={header: "127.0.0.1"}) as response:
        assert response.status == 403


class Asked:
    """A request from somewhere else."""

    remote, headers = "192.0.2.7", dict[str, str]()


def test_another_machine_needs_the_token() -> None:
    asked: Any = Asked()

    assert not _may_see(asked, "")


# Whether it is ready


async def test_a_bot_without_keys_is_not_ready_and_says_so(start_teams: StartTeams, authority: Authority) -> None:
    authority.down = True
    teams = await start_teams(settings=SETTINGS, microsoft=authority.microsoft)
    assert "signing keys" in await not_ready(teams)

    authority.down = False
    await status(teams, f"Bearer {authority.token(serviceurl=teams.service_url)}")

    async with teams.bot.get("/ready") as response:
        assert response.status == 200


async def test_a_bot_without_a_token_is_not_ready_and_says_so(secured: Teams, authority: Authority) -> None:
    token = authority.token(serviceurl=secured.service_url)
    await status(secured, f"Bearer {token}", channelData={})
    authority.down = True

    assert await status(secured, f"Bearer {token}") == 502
    assert "no token" in await not_ready(secured)

    authority.down = False
    assert await status(secured, f"Bearer {token}") == 201
    async with secured.bot.get("/ready") as response:
        assert response.status == 200


async def not_ready(teams: Teams) -> str:
    async with teams.bot.get("/ready") as response:
        assert response.status == 503
        return str((await response.json())["error"])


# Traces


def test_without_somewhere_to_send_them_there_are_no_spans() -> None:
    assert start_tracing({}) is no_span


def test_a_span_has_a_name_and_its_turn() -> None:
    exported = InMemorySpanExporter()
    span = spans_to(SimpleSpanProcessor(exported))

    with span("turn"), span("send"):
        pass

    assert [(made.name, dict(made.attributes or {})) for made in exported.get_finished_spans()] == [
        ("send", {"turn": ""}),
        ("turn", {"turn": ""}),
    ]
