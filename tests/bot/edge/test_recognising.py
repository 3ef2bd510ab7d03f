"""Who somebody is, as Teams vouches for it over HTTP with the bot's own token."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dialogs.conversation import respond
from knowledge.model import Programme
from knowledge.progress.model import Member
from knowledge.progress.people.membership import key_for
from knowledge.store import Store
from knowledge.store.shelves import MEMBERS
from tests.conftest import SUE, StartTeams, Teams

from .authority import OUR_TEAMS, SETTINGS, Authority

EMAIL = "sue@example.gov.uk"
VOUCHED = {"objectId": SUE["aadObjectId"], "userPrincipalName": "Sue@Example.gov.uk"}
BY_NAME = replace(SETTINGS, admins=frozenset({EMAIL}))


@pytest.fixture
async def teams(start_teams: StartTeams, authority: Authority, store: Store, munro: Programme) -> Teams:
    """A Teams whose bot names Sue an administrator by her sign-in name, and knows her by her address."""
    await store.save_programme(munro)
    sue = Member(key_for("our-tenant", "", EMAIL), "our-tenant", "", "Susan Myers", EMAIL)
    await store.transact(lambda t: t.put(MEMBERS, sue))
    return await start_teams(respond, BY_NAME, microsoft=authority.microsoft)


async def who_am_i(teams: Teams, authority: Authority, **fields: Any) -> str:
    token = authority.token(serviceurl=teams.service_url)
    activity = teams.activity(text="who am I?", channelData=OUR_TEAMS, **fields)
    response = await teams.post(activity, headers={"Authorization": f"Bearer {token}"})
    assert response.status == 201
    return str(teams.replies()[-1]["text"])


async def test_whoever_teams_vouches_for_is_linked_and_appointed(
    teams: Teams, authority: Authority, store: Store
) -> None:
    teams.accounts[SUE["id"]] = VOUCHED

    said = await who_am_i(teams, authority)

    assert "You are Susan Myers (sue@example.gov.uk)." in said
    assert "The setting ADMINS makes you an administrator." in said
    assert [member.object_id for member in await store.all(MEMBERS)] == [SUE["aadObjectId"]]


@pytest.mark.parametrize(
    "account", [None, {"not": "one"}, VOUCHED | {"objectId": "22222222-2222-2222-2222-222222222222"}]
)
async def test_whoever_teams_does_not_vouch_for_is_answered_as_a_stranger(
    teams: Teams, authority: Authority, store: Store, account: dict[str, str] | None
) -> None:
    if account:
        teams.accounts[SUE["id"]] = account

    said = await who_am_i(teams, authority, value={"say": "who am I?", "email": EMAIL, "objectId": "x"})

    assert "You aren’t in my directory" in said
    assert [member.object_id for member in await store.all(MEMBERS)] == [""]
