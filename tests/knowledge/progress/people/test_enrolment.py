"""Who is new and who is changed when a list of people is brought in, and what nobody loses by it."""

from datetime import UTC, datetime
from functools import partial

import pytest

from knowledge.errors import UnreadablePeople
from knowledge.model import Programme
from knowledge.progress.acts.actor import Actor
from knowledge.progress.acts.changes import Change, Occasion, apply
from knowledge.progress.model import Delegation, Member, Role
from knowledge.progress.people.directory import read_people
from knowledge.progress.people.enrolment import Enrolment, enrol
from knowledge.progress.standings.records import Records
from knowledge.store import Store, Transaction
from knowledge.store.shelves import AUDIT, DELEGATIONS, MEMBERS
from tests.builders import a_member

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CLERK = Occasion(Actor("command line", "command line"), AT, "command line")


async def bring_in(
    store: Store, munro: Programme, *rows: str, header: str = "name,email,object_id,roles,leads"
) -> Enrolment:
    people = read_people("\n".join([header, *rows]).encode(), local=True)

    def work(transaction: Transaction) -> Enrolment:
        enrolment = enrol(people, [munro], Records(transaction), "tenant", CLERK)
        apply(enrolment.changes, transaction)
        return enrolment

    return await store.transact(work)


async def keep(store: Store, *members: Member) -> None:
    await store.transact(partial(apply, [Change(MEMBERS, member) for member in members]))


async def test_somebody_new_is_added_with_what_the_file_says(store: Store, munro: Programme) -> None:
    await bring_in(store, munro, "Sue Myers,sue.myers@example.gov.uk,,Lead;manager,sue MYERS;Gani Martins")

    assert await store.all(MEMBERS) == (
        Member(
            key="tenant/mail:sue.myers@example.gov.uk",
            tenant="tenant",
            name="Sue Myers",
            email="sue.myers@example.gov.uk",
            roles=frozenset({Role.OFFICER, Role.MANAGER}),
            leads=("Sue Myers", "Gani Martins"),
        ),
    )


async def test_the_same_list_again_changes_nothing(store: Store, munro: Programme) -> None:
    row = "Sue Myers,sue.myers@example.gov.uk,abc,officer,Sue Myers"
    await bring_in(store, munro, row)

    again = await bring_in(store, munro, row)

    assert again.changes == ()
    assert len(await store.all(AUDIT)) == 1


async def test_whoever_is_not_in_the_list_stays(store: Store, munro: Programme) -> None:
    jane = a_member("Jane Doe", Role.ADMINISTRATOR)
    await keep(store, jane)

    await bring_in(store, munro, "Sue Myers,sue.myers@example.gov.uk,,,")

    assert jane in await store.all(MEMBERS)


async def test_what_the_file_has_no_column_for_stays(store: Store, munro: Programme) -> None:
    sue = a_member("Sue Myers", Role.MANAGER, leads=("Sue Myers",))
    await keep(store, sue)

    await bring_in(store, munro, "Susan Myers,sue.myers@example.gov.uk", header="name,email")

    (now,) = await store.all(MEMBERS)
    assert (now.name, now.roles, now.leads, now.key) == ("Susan Myers", sue.roles, sue.leads, sue.key)


async def test_an_object_id_counts_before_an_address(store: Store, munro: Programme) -> None:
    await keep(store, a_member("Sue Myers", object_id="abc"))

    await bring_in(store, munro, "Sue Fox,sue.fox@example.gov.uk,abc,,")

    (now,) = await store.all(MEMBERS)
    assert (now.name, now.email) == ("Sue Fox", "sue.fox@example.gov.uk")


async def test_somebody_whose_account_becomes_known_takes_along_what_they_may(store: Store, munro: Programme) -> None:
    await bring_in(store, munro, "Sue Myers,sue.myers@example.gov.uk,,,")
    (sue,) = await store.all(MEMBERS)
    stands_in = Delegation(id="1", lead="Gani Martins", member=sue.key, by="tenant/gani-martins", at=AT)
    await store.transact(lambda t: t.put(DELEGATIONS, stands_in))

    await bring_in(store, munro, "Sue Myers,sue.myers@example.gov.uk,abc,,")

    assert [member.key for member in await store.all(MEMBERS)] == ["tenant/abc"]
    assert [delegation.member for delegation in await store.all(DELEGATIONS)] == ["tenant/abc"]


async def test_every_change_is_in_the_trail(store: Store, munro: Programme) -> None:
    await bring_in(store, munro, "Sue Myers,sue.myers@example.gov.uk,,,", "Jane Doe,jane@example.gov.uk,,,")
    await bring_in(store, munro, "Sue Myers,sue.myers@example.gov.uk,,manager,", "Jane Doe,jane@example.gov.uk,,,")

    trail = await store.all(AUDIT)
    assert [(entry.by_name, entry.what) for entry in trail] == [
        ("command line", "person added"),
        ("command line", "person added"),
        ("command line", "person changed"),
    ]
    assert trail[2].before
    assert trail[2].after
    assert (trail[2].before["roles"], trail[2].after["roles"]) == (["staff"], ["manager"])


@pytest.mark.parametrize(
    ("row", "warned"),
    [
        ("Sue Myers,sue.myers@example.gov.uk,,officer,", True),
        ("Sue Myers,sue.myers@example.gov.uk,,officer,Sue Myers", False),
        ("Jane Doe,jane.doe@example.gov.uk,,officer,", False),
    ],
)
async def test_who_is_only_called_like_a_lead_is_warned_about(
    store: Store, munro: Programme, row: str, warned: bool
) -> None:
    done = await bring_in(store, munro, row)

    assert ("Sue Myers is also the name of a lead" in "".join(done.warnings)) is warned


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("Sue Meyers", "Line 2: no recommendation names Sue Meyers as a lead so far. Did you mean Sue Myers?"),
        ("Xavier Bloggs", "Line 2: no recommendation names Xavier Bloggs as a lead so far."),
    ],
)
async def test_a_lead_whom_nothing_names_stops_everything(store: Store, munro: Programme, lead: str, said: str) -> None:
    with pytest.raises(UnreadablePeople) as refused:
        await bring_in(
            store, munro, "Jane Doe,jane@example.gov.uk,,,", f"Sue Myers,sue.myers@example.gov.uk,,admin,{lead}"
        )

    assert refused.value.problems == (said.replace("Line 2", "Line 3"),)
    assert await store.all(MEMBERS) == ()


async def test_a_lead_that_somebody_is_linked_to_already_may_stay_though_nothing_names_it(
    store: Store, munro: Programme
) -> None:
    await keep(store, a_member(leads=("Xavier Bloggs",)))

    await bring_in(store, munro, "Sue,sue.myers@example.gov.uk,,,Xavier Bloggs")

    assert [member.leads for member in await store.all(MEMBERS)] == [("Xavier Bloggs",)]


async def test_a_directory_without_an_administrator_is_warned_about(store: Store, munro: Programme) -> None:
    done = await bring_in(store, munro, "Sue Myers,sue.myers@example.gov.uk,,officer,")

    assert "ADMINS" in "".join(done.warnings)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["Sue,sue.myers@example.gov.uk,new-account,,"], ""),
        (["Sue,other@example.gov.uk,sue-myers,,", "Susan,sue.myers@example.gov.uk,,,"], "is in line 2 already"),
        (["Sue,jane.doe@example.gov.uk,sue-myers,,"], "is the address of Jane Doe, who has another account"),
        (["Ann,shared@example.gov.uk,,,"], "several people have the address"),
    ],
)
async def test_what_contradicts_the_directory_is_refused(
    store: Store, munro: Programme, rows: list[str], said: str
) -> None:
    shared = [a_member(name, email="shared@example.gov.uk") for name in ("Ann Lee", "Bob Ray")]
    await keep(store, a_member("Sue Myers"), a_member("Jane Doe"), *shared)
    if not said:
        assert "another account until now" in "".join((await bring_in(store, munro, *rows)).warnings)
        return
    before = await store.all(MEMBERS)

    with pytest.raises(UnreadablePeople) as refused:
        await bring_in(store, munro, *rows, "Good,good@example.gov.uk,,,")

    assert said in refused.value.reason
    assert await store.all(MEMBERS) == before


async def test_the_people_of_another_tenant_are_other_people(store: Store, munro: Programme) -> None:
    await keep(store, a_member("Sue Myers", key="local/sue-myers", tenant="local"))

    await bring_in(store, munro, "Sue Myers,sue.myers@example.gov.uk,,,")

    assert len(await store.all(MEMBERS)) == 2
