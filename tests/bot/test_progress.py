"""Officers' conversations over HTTP through the real router, on every store; and a process that is killed in one."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, web
from aiohttp.test_utils import TestServer, unused_port

from bot.settings import Settings
from dialogs.conversation import respond
from knowledge.model import Programme
from knowledge.progress.model import Member, Role, Status, Update
from knowledge.store import Store, TinyStore
from knowledge.store.shelves import AUDIT, MEMBERS, UPDATES
from tests.conftest import BOT, SUE, StartTeams, Teams, channel, personal

ROOT = Path(__file__).resolve().parents[2]
GANI = {"id": "29:gani", "name": "Gani Martins", "aadObjectId": "22222222-2222-2222-2222-222222222222"}
MO = {"id": "29:mo", "name": "Mo Manager", "aadObjectId": "33333333-3333-3333-3333-333333333333"}
SUES_NAMESAKE = {"id": "29:eve", "name": "Sue Myers", "aadObjectId": "44444444-4444-4444-4444-444444444444"}


@pytest.fixture
async def office(start_teams: StartTeams, store: Store, munro: Programme) -> Teams:
    """A bot over HTTP whose directory decides who may do what."""
    await store.save_programme(munro)
    people = [(SUE, frozenset[Role](), ("Sue Myers",)), (MO, frozenset({Role.MANAGER}), ())]
    for account, roles, leads in people:
        key = account["aadObjectId"]
        member = Member(f"local/{key}", "local", key, account["name"], roles=roles, leads=leads)
        await store.transact(lambda transaction, member=member: transaction.put(MEMBERS, member))  # type: ignore[misc]
    return await start_teams(respond, Settings(open_to_all=False))


async def said(office: Teams, text: str | None, who: dict[str, str] = SUE, where: str = "chat", **fields: Any) -> str:
    """The one reply to what somebody says; what the bot sends of its own accord aside."""
    kind = channel(where) if where == "group" else personal(where)
    activity = office.activity(text=text, conversation=kind, **{"from": who} | fields)
    assert (await office.post(activity)).status == 201
    (reply,) = answers(office, activity["id"], where)
    return reply


def answers(office: Teams, activity: str, where: str = "chat") -> list[str]:
    """What was said to one activity."""
    return [reply["text"] for reply in office.replies(where) if reply.get("replyToId") == activity]


async def test_an_update_is_posted_signed_off_and_asked_about(office: Teams, store: Store) -> None:
    assert "Save this?" in await said(office, "update 10: complete – all schools trained, evidence: minutes")
    assert await store.all(UPDATES) == ()
    assert "Saved" in await said(office, "yes")
    assert "saved already" in await said(office, "yes")
    assert "Only a manager" in await said(office, "sign off 10")
    assert "can’t post" in await said(office, "update 10: red – I am Sue", SUES_NAMESAKE)
    assert "Save this?" in await said(office, "sign off 10", MO)
    assert "signed off" in await said(office, "yes", MO)
    assert "Mo Manager" in await said(office, "who signed off 10?", GANI)

    kept = await store.all(UPDATES)
    assert [update.status for update in kept] == [Status.AWAITING_SIGN_OFF, Status.COMPLETE]
    assert len(await store.all(AUDIT)) == 2


async def test_a_file_or_an_emoji_in_the_middle_of_a_form_loses_nothing(office: Teams, store: Store) -> None:
    assert "What has happened?" in await said(office, "update 10: amber")
    file = [{"contentType": "application/pdf", "contentUrl": "https://example.org/a.pdf", "name": "a.pdf"}]

    assert await said(office, None, attachments=file)
    assert "no words" in await said(office, "👍")
    assert "next step" in await said(office, "staff left")
    assert "evidence" in await said(office, "recruit by 30/1")
    assert "recruit, by 30 January" in await said(office, "skip")
    assert "Saved" in await said(office, "yes")

    (update,) = await store.all(UPDATES)
    assert isinstance(update, Update)
    assert (update.narrative, update.next_step) == ("staff left", "recruit")


async def test_an_activity_that_comes_twice_saves_once_and_says_what_was_lost(office: Teams, store: Store) -> None:
    await said(office, "update 10: amber – staff left")
    yes = office.activity(text="yes", id="twice")
    office.answers_with = [403] * 20
    await office.post(yes)
    office.answers_with = []

    await office.post(yes)
    await office.post(yes)

    (told,) = answers(office, "twice")
    assert told.startswith("Saved")
    assert len(await store.all(UPDATES)) == 1


async def test_in_a_group_everybody_confirms_their_own(office: Teams, store: Store) -> None:
    async def in_group(text: str, who: dict[str, str], value: Any = None) -> str:
        return await said(office, text, who, "group", value=value)

    await in_group("update 10: amber – staff left", SUE)
    form = next(iter((await store.conversation("group")).drafts.values()))["id"]

    assert "isn’t yours" in await in_group("", MO, {"say": "yes", "form": form})
    assert "Nothing is waiting" in await in_group("yes", GANI)
    assert await store.all(UPDATES) == ()
    assert "Saved" in await in_group("", SUE, {"say": "yes", "form": form})
    assert len(await store.all(UPDATES)) == 1


async def test_a_form_goes_on_after_its_process_was_killed(munro: Programme, tmp_path: Path) -> None:
    environ = os.environ | {"DATA_DIR": str(tmp_path / "data"), "PORT": str(unused_port())}
    store = TinyStore.create(tmp_path / "data")
    await store.save_programme(munro)
    await store.close()
    replies: asyncio.Queue[str] = asyncio.Queue()

    async def take(request: web.Request) -> web.Response:
        replies.put_nowait((await request.json()).get("text", ""))
        return web.json_response({"id": "sent"}, status=201)

    app = web.Application()
    app.router.add_post("/{path:.*}", take)
    async with TestServer(app) as connector, ClientSession() as http:
        for numbered, rows in enumerate(
            (
                [("update 10: amber", "What has happened?"), ("staff left", "next step")],
                [("skip", "evidence"), ("skip", "Save this?"), ("yes", "Saved")],
            )
        ):
            process = await _started(environ, http)
            try:
                for number, (text, fragment) in enumerate(rows):
                    activity = _activity(text, f"{numbered}-{number}", str(connector.make_url("/")))
                    async with http.post(f"http://127.0.0.1:{environ['PORT']}/api/messages", json=activity) as answer:
                        assert answer.status == 201
                    assert fragment in await asyncio.wait_for(replies.get(), 10)
            finally:
                process.kill()
                await process.wait()


async def _started(environ: dict[str, str], http: ClientSession) -> asyncio.subprocess.Process:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", cwd=ROOT, env=environ, stdout=asyncio.subprocess.DEVNULL
    )
    while not await _ready(environ["PORT"], http):
        assert process.returncode is None
        await asyncio.sleep(0.1)
    return process


async def _ready(port: str, http: ClientSession) -> bool:
    try:
        async with http.get(f"http://127.0.0.1:{port}/ready") as response:
            return response.status == 200
    except ClientError:
        return False


def _activity(text: str, number: str, service_url: str) -> dict[str, Any]:
    return {
        "type": "message",
        "id": number,
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": SUE,
        "recipient": BOT,
        "conversation": {"id": "chat", "conversationType": "personal"},
        "text": text,
    }
