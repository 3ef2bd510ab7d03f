"""What is said while a question is open and answers it not: it fills nothing in, and nothing is lost by it."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dialogs.turns.asides import Aside, aside
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Memory, Message
from knowledge.library import Knowledge
from tests.dialogs.officials import office
from tests.office import MO, SUE, Office

__all__ = ["office"]

MOMENT = Moment(Message("", datetime(2026, 11, 23, tzinfo=UTC)), SUE, Memory(), Knowledge(()))
SET = ((MO, "set the target for 10 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))


def heard(text: str) -> Aside | None:
    return aside(replace(MOMENT, message=replace(MOMENT.message, text=text)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("nah leave it", Aside.LEAVES),
        ("leave it as it is", Aside.LEAVES),
        ("forget it i'll do it later", Aside.LEAVES),
        ("actually, never mind", Aside.LEAVES),
        ("scrap that im just cross", Aside.LEAVES),
        ("I’ve changed my mind", Aside.LEAVES),
        ("hang on let me check", Aside.PAUSES),
        ("hang on someones at the door", Aside.PAUSES),
        ("ugh my boss is calling brb", Aside.PAUSES),
        ("one sec", Aside.PAUSES),
        ("back, where were we", Aside.RETURNS),
        ("dont know", Aside.UNKNOWING),
        ("dont know what to put", Aside.UNKNOWING),
        ("nothing really", Aside.UNKNOWING),
        ("not sure yet", Aside.UNKNOWING),
    ],
)
def test_what_is_said_beside_a_question_is_heard(text: str, kind: Aside) -> None:
    assert heard(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "we held on to two placements",
        "wait times have come down",
        "Waiting for the board",
        "back to normal after the move",
        "not sure the GPs will join",
        "keep the pilot going",
        "stop the old forms",
        "leave policy revised",
        "dont know the number of posts",
        "one second worker hired",
        "I will find out what schools need",
        "no change",
        "tomorrow",
        "next week",
    ],
)
def test_what_may_be_an_answer_is_none(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize("text", ["no " * 53, ", " * 79 + "x", "back " * 31 + "x", "don't know " * 14 + "x"])
def test_rows_of_words_keep_nobody_waiting(text: str) -> None:
    started = time.perf_counter()

    heard(text)

    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize("words", ["nah leave it", "leave it as it is", "forget it", "not now", "actually never mind"])
async def test_to_leave_it_is_no_reason(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 April 2027", "Why is it changed?"),
        (MO, words, ["dropped that", "Nothing has changed", "not: Save this?"]),
        (MO, "yes", "not: Saved"),
    )


@pytest.mark.parametrize("words", ["hang on let me check", "dont know", "not sure yet", "one sec, my phone"])
async def test_what_only_takes_time_is_no_reason(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (SUE, "extend 10 to 30 June 2027", "Why is more time needed?"),
        (SUE, words, ["nothing has been saved yet", "Why is more time needed?", "not: Save this?"]),
        (SUE, "waiting on health", ["Reason: “waiting on health”", "Save this?"]),
        (SUE, words, "waiting for your yes or no"),
    )


@pytest.mark.parametrize("words", ["target for 9 to 30 june", "target for 9 is 30 june", "target for 9: 30 June 2027"])
async def test_an_order_for_another_is_done_to_that_one(office: Office, words: str) -> None:
    await office.talk(
        (MO, "set the target for 10", "To which day"),
        (MO, words, ["dropped what I asked", "target of Recommendation 9 would be 30 June 2027", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["9 then, 30 june", "30 june for 9", "rec 9 30 june 2027", "30 June, for number 9"])
async def test_a_day_for_another_is_asked_about(office: Office, words: str) -> None:
    await office.talk(
        (MO, "set the target for 10", "To which day"),
        (MO, words, ["asked about Recommendation 10, and you named Recommendation 9", "not: Save this?"]),
        (MO, "9", ["target of Recommendation 9 would be 30 June 2027", "Save this?"]),
    )


async def test_an_extension_for_another_is_asked_about(office: Office) -> None:
    await office.talk(
        *SET,
        (SUE, "extend 10", "Until when"),
        (SUE, "extension for 8 to 30 june please", ["you named Recommendation 8", "not: Save this?"]),
    )


async def test_a_reason_may_speak_of_another(office: Office) -> None:
    await office.talk(
        *SET,
        (SUE, "extend 10 to 30 June 2027", "Why is more time needed?"),
        (SUE, "waiting for rec 8 to finish", ["Reason: “waiting for rec 8 to finish”", "Save this?"]),
    )
