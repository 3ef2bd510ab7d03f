"""Work that reads much lets others have their turn, and a summary in Teams is such work."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from typing import Any

from bot.conversations.gathering import gathered
from bot.settings import Settings
from dialogs.conversation import respond
from knowledge.model import Programme
from knowledge.progress.model import Status
from knowledge.progress.summaries.steps import Step, at_once
from knowledge.store import Store
from knowledge.store.shelves import UPDATES
from tests.builders import an_update
from tests.conftest import StartTeams
from tests.knowledge.progress.keeping import keep


def three_readings() -> Generator[Step, Any, list[int]]:
    found = []
    for _ in range(3):
        found.append((yield lambda reading: len(reading.all(UPDATES))))  # noqa: PERF401  no comprehension can yield
    return found


async def test_others_have_their_turn_before_and_after_each_step(store: Store) -> None:
    turns = 0
    done = asyncio.Event()

    async def others() -> None:
        nonlocal turns
        while not done.is_set():
            turns += 1
            await asyncio.sleep(0)

    waiting = asyncio.create_task(others())
    found = await gathered(three_readings(), store)
    done.set()
    await waiting

    assert found == [0, 0, 0]
    assert turns >= 6


async def test_steps_see_what_was_saved_between_them_and_at_once_they_do_not(store: Store) -> None:
    work = three_readings()
    next(work)
    await keep(store, [an_update()])

    assert await gathered(three_readings(), store) == [1, 1, 1]
    assert await store.read(lambda reading: at_once(three_readings(), reading)) == [1, 1, 1]


async def test_a_summary_is_given_in_teams_and_its_next_page_remembered(
    store: Store, start_teams: StartTeams, munro: Programme
) -> None:
    await store.save_programme(munro)
    await keep(store, [an_update(ref="10", status=Status.ON_TRACK)])
    teams = await start_teams(respond, Settings())

    (summary,) = await teams.say("summary since 1 november 2026")
    (more,) = await teams.say("more")

    assert "on track 1 (0)" in summary
    assert more == "That was all of the summary."
    assert teams.replies()[0]["attachments"][0]["content"]["type"] == "AdaptiveCard"
