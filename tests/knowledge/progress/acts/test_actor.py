"""Who may do what: by tenant and object id alone, as the directory has it at this moment."""

import pytest

from knowledge.model import Person
from knowledge.progress.acts.actor import actor, key_of
from knowledge.progress.model import Delegation, Role
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.store import Store, TinyStore
from knowledge.store.shelves import DELEGATIONS, MEMBERS
from tests.builders import a_member
from tests.office import NOW

SUES = Standing("munro", "10", leads=("Sue Myers",))


async def known_as(store: Store, person: Person) -> tuple[bool, frozenset[Role]]:
    """Whether they may post on what Sue leads, and their roles."""

    def look(reading: object) -> tuple[bool, frozenset[Role]]:
        found = actor(person, Records(reading))  # type: ignore[arg-type]
        return found.may_update(SUES), frozenset(role for role in Role if found.is_(role))

    return await store.read(look)


async def a_directory(*members: object, delegations: tuple[Delegation, ...] = ()) -> Store:
    store = TinyStore.in_memory()

    def keep(transaction: object) -> None:
        for member in members:
            transaction.put(MEMBERS, member)  # type: ignore[attr-defined]
        for delegation in delegations:
            transaction.put(DELEGATIONS, delegation)  # type: ignore[attr-defined]

    await store.transact(keep)
    return store


@pytest.mark.parametrize(
    ("person", "may"),
    [
        (Person("tenant", "sue-myers", "Somebody Else"), True),
        (Person("elsewhere", "sue-myers", "Sue Myers"), False),
        (Person("tenant", "eve", "Sue Myers"), False),
        (Person("tenant", "", "Sue Myers"), False),
        (Person("", "", "Sue Myers", appointed=True), False),
        (Person("tenant", "", "Sue Myers", unbound=True), False),
        (Person("local", "anybody", "Anybody", unbound=True), True),
    ],
)
async def test_a_tenant_and_an_object_id_are_the_proof_and_a_name_is_none(person: Person, may: bool) -> None:
    store = await a_directory(a_member("Sue Myers", leads=("Sue Myers",)))

    assert (await known_as(store, person))[0] is may


@pytest.mark.parametrize(("leads", "may"), [((), False), (("Gani Martins",), False), (("Sue Myers",), True)])
async def test_being_called_like_a_lead_gives_nobody_any_rights(leads: tuple[str, ...], may: bool) -> None:
    store = await a_directory(a_member("Sue Myers", leads=leads))

    assert (await known_as(store, Person("tenant", "sue-myers", "Sue Myers")))[0] is may


async def test_roles_are_those_of_the_directory_and_the_first_administrators_appointed() -> None:
    store = await a_directory(a_member("May Manager", Role.MANAGER))

    assert (await known_as(store, Person("tenant", "may-manager")))[1] == {Role.MANAGER}
    assert (await known_as(store, Person("tenant", "ada", appointed=True)))[1] == {Role.ADMINISTRATOR}
    assert (await known_as(store, Person("tenant", "", appointed=True)))[1] == frozenset()


async def test_a_manager_does_not_lead() -> None:
    store = await a_directory(a_member("May Manager", Role.MANAGER))

    assert not (await known_as(store, Person("tenant", "may-manager")))[0]


@pytest.mark.parametrize(("ended", "may"), [(None, True), (NOW, False)])
async def test_a_delegate_may_post_until_it_ends(ended: object, may: bool) -> None:
    made = Delegation("d", "Sue Myers", "tenant/stan", "tenant/sue", NOW, ended=ended)  # type: ignore[arg-type]
    store = await a_directory(a_member("Stan", object_id="stan"), delegations=(made,))

    assert (await known_as(store, Person("tenant", "stan")))[0] is may


def test_nobody_has_a_key_without_an_object_id() -> None:
    assert key_of(Person("tenant", "", "Sue Myers")) == ""
