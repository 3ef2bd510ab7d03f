"""Files: asked for and put into OneDrive in a personal chat, by a link for one person and a quarter of an hour else."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import msgspec
import pytest
from aiohttp import ClientSession
from botbuilder.core import TurnContext
from botbuilder.schema import Activity

from bot.files.consent import CONSENT, INFO, may_upload_to
from bot.files.handover import ASK_PRIVATELY, DECLINED, NOT_UPLOADED, RUN_OUT, SENT_PRIVATELY, Files
from bot.files.tickets import Ticket, read_ticket, signed
from bot.incoming.activity import Incoming
from bot.settings import Settings
from dialogs.conversation import respond
from dialogs.turns.turn import File, Reply
from knowledge.model import Programme
from knowledge.progress.model import Member, Role
from knowledge.reports.order import Format, Order
from knowledge.store import Store, TinyStore, Transaction
from knowledge.store.reference import Reference
from knowledge.store.shelves import MEMBERS, REFERENCES
from tests.conftest import StartTeams

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ORDER = Order("munro", date(2026, 10, 1), Format.CSV)
REPLY = Reply("Here is the pack.", file=File("pack ü.csv", ORDER))
TICKET = Ticket("tenant/mo", "pack.csv", ORDER, NOW + timedelta(minutes=15))
UPLOAD = "https://council-my.sharepoint.com/personal/mo/_api/upload?token=1"


@pytest.fixture
async def store(munro: Programme) -> Store:
    store = TinyStore.in_memory()
    await store.save_programme(munro)
    return store


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


async def test_by_chat_a_pack_comes_as_a_link_that_works_for_a_quarter_of_an_hour(start_teams: StartTeams) -> None:
    clock = Clock()
    teams = await start_teams(respond, clock=clock)

    (text,) = await teams.say("export the committee pack since 1 October 2026")
    (path,) = re.findall(r"\(http://127\.0\.0\.1:3978(/files/[^)]+)\)", text)

    async with teams.bot.get(path) as answer:
        content = await answer.read()
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''munro-progress-")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()

    clock.now += timedelta(minutes=15)
    async with teams.bot.get(path) as answer:
        assert (answer.status, answer.headers["Cache-Control"]) == (403, "no-store")


@pytest.mark.parametrize("broken", ["x", "a.b", "é.é", "x" * 5000, "%00.%00"])
async def test_what_is_no_ticket_of_ours_gets_nothing(start_teams: StartTeams, broken: str) -> None:
    teams = await start_teams()

    async with teams.bot.get(f"/files/{broken}") as answer:
        assert answer.status == 403


def test_a_ticket_is_read_back_and_nobody_else_can_write_or_change_one() -> None:
    text = signed(TICKET, "secret")
    other = signed(Ticket("tenant/al", "pack.csv", ORDER, TICKET.until), "guessed")

    assert read_ticket(text, "secret", NOW) == TICKET
    assert read_ticket(text, "another secret", NOW) is None
    assert read_ticket(other.partition(".")[0] + "." + text.partition(".")[2], "secret", NOW) is None
    assert read_ticket(text, "secret", TICKET.until) is None


@dataclass
class Chat:
    """Files as in Teams: what is said in this chat, what goes to another, what is put into OneDrive."""

    store: Store
    status: int = 201
    kind: str = "personal"
    settings: Settings = field(
        default_factory=lambda: Settings(
            app_id="bot",
            tenant="tenant",
            service_hosts=("smba.trafficmanager.net",),
            public_url="https://bot.example.gov.uk",
        )
    )
    clock: Clock = field(default_factory=Clock)
    said: list[str] = field(default_factory=list)
    shown: list[Activity] = field(default_factory=list)
    posted: list[tuple[str, str]] = field(default_factory=list)
    put_there: list[tuple[str, bytes, dict[str, str]]] = field(default_factory=list)

    @property
    def files(self) -> Files:
        return Files(self.store, self.settings, cast(ClientSession, self), self.post, self.clock)

    async def post(self, reference: Reference, activity: Activity) -> str:
        self.posted.append((reference.key, activity.text))
        return ""

    async def send(self, reply: Reply) -> None:
        self.said.append(reply.text)

    async def show(self, activity: Activity) -> None:
        self.shown.append(activity)

    @asynccontextmanager
    async def put(self, url: str, *, data: bytes, headers: dict[str, str], **_: object) -> AsyncIterator[Any]:
        self.put_there.append((url, data, headers))
        yield SimpleNamespace(status=self.status)

    def incoming(self, who: str = "mo", value: Any = None) -> Incoming:
        sender = {"id": f"29:{who}", "aadObjectId": who}
        raw = {
            "type": "message", "id": "1", "serviceUrl": "https://smba.trafficmanager.net/uk/", "from": sender,
            "conversation": {"id": "here", "conversationType": self.kind}, "value": value,
            "channelData": {"tenant": {"id": "tenant"}}, "channelId": "msteams",
        }  # fmt: skip
        return msgspec.convert(raw, Incoming)

    async def asked(self) -> None:
        async def reply(_: TurnContext, activity: Activity) -> None:
            self.shown.append(activity)

        context = cast(TurnContext, SimpleNamespace(adapter=SimpleNamespace(reply=reply)))
        await self.files.carrying(self.send, self.incoming(), context)(REPLY)

    async def answered(self, action: str = "accept", who: str = "mo", url: str = UPLOAD) -> None:
        card = self.shown[0].attachments[0].content
        info = {"uploadUrl": url, "contentUrl": "https://council/x", "uniqueId": "7", "fileType": "csv", "name": "p"}
        value = {"type": "fileUpload", "action": action, "context": card["acceptContext"], "uploadInfo": info}
        await self.files.consented(self.incoming(who, value), self.send, self.show)


@pytest.fixture
async def chat(store: Store) -> Chat:
    def keep(transaction: Transaction) -> None:
        transaction.put(MEMBERS, Member("tenant/mo", name="Mo", roles=frozenset({Role.MANAGER})))
        transaction.put(REFERENCES, Reference("mo's", "https://smba.trafficmanager.net/uk/", member="tenant/mo"))

    await store.transact(keep)
    return Chat(store)


async def test_in_a_personal_chat_the_person_is_asked_and_the_file_put_into_their_onedrive(chat: Chat) -> None:
    await chat.asked()
    (card,) = chat.shown[0].attachments
    assert (card.content_type, card.name) == (CONSENT, "pack ü.csv")
    assert not chat.said

    await chat.answered()

    ((url, content, headers),) = chat.put_there
    assert url == UPLOAD
    assert len(content) == card.content["sizeInBytes"] > 100
    assert headers["Content-Range"] == f"bytes 0-{len(content) - 1}/{len(content)}"
    assert "Authorization" not in headers
    assert chat.shown[1].attachments[0].content_type == INFO


async def test_whoever_declines_gets_nothing(chat: Chat) -> None:
    await chat.asked()
    await chat.answered("decline")

    assert (chat.put_there, chat.said) == ([], [DECLINED])


async def test_an_offer_runs_out_and_is_nobody_elses(chat: Chat) -> None:
    await chat.asked()
    await chat.answered(who="al")
    chat.clock.now += timedelta(hours=1)
    await chat.answered()

    assert (chat.put_there, chat.said) == ([], [RUN_OUT, RUN_OUT])


async def test_whoever_is_no_manager_any_more_gets_nothing(chat: Chat) -> None:
    await chat.asked()
    await chat.store.transact(lambda transaction: transaction.put(MEMBERS, Member("tenant/mo", name="Mo")))
    await chat.answered()

    assert (chat.put_there, chat.said) == ([], [RUN_OUT])


@pytest.mark.parametrize("value", [None, "x", 5, [], {"action": "accept"}, {"action": "accept", "context": "x"}])
async def test_an_odd_answer_puts_nothing_anywhere(chat: Chat, value: Any) -> None:
    await chat.files.consented(chat.incoming(value=value), chat.send, chat.show)

    assert (chat.put_there, chat.said) == ([], [])


async def test_when_the_upload_fails_the_person_is_told(chat: Chat) -> None:
    await chat.asked()
    chat.status = 507
    await chat.answered()

    assert chat.said == [NOT_UPLOADED]


async def test_a_file_goes_to_nobody_but_microsofts_storage(chat: Chat) -> None:
    await chat.asked()
    await chat.answered(url="https://council.sharepoint.com.evil.example/upload")

    assert (chat.put_there, chat.said) == ([], [NOT_UPLOADED])


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (UPLOAD, True),
        ("https://council.sharepoint.us/x", True),
        ("http://council.sharepoint.com/x", False),
        ("https://sharepoint.com.evil.example/x", False),
        ("https://evilsharepoint.com/x", False),
        ("https://a@council.sharepoint.com/x", False),
        ("https://evil.example\\.sharepoint.com/x", False),
        ("https://council.sharepoint.com:8443/x", False),
        ("https://[::1/x", False),
        ("", False),
    ],
)
def test_storage_is(url: str, expected: bool) -> None:
    assert may_upload_to(url) is expected


async def test_in_a_channel_the_link_goes_to_whoever_asked_and_to_nobody_else(chat: Chat) -> None:
    chat.kind = "channel"

    await chat.asked()

    assert chat.said == [SENT_PRIVATELY]
    ((where, text),) = chat.posted
    assert where == "mo's"
    assert "https://bot.example.gov.uk/files/" in text


async def test_in_a_channel_whoever_cant_be_written_to_privately_is_told_to_ask_there(chat: Chat) -> None:
    chat.kind = "channel"
    await chat.store.transact(lambda transaction: transaction.remove(REFERENCES, "mo's"))

    await chat.asked()

    assert (chat.said, chat.posted) == ([ASK_PRIVATELY], [])
