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
from knowledge.model import Person, Programme
from knowledge.progress.acts.changes import Change, apply
from knowledge.progress.model import Delegation, Member, Role
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing
from knowledge.store import Reading, TinyStore
from knowledge.store.reference import Reference
from knowledge.store.shelves import DELEGATIONS, MEMBERS, REFERENCES, Shelf
from tests.builders import a_member
from tests.dialogs.officials import office, updates
from tests.dialogs.talking import holds
from tests.office import ADA, GANI, MEMBERS_OF_THE_OFFICE, MO, STAN, SUE, Office, an_office

__all__ = ["office"]

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


# What somebody may is looked at anew whenever something is kept, whatever they could do a moment before.


async def test_who_is_unlinked_posts_no_more_though_they_are_called_like_the_lead(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – words before", "Save this?"),
        (ADA, "unlink Sue Myers", "Save this?"),
        (ADA, "yes", "no longer posts as the lead"),
        (SUE, "yes", ["You can’t post on Recommendation 10", "nothing has been saved"]),
        (SUE, "update 8: amber – words after", "You can’t post on Recommendation 8"),
        (SUE, "what do I have to update?", "Nothing is yours"),
        (SUE, "what are my roles?", "not: post as the lead"),
        (SUE, "let Stan Staff post for me", "aren’t linked to a lead"),
    )
    assert await updates(office) == []


async def test_a_namesake_of_a_lead_is_added_without_the_leads_rights(munro: Programme, knowledge: Knowledge) -> None:
    namesake = Member("tenant/other", "tenant", "other", "Sue Myers", "other@example.gov.uk", frozenset({Role.STAFF}))
    office = await an_office(TinyStore.in_memory(), munro, members=[*MEMBERS_OF_THE_OFFICE, namesake], known=knowledge)
    await office.talk(
        (Person("tenant", "other", "Sue Myers"), "update 10: amber – not hers", "You can’t post on Recommendation 10"),
        (Person("tenant", "other", "Sue Myers"), "no change on 10", "You can’t post on Recommendation 10"),
        (ADA, "add Gani Martins third@example.gov.uk", ["also the name of a lead", "Save this?"]),
    )
    await office.store.close()


async def test_whom_a_manager_assigns_may_post_on_it(office: Office) -> None:
    await office.talk(
        (MO, "assign 4 to Stan Staff", ["Stan Staff would lead", "could then post updates on it", "Save this?"]),
        (STAN, "update 4: green – begun", "You can’t post"),
        (MO, "yes", "Saved"),
        (STAN, "update 4: green – begun", "Save this?"),
        (STAN, "update 10: green – begun", ["You can’t post on Recommendation 10", "update on Recommendation 4"]),
        (MO, "assign 4 to Gani Martins", ["not: could then post", "not: linked"]),
        (MO, "yes", "Saved"),
        (STAN, "yes", ["Recommendation 4", "Save this?"]),
        (STAN, "yes", "You can’t post on Recommendation 4"),
    )


async def test_assigning_to_a_documents_lead_links_no_namesake(office: Office) -> None:
    await office.talk(
        (ADA, "unlink Gani Martins", "Save this?"),
        (ADA, "yes", "Saved"),
        (MO, "assign 4 to Gani Martins", ["Nobody is linked to the lead Gani Martins yet", "Save this?"]),
        (MO, "yes", "Saved"),
        (GANI, "update 4: green – begun", "You can’t post on Recommendation 4"),
    )


async def test_of_two_people_of_one_name_neither_is_linked_by_an_assignment(
    munro: Programme, knowledge: Knowledge
) -> None:
    other = Member("tenant/stan2", "tenant", "stan2", "Stan Staff", "stan2@example.gov.uk", frozenset({Role.STAFF}))
    office = await an_office(TinyStore.in_memory(), munro, members=[*MEMBERS_OF_THE_OFFICE, other], known=knowledge)
    await office.talk(
        (MO, "assign 4 to Stan Staff", ["2 people in my directory are called Stan Staff", "Save this?"]),
        (MO, "yes", "Saved"),
        (STAN, "update 4: green – begun", "You can’t post on Recommendation 4"),
    )
    await office.store.close()


async def test_who_is_no_manager_any_more_takes_back_no_sign_off(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: complete – all trained", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "sign off 10", "Save this?"),
        (MO, "yes", "signed off"),
        (ADA, "remove the manager role from Mo Manager", "Save this?"),
        (ADA, "yes", "Saved"),
        (MO, "undo 10", "Only a manager may do that"),
        (STAN, "latest on 10", "Mo Manager signed it off"),
    )


async def test_who_may_not_post_any_more_takes_nothing_back(office: Office) -> None:
    await office.talk(
        (MO, "let Stan Staff post for Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "update 10: red – words", "Save this?"),
        (STAN, "yes", "Saved"),
        (MO, "stop Stan Staff posting for Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "undo", "You can’t post on Recommendation 10"),
    )
    assert [update.withdrawn for update in await updates(office)] == [None]


async def reached(office: Office, who: Person) -> None:
    """Let the bot be able to write to somebody."""
    key = f"{who.tenant}/{who.object_id}"
    reference = Reference(f"private {key}", "https://smba.example", user=who.object_id, member=key, kind="personal")
    await office.store.transact(lambda transaction: transaction.put(REFERENCES, reference))


async def test_who_was_asked_as_a_delegate_answers_no_more_once_that_is_over(office: Office) -> None:
    await reached(office, STAN)
    await office.talk(
        (MO, "let Stan Staff post for Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (GANI, "ask the lead of 10: how many people are trained?", "Stan Staff"),
        (GANI, "yes", "question 1"),
        (STAN, "answer 1: forty", "Save this?"),
        (MO, "stop Stan Staff posting for Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "yes", "isn’t yours to answer"),
        (STAN, "answer 1: forty", "isn’t yours to answer"),
    )


async def test_who_was_asked_as_a_manager_answers_no_more_once_they_are_none(office: Office) -> None:
    await reached(office, MO)
    await office.talk(
        (GANI, "ask a manager: how many children are in care in Salford?", "Save this?"),
        (GANI, "yes", "question 1"),
        (MO, "answer 1: forty", "Save this?"),
        (ADA, "remove the manager role from Mo Manager", "Save this?"),
        (ADA, "yes", "Saved"),
        (MO, "yes", "isn’t yours to answer"),
    )


async def test_who_still_posts_for_an_unlinked_lead_is_named(office: Office) -> None:
    await office.talk(
        (SUE, "let Stan Staff post for me", "Save this?"),
        (SUE, "yes", "Saved"),
        (ADA, "unlink Sue Myers", ["will no longer post", "Stan Staff may still post for that lead", "Save this?"]),
    )
