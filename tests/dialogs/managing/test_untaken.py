"""An order that nobody can take is answered with that nothing was done, never with a passage of the document."""

import pytest

from tests.dialogs.officials import trail
from tests.office import MO, STAN, Office

TWO_AT_ONCE = [
    ("assign 4 to Sue Myers and set the target for 4 to 31 March 2027", "“assign 4 to Sue Myers”"),
    ("assign 4 to Sue Myers, set its target to 31 March 2027", "“assign 4 to Sue Myers”"),
    ("sign off 8 and send 10 back: no evidence", "“sign off 8”"),
    ("sign off 8, then assign 10 to Gani Martins", "“sign off 8”"),
    ("sign off 10 and set the target for 8 to 30 June 2027", "“sign off 10”"),
    ("please sign off 3; redact the last update on 10", "“please sign off 3”"),
]
NOT_UNDERSTOOD = [
    ("set the target for theme 2 to 31 March 2027", "“set the target for 10 to 31 March 2027”"),
    ("add Jane as the lead of 10", "“assign 10 to Sue Myers”"),
    ("could you make 10 due next year", "“set the target for 10"),
    ("approve everything in theme 2", "I take one at a time"),
    ("promote Jane to head of service", "I take one at a time"),
    ("swap the leads of 8 and 10", "“assign 10 to Sue Myers”"),
]


@pytest.mark.parametrize(("order", "first"), TWO_AT_ONCE)
async def test_of_two_orders_at_once_none_is_done_and_the_first_is_offered(
    office: Office, order: str, first: str
) -> None:
    await office.talk((MO, order, ["^Nothing has been done", "one order at a time", first, "not: _Source"]))

    assert await trail(office) == []


@pytest.mark.parametrize(("order", "example"), NOT_UNDERSTOOD)
async def test_an_order_that_is_not_understood_is_said_to_be_undone(office: Office, order: str, example: str) -> None:
    await office.talk((MO, order, ["^Nothing has been done", example, "not: _Source"]), (MO, "yes", "not: Saved"))

    assert await trail(office) == []


@pytest.mark.parametrize("order", ["delete recommendation 4", "remove rec 4", "drop theme 2", "cancel rec 4"])
async def test_recommendations_are_not_deleted(office: Office, order: str) -> None:
    await office.talk((STAN, order, ["^I can’t do that. Nothing has been done", "stay as the document has them"]))


@pytest.mark.parametrize(
    "question",
    [
        "set out the response to 10",
        "give me the timescale of 10",
        "give us Salford’s position on 10",
        "move on to recommendation 12",
        "change of lead for 10",
        "make sense of 10",
        "put simply, what does 10 say?",
        "set of recommendations in theme 2",
        "add up the recommendations in theme 2",
        "please give all recommendations that Sharon Hubber is leading",
    ],
)
async def test_a_question_that_begins_like_an_order_is_answered(office: Office, question: str) -> None:
    await office.talk((STAN, question, "not: Nothing has been done"))


@pytest.mark.parametrize(
    "order",
    [
        "push the deadline of 10 back to 31 December 2027",
        "postpone the target for 10 to 31 December 2027",
        "move the target date of 10 back to 31 December 2027",
        "put back the deadline for 10 to 31 December 2027",
    ],
)
async def test_a_target_can_be_pushed_back(office: Office, order: str) -> None:
    await office.talk((MO, order, ["The target of Recommendation 10 would be 31 December 2027", "Save this?"]))


@pytest.mark.parametrize("order", ["remove the lead from 4", "clear the lead officer of 4", "delete the lead for 4"])
async def test_an_assigned_lead_can_be_taken_away_in_other_words(office: Office, order: str) -> None:
    await office.talk(
        (MO, "assign 4 to Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, order, ["The assignment of Recommendation 4 would end", "Save this?"]),
    )


@pytest.mark.parametrize("text", ["name the lead and the theme of recommendation 12", "name the lead for 12"])
async def test_to_name_the_lead_is_a_question(office: Office, text: str) -> None:
    await office.talk((MO, text, "Sandi Pennington"), (MO, "name Sue Myers as the lead of 12", "Nothing has been done"))
