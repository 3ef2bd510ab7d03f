"""What somebody hears who may not do what they asked for."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from dialogs.turns.moment import Moment
from dialogs.turns.rights import denied, denied_update
from dialogs.turns.turn import Memory, Message
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.progress.acts.changes import Change, apply
from knowledge.progress.model import Delegation, Member, Role
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.store import Reading, TinyStore
from knowledge.store.shelves import DELEGATIONS, MEMBERS, Shelf
from tests.builders import a_member
from tests.dialogs.talking import holds

AT = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
ANN, BOB = a_member("Ann Lee", Role.MANAGER), a_member("Bob Ray", Role.ADMINISTRATOR)


async def told(say: Callable[[Moment], str], *known: Member | Delegation, object_id: str = "stranger") -> str:
    """What a stranger is told where the store knows these people."""
    store = TinyStore.in_memory()
    shelves: dict[type, Shelf[Any]] = {Member: MEMBERS, Delegation: DELEGATIONS}
    await store.transact(partial(apply, [Change(shelves[type(one)], one) for one in known]))

    def work(reading: Reading) -> str:
        knowledge = Knowledge((), records=Records(reading))
        return say(Moment(Message("", AT), Person("tenant", object_id), Memory(), knowledge))

    return await store.read(work)


def standing_in(name: str, lead: str = "Sue Myers") -> Delegation:
    return Delegation(id=name, lead=lead, member=a_member(name).key, by="tenant/sue-myers", at=AT)


@pytest.mark.parametrize(
    ("members", "role", "expected"),
    [
        ((ANN, BOB), Role.MANAGER, "Only a manager may do that, so nothing has been saved. Managers: Ann Lee."),
        ((ANN, BOB), Role.ADMINISTRATOR, "Administrators: Bob Ray."),
        ((BOB,), Role.MANAGER, "Nobody has that role yet. An administrator can give it to somebody. Administrators:"),
        ((ANN,), Role.ADMINISTRATOR, "My directory names no administrator yet. Whoever runs me names the first ones"),
        ((), Role.MANAGER, "ADMINS"),
        ((a_member("_Eve_", Role.MANAGER),), Role.MANAGER, r"\_Eve\_"),
        ((a_member("", Role.MANAGER, email="eve@example.gov.uk"),), Role.MANAGER, "Managers: eve@example.gov.uk."),
    ],
)  # fmt: skip
async def test_who_lacks_a_role_hears_who_has_it(members: tuple[Member, ...], role: Role, expected: str) -> None:
    assert holds(await told(partial(denied, role), *members), expected)


async def test_a_crowd_of_managers_is_named_in_part() -> None:
    managers = [a_member(f"Manager {number}", Role.MANAGER) for number in range(1, 15)]

    said = await told(partial(denied, Role.MANAGER), *managers)

    assert "Manager 10 and 4 more." in said
    assert "Manager 11" not in said


@pytest.mark.parametrize(
    ("known", "leads", "expected"),
    [
        (
            [a_member("Sue Myers", leads=("Sue Myers",)), BOB],
            ("Sue Myers",),
            "You can’t post on Recommendation 10, so nothing has been saved. Sue Myers leads it.",
        ),
        ([a_member("Susan Myers", leads=("Sue Myers",)), BOB], ("Sue Myers",), "not: linked"),
        (
            [a_member("Jane Doe"), a_member("Tom Fox"), standing_in("Jane Doe")],
            ("Sue Myers",),
            "Sue Myers leads it. Jane Doe may post for them.",
        ),
        ([a_member("Jane Doe"), BOB, standing_in("Jane Doe", "Gani Martins")], ("Sue Myers",), "not: may post for"),
        (
            [BOB],
            ("Sue Myers",),
            "Sue Myers isn’t linked to anybody’s account yet, which an administrator can do. Administrators: Bob Ray.",
        ),
        (
            [BOB],
            ("Sue Myers", "Gani Martins"),
            "Sue Myers and Gani Martins lead it. Sue Myers and Gani Martins aren’t linked",
        ),
        ([ANN], (), "Nobody leads it yet. A manager can assign it to somebody. Managers: Ann Lee."),
    ],
)
async def test_who_may_not_post_hears_who_may(
    known: list[Member | Delegation], leads: tuple[str, ...], expected: str
) -> None:
    assert holds(await told(partial(denied_update, Standing("munro", "10", leads=leads)), *known), expected)


async def test_nobody_is_taken_for_anybody_without_an_account() -> None:
    for say in (partial(denied, Role.MANAGER), partial(denied_update, Standing("munro", "10", leads=("Sue Myers",)))):
        said = await told(say, ANN, BOB, object_id="")

        assert "which account" in said
        assert "Nothing has been saved" in said
        assert "Ann Lee" not in said
