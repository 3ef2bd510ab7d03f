"""How much is taken: of one message, from one person, in one conversation, and at once."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import web

from bot.assembly.server import Runner
from bot.incoming import messages
from bot.incoming.rates import KEPT, Excess, Rates
from bot.settings import Settings
from tests.conftest import SUE, StartTeams, Teams

from .test_keys import Clock

JANE = {"id": "29:jane", "name": "Jane Doe", "aadObjectId": "22222222-2222-2222-2222-222222222222"}
JSON = {"Content-Type": "application/json"}


# A message


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "a" * 513},
        {"id": "one\nX-Header: two"},
        {"id": "one\x00"},
        {"id": "one\u2028two"},
        {"type": "message\n"},
        {"type": "m" * 65},
        {"type": "<script>"},
        {"conversation": {"id": "chat\r\n"}},
        {"conversation": {"id": "c" * 513}},
        {"from": {"id": "29:\x7f"}},
        {"from": {"id": "29:sue", "name": "S" * 513}},
        {"channelId": "msteams" * 100},
        {"serviceUrl": "http://127.0.0.1/\n"},
        {"locale": "e" * 513},
    ],
    ids=lambda fields: str(fields)[:40],
)
async def test_ids_are_short_and_printable(teams: Teams, fields: dict[str, Any]) -> None:
    response = await teams.post(teams.activity(**fields))

    assert response.status == 400
    assert len((await response.json())["error"]) < 200
    assert not teams.received


@pytest.mark.parametrize("place", ["value", "channelData", "entities", "attachments"])
async def test_nothing_is_nested_without_end(teams: Teams, place: str) -> None:
    def nested(depth: int) -> bytes:
        return json.dumps(teams.activity(**{place: "HERE"})).replace('"HERE"', "[" * depth + "]" * depth).encode()

    for depth, status in ((30, 201), (34, 400), (500, 400), (50_000, 400)):
        async with teams.bot.post("/api/messages", data=nested(depth), headers=JSON) as response:
            assert response.status == status


async def test_brackets_in_words_are_no_nesting(teams: Teams) -> None:
    assert await teams.say("[" * 200) == [f"0 before. You said: {'[' * 200}"]


async def test_of_a_long_message_the_beginning_is_read_and_the_person_hears_that(teams: Teams) -> None:
    [reply] = await teams.say("a" * 3_999 + "b" + "c" * 200_000)

    assert reply == f"0 before. You said: {'a' * 3_999}b\n\nI read only the first 4,000 characters of your message."


async def test_a_message_that_just_fits_is_read_to_its_end(teams: Teams) -> None:
    assert await teams.say("a" * 4_000) == [f"0 before. You said: {'a' * 4_000}"]


async def test_a_thousand_mentions_take_no_time_to_speak_of(teams: Teams) -> None:
    mentions = [{"type": "mention", "mentioned": {"id": "28:bot"}, "text": "x"}] * 2_000

    [reply] = await teams.say("x" * 30, entities=mentions)

    assert reply == f"0 before. You said: {'x' * 10}"


async def test_a_body_that_never_ends_is_given_up(teams: Teams, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "BODY_WITHIN", 0.05)
    server = teams.bot.server
    reader, writer = await asyncio.open_connection(server.host, server.port)
    writer.write(
        b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    )

    answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
    writer.close()
    await writer.wait_closed()

    assert answer.startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"nonsense\r\n\r\n",
        b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /api/messages HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 20_000 + b"\r\n\r\n",
        b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=lambda sent: str(sent[:50]),
)
async def test_what_is_no_http_is_answered_in_short_json(sent: bytes) -> None:
    runner = Runner(web.Application())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    reader, writer = await asyncio.open_connection(*runner.addresses[0])
    writer.write(sent)

    head, _, body = (await asyncio.wait_for(reader.read(), 5)).partition(b"\r\n\r\n")
    writer.close()
    await writer.wait_closed()
    await runner.cleanup()

    assert head.startswith((b"HTTP/1.1 400 ", b"HTTP/1.0 400 "))
    assert json.loads(body) == {"error": "This is no HTTP that the bot understands."}


# A person, a conversation


def test_an_allowance_grows_back_over_the_minute() -> None:
    clock = Clock()
    rates = Rates(person=2, clock=clock)

    assert [rates.spend("sue", "chat") for _ in range(4)] == [
        None,
        None,
        Excess(30, first=True),
        Excess(30, first=False),
    ]
    clock.now += 30
    assert [rates.spend("sue", "chat") for _ in range(2)] == [None, Excess(30, first=True)]
    clock.now += 3600
    assert [rates.spend("sue", "chat") for _ in range(3)] == [None, None, Excess(30, first=True)]


def test_a_clock_that_is_set_back_gives_nothing_and_takes_nothing() -> None:
    clock = Clock()
    rates = Rates(person=1, clock=clock)
    rates.spend("sue", "chat")

    clock.now -= 1000

    assert rates.spend("sue", "chat") == Excess(60, first=True)


def test_people_and_conversations_have_allowances_of_their_own() -> None:
    rates = Rates(person=1, conversation=2, clock=Clock())

    assert rates.spend("sue", "team") is None
    assert rates.spend("sue", "team")
    assert rates.spend("jane", "team")  # the team has said two things
    assert rates.spend("jane", "chat")
    assert rates.spend("joe", "chat") is None


def test_no_limit_is_no_limit() -> None:
    rates = Rates(clock=Clock())

    assert not any(rates.spend("sue", "chat") for _ in range(1000))


def test_allowances_take_only_so_much_memory() -> None:
    rates = Rates(person=1, clock=Clock())
    for number in range(KEPT + 10):
        rates.spend(f"person {number}", "chat")

    assert len(rates._allowances) == KEPT


async def test_who_says_too_much_hears_it_once_and_others_are_answered(start_teams: StartTeams) -> None:
    teams = await start_teams(settings=Settings(person_limit=2))

    said = [await teams.say(text) for text in ("one", "two", "three", "four")]

    assert said[:2] == [["0 before. You said: one"], ["1 before. You said: two"]]
    assert "say it again" in said[2][0]
    assert said[3] == []
    assert await teams.say("hello", where="another", **{"from": JANE}) == ["0 before. You said: hello"]


async def test_a_button_pressed_too_often_says_so_itself(start_teams: StartTeams) -> None:
    teams = await start_teams(settings=Settings(person_limit=1))
    value = {"action": {"type": "Action.Execute", "verb": "say", "data": {"say": "timescale of 10"}}}
    pressed = [
        await teams.post(teams.activity(type="invoke", name="adaptiveCard/action", value=value, text=None))
        for _ in range(2)
    ]

    assert [response.status for response in pressed] == [200, 200]
    assert "say it again" in (await pressed[1].json())["value"]
    assert len(teams.replies()) == 1


async def test_local_mode_has_no_limit_unless_one_is_set(teams: Teams) -> None:
    for _ in range(200):
        assert len(await teams.say("hi")) == 1


# Everybody at once


async def test_what_is_too_much_at_once_is_sent_away_and_comes_again(start_teams: StartTeams) -> None:
    teams = await start_teams(settings=Settings(queue_limit=8))
    teams.takes.clear()
    posts = [asyncio.create_task(teams.post(teams.activity(**in_chat(number)))) for number in range(6)]
    for _ in posts:
        await teams.arrived.get()

    refused = await teams.post(teams.activity(**in_chat(7)))

    assert (refused.status, refused.headers["Retry-After"]) == (503, "3")
    assert "too much to do" in (await refused.json())["error"]
    teams.takes.set()
    assert [response.status for response in await asyncio.gather(*posts)] == [201] * 6
    assert (await teams.post(teams.activity(**in_chat(7)))).status == 201


async def test_one_service_that_hangs_leaves_room_for_the_others(start_teams: StartTeams) -> None:
    hanging = await start_teams(settings=Settings(queue_limit=8))
    hanging.takes.clear()
    posts = [asyncio.create_task(hanging.post(hanging.activity(**in_chat(number)))) for number in range(6)]
    for _ in posts:
        await hanging.arrived.get()
    working = await start_teams()

    elsewhere = await hanging.post(hanging.activity(serviceUrl=working.service_url, **in_chat(7)))

    assert elsewhere.status == 201
    assert len(working.replies("chat 7")) == 1
    hanging.takes.set()
    await asyncio.gather(*posts)


def in_chat(number: int) -> dict[str, Any]:
    who = SUE | {"id": f"29:{number}"}
    return {"conversation": {"id": f"chat {number}", "conversationType": "personal"}, "from": who}
