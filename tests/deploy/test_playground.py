"""The bot as a person meets it: typed to and clicked on in the Agents Playground, in a real browser.

SCREENSHOTS=deploy/pictures pytest tests/deploy/test_playground.py    also keeps pictures of what was seen.
"""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Page, async_playwright

from bot.app import create_app
from bot.settings import Settings
from deploy.run import LOGS, PROGRAM, ROOT, playground, started, wait_until_it_answers
from dialogs.turns.turn import Memory, Message, Reply, Turn
from knowledge.library import Knowledge
from knowledge.model import Person, Programme
from knowledge.progress.model import Status, Target, Update
from knowledge.store import TinyStore
from tests.builders import an_update
from tests.conftest import need
from tests.knowledge.progress.keeping import keep

from .test_launcher import free_port

# What somebody types, and what must then stand on the page below it, in the reply and on its card.
TYPED = [
    (
        "who leads recommendation 10?",
        "Sue Myers, Head of Early Intervention and Prevention, leads Recommendation 10.",
        "Source: Munro response, Recommendation 10, Lead Officer",
        "Accepted in principle",
    ),
    ("whats the timescle?", "by September 2011 and from May 2012", "Royal Assent"),
    (
        "wich have no lead?",
        "Recommendations 4, 5, 6, 7 and 15",
        "No lead officer · Accepted in principle · in autumn 2011",
    ),
    ("who leads recommendation 16?", "There is no Recommendation 16"),
]

SAY = "what is the timescale of recommendation 10?"
CARD = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [{"type": "TextBlock", "text": "Recommendation 10", "wrap": True}],
    "actions": [
        {"type": "Action.Submit", "title": "Timescale", "data": {"say": SAY}},
        {"type": "Action.Execute", "title": "Leads", "verb": "say", "data": {"say": "who leads recommendation 10?"}},
    ],
}

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000  # milliseconds for anything to appear


@pytest.fixture(autouse=True)
def _browser_and_playground() -> None:
    need(Chromium=CHROMIUM, Playground=PROGRAM.exists())


def with_card(message: Message, _speaker: Person, memory: Memory, _knowledge: Knowledge) -> Turn:
    """Say what was heard; on the word "card", show one."""
    return Turn((Reply(f"I heard: {message.text}", CARD if "card" in message.text else None),), memory)


def some_progress() -> list[Any]:
    """What officers reported, and a target that has passed."""
    now = datetime.now(UTC)

    def reported(ref: str, status: Status, days: int) -> Update:
        return an_update(ref=ref, status=status, at=now - timedelta(days=days), by_name="Sue Myers")

    passed = (now - timedelta(days=20)).date()
    return [
        reported("10", Status.ON_TRACK, 40),
        reported("9", Status.OFF_TRACK, 30),
        reported("8", Status.AT_RISK, 20),
        reported("1", Status.AWAITING_SIGN_OFF, 15),
        reported("9", Status.ON_TRACK, 3),
        reported("10", Status.AT_RISK, 2),
        Target("target", "munro", "8", passed, "the board agreed", "m", now - timedelta(days=60), "Jane Doe"),
    ]


@dataclass
class Chat:
    """One conversation on the page, as somebody sees and uses it; `before` is what stood there before they typed."""

    page: Page
    before: str = ""

    async def type(self, words: str) -> None:
        """Type into the box and press Enter."""
        self.before = await self._text()
        box = self.page.locator("[contenteditable=true]").first
        await box.click()
        await self.page.keyboard.type(words)
        await self.page.keyboard.press("Enter")

    async def mention_bot(self, words: str) -> None:
        """Choose the bot from the list that @ opens, and go on typing."""
        await self.page.locator("[contenteditable=true]").first.click()
        await self.page.keyboard.type("@")
        await self.page.get_by_role("menuitem", name="Test Bot").click()
        await self.page.keyboard.type(words)
        await self.page.keyboard.press("Enter")

    async def press(self, title: str) -> None:
        await self.page.get_by_role("button", name=title, exact=True).last.click()

    async def choose(self, choice: str) -> None:
        """Choose from the list on a card."""
        await self.page.get_by_placeholder("Choose a status").last.click()
        await self.page.get_by_role("option", name=choice).click()

    async def open(self, name: str) -> None:
        await self.page.get_by_text(name, exact=True).first.click()

    async def shows(self, words: str) -> None:
        """Wait until these words stand in the conversation."""
        await self.page.wait_for_function(
            "words => document.body.innerText.includes(words)", arg=words, timeout=PATIENCE
        )

    async def answers(self, typed: str, *words: str) -> None:
        """Wait until all these words have come since something was typed, in the reply or on its card.

        Not "below it": a quick reply overtakes the Playground's own picture of what was typed.
        """
        missing, text = list(words), ""
        for _ in range(PATIENCE // 200):
            text = await self._text()
            missing = [w for w in words if text.count(w) <= self.before.count(w)]
            if not missing:
                return
            await asyncio.sleep(0.2)
        pytest.fail(f"since {typed!r} there is no {missing} in {text!r}")

    async def _text(self) -> str:
        return await self.page.locator("body").inner_text()

    async def picture(self, name: str) -> None:
        """Keep a picture of the page, if somebody wants pictures."""
        if folder := os.environ.get("SCREENSHOTS"):
            await asyncio.sleep(0.5)
            await self.page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.fixture
async def open_chat() -> AsyncIterator[Callable[[int], Awaitable[Chat]]]:
    """Opens the Playground in a browser, talking to the bot on this port."""
    LOGS.mkdir(exist_ok=True)
    async with AsyncExitStack() as stack:

        async def opened(port: int) -> Chat:
            playground_port = free_port()
            process = stack.enter_context(playground(port, playground_port))
            url = f"http://localhost:{playground_port}"
            await asyncio.to_thread(wait_until_it_answers, url, process, "playground")
            driver = await stack.enter_async_context(async_playwright())
            browser = await driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            stack.push_async_callback(browser.close)
            page = await browser.new_page(viewport={"width": 1280, "height": 1120})
            await page.goto(url)
            await page.locator("[contenteditable=true]").first.wait_for(timeout=PATIENCE)
            await page.get_by_title("Hide log panel").click()  # for developers; the chat gets its room
            return Chat(page)

        yield opened


OpenChat = Callable[[int], Awaitable[Chat]]


@pytest.fixture
def real_bot(tmp_path: Path) -> Iterator[int]:
    """The port of the bot as it is installed, with the bundled document."""
    LOGS.mkdir(exist_ok=True)
    port, data = free_port(), str(tmp_path / "data")
    command = [sys.executable, "-m", "bot"]
    subprocess.run([*command, "init"], cwd=ROOT, env=os.environ | {"DATA_DIR": data}, check=True)  # noqa: S603  ours
    with started("bot", command, DATA_DIR=data, PORT=str(port)) as process:
        wait_until_it_answers(f"http://127.0.0.1:{port}/ready", process, "bot")
        yield port


@pytest.fixture
async def bot_with_progress(munro: Programme) -> AsyncIterator[int]:
    """The port of the bot itself, with progress of the last weeks."""
    port, store = free_port(), TinyStore.in_memory()
    await store.save_programme(munro)
    await keep(store, some_progress())
    runner = web.AppRunner(create_app(Settings(port=port), open_store=lambda _: store))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield port
    await runner.cleanup()


@pytest.fixture
async def bot_with_card() -> AsyncIterator[int]:
    """The port of a bot that shows a card when it is asked for one."""
    port = free_port()
    runner = web.AppRunner(
        create_app(Settings(port=port), open_store=lambda _: TinyStore.in_memory(), respond=with_card)
    )
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield port
    await runner.cleanup()


async def test_somebody_is_welcomed_and_answered(real_bot: int, open_chat: OpenChat) -> None:
    chat = await open_chat(real_bot)
    await chat.shows("I answer questions about the 15 recommendations")
    await chat.picture("welcome")

    for typed, *expected in TYPED:
        await chat.type(typed)
        await chat.answers(typed, *expected)

    await chat.picture("list")


async def test_a_cards_button_does_what_typed_words_do(real_bot: int, open_chat: OpenChat) -> None:
    chat = await open_chat(real_bot)
    await chat.type("who leads recommendation 10?")
    await chat.shows("Sue Myers, Head of Early Intervention and Prevention, leads Recommendation 10.")

    await chat.press("Timescale")
    await chat.shows("Recommendation 10 gives these dates: by September 2011 and from May 2012.")
    await chat.picture("button")


async def test_one_question_leads_to_the_next(real_bot: int, open_chat: OpenChat) -> None:
    chat = await open_chat(real_bot)

    await chat.type("who leads recommendation 10?")
    await chat.answers("who leads recommendation 10?", "leads Recommendation 10.", "Accepted in principle")
    await chat.type("was it accepted in full?")
    await chat.answers("was it accepted in full?", "No. Recommendation 10 was accepted in principle by the Government.")

    await chat.picture("conversation")


async def test_an_update_is_posted_by_a_typed_sentence(real_bot: int, open_chat: OpenChat) -> None:
    chat = await open_chat(real_bot)
    year = date.today().year + 1  # noqa: DTZ011  any day to come will do
    typed = f"update 10: amber – family CAF consultation started; next step pilot by 30 June {year}"

    await chat.type(typed)
    await chat.answers(
        typed, "Recommendation 10: at risk (amber).", f"Next step: pilot, by 30 June {year}.", "Save this?"
    )
    await chat.press("Yes, save it")
    await chat.shows("Saved. Recommendation 10 is now at risk (amber)")
    await chat.shows("Recommendation 10: saved")  # in the place of the question
    await chat.picture("update")

    await chat.type("what's the latest on 10?")
    await chat.answers("what's the latest on 10?", "family CAF consultation started", "Source: update by Alex Wilber")


async def test_an_update_is_posted_by_a_card(real_bot: int, open_chat: OpenChat) -> None:
    chat = await open_chat(real_bot)
    await chat.type("update 3")
    await chat.shows("Update on Recommendation 3")
    await chat.picture("form")

    await chat.choose("On track (green)")
    await chat.page.get_by_label("What has happened?").fill("All *40* staff are trained")
    await chat.page.get_by_label("Evidence").fill("Minutes of 12 November")
    await chat.press("Check it")
    await chat.shows("“All *40* staff are trained”.")
    await chat.shows("Save this?")
    await chat.press("Yes, save it")
    await chat.shows("Saved. Recommendation 3 is now on track (green)")

    await chat.type("history of 3")
    await chat.answers("history of 3", "“All *40* staff are trained”.", "Evidence: Minutes of 12 November.")


async def test_a_manager_asks_for_the_summary(bot_with_progress: int, open_chat: OpenChat) -> None:
    chat = await open_chat(bot_with_progress)

    await chat.type("weekly summary")
    await chat.answers(
        "weekly summary",
        "2 of 15 recommendations moved since",
        "Which are overdue?",
        "2 at risk (amber), 1 on track (green)",
    )
    await chat.picture("summary")

    await chat.press("Who hasn’t updated?")
    await chat.shows("leads have not reported on everything that they lead")


async def test_both_kinds_of_button_can_be_pressed(bot_with_card: int, open_chat: OpenChat) -> None:
    chat = await open_chat(bot_with_card)
    await chat.type("a card, please")
    await chat.shows("Recommendation 10")

    await chat.press("Timescale")
    await chat.shows(f"I heard: {SAY}")

    await chat.press("Leads")
    await chat.shows("I heard: who leads recommendation 10?")
    await chat.shows("The answer is in the chat.")


@pytest.mark.parametrize("place", ["General", "Group Chat"])
async def test_where_others_listen_the_bot_is_mentioned_and_hears_only_the_question(
    bot_with_card: int, open_chat: OpenChat, place: str
) -> None:
    chat = await open_chat(bot_with_card)
    await chat.open(place)
    await chat.shows("I don’t hold any recommendations yet")

    await chat.mention_bot("who leads 10?")

    await chat.shows("I heard: who leads 10?")


async def test_the_chat_window_answers_this_machine_only() -> None:
    LOGS.mkdir(exist_ok=True)
    port = free_port()

    with playground(free_port(), port) as process:
        await asyncio.to_thread(wait_until_it_answers, f"http://localhost:{port}", process, "playground")

        with pytest.raises(ConnectionRefusedError):  # whoever listens on every interface answers here, too
            await asyncio.open_connection("127.0.0.2", port)
