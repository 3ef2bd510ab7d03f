"""Orders that lack their recommendation are asked about, and what can't be done is said in so many words."""

import pytest

from knowledge.model import Person
from tests.office import ADA, MO, STAN, SUE, Office

from .officials import trail


@pytest.mark.parametrize(
    ("who", "text", "asked", "answer", "told"),
    [
        (MO, "set a target", "which day?", "10 to 31 March 2027", "would be 31 March 2027"),
        (MO, "set the target", "which day?", "10", "To which day"),
        (MO, "please assign", "to whom?", "4 to Sue Myers", "Sue Myers would lead Recommendation 4"),
        (SUE, "extend", "until when?", "10 to 30 June 2027: staff left", "No target is set for Recommendation 10"),
        (SUE, "I need more time", "until when?", "10", "No target is set for Recommendation 10"),
        (SUE, "can I have an extension please", "until when?", "10", "No target is set for Recommendation 10"),
    ],
)
async def test_what_lacks_its_recommendation_is_asked_about(
    office: Office, who: Person, text: str, asked: str, *, answer: str, told: str
) -> None:
    await office.talk((who, text, asked), (who, answer, told))


@pytest.mark.parametrize(
    ("who", "text", "told"),
    [
        (MO, "sign off everything", "name each recommendation by its number"),
        (MO, "set the target for all to 31 March 2027", "name each recommendation by its number"),
        (SUE, "no change on all of them", "name each recommendation by its number"),
        (SUE, "change it to red", "a correction is a new update"),
        (SUE, "edit my last update", "say “undo”"),
        (ADA, "show the audit trail", "python -m bot audit"),
    ],
)
async def test_what_cannot_be_done_is_said(office: Office, who: Person, text: str, told: str) -> None:
    await office.talk((who, text, told), (who, "yes", "not: Saved."))

    assert await trail(office) == []


@pytest.mark.parametrize("text", ["skip", "back", "save it anyway"])
async def test_a_step_of_nothing_is_no_question(office: Office, text: str) -> None:
    await office.talk((SUE, text, "Nothing is open that you could go on with"))


async def test_what_completes_no_order_is_answered_by_itself(office: Office) -> None:
    await office.talk(
        (MO, "assign", "to whom?"),
        (MO, "theme 2 please", ["Theme 2", "not: assign"]),
        (MO, "set a target", "which day?"),
        (MO, "I need more time", "until when?"),
    )


@pytest.mark.parametrize(
    ("who", "text", "told"),
    [
        (ADA, "add Bob Ray bob.ray@example.gov.uk as king", "staff, officer, manager and administrator"),
        (ADA, "remove Stan Staff from the directory", "Nobody is removed from the directory"),
        (STAN, "remove Sue Myers from the directory", "Only an administrator"),
        (STAN, "who may post for Sue Myers?", "Nobody may post for Sue Myers but Sue Myers"),
        (STAN, "who may post for Sue Meyers?", "Did you mean Sue Myers"),
    ],
)
async def test_what_is_asked_about_people_gets_its_own_answer(
    office: Office, who: Person, text: str, told: str
) -> None:
    await office.talk((who, text, told))

    assert await trail(office) == []


async def test_who_posts_for_whom_is_told_and_that_it_does_not_end_by_itself(office: Office) -> None:
    await office.talk(
        (SUE, "let Stan Staff post for me until Friday", ["can’t end that by myself", "Stan Staff could post", "Save"]),
        (SUE, "yes", "Saved"),
        (STAN, "who may post for Sue Myers?", "^Stan Staff may post for Sue Myers."),
        (SUE, "who can post for me?", "^Stan Staff may post for Sue Myers."),
        (MO, "who are Sue Myers's delegates?", "^Stan Staff"),
    )


async def test_who_set_a_target_is_told(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (STAN, "who set the target of 10?", ["31 March 2027", "Mo Manager"]),
        (STAN, "who changed the target of 10?", ["31 March 2027", "Mo Manager"]),
    )
