"""The update form as a card: whatever was typed into it and can't be taken yet comes back in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from knowledge.progress.model import Status
from tests.dialogs.contract import parts
from tests.dialogs.officials import office, updates
from tests.office import STAN, SUE, Office, holds

__all__ = ["office"]

TYPED = {
    "status": "at risk",
    "narrative": "Two posts are vacant",
    "next_step": "Recruit",
    "next_step_date": "2027-01-30",
    "evidence": "minutes of 12 November",
}


async def submitted(office: Office, **fields: str) -> str:
    """The reply to a card that was filled in like this."""
    await office.talk((SUE, "update 10", "What is its status"))
    return (
        await office.say(SUE, "Here is my update on recommendation 10", form=form_id(office), **TYPED | fields)
    ).text


def card_of(office: Office) -> Mapping[str, object]:
    card = office.said[-1].card
    assert card is not None
    return card


def form_id(office: Office) -> str:
    """The form that the last card belongs to."""
    return next(str(part["data"]["form"]) for part in parts(card_of(office)) if "form" in part.get("data", {}))


def held(office: Office) -> dict[str, str]:
    """What stands in the inputs of the last card."""
    return {str(p["id"]): str(p["value"]) for p in parts(card_of(office)) if str(p["type"]).startswith("Input.")}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"next_step_date": "2017-01-30"}, ["already passed", "Say “yes” for 30 January 2027"]),
        ({"next_step_date": "2207-01-30"}, ["looks mistyped", "Say “yes” for 30 January 2027"]),
        ({"next_step_date": "2027-13-45"}, ["no such day"]),
        ({"next_step": ""}, ["a date, but no next step"]),
        ({"status": ""}, ["a status"]),
        ({"status": "signed off"}, ["a status"]),
        ({"narrative": "x" * 2_001}, ["2,001 characters"]),
        ({"evidence": "?!"}, ["no words"]),
        ({"status": "", "next_step_date": "2017-01-30"}, ["a status", "already passed"]),
    ],
)
async def test_what_cant_be_taken_is_said_and_the_card_comes_back_as_it_was_filled_in(
    office: Office, fields: dict[str, str], told: list[str]
) -> None:
    reply = await submitted(office, **fields)

    assert all(holds(reply, fragment) for fragment in told), reply
    assert held(office) == TYPED | fields
    assert await updates(office) == []


async def test_a_doubtful_day_of_a_card_is_taken_on_a_yes_with_all_the_rest(office: Office) -> None:
    await submitted(office, next_step_date="2017-01-30")

    await office.talk(
        (SUE, "yes", ["at risk", "Two posts", "Recruit, by 30 January 2027", "minutes of 12", "Save this?"]),
        (SUE, "yes", "Saved"),
    )
    (update,) = await updates(office)
    assert (update.next_step_date, update.evidence) == (date(2027, 1, 30), ("minutes of 12 November",))


@pytest.mark.parametrize(
    ("fields", "answer"),
    [({"status": ""}, "amber"), ({"next_step": ""}, "Recruit"), ({"next_step_date": "2027-13-45"}, "30 January 2027")],
)
async def test_what_a_card_lacked_can_be_typed(office: Office, fields: dict[str, str], answer: str) -> None:
    await submitted(office, **fields)

    await office.talk(
        (SUE, answer, ["at risk", "Two posts", "Recruit, by 30 January 2027", "minutes of 12", "Save this?"]),
        (SUE, "yes", "Saved"),
    )
    (update,) = await updates(office)
    assert (update.status, update.next_step) == (Status.AT_RISK, "Recruit")


async def test_the_card_that_comes_back_can_be_submitted(office: Office) -> None:
    await submitted(office, next_step_date="2017-01-30")

    reply = await office.say(SUE, "Here is my update on recommendation 10", form=form_id(office), **TYPED)

    assert holds(reply.text, "Recruit, by 30 January 2027")
    assert holds(reply.text, "Save this?")


async def test_what_cant_be_shown_isnt_put_back_into_the_card(office: Office) -> None:
    await submitted(office, narrative="words\u202eturned")

    assert held(office) == TYPED | {"narrative": ""}


async def test_what_was_typed_into_a_form_that_is_closed_comes_back_in_a_new_one(office: Office) -> None:
    await office.talk((SUE, "update 10", "What is its status"))
    old = form_id(office)
    await office.talk((SUE, "cancel", "dropped"))

    reply = await office.say(SUE, "Here is my update on recommendation 10", form=old, **TYPED)

    assert holds(reply.text, "isn’t open any more, so nothing has been saved")
    assert held(office) == TYPED
    assert form_id(office) != old
    await office.talk((SUE, "yes", "not: Saved"))


async def test_a_card_of_somebody_elses_gives_no_form_to_who_may_not_post(office: Office) -> None:
    await office.talk((SUE, "update 10", "What is its status"))

    reply = await office.say(STAN, "Here is my update on recommendation 10", form=form_id(office), **TYPED)

    assert holds(reply.text, "isn’t yours")
    assert reply.card is None
