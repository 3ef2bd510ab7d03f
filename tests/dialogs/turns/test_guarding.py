"""Whatever is typed and kept is looked at for personal data; only a second yes keeps it, and the trail says so."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dialogs.turns.guarding import KEPT, doubted
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Memory, Message
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.store.shelves import CONVERSATIONS, EXTENSIONS, MEMBERS, TARGETS, UPDATES
from tests.dialogs.officials import trail
from tests.office import MO, NOW, STAN, SUE, Office, Row

CHILD = "Tom Smith, aged 9, has moved"
TARGET: Sequence[Row] = ((MO, "set the target for 10 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))
ASKED: Sequence[Row] = ((SUE, "extend 10 to 30 June 2027: staff left", "Save this?"), (SUE, "yes", "Saved"))
COMPLETE: Sequence[Row] = ((SUE, "update 10: complete – all trained", "Save this?"), (SUE, "yes", "Saved"))

# What must have been before, who says what, and what new wording leads to.
TYPED = [
    pytest.param((), MO, f"set the target for 10 to 31 March 2027: {CHILD}", id="a target's reason"),
    pytest.param(TARGET, MO, f"move the target for 10 to 30 April 2027 because {CHILD}", id="a moved target's"),
    pytest.param(TARGET, MO, f"remove the target for 10: {CHILD}", id="a removed target's"),
    pytest.param(TARGET, SUE, f"extend 10 to 30 June 2027: {CHILD}", id="an extension's"),
    pytest.param((*TARGET, *ASKED), MO, f"refuse the extension of 10: {CHILD}", id="a refusal's"),
    pytest.param((*TARGET, *ASKED), MO, f"grant the extension of 10: {CHILD}", id="a grant's"),
    pytest.param(COMPLETE, MO, f"send 10 back: {CHILD}", id="sending back"),
    pytest.param((), MO, f"assign 4 to Sue Myers: {CHILD}", id="an assignment's"),
    pytest.param((), MO, f"assign 4 to Sue Myers because {CHILD}", id="an assignment's, said otherwise"),
    pytest.param((), MO, f"glossary: the lad means {CHILD}", id="a glossary entry"),
]


@pytest.fixture
def moment(knowledge: Knowledge) -> Moment:
    return Moment(Message("", NOW), SUE, Memory(), knowledge)


@pytest.mark.parametrize(("before", "who", "text"), TYPED)
async def test_what_looks_like_personal_data_is_shown_and_new_wording_taken(
    office: Office, before: Sequence[Row], who: Person, text: str
) -> None:
    await office.talk(*before)
    entries = len(await trail(office))
    await office.talk(
        (who, text, ["personal data", "“Tom Smith, aged 9” (a name with an age)", "not: Save this?"]),
        (who, "yes", ["personal data", "not: Saved."]),
        (who, "who leads 10?", ["Sue Myers", "still waiting"]),
        (who, "a partner has moved", ["a partner has moved", "Save this?", "not: Tom"]),
        (who, "yes", "Saved"),
    )

    assert "Tom" not in str(await trail(office))
    assert KEPT not in [entry.what for entry in await trail(office)]
    assert len(await trail(office)) > entries


@pytest.mark.parametrize(("before", "who", "text"), TYPED)
async def test_saving_it_anyway_takes_a_second_yes_and_is_in_the_trail(
    office: Office, before: Sequence[Row], who: Person, text: str
) -> None:
    await office.talk(*before)
    await office.talk((who, text, "personal data"), (who, "save it anyway", ["Tom Smith", "Save this?"]))
    assert "Tom" not in str(await trail(office))

    await office.talk((who, "yes", "Saved"))

    *saved, noted = await trail(office)
    assert "Tom Smith" in str(saved)
    assert (noted.what, noted.by_name, noted.subject) == (KEPT, who.name, saved[-1].subject)


@pytest.mark.parametrize(("before", "who", "text"), TYPED)
@pytest.mark.parametrize("answer", ["no", "cancel"])
async def test_a_no_drops_it(office: Office, before: Sequence[Row], who: Person, text: str, answer: str) -> None:
    await office.talk(*before)
    entries = await trail(office)

    await office.talk((who, text, "personal data"), (who, answer, "dropped"), (who, "yes", "not: Saved."))

    assert await trail(office) == entries
    assert "Tom" not in str(await office.store.all(CONVERSATIONS))


async def test_new_wording_is_looked_at_again(office: Office) -> None:
    await office.talk(
        (MO, f"set the target for 10 to 31 March 2027: {CHILD}", "Tom Smith"),
        (MO, "Ann Jones, aged 8, has moved", ["personal data", "Ann Jones", "not: Save this?"]),
        (MO, "somebody has moved", "Save this?"),
    )


async def test_somebody_elses_anyway_saves_nothing(office: Office) -> None:
    await office.talk(
        (MO, f"set the target for 10 to 31 March 2027: {CHILD}", "personal data"),
        (SUE, "save it anyway", "not: Save this?"),
        (SUE, "yes", "not: Saved"),
    )

    assert await office.store.all(TARGETS) == ()


async def test_a_role_that_is_gone_at_the_second_yes_counts(office: Office) -> None:
    await office.talk(
        (MO, f"set the target for 10 to 31 March 2027: {CHILD}", "personal data"), (MO, "save it anyway", "Save this?")
    )
    members = [member for member in await office.store.all(MEMBERS) if member.name == MO.name]
    await office.store.transact(lambda transaction: transaction.put(MEMBERS, replace(members[0], roles=frozenset())))

    await office.talk((MO, "yes", "Only a manager"))

    assert await trail(office) == []


async def test_a_decision_is_kept_with_what_was_said_of_it(office: Office) -> None:
    await office.talk(
        *TARGET,
        *ASKED,
        (MO, "refuse the extension of 10: the pilot can't wait", ["“the pilot can't wait”", "Save this?"]),
        (MO, "yes", ["Saved", "stays 31 March 2027"]),
        (SUE, "what's the target of 10?", ["Mo Manager refused", "the pilot can't wait"]),
    )

    assert [(e.granted, e.remark) for e in await office.store.all(EXTENSIONS)] == [(False, "the pilot can't wait")]


def test_addresses_and_keys_of_the_directory_are_no_prose(moment: Moment) -> None:
    assert (
        doubted({"email": "tom@example.com", "key": "tenant/mail:tom@example.com", "name": "Tom Smith"}, moment) == ()
    )


def test_every_text_counts_wherever_it_stands(moment: Moment) -> None:
    seen = doubted({"names": ["Tom Smith, aged 9"], "day": "2027-03-31", "allow": True}, moment)

    assert [one.words for one in seen] == ["Tom Smith, aged 9"]


async def test_a_childs_full_name_in_an_update_is_asked_about_before_it_is_saved(office: Office) -> None:
    await office.talk(
        (
            SUE,
            "update 8: red - Kyle Smith from Year 4 at St Mary's primary was moved to his nan",
            "the name of a child",
        ),
        (SUE, "yes", "save it anyway"),
        (SUE, "cancel", ""),
        (SUE, "update 8: red - Sue Myers told the Board", ["Save this?", "not: personal data"]),
    )
    assert await office.store.all(UPDATES) == ()


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Kayleigh's case went to court and the mum has refused to engage", "Kayleigh's case"),
        ("KJ (7) and sibling TJ (4) from Eccles placed with gran", "KJ (7)"),
        ("little Mohammed in year 4 at St Marks is still on the waiting list", "Mohammed in year 4"),
        ("Kayleigh is back home", "Kayleigh is back home"),
        ("Kayleigh Jones was moved", "Kayleigh Jones"),
    ],
)
async def test_a_childs_first_name_with_a_case_is_asked_about(office: Office, words: str, seen: str) -> None:
    await office.talk(
        (SUE, f"update 10: red - {words}", ["personal data", seen, "not: Save this?"]), (SUE, "yes", "still")
    )

    assert await office.store.all(UPDATES) == ()


async def test_those_in_the_directory_and_the_leads_may_be_named_beside_a_case(office: Office) -> None:
    for words in ("Stan's case went to court", "Sandi Pennington was moved", "Gani visited Mo Manager at home"):
        await office.talk(
            (SUE, f"update 10: red - {words}", ["Save this?", "not: personal data"]), (SUE, "cancel", "dropped")
        )


async def test_a_question_that_names_a_child_is_not_passed_on(office: Office) -> None:
    await office.talk(
        (
            STAN,
            "ask the lead of 10: why was Kayleigh Jones moved?",
            ["personal data", "Kayleigh Jones", "not: would"],
        ),
        (STAN, "ask the lead of 10: why was Sue Myers moved?", ["I would", "not: personal data"]),
    )
