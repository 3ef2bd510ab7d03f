"""What administrators do with people by chat, and what everybody may ask about them."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.commands.terminal import choices
from knowledge.library import Knowledge
from knowledge.model import Person, Programme
from knowledge.progress.model import Delegation, Member, Role
from knowledge.store import TinyStore
from knowledge.store.shelves import AUDIT, DELEGATIONS, MEMBERS
from tests.builders import a_member
from tests.office import NOW, Office, an_office

from .contract import oddities


def somebody(object_id: str, **known: Any) -> Person:
    return replace(Person("tenant", object_id), **known)


async def member(office: Office, name: str) -> Member:
    """Somebody in the directory, of whom there is one."""
    (found,) = [one for one in await office.store.all(MEMBERS) if one.name == name]
    return found


BOB = somebody("bob-ray")
JANE = somebody("jane-doe")
ANN = somebody("ann-lee")
EVE = somebody("eve", name="Eve Adams")
NOBODY = somebody("", name="Bob Ray")

BOB_RAY = a_member("Bob Ray", Role.ADMINISTRATOR)
JANE_DOE = a_member("Jane Doe", Role.STAFF)
ANN_LEE = a_member("Ann Lee", Role.MANAGER)
SUE_MYERS = a_member("Susan Myers", email="sue.myers@example.gov.uk", object_id="sue-myers")

SAVE = "Save this?"


@pytest.fixture
async def office(munro: Programme) -> AsyncIterator[Office]:
    store = TinyStore.in_memory()
    yield await an_office(store, munro, members=[BOB_RAY, JANE_DOE, ANN_LEE, SUE_MYERS])
    await store.close()


async def test_an_account_is_linked_to_a_lead(office: Office) -> None:
    await office.talk(
        (BOB, "link Sue Myers to sue.myers@example.gov.uk", [
            "^Susan Myers (sue.myers@example.gov.uk) will post as the lead Sue Myers",
            "Recommendations 8 and 10", SAVE,
        ]),
        (BOB, "yes", "^Saved: Susan Myers (sue.myers@example.gov.uk) posts as the lead Sue Myers now."),
        (EVE, "who is linked to Sue Myers?", "^Susan Myers posts as the lead Sue Myers."),
        (BOB, "who is linked to sue myers", "Susan Myers (sue.myers@example.gov.uk) posts as the lead"),
        (BOB, "link Sue Myers to sue.myers@example.gov.uk", "already. Nothing has changed."),
        (BOB, "link sue.myers@example.gov.uk to Gani Martins", "Recommendations 2, 3, 11 and 14"),
        (BOB, "no", "Nothing has changed"),
    )  # fmt: skip

    sue = await member(office, "Susan Myers")
    assert sue.leads == ("Sue Myers",)
    assert Role.OFFICER in sue.roles


@pytest.mark.parametrize(
    "text",
    [
        "please link Sue Myers to Jane Doe",
        "Could you link Sue Myers to jane.doe@example.gov.uk?",
        "link [jane.doe@example.gov.uk](mailto:jane.doe@example.gov.uk) to Sue Myers",
        "connect JANE DOE with sue myers",
        "Link sue  myers to Jane.Doe@example.gov.uk.",
    ],
)
async def test_a_link_is_said_in_many_ways(office: Office, text: str) -> None:
    await office.talk(
        (BOB, text, [SAVE, "Jane Doe (jane.doe@example.gov.uk) will post as the lead"]), (BOB, "yes", "Saved")
    )

    assert (await member(office, "Jane Doe")).leads == ("Sue Myers",)


async def test_a_second_person_of_one_lead_is_said(office: Office) -> None:
    await office.talk(
        (BOB, "link Sue Myers to sue.myers@example.gov.uk", SAVE),
        (BOB, "yes", "Saved"),
        (BOB, "link Sue Myers to Jane Doe", "Susan Myers (sue.myers@example.gov.uk) posts as that lead as well"),
        (BOB, "yes", "Saved"),
        (BOB, "unlink Sue Myers", ["Several people are linked to Sue Myers", "Did you mean"]),
        (BOB, "jane.doe@example.gov.uk", ["Jane Doe", "will no longer post as the lead", SAVE]),
        (BOB, "yes", "no longer posts as the lead"),
        (BOB, "unlink Sue Myers", ["Susan Myers", SAVE]),
        (BOB, "yes", "no longer posts as the lead"),
        (BOB, "unlink Sue Myers", "Nobody is linked to Sue Myers"),
        (BOB, "unlink Sue Myers from Jane Doe", "doesn’t post as the lead"),
    )


async def test_linking_somebody_new_adds_them(office: Office) -> None:
    await office.talk(
        (BOB, "link Gani Martins to gani.martins@example.gov.uk", [
            "add Gani Martins (gani.martins@example.gov.uk)", "an officer", "posts as the lead Gani Martins",
            "counts from their first message", SAVE,
        ]),
        (BOB, "yes", "Saved"),
    )  # fmt: skip

    gani = await member(office, "Gani Martins")
    assert (gani.key, gani.object_id) == ("tenant/mail:gani.martins@example.gov.uk", "")
    assert gani.leads == ("Gani Martins",)
    assert gani.roles == {Role.OFFICER}


async def test_a_lead_whom_no_document_names_may_be_linked_knowingly(office: Office) -> None:
    await office.talk(
        (BOB, "link Xavier Bloggs to Jane Doe", ["nothing so far, no recommendation names it", SAVE]),
        (BOB, "yes", "Saved"),
    )

    assert (await member(office, "Jane Doe")).leads == ("Xavier Bloggs",)


async def test_misspelt_names_are_asked_about(office: Office) -> None:
    await office.talk(
        (BOB, "link Sue Meyers to jane.doe@example.gov.uk", ["No recommendation names “Sue Meyers”", "Sue Myers?"]),
        (BOB, "yes", ["Jane Doe (jane.doe@example.gov.uk) will post as the lead Sue Myers", SAVE]),
        (BOB, "no", "dropped"),
        (BOB, "make Jane Do a manager", ["anybody called “Jane Do”", "Jane Doe (jane.doe@example.gov.uk)?"]),
        (BOB, "no", "Nothing has changed"),
        (BOB, "make jane.do@example.gov.uk a manager", "Did you mean Jane Doe"),
        (BOB, "yes", ["Jane Doe (jane.doe@example.gov.uk) will be a manager", SAVE]),
        (BOB, "yes", "Saved"),
        (BOB, "make Xavier a manager", ["anybody called “Xavier”", "To add somebody, say"]),
    )

    assert (await member(office, "Jane Doe")).roles == {Role.STAFF, Role.MANAGER}


async def test_what_was_meant_can_be_pressed(office: Office) -> None:
    asked = await office.say(BOB, "make Jane Do a manager")

    assert [choice.say for choice in choices(asked)] == ["make jane.doe@example.gov.uk a manager"]


async def test_two_people_of_one_name_are_told_apart_by_their_addresses(munro: Programme) -> None:
    other = a_member("Jane Doe", object_id="jane-2", email="j.doe@example.gov.uk")
    office = await an_office(TinyStore.in_memory(), munro, members=[BOB_RAY, JANE_DOE, other])

    await office.talk(
        (BOB, "make Jane Doe a manager", [
            "There are 2 people called “Jane Doe”", "jane.doe@example.gov.uk", "j.doe@example.gov.uk",
        ]),
        (BOB, "yes", "Which one: Jane Doe"),
        (BOB, "(j.doe@example.gov.uk)", ["Jane Doe (j.doe@example.gov.uk) will be a manager", SAVE]),
        (BOB, "yes", "Saved"),
    )  # fmt: skip

    roles = {member.email: member.roles for member in await office.store.all(MEMBERS)}
    assert roles["j.doe@example.gov.uk"] == {Role.MANAGER}
    assert roles["jane.doe@example.gov.uk"] == {Role.STAFF}


async def test_an_address_that_two_people_have_names_nobody(munro: Programme) -> None:
    shared = [a_member(name, email="desk@example.gov.uk") for name in ("Ann Lee", "Jane Doe")]
    office = await an_office(TinyStore.in_memory(), munro, members=[BOB_RAY, *shared])

    await office.talk((BOB, "make desk@example.gov.uk a manager", "can’t tell whom you mean"))


@pytest.mark.parametrize(
    "text",
    [
        "make Jane Doe a manager",
        "Jane Doe is a manager",
        "jane doe’s a manager now.",
        "give Jane Doe the manager role",
        "give the manager role to jane.doe@example.gov.uk",
        "promote Jane Doe to manager",
        "Please make jane doe manager",
    ],
)
async def test_a_role_is_given(office: Office, text: str) -> None:
    await office.talk(
        (BOB, text, ["^Jane Doe (jane.doe@example.gov.uk) will be a manager, and may assign leads", SAVE]),
        (BOB, "yes", "^Saved: Jane Doe (jane.doe@example.gov.uk) is a manager now."),
        (BOB, text, "is a manager already. Nothing has changed."),
        (EVE, "who are the managers?", "^Managers: Jane Doe and Ann Lee."),
    )


@pytest.mark.parametrize(
    "text",
    [
        "remove the manager role from Ann Lee",
        "remove Ann Lee's manager role",
        "take the manager role away from ann.lee@example.gov.uk",
        "Ann Lee is no longer a manager",
        "remove Ann Lee as manager",
    ],
)
async def test_a_role_is_taken_away(office: Office, text: str) -> None:
    await office.talk(
        (BOB, text, ["^Ann Lee (ann.lee@example.gov.uk) will no longer be a manager.", SAVE]),
        (BOB, "yes", "is no longer a manager"),
        (BOB, text, "isn’t a manager. Nothing has changed."),
    )


async def test_the_last_administrator_keeps_the_role_where_no_setting_names_another(office: Office) -> None:
    await office.talk(
        (BOB, "make Jane Doe an admin", SAVE),
        (BOB, "yes", "Saved"),
        (BOB, "remove the administrator role from me", [SAVE, "not: only administrator"]),
        (BOB, "no", "Nothing has changed"),
        (JANE, "remove the administrator role from Bob Ray", SAVE),
        (JANE, "yes", "Saved"),
        (JANE, "I am no longer an administrator", ["is the only administrator", "ADMINS", "not: Save this?"]),
        (JANE, "yes", "Nothing is waiting"),
    )

    assert Role.ADMINISTRATOR in (await member(office, "Jane Doe")).roles


async def test_somebody_who_has_never_written_is_no_administrator_to_rely_on(office: Office) -> None:
    """The address may be mistyped, so that nobody could give the role back."""
    await office.talk(
        (BOB, "add Eve Adams eve.adams@example.gov.uk as administrator", SAVE),
        (BOB, "yes", "^Saved"),
        *(
            (BOB, words, ["is the only administrator whom I know", "Eve Adams (eve.adams@", "Nothing has changed"])
            for words in (
                "remove the administrator role from me",
                "I am no longer an administrator",
                "demote Bob Ray as administrator",
                "remove the admin role from bob.ray@example.gov.uk",
            )
        ),
        (BOB, "make Jane Doe an administrator", SAVE),
        (BOB, "yes", "^Saved"),
        (BOB, "remove the administrator role from Bob Ray", ["That is you", SAVE, "not: only administrator"]),
        (BOB, "yes", "^Saved"),
    )


async def test_an_administrator_known_by_address_alone_keeps_the_last_role_too(munro: Programme) -> None:
    """As after people were read from a sheet that has no object ids."""
    store = TinyStore.in_memory()
    bob = a_member("Bob Ray", Role.ADMINISTRATOR, email="bob.ray@example.gov.uk", key="tenant/bob-ray", object_id="")
    office = await an_office(store, munro, members=[bob], known=Knowledge((munro,)))
    told = ["is the only administrator", "whoever runs me names the first ones", "not: Save this?"]

    await office.talk((BOB, "remove the administrator role from Bob Ray", told), (BOB, "yes", "Nothing is waiting"))
    await store.close()


async def test_a_role_that_nobody_else_has_by_now_stays_after_a_yes(office: Office) -> None:
    await office.talk((BOB, "make Jane Doe an admin", SAVE), (BOB, "yes", "Saved"))
    await office.talk((JANE, "I am no longer an administrator", SAVE), where="hers")
    await office.talk((BOB, "I am no longer an administrator", SAVE), (BOB, "yes", "Saved"))

    await office.say(JANE, "yes", where="hers")

    assert Role.ADMINISTRATOR in (await member(office, "Jane Doe")).roles


async def test_the_last_administrator_is_told_before_only_the_setting_names_any(munro: Programme) -> None:
    store = TinyStore.in_memory()
    office = await an_office(store, munro, members=[BOB_RAY, JANE_DOE], known=Knowledge((munro,), appoints=True))

    await office.talk((BOB, "I am no longer an administrator", ["You are the last administrator", "ADMINS", SAVE]))
    await store.close()


async def test_somebody_new_is_added(office: Office) -> None:
    await office.talk(
        (BOB, "add Tom Fox tom.fox@example.gov.uk as manager", ["I’ll add Tom Fox (tom.fox@exa", SAVE]),
        (BOB, "yes", "Saved: Tom Fox (tom.fox@example.gov.uk) is in the directory now."),
        (BOB, "add Tom Fox (TOM.FOX@example.gov.uk) as officer", "Tom Fox (tom.fox@example.gov.uk) will be an officer"),
        (BOB, "no", "Nothing"),
        (BOB, "add Tom Fox <tom.fox@example.gov.uk>", "in the directory already"),
        (BOB, "add Zoe Hill as manager", "I need the e-mail address as well"),
        (BOB, "add zoe.hill@example.gov.uk as manager", "I need the name as well"),
        (BOB, "add Zoe Hill zoe@hill as manager", "doesn’t look like an e-mail address"),
        (BOB, "add Zoe Hill zoe.hill@example.gov.uk", "as staff"),
        (BOB, "cancel", "Nothing has changed"),
    )  # fmt: skip

    assert (await member(office, "Tom Fox")).roles == {Role.MANAGER}
    assert len(await office.store.all(MEMBERS)) == 5


@pytest.mark.parametrize(
    "text",
    [
        "link Sue Myers to eve@example.gov.uk",
        "unlink Sue Myers",
        "make me an administrator",
        "Eve Adams is a manager",
        "remove the administrator role from Bob Ray",
        "add Eve Adams eve@example.gov.uk as manager",
    ],
)
@pytest.mark.parametrize("speaker", [EVE, JANE, somebody("ann-lee")])
async def test_whoever_is_no_administrator_hears_who_is(office: Office, speaker: object, text: str) -> None:
    before = await office.store.all(MEMBERS)

    reply = (await office.say(speaker, text)).text  # type: ignore[arg-type]  # a Person, which pytest can't say

    assert reply == "Only an administrator may do that, so nothing has been saved. Administrators: Bob Ray."
    assert await office.store.all(MEMBERS) == before
    assert await office.store.all(AUDIT) == ()


async def test_nobody_is_known_by_a_name_alone(office: Office) -> None:
    await office.talk(
        (NOBODY, "make Bob Ray a manager", ["which account", "not: Save this?"]),
        (NOBODY, "who am I?", ["I can’t tell", "not: Bob Ray"]),
    )


async def test_rights_are_looked_up_again_when_somebody_says_yes(office: Office) -> None:
    await office.talk((BOB, "make Jane Doe a manager", SAVE))
    await office.store.transact(lambda t: t.put(MEMBERS, a_member("Bob Ray", Role.STAFF)))

    await office.talk((BOB, "yes", "Only an administrator may do that, so nothing has been saved."))

    assert (await member(office, "Jane Doe")).roles == {Role.STAFF}


async def test_somebody_who_has_gone_meanwhile_is_left_alone(office: Office) -> None:
    await office.talk((BOB, "make Jane Doe a manager", SAVE))
    await office.store.transact(lambda t: t.remove(MEMBERS, JANE_DOE.key))

    await office.talk((BOB, "yes", "aren’t in my directory any more"))


async def test_a_yes_in_a_group_is_only_its_own_speakers(office: Office) -> None:
    await office.talk((BOB, "make Jane Doe a manager", SAVE))

    await office.say(JANE, "yes")

    assert (await member(office, "Jane Doe")).roles == {Role.STAFF}


async def test_every_change_is_in_the_trail_with_what_was_before(office: Office) -> None:
    await office.talk(
        (BOB, "make Jane Doe a manager", SAVE),
        (BOB, "yes", "Saved"),
        (BOB, "link Sue Myers to Jane Doe", SAVE),
        (BOB, "yes", "Saved"),
    )

    given, linked = await office.store.all(AUDIT)
    assert (given.by, given.by_name, given.what) == (BOB_RAY.key, "Bob Ray", "role given")
    assert (given.conversation, given.subject, given.at) == ("chat", "people/tenant/jane-doe", NOW)
    assert given.before
    assert given.after
    assert (given.before["roles"], set(given.after["roles"])) == (["staff"], {"staff", "manager"})
    assert linked.what == "lead linked"


async def test_the_directory_is_for_administrators(office: Office) -> None:
    await office.talk(
        (BOB, "list people", [
            "There are 4 people in the directory", "- Bob Ray (bob.ray@example.gov.uk): administrator",
        ]),
        (EVE, "list people", ["for administrators", "Managers: Ann Lee.", "Administrators: Bob Ray.", "not: Jane Doe"]),
        (BOB, "what roles does Jane Doe have?", "^Jane Doe (jane.doe@example.gov.uk) is staff."),
        (BOB, "is Jane Doe a manager?", "is staff"),
        (EVE, "is Jane Doe a manager?", ["Managers: Ann Lee.", "not: Jane Doe"]),
        (EVE, "who is linked to Gani Martins?", ["Nobody is linked to Gani Martins yet", "Administrators: Bob Ray"]),
    )  # fmt: skip


async def test_everybody_can_ask_what_they_may_do(office: Office) -> None:
    await office.store.transact(
        lambda t: t.put(MEMBERS, a_member("Jane Doe", Role.OFFICER, Role.STAFF, leads=("Sue Myers",)))
    )
    delegation = Delegation(id="1", lead="Gani Martins", member=JANE_DOE.key, by="x", at=NOW)
    await office.store.transact(lambda t: t.put(DELEGATIONS, delegation))

    await office.talk(
        (JANE, "what are my roles?", [
            "You are Jane Doe (jane.doe@example.gov.uk). Your roles: staff, officer.",
            "post as the lead Sue Myers, who leads Recommendations 8 and 10.", "may post for Gani Martins.",
        ]),
        (EVE, "who am I?", ["You are Eve Adams", "aren’t in my directory", "Administrators: Bob Ray."]),
        (somebody("sue-myers"), "who am i", "You have no role in my directory"),
        (somebody("x", appointed=True), "what are my roles", "ADMINS makes you an administrator"),
        (somebody("x", unbound=True), "what are my roles", "everybody may do everything"),
    )  # fmt: skip


async def test_the_first_administrator_is_named_by_the_settings(munro: Programme) -> None:
    office = await an_office(TinyStore.in_memory(), munro, members=())
    first = somebody("first", name="Fay First", appointed=True)

    await office.talk(
        (EVE, "make me an administrator", ["names no administrator yet", "ADMINS"]),
        (first, "make me an administrator", ["Fay First (first) will be an administrator", SAVE]),
        (first, "yes", "Saved"),
        (somebody("first"), "list people", "There is one person in the directory"),
    )

    assert (await member(office, "Fay First")).key == "tenant/first"


@pytest.mark.parametrize(
    "text",
    [
        "who leads recommendation 10?",
        "who is the head of safeguarding?",
        "what role does Sue Myers have?",
        "what is Sharon Hubber's role?",
        "what is Sue Myers responsible for",
        "link 10 to 12",
        "make 10 amber",
        "list recommendations",
        "is 10 a priority?",
        "add evidence to 10",
        "remove 10 from the list",
    ],
)
async def test_questions_about_the_document_are_left_to_it(office: Office, text: str) -> None:
    reply = (await office.say(EVE, text)).text

    assert "Only an administrator" not in reply
    assert "my directory" not in reply


async def test_what_is_said_reads_well(office: Office) -> None:
    for text in (
        "list people",
        "who am i",
        "make Jane Doe a manager",
        "yes",
        "link Sue Myers to Jane Doe",
        "who are the admins",
    ):
        assert oddities((await office.say(BOB, text)).text) == []


@pytest.mark.parametrize(
    "text", ["link " + "x" * 20_000 + " to y", "make **Jane** <b>Doe</b> a manager", "make  a manager"]
)
async def test_odd_input_changes_nothing(office: Office, text: str) -> None:
    reply = (await office.say(BOB, text)).text

    assert reply
    assert "<b>" not in reply.replace(r"\<b\>", "")
    assert await office.store.all(AUDIT) == ()


async def test_people_are_looked_after_before_there_is_any_document() -> None:
    office = await an_office(TinyStore.in_memory(), members=[BOB_RAY, SUE_MYERS])

    await office.talk(
        (BOB, "help", ["don’t hold any recommendations yet", "what are my roles?", "**Administrators**"]),
        (BOB, "what are my roles?", ["Bob Ray", "administrator"]),
        (BOB, "list people", ["Bob Ray", "Susan Myers"]),
        (BOB, "add Jane Doe jane.doe@example.gov.uk as officer", [SAVE]),
        (BOB, "who leads 10?", ["don’t hold any recommendations yet", "still waiting for your yes or no"]),
        (BOB, "yes", ["Jane Doe", SAVE]),
        (BOB, "yes", "^Saved: Jane Doe"),
        (BOB, "make Jan Doe a manager", ["Did you mean Jane Doe"]),
        (BOB, "yes", SAVE),
        (BOB, "yes", "^Saved"),
        (BOB, "link Sue Myers to sue.myers@example.gov.uk", ["nothing so far", SAVE]),
        (BOB, "no", "Nothing has changed"),
        (EVE, "make Eve Adams an administrator", "Only an administrator may do that"),
        (EVE, "help", ["don’t hold any recommendations yet", "not: **Administrators**"]),
        (EVE, "who are the managers?", "Jane Doe"),
        (BOB, "remove the manager role from Jane Doe", SAVE),
        (BOB, "yes", "^Saved"),
    )

    jane = await member(office, "Jane Doe")
    assert jane.roles == {Role.OFFICER}
    await office.store.close()


async def test_a_child_in_danger_comes_first_before_there_is_any_document() -> None:
    office = await an_office(TinyStore.in_memory(), members=[BOB_RAY])

    await office.talk((BOB, "a child told me just now that he is being beaten, list people", "999"))

    await office.store.close()


@pytest.mark.parametrize(
    "answer", ["new.one@example.gov.uk", "it's new.one@example.gov.uk", "New One <new.one@example.gov.uk>"]
)
@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("make New One a manager", "add New One (new.one@example.gov.uk) to the directory as a manager"),
        ("add New One as officer", "add New One (new.one@example.gov.uk) to the directory as an officer"),
        ("link New One to Sue Myers", "as an officer, who posts as the lead Sue Myers"),
    ],
)
async def test_an_address_takes_the_order_up_that_nobody_was_known_for(
    office: Office, order: str, told: str, answer: str
) -> None:
    await office.talk((BOB, order, ""), (BOB, answer, [told, SAVE]), (BOB, "yes", "Saved"))

    assert (await member(office, "New One")).email == "new.one@example.gov.uk"


async def test_an_address_that_is_known_takes_the_order_up_for_whoever_has_it(office: Office) -> None:
    await office.talk(
        (BOB, "make J D a manager", "I don’t know anybody called “J D”"),
        (BOB, "jane.doe@example.gov.uk", ["^Jane Doe", "will be a manager", SAVE]),
        (BOB, "no", "Nothing has changed"),
        (ANN, "assign 4 to J D", "I don’t know anybody called J D"),
        (ANN, "jane.doe@example.gov.uk", ["Jane Doe would lead Recommendation 4", SAVE]),
    )


async def test_who_may_add_nobody_hears_who_does_and_what_to_say_then(office: Office) -> None:
    await office.talk(
        (ANN, "assign 4 and 5 to New One: cover", "I don’t know anybody called New One"),
        (ANN, "new.one@example.gov.uk", [
            "Nobody in my directory has the address new.one@example.gov.uk, so nothing has been saved",
            "“add New One new.one@example.gov.uk as officer”", "Administrators: Bob Ray",
            "say “assign 4, 5 to New One: cover” again",
        ]),
        (ANN, "new.one@example.gov.uk", ["That is an address, but I don’t know what it is for", "Bob Ray"]),
        (BOB, "new.one@example.gov.uk", ["don’t know what it is for", "“add Jane Doe new.one@example.gov.uk as"]),
        (BOB, "New One new.one@example.gov.uk", ["don’t know what it is for", "“add New One new.one@example.gov.uk"]),
    )  # fmt: skip


async def test_an_administrator_who_assigns_adds_them_first(munro: Programme) -> None:
    both = a_member("Kit Fox", Role.ADMINISTRATOR, Role.MANAGER)
    office = await an_office(TinyStore.in_memory(), munro, members=[both])
    kit = somebody("kit-fox")

    await office.talk(
        (kit, "assign 4 to New One", "I don’t know anybody called New One"),
        (kit, "new.one@example.gov.uk", ["“assign 4 to New One” isn’t done yet", "add New One", SAVE]),
        (kit, "yes", "Saved: New One"),
        (kit, "assign 4 to her", ["New One would lead Recommendation 4", SAVE]),
    )


@pytest.mark.parametrize("asked", ["whos linked to who", "who is linked?", "show me the links", "who's linked to whom"])
async def test_all_links_are_told_and_who_has_none(office: Office, asked: str) -> None:
    await office.talk(
        (BOB, "link Sue Myers to sue.myers@example.gov.uk", SAVE),
        (BOB, "yes", "Saved"),
        (BOB, asked, ["- Susan Myers (sue.myers@example.gov.uk) posts as the lead Sue Myers.", "Nobody is linked to"]),
        (EVE, asked, ["- Susan Myers posts as the lead Sue Myers.", "Gani Martins", "Administrators: Bob Ray"]),
    )


@pytest.mark.parametrize("asked", ["who can post for who", "who covers for whom?"])
async def test_who_may_post_for_whom_is_told_of_all(office: Office, asked: str) -> None:
    await office.talk(
        (EVE, asked, "Nobody may post for anybody else so far"),
        (ANN, "Jane Doe may post for Sue Myers", SAVE),
        (ANN, "yes", "Saved"),
        (EVE, asked, "^- Jane Doe may post for Sue Myers."),
        (EVE, "who may post for Sue Myers?", "^Jane Doe may post for Sue Myers."),
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("new starter needs access", "Jane Doe"),
        ("we've got a new starter", "Jane Doe"),
        ("Priya Patel is starting monday and needs access", "Priya Patel"),
        ("Priya Patel needs adding", "Priya Patel"),
        ("give Priya Patel access please", "Priya Patel"),
        ("can you set Priya Patel up?", "Priya Patel"),
        ("our new officer Priya Patel can't log in", "Priya Patel"),
        ("someone new started and they need access", "Jane Doe"),
        ("my new colleague can't get in", "Jane Doe"),
    ],
)
async def test_how_somebody_new_comes_in_is_told_with_the_name(office: Office, text: str, name: str) -> None:
    await office.talk(
        (BOB, text, ["everybody in your organisation may", f"say “add {name} jane.doe@example.gov.uk as officer”"]),
        (ANN, text, [f"An administrator says “add {name}", "Administrators: Bob Ray", f"“assign 10 to {name}”"]),
    )


@pytest.mark.parametrize("text", ["set it up", "do all families need access to help?", "who needs access to training?"])
async def test_what_asks_for_no_access_is_left_alone(office: Office, text: str) -> None:
    await office.talk((BOB, text, "not: in the directory"))


async def test_her_is_whoever_was_just_looked_after(office: Office) -> None:
    await office.talk(
        (BOB, "make her a manager too", "Whom do you mean?"),
        (BOB, "what roles does Jane Doe have?", "Jane Doe"),
        (BOB, "and make her a manager too", ["^Jane Doe", "will be a manager", SAVE]),
        (BOB, "yes", "Saved: Jane Doe"),
        (BOB, "link her to Sue Myers", ["^Jane Doe", "will post as the lead Sue Myers", SAVE]),
        (BOB, "no", "Nothing has changed"),
        (ANN, "who leads 10?", "Sue Myers"),
        (ANN, "make her a manager too", ["Only an administrator", "They say “make Sue Myers a manager”"]),
    )


async def test_an_address_is_not_changed_by_chat_and_what_is_done_instead_is_told(office: Office) -> None:
    await office.talk(
        (BOB, "change her email", "Whom do you mean?"),
        (BOB, "change Jane Doe's email to j.d@example.gov.uk", ["nothing has changed", "account that counts"]),
        (BOB, "change her email", ["Jane Doe (jane.doe@example.gov.uk) has written to me", "people import"]),
        (BOB, "add New One new.one@example.gov.uk as officer", SAVE),
        (BOB, "yes", "Saved"),
        (BOB, "her email is wrong", ["New One", "hasn’t written to me yet", "take away what the old one has"]),
        (ANN, "change Jane Doe's email", ["Only an administrator may do that", "Bob Ray"]),
    )
