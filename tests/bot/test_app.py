"""The whole bot over HTTP: what is refused, with which status, and in which words."""

import json
from typing import Any

import pytest
from aiohttp import web

from bot.app import create_app
from bot.conversations.turns import Respond
from bot.settings import Settings
from dialogs.turns.turn import Memory, Message, Turn
from knowledge.errors import StoreDamaged, StoreMissing
from knowledge.library import Knowledge
from knowledge.model import Person, Programme
from knowledge.store.tiny.store import TinyStore
from tests.conftest import StartTeams, Teams

JSON = {"Content-Type": "application/json"}


async def refused(teams: Teams, body: bytes, headers: dict[str, str] | None = None) -> tuple[int, str]:
    """Status and error of a request that must be refused without a traceback or an answer in the chat."""
    async with teams.bot.post("/api/messages", data=body, headers=JSON if headers is None else headers) as response:
        answer = await response.json()
    assert list(answer) == ["error"]
    assert "Traceback" not in answer["error"]
    assert len(answer["error"]) < 200
    assert not teams.received
    return response.status, answer["error"]


async def test_a_message_is_answered_in_its_conversation(teams: Teams) -> None:
    response = await teams.post(teams.activity(text="who leads 10?"))

    assert response.status == 201
    [reply] = teams.replies()
    assert reply["text"] == "0 before. You said: who leads 10?"
    assert reply["textFormat"] == "markdown"
    assert reply["replyToId"] == "activity-0"
    assert reply["from"]["id"] == "28:bot"
    assert reply["authorization"] is None


@pytest.mark.parametrize("name", ["type", "id", "conversation", "from", "serviceUrl"])
async def test_an_activity_needs_its_fields(teams: Teams, name: str) -> None:
    status, error = await refused(teams, json.dumps(teams.activity(**{name: None})).encode())

    assert status == 400
    assert name in error


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("from", 5),
        ("from", {}),
        ("from", {"id": ""}),
        ("text", {}),
        ("text", 7),
        ("type", ["message"]),
        ("type", ""),
        ("id", 12),
        ("conversation", "chat"),
        ("conversation", {"id": None}),
        ("recipient", "28:bot"),
        ("serviceUrl", 1),
        ("channelId", {}),
        ("entities", {"type": "mention"}),
        ("attachments", "none"),
        ("membersAdded", [5]),
        ("deliveryMode", 1),
    ],
)
async def test_fields_of_the_wrong_type_are_refused(teams: Teams, name: str, value: Any) -> None:
    status, error = await refused(teams, json.dumps(teams.activity(**{name: value})).encode())

    assert status == 400
    assert "activity" in error


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"[{}]",
        b"5",
        b"null",
        b'"message"',
        b"NaN",
        b"{'type': 'message'}",
        b'{"type": "message"',
        b'{"type": "\xff\xfe"}',
        b"\xef\xbb\xbf{}",
        b"\x00",
        b"[" * 100_000,
        b'{"value":' * 20_000 + b"1" + b"}" * 20_000,
        b'{"type": 1e999}',
        b'{"value": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda body: str(body[:20]),
)
async def test_a_body_that_is_no_activity_is_refused(teams: Teams, body: bytes) -> None:
    status, _ = await refused(teams, body)

    assert status == 400


@pytest.mark.parametrize("value", ["1e999", "NaN", "-Infinity", "9" * 5000, '"\\ud800"'])
async def test_an_odd_value_in_a_valid_activity_breaks_nothing(teams: Teams, value: str) -> None:
    body = json.dumps(teams.activity(value="HERE")).replace('"HERE"', value)

    async with teams.bot.post("/api/messages", data=body, headers=JSON) as response:
        assert response.status in (201, 400)


async def test_nothing_deep_in_a_valid_activity_breaks_anything(teams: Teams) -> None:
    for depth in (50, 500, 5_000):
        body = json.dumps(teams.activity(value="HERE")).replace('"HERE"', "[" * depth + "]" * depth)

        async with teams.bot.post("/api/messages", data=body, headers=JSON) as response:
            assert response.status in (201, 400)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "json", "application/jsonp"])
async def test_only_json_is_taken(teams: Teams, kind: str) -> None:
    status, _ = await refused(teams, json.dumps(teams.activity()).encode(), {"Content-Type": kind})

    assert status == 415


async def test_a_missing_content_type_is_refused(teams: Teams) -> None:
    async with teams.bot.post("/api/messages", data=b"{}", skip_auto_headers=["Content-Type"]) as response:
        assert response.status == 415
        assert list(await response.json()) == ["error"]


async def test_a_body_that_does_not_unpack_is_refused(teams: Teams) -> None:
    status, _ = await refused(teams, b"not gzip", JSON | {"Content-Encoding": "gzip"})

    assert status == 400


async def test_too_large_a_body_is_refused(teams: Teams) -> None:
    status, _ = await refused(teams, json.dumps(teams.activity(text="x" * 300_000)).encode())

    assert status == 413


async def test_unknown_addresses_and_methods_are_refused_in_json(teams: Teams) -> None:
    async with teams.bot.get("/api/messages") as response:
        assert (response.status, await response.json()) == (405, {"error": "Method Not Allowed."})
        assert response.headers["Allow"] == "POST"
    async with teams.bot.get("/admin") as response:
        assert (response.status, await response.json()) == (404, {"error": "Not Found."})


@pytest.mark.parametrize("url", ["https://attacker.example/", "http://10.0.0.1/", "nonsense", "http://[broken"])
async def test_local_mode_replies_to_this_machine_only(teams: Teams, url: str) -> None:
    status, _ = await refused(teams, json.dumps(teams.activity(serviceUrl=url)).encode())

    assert status == 403


@pytest.mark.parametrize("channel", [None, "", "slack"])
async def test_other_channels_are_refused(teams: Teams, channel: str | None) -> None:
    status, _ = await refused(teams, json.dumps(teams.activity(channelId=channel)).encode())

    assert status == 403


async def test_the_watchers_questions_are_answered(teams: Teams) -> None:
    async with teams.bot.get("/health") as response:
        assert (response.status, (await response.json())["status"]) == (200, "alive")
    async with teams.bot.get("/ready") as response:
        assert (response.status, await response.json()) == (200, {"status": "ready"})


class DamagedLater(TinyStore):
    """A store that can be read once, when the bot starts."""

    readings = 0

    async def programmes(self) -> tuple[Programme, ...]:
        self.readings += 1
        if self.readings > 1:
            raise StoreDamaged("data", "it is gone")
        return ()


async def test_a_bot_that_cannot_read_its_store_is_alive_and_not_ready(start_teams: StartTeams) -> None:
    teams = await start_teams(open_store=lambda _: DamagedLater.in_memory())

    async with teams.bot.get("/ready") as response:
        assert response.status == 503
    async with teams.bot.get("/health") as response:
        assert response.status == 200


async def test_the_bot_does_not_start_without_a_store(tmp_path: Any) -> None:
    runner = web.AppRunner(create_app(Settings(data_dir=tmp_path / "nothing")))

    with pytest.raises(StoreMissing):
        await runner.setup()


async def test_replies_that_teams_does_not_take_are_a_bad_gateway(teams: Teams) -> None:
    teams.answers_with.append(403)

    response = await teams.post(teams.activity())

    assert response.status == 502
    assert await response.json() == {"error": "The reply could not be delivered."}


def saying(text: str) -> Respond:
    def respond(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
        raise RuntimeError(f"{text} {message.text} {speaker.name}")

    return respond


async def test_what_goes_wrong_is_logged_once_with_the_id_the_person_gets(
    start_teams: StartTeams, caplog: pytest.LogCaptureFixture
) -> None:
    teams = await start_teams(saying("broken"))

    [sorry] = await teams.say("a private question")

    [record] = [record for record in caplog.records if record.levelname == "ERROR"]
    assert record.exc_info
    assert "went wrong on my side" in sorry
    assert "broken" not in sorry
