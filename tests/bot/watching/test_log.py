"""What operators read: one JSON object a line, and nothing of what people said."""

import asyncio
import io
import json
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.watching.log import JsonLines
from dialogs.turns.turn import Memory, Message, Turn
from knowledge.library import Knowledge
from knowledge.model import Person
from tests.conftest import StartTeams
from tests.deploy.test_launcher import ROOT, free_port


def broken(message: Message, speaker: Person, memory: Memory, knowledge: Knowledge) -> Turn:
    raise ValueError(f"{message.text} {speaker.name}")


@pytest.fixture
def lines() -> Any:
    """Everything the bot logs from here on."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    ours = logging.getLogger("bot")
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    yield stream
    ours.removeHandler(handler)
    ours.setLevel(logging.NOTSET)


async def test_a_failed_turn_is_one_line_with_the_id_the_person_got(
    start_teams: StartTeams, lines: io.StringIO
) -> None:
    teams = await start_teams(broken)

    [sorry] = await teams.say("my private question")

    [failure] = [line for line in map(json.loads, lines.getvalue().splitlines()) if line["level"] == "error"]
    assert failure["turn"] in sorry
    assert failure["error"][0] == "ValueError"
    assert "test_log.py" in failure["error"][1]


async def test_neither_words_nor_names_are_logged(start_teams: StartTeams, lines: io.StringIO) -> None:
    teams = await start_teams(broken)
    await teams.say("my private question")
    calm = await start_teams()
    await calm.say("my private question", where="19:secret-place")

    logged = lines.getvalue()
    assert logged.count("\n") >= 3
    for private in ("private", "Sue", "Myers", "1111-1111", "secret-place", "tenant"):
        assert private not in logged


async def test_a_stopped_bot_finishes_nothing_halfway_and_lets_its_store_go(tmp_path: Path) -> None:
    port, environ = free_port(), os.environ | {"DATA_DIR": str(tmp_path / "data")}
    command = [sys.executable, "-m", "bot"]
    await asyncio.to_thread(subprocess.run, [*command, "init"], cwd=ROOT, env=environ, check=True)
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environ | {"PORT": str(port)}, stderr=asyncio.subprocess.PIPE
    )
    async with ClientSession() as http:
        await _ready(http, port)

    process.send_signal(signal.SIGTERM)
    _, logged = await asyncio.wait_for(process.communicate(), 20)

    assert process.returncode == 0
    assert [json.loads(line)["event"] for line in logged.splitlines()] == ["starting", "stopped"]


async def _ready(http: ClientSession, port: int) -> None:
    for _ in range(100):
        try:
            async with http.get(f"http://127.0.0.1:{port}/ready") as answer:
                if answer.status == 200:
                    return
        except OSError:
            await asyncio.sleep(0.1)
    pytest.fail("the bot did not start")
