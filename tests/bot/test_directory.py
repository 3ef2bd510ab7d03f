"""The directory of people by chat, over HTTP, on every store."""

from __future__ import annotations

from typing import Any

import pytest

from bot.settings import Settings
from dialogs.conversation import respond
from knowledge.model import Programme
from knowledge.progress.model import Role
from knowledge.store import Store
from knowledge.store.shelves import AUDIT, MEMBERS
from tests.conftest import SUE, Activity, StartTeams

BOSS = {"id": "29:boss", "name": "Bob Ray", "aadObjectId": "22222222-2222-2222-2222-222222222222"}
ENFORCED = Settings(open_to_all=False, admins=frozenset({"22222222-2222-2222-2222-222222222222"}))


def by(who: Activity) -> dict[str, Any]:
    return {"from": who}


async def test_an_administrator_makes_a_manager_and_everybody_may_know(
    start_teams: StartTeams, store: Store, munro: Programme
) -> None:
    await store.save_programme(munro)
    teams = await start_teams(respond, ENFORCED)

    async def say(text: str, who: Activity = BOSS) -> str:
        [reply] = await teams.say(text, **by(who))
        return reply

    assert "Save this?" in await say("add Jane Doe jane.doe@example.gov.uk as officer")
    assert "Saved" in await say("yes")
    assert "will be a manager" in await say("make Jane Doe a manager")
    assert "Saved" in await say("yes")
    assert "Only an administrator" in await say("remove the manager role from Jane Doe", SUE)
    assert "Managers: Jane Doe." in await say("who are the managers?", SUE)

    (jane,) = await store.all(MEMBERS)
    assert jane.roles == {Role.OFFICER, Role.MANAGER}
    assert [(entry.what, entry.by_name) for entry in await store.all(AUDIT)] == [
        ("person added", "Bob Ray"),
        ("role given", "Bob Ray"),
    ]


async def test_in_a_group_nobody_says_yes_for_somebody_else(
    start_teams: StartTeams, store: Store, munro: Programme
) -> None:
    await store.save_programme(munro)
    teams = await start_teams(respond, ENFORCED)

    await teams.say("add Jane Doe jane.doe@example.gov.uk as officer", **by(BOSS))
    await teams.say("yes", **by(SUE))

    assert await store.all(MEMBERS) == ()


async def test_a_card_does_not_say_who_somebody_is(start_teams: StartTeams, store: Store, munro: Programme) -> None:
    await store.save_programme(munro)
    teams = await start_teams(respond, ENFORCED)

    pressed = {"say": "make me a manager", "object_id": BOSS["aadObjectId"], "from": BOSS, "appointed": True}
    [reply] = await teams.say(None, value=pressed)

    assert "Only an administrator" in reply
    assert await store.all(MEMBERS) == ()


@pytest.mark.parametrize(("settings", "says_so"), [(Settings(), True), (ENFORCED, False)])
async def test_help_says_where_everybody_may_do_everything(
    start_teams: StartTeams, store: Store, munro: Programme, settings: Settings, says_so: bool
) -> None:
    await store.save_programme(munro)
    teams = await start_teams(respond, settings)

    [said] = await teams.say("help")

    assert ("everybody may do everything" in said) is says_so
