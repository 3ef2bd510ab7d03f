"""A document sent in a private chat: fetched for administrators, restated, and imported on a yes; over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientTimeout, web
from aiohttp.test_utils import TestServer

from bot.conversations.table import KEPT_FOR, MOST, Table
from bot.files import fetching
from bot.files.fetching import DOWNLOAD, LARGEST, may_fetch_from
from bot.incoming.messages import ENDPOINT
from bot.settings import Settings
from dialogs.conversation import respond
from dialogs.importing import GONE, HOW
from dialogs.turns.turn import Brought
from knowledge.documents import munro
from knowledge.progress.model import Member, Role
from knowledge.store import Store, TinyStore
from knowledge.store.shelves import AUDIT, CONVERSATIONS, MEMBERS, UPDATES
from tests.builders import a_programme, a_recommendation, an_update
from tests.conftest import Activity, StartTeams, Teams, channel
from tests.office import ADA as OFFICE_ADA
from tests.office import an_office

_, MUNRO = munro()
ADA = {"id": "29:ada", "name": "Ada Admin", "aadObjectId": "ada"}
MO = {"id": "29:mo", "name": "Mo Manager", "aadObjectId": "mo"}
ENFORCED = Settings(open_to_all=False)


@dataclass
class FileService:
    """Where Teams keeps files: what it has, how it answers, and what it was asked with."""

    content: bytes = MUNRO
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    address: str = ""
    asked: list[web.Request] = field(default_factory=list)
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    async def get(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        await self.answers.wait()
        answer = web.StreamResponse(status=self.status, headers=self.headers)
        await answer.prepare(request)
        await answer.write(self.content)
        return answer


@pytest.fixture
async def service() -> AsyncIterator[FileService]:
    service = FileService()
    service.answers.set()
    app = web.Application()
    app.router.add_get("/{path:.*}", service.get)
    async with TestServer(app) as server:
        service.address = str(server.make_url("/munro-response.txt?tempauth=1"))
        yield service


@pytest.fixture
async def teams(start_teams: StartTeams, store: Store) -> Teams:
    """A Teams whose bot knows Ada as an administrator and Mo as a manager, and holds nothing yet."""
    for name, role in (("ada", Role.ADMINISTRATOR), ("mo", Role.MANAGER)):
        member = Member(f"local/{name}", "local", name, f"{name.title()} Example", f"{name}@x.uk", frozenset({role}))
        await store.transact(lambda transaction, member=member: transaction.put(MEMBERS, member))  # type: ignore[misc]
    return await start_teams(respond, ENFORCED)


def sent(service: FileService, name: str = "munro-response.txt", **content: Any) -> dict[str, Any]:
    """A file as Teams sends it, with the HTML that it adds."""
    kept = {"downloadUrl": service.address, "uniqueId": "1", "fileType": "txt"} | content
    return {
        "attachments": [
            {"contentType": DOWNLOAD, "content": kept, "contentUrl": "https://x", "name": name},
            {"contentType": "text/html", "content": "<div><attachment id='1'></attachment></div>"},
        ]
    }


async def say(teams: Teams, who: Activity, text: str | None = None, **more: Any) -> str:
    """The one reply to what somebody says in their private chat."""
    replies = await teams.say(text, f"chat of {who['name']}", **{"from": who} | more)
    assert len(replies) == 1, replies
    return replies[0]


async def test_a_sent_document_is_restated_and_imported_on_a_yes(
    teams: Teams, store: Store, service: FileService
) -> None:
    told = await say(teams, ADA, **sent(service))

    assert "with 15 recommendations; I hold nothing of that name yet." in told
    assert told.endswith("Import it?")
    assert await store.programmes() == ()
    assert await store.all(AUDIT) == ()
    assert "Munro" not in str(await store.all(CONVERSATIONS))

    assert (await say(teams, ADA, "yes")).startswith("Imported: ")

    (programme,) = await store.programmes()
    assert (programme.name, len(programme.recommendations)) == ("munro", 15)
    (entry,) = await store.all(AUDIT)
    assert (entry.what, entry.subject, entry.by_name) == ("document imported", "munro", "Ada Example")
    assert entry.after == {"title": programme.title, "source": "munro-response.txt", "recommendations": 15}
    assert "Sue Myers" in await say(teams, MO, "who leads recommendation 10?")


async def test_the_file_is_asked_for_without_the_bots_token(teams: Teams, service: FileService) -> None:
    await say(teams, ADA, **sent(service))

    (request,) = service.asked
    assert "Authorization" not in request.headers
    assert "Cookie" not in request.headers
    assert request.query == {"tempauth": "1"}


async def test_a_document_of_the_same_name_is_replaced_and_what_it_lacks_is_said(
    teams: Teams, store: Store, service: FileService
) -> None:
    old = a_programme(title="The old answer", recommendations=(a_recommendation(), a_recommendation(ref="99")))
    await store.save_programme(old)
    await store.transact(lambda transaction: transaction.put(UPDATES, an_update(ref="99")))

    told = await say(teams, ADA, **sent(service))

    assert "it replaces “The old answer” with 2 recommendations" in told
    assert "it lacks Recommendation 99, on which progress was posted" in told
    await say(teams, ADA, "yes")
    (entry,) = await store.all(AUDIT)
    assert (entry.before or {})["title"] == "The old answer"
    assert [one.name for one in await store.programmes()] == ["munro"]
    assert len(await store.all(UPDATES)) == 1


async def test_the_same_document_again_would_change_nothing(teams: Teams, service: FileService) -> None:
    await say(teams, ADA, **sent(service))
    await say(teams, ADA, "yes")

    assert "I hold just the same already" in await say(teams, ADA, **sent(service))


@pytest.mark.parametrize("answer", ["no", "cancel"])
async def test_a_no_imports_nothing(teams: Teams, store: Store, service: FileService, answer: str) -> None:
    await say(teams, ADA, **sent(service))

    assert "dropped" in await say(teams, ADA, answer)

    assert "15 recommendations" not in await say(teams, ADA, "yes")
    assert await store.programmes() == ()
    assert await store.all(AUDIT) == ()


async def test_a_question_in_between_leaves_it_open(teams: Teams, store: Store, service: FileService) -> None:
    await store.save_programme(a_programme(name="laming"))
    await teams.bot.app[ENDPOINT].handler._turns.refresh()
    await say(teams, ADA, **sent(service))

    assert "still waiting" in await say(teams, ADA, "who leads 2?")
    assert "Imported" in await say(teams, ADA, "import it")


@pytest.mark.parametrize("who", [MO, {"id": "29:eve", "name": "Eve", "aadObjectId": "eve"}])
async def test_anybody_else_is_told_who_may_and_the_file_is_not_even_fetched(
    teams: Teams, store: Store, service: FileService, who: Activity
) -> None:
    told = await say(teams, who, **sent(service))

    assert told == "Only an administrator may do that, so nothing has been saved. Administrators: Ada Example."
    assert service.asked == []
    assert "yes" not in str(await store.all(CONVERSATIONS))
    assert "Imported" not in await say(teams, who, "yes")


async def test_whoever_is_no_administrator_any_more_imports_nothing(
    teams: Teams, store: Store, service: FileService
) -> None:
    await say(teams, ADA, **sent(service))
    (ada, *_) = await store.all(MEMBERS)
    await store.transact(lambda transaction: transaction.put(MEMBERS, replace(ada, roles=frozenset())))

    assert "Only an administrator" in await say(teams, ADA, "yes")
    assert await store.programmes() == ()


@pytest.mark.parametrize("text", ["import", "please import this document", "Here is the new review"])
async def test_words_that_only_bring_the_file_may_come_along(teams: Teams, service: FileService, text: str) -> None:
    assert "Import it?" in await say(teams, ADA, text, **sent(service))


@pytest.mark.parametrize(
    ("who", "note"),
    [(ADA, "send it without words, or with “import”"), (MO, "Administrators: Ada Example")],
)
async def test_words_about_something_else_are_answered_and_the_file_left(
    teams: Teams, store: Store, service: FileService, who: Activity, note: str
) -> None:
    await store.save_programme(a_programme())
    await teams.bot.app[ENDPOINT].handler._turns.refresh()

    told = await say(teams, who, "who leads recommendation 2?", **sent(service))

    assert told.startswith("Gani Martins")
    assert "haven’t looked at “munro-response.txt”" in told
    assert note in told
    assert service.asked == []


@pytest.mark.parametrize(
    ("changes", "name", "told"),
    [
        ({"content": b"nothing of the kind"}, "letter.txt", "found no recommendations in “letter.txt”"),
        ({"content": b"\x00\x01\x02"}, "letter.txt", ""),
        ({}, "picture.png", "can’t read .png files yet"),
        ({}, "noending", "can’t read a file without an ending"),
        ({"status": 404}, "munro.txt", "couldn’t get “munro.txt”"),
        ({"status": 302, "headers": {"Location": "/elsewhere"}}, "munro.txt", "couldn’t get “munro.txt”"),
        ({"headers": {"Content-Encoding": "gzip"}}, "munro.txt", "couldn’t get “munro.txt”"),
        ({"content": b"x" * (LARGEST + 1)}, "munro.txt", "larger than 10 MB"),
    ],
)
async def test_a_file_that_cannot_be_taken_gets_a_kind_sentence(
    teams: Teams, service: FileService, changes: dict[str, Any], name: str, told: str
) -> None:
    for field_name, value in changes.items():
        setattr(service, field_name, value)

    said = await say(teams, ADA, **sent(service, name))

    assert told in said
    assert "Import it?" not in said
    assert len(service.asked) == 1
    assert "don’t hold any recommendations yet" in await say(teams, ADA, "yes")


@pytest.mark.parametrize(
    "url",
    [
        "http://council.sharepoint.com/file",
        "https://council.sharepoint.com.evil.example/file",
        "https://evil.example/file",
        "https://user@council.sharepoint.com/file",
        "https://council.sharepoint.com:444/file",
        "https://council.sharepoint.com\\@evil.example/file",
        "file:///etc/passwd",
        "http://169.254.169.254/metadata",
        "https://x.sharepoint.com/" + "a" * 5_000,
        "https://x.sharepoint.com/a b",
        "",
    ],
)
async def test_nothing_is_fetched_from_anywhere_else(teams: Teams, service: FileService, url: str) -> None:
    assert "only take files that Teams itself keeps" in await say(teams, ADA, **sent(service, downloadUrl=url))


IN_TEAMS = Settings(app_id="bot", tenant="tenant")


@pytest.mark.parametrize(
    ("url", "settings", "may"),
    [
        ("https://council-my.sharepoint.com/personal/ada/_layouts/15/download.aspx?tempauth=1", IN_TEAMS, True),
        ("https://council.sharepoint.com:443/x", IN_TEAMS, True),
        ("http://127.0.0.1:4000/x", IN_TEAMS, False),
        ("https://localhost/x", IN_TEAMS, False),
        ("http://127.0.0.1:4000/x", Settings(), True),
        ("http://[::1]:4000/x", Settings(), True),
        ("https://council.sharepoint.com/x", Settings(), True),
        ("https://council.sharepoint.com/x", replace(IN_TEAMS, file_hosts=("files.example.gov.uk",)), False),
        ("https://files.example.gov.uk/x", replace(IN_TEAMS, file_hosts=("files.example.gov.uk",)), True),
        ("https://x.files.example.gov.uk/x", replace(IN_TEAMS, file_hosts=("files.example.gov.uk",)), False),
    ],
)
def test_files_come_from_sharepoint_and_locally_from_this_machine(url: str, settings: Settings, may: bool) -> None:
    assert may_fetch_from(url, settings) is may


async def test_a_service_that_hangs_is_given_up(
    teams: Teams, service: FileService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "TIMEOUT", ClientTimeout(total=0.05))
    service.answers.clear()

    assert "couldn’t get" in await say(teams, ADA, **sent(service))
    service.answers.set()


@pytest.mark.parametrize(
    "attachment",
    [
        {"contentType": DOWNLOAD},
        {"contentType": DOWNLOAD, "content": "x", "name": 5},
        {"contentType": DOWNLOAD, "content": {"downloadUrl": 5, "fileType": None}},
    ],
)
async def test_odd_attachments_are_answered_kindly(teams: Teams, attachment: Any) -> None:
    assert "only take files that Teams itself keeps" in await say(teams, ADA, attachments=[attachment])


async def test_a_picture_or_a_file_in_a_channel_is_left_as_ever(teams: Teams, service: FileService) -> None:
    picture = {"contentType": "image/png", "contentUrl": "https://x"}

    assert "only read words" in await say(teams, ADA, attachments=[picture])
    (told,) = await teams.say(None, "general", **{"from": ADA, "conversation": channel("general")} | sent(service))
    assert "only read words" in told
    assert service.asked == []


async def test_a_document_drops_an_unfinished_update_and_says_so(
    teams: Teams, store: Store, service: FileService
) -> None:
    ada = Member("local/ada", "local", "ada", "Ada", roles=frozenset({Role.ADMINISTRATOR}), leads=("Gani Martins",))
    await store.transact(lambda transaction: transaction.put(MEMBERS, ada))
    await store.save_programme(a_programme(name="laming"))
    await teams.bot.app[ENDPOINT].handler._turns.refresh()
    assert "Nobody has posted" in await say(teams, ADA, "update 2")

    told = await say(teams, ADA, **sent(service))

    assert "dropped your unfinished update on Recommendation 2" in told
    assert "Import it?" in told


async def test_how_to_import_is_said_to_administrators(teams: Teams) -> None:
    assert await say(teams, ADA, "how do I import a document?") == HOW
    assert "Only an administrator" in await say(teams, MO, "import a document")


async def test_what_has_lain_too_long_is_asked_for_again(
    start_teams: StartTeams, store: Store, service: FileService
) -> None:
    now = [datetime(2026, 11, 23, 9, 30, tzinfo=UTC)]
    teams = await start_teams(respond, Settings(), clock=lambda: now[0])
    await say(teams, ADA, **sent(service))
    now[0] += KEPT_FOR + timedelta(seconds=1)

    assert await say(teams, ADA, "yes") == GONE
    assert await store.programmes() == ()


def test_the_table_holds_the_newest_few() -> None:
    table, now = Table(), datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

    for number in range(MOST + 2):
        held = table.holding(Brought("x.txt", f"{number}", a_programme()), now)

    assert list(held) == [f"{number}" for number in range(2, MOST + 2)]
    assert table.holding(None, now + KEPT_FOR + timedelta(seconds=1)) == {}


@pytest.mark.parametrize("store", ["memory"], indirect=True)  # a bot on another one
async def test_until_the_yes_no_word_of_it_is_in_the_stores_files(
    start_teams: StartTeams, tmp_path: Path, service: FileService
) -> None:
    teams = await start_teams(respond, Settings(), open_store=lambda _: TinyStore.create(tmp_path / "data"))

    await say(teams, ADA, **sent(service))

    assert not any(b"RIAT" in file.read_bytes() for file in (tmp_path / "data").iterdir())
    await say(teams, ADA, "yes")
    assert any(b"RIAT" in file.read_bytes() for file in (tmp_path / "data").iterdir())


@pytest.mark.parametrize("first", [True, False])
async def test_after_a_restart_a_yes_is_told_why_the_file_is_gone(store: Store, *, first: bool) -> None:
    """A document that nobody agreed to yet lies in memory alone."""
    office = await an_office(store, *([] if first else [a_programme(name="laming")]))
    brought = Brought("munro.txt", "digest", a_programme(name="munro"))
    assert "Import it?" in (await office.say(OFFICE_ADA, "", brought=brought)).text

    await office.restarted()

    told = (await office.say(OFFICE_ADA, "yes")).text
    assert told == GONE
    assert "Nothing has been imported" in told
    assert "started again" in told
    assert "send it once more" in told
