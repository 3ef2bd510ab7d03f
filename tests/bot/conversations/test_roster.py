"""Who is recognised by what Teams vouches for, and that nobody else ever is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.conversations.roster import FAILED_REMEMBERED, REMEMBERED, Roster
from bot.incoming.activity import Account, Incoming, Place
from bot.outgoing.connector import NotDelivered
from bot.settings import Settings
from knowledge.model import Person
from knowledge.progress.acts.changes import Change, apply
from knowledge.progress.model import Delegation, Member, Role
from knowledge.progress.people.membership import key_for
from knowledge.store import Store
from knowledge.store.shelves import AUDIT, DELEGATIONS, MEMBERS
from tests.builders import a_member
from tests.office import NOW

ACCOUNT = "11111111-1111-1111-1111-111111111111"
SETTINGS = Settings(app_id="our-app", app_password="secret", tenant="tenant")  # noqa: S106  of nothing
SUE = Person("tenant", ACCOUNT, "Sue Myers")
INCOMING = Incoming("message", "1", "https://teams/", Place("a:1/x"), Account("29:sue"))
VOUCHED = {
    "objectId": ACCOUNT.upper(),
    "userPrincipalName": "Sue.Myers@Example.gov.uk",
    "email": "smyers@example.gov.uk",
    "tenantId": "Tenant",
    "userRole": "user",
}


@dataclass
class Directory:
    """Teams' own directory: what it says, how often it was asked, and for what."""

    says: Any = field(default_factory=lambda: dict(VOUCHED))
    asked: list[str] = field(default_factory=list)
    now: float = 0.0

    async def ask(self, service_url: str, path: str) -> Any:
        self.asked.append(service_url + path)
        if isinstance(self.says, Exception):
            raise self.says
        return self.says

    def clock(self) -> float:
        return self.now


def unmet(name: str = "Sue Myers", *roles: Role, email: str = "sue.myers@example.gov.uk", **known: Any) -> Member:
    """Somebody whose account nobody knows yet."""
    member = a_member(name, *roles, object_id="", email=email, key=key_for("tenant", "", email))
    return replace(member, **known)


async def keep(store: Store, *members: Member) -> None:
    await store.transact(lambda t: apply([Change(MEMBERS, member) for member in members], t))


async def met(store: Store, teams: Directory, person: Person = SUE, settings: Settings = SETTINGS) -> Person:
    return await Roster(store, settings, teams.ask, teams.clock).met(INCOMING, person)


@pytest.mark.parametrize("email", ["sue.myers@example.gov.uk", "smyers@example.gov.uk"])
async def test_somebody_whose_address_teams_vouches_for_is_linked(store: Store, email: str) -> None:
    before = unmet("Sue Myers", Role.MANAGER, email=email)
    await keep(store, before)
    stands_in = Delegation(id="1", lead="Gani Martins", member=before.key, by="x", at=NOW)
    await store.transact(lambda t: t.put(DELEGATIONS, stands_in))
    teams = Directory()

    assert await met(store, teams) == SUE

    after = replace(before, key=f"tenant/{ACCOUNT}", object_id=ACCOUNT)
    assert await store.all(MEMBERS) == (after,)
    assert [delegation.member for delegation in await store.all(DELEGATIONS)] == [after.key]
    (entry,) = await store.all(AUDIT)
    assert (entry.what, entry.by, entry.by_name, entry.conversation) == (
        "account linked",
        after.key,
        "Sue Myers",
        "a:1/x",
    )
    assert teams.asked == ["https://teams/v3/conversations/a%3A1%2Fx/members/29%3Asue"]


@pytest.mark.parametrize(
    "says",
    [
        None,
        [],
        {},
        "sue.myers@example.gov.uk",
        VOUCHED | {"objectId": "22222222-2222-2222-2222-222222222222"},
        VOUCHED | {"aadObjectId": "22222222-2222-2222-2222-222222222222"},
        VOUCHED | {"objectId": None},
        VOUCHED | {"tenantId": "another"},
        VOUCHED | {"userPrincipalName": ""},
        VOUCHED | {"userPrincipalName": None},
        VOUCHED | {"userPrincipalName": "s_x#EXT#@other.example", "email": "sue.myers@example.gov.uk"},
        VOUCHED | {"userRole": "guest"},
        VOUCHED | {"userPrincipalName": "somebody.else@example.gov.uk"},
        VOUCHED | {"userPrincipalName": 7, "email": ["sue.myers@example.gov.uk"]},
        NotDelivered(404),
        TimeoutError(),
    ],
    ids=str,
)  # fmt: skip
async def test_nobody_is_linked_by_anything_less(store: Store, says: Any) -> None:
    sue = unmet()
    await keep(store, sue)

    assert await met(store, Directory(says)) == SUE

    assert await store.all(MEMBERS) == (sue,)
    assert await store.all(AUDIT) == ()


@pytest.mark.parametrize(
    "members",
    [
        [unmet(email="")],
        [unmet(), a_member("Susan Myers", email="sue.myers@example.gov.uk")],
        [unmet(), unmet("S Myers", email="smyers@example.gov.uk")],
        [unmet(tenant="another")],
        [unmet(), a_member("Sue Fox", object_id=ACCOUNT)],
    ],
    ids=["no address", "one address twice", "two addresses, two people", "another tenant", "account known"],
)
async def test_nobody_is_linked_where_it_could_be_somebody_else(store: Store, members: list[Member]) -> None:
    await keep(store, *members)

    await met(store, Directory())

    assert await store.all(MEMBERS) == tuple(members)


@pytest.mark.parametrize(
    ("person", "settings"),
    [
        (replace(SUE, tenant="local"), Settings()),
        (replace(SUE, tenant="local"), Settings(open_to_all=False, admins=frozenset({"sue.myers@example.gov.uk"}))),
        (replace(SUE, object_id=""), SETTINGS),
    ],
    ids=["local", "local, enforced", "without an account"],
)
async def test_teams_is_not_asked_where_nobody_can_vouch(store: Store, person: Person, settings: Settings) -> None:
    await keep(store, unmet())
    teams = Directory()

    assert await met(store, teams, person, settings) == person
    assert teams.asked == []


async def test_teams_is_not_asked_where_nobody_is_waiting(store: Store) -> None:
    teams = Directory()
    await keep(store, a_member("Jane Doe"))

    await met(store, teams)

    assert teams.asked == []


async def test_what_teams_says_is_remembered_for_an_hour_and_silence_for_two_minutes(store: Store) -> None:
    await keep(store, unmet(email="nobody@example.gov.uk"))
    teams = Directory()
    roster = Roster(store, SETTINGS, teams.ask, teams.clock)

    for _ in range(3):
        await roster.met(INCOMING, SUE)
    assert len(teams.asked) == 1
    teams.says, teams.now = NotDelivered(404), REMEMBERED + 1
    for _ in range(3):
        await roster.met(INCOMING, SUE)
    assert len(teams.asked) == 2
    teams.now += FAILED_REMEMBERED + 1
    await roster.met(INCOMING, SUE)
    assert len(teams.asked) == 3


async def test_somebody_added_later_is_linked_by_what_is_remembered(store: Store) -> None:
    await keep(store, unmet(email="nobody@example.gov.uk"))
    teams = Directory()
    roster = Roster(store, SETTINGS, teams.ask, teams.clock)
    await roster.met(INCOMING, SUE)

    await keep(store, unmet())
    await roster.met(INCOMING, SUE)

    assert len(teams.asked) == 1
    assert f"tenant/{ACCOUNT}" in [member.key for member in await store.all(MEMBERS)]


@pytest.mark.parametrize(
    ("admins", "says", "appointed"),
    [
        ("sue.myers@example.gov.uk", VOUCHED, True),
        ("smyers@example.gov.uk", VOUCHED, False),
        ("sue.myers@example.gov.uk", VOUCHED | {"userPrincipalName": "x", "email": "sue.myers@example.gov.uk"}, False),
        ("sue.myers#ext#@other", VOUCHED | {"userPrincipalName": "sue.myers#EXT#@other"}, False),
        ("sue.myers@example.gov.uk", NotDelivered(404), False),
    ],
)
async def test_a_sign_in_name_appoints_only_whom_teams_vouches_for(
    store: Store, admins: str, says: Any, appointed: bool
) -> None:
    settings = replace(SETTINGS, admins=frozenset({admins}))

    assert (await met(store, Directory(says), settings=settings)).appointed is appointed


async def test_many_at_once_are_linked_once(store: Store) -> None:
    await keep(store, unmet())
    teams = Directory()
    roster = Roster(store, SETTINGS, teams.ask, teams.clock)

    await asyncio.gather(*(roster.met(INCOMING, SUE) for _ in range(10)))

    assert len(await store.all(AUDIT)) == 1
