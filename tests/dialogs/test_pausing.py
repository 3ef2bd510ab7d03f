"""Pausing reminders in a conversation: what is missing is asked for, and the next message taken as it."""

import pytest

from knowledge.store.shelves import PAUSES
from tests.office import SUE, Office


async def test_a_pause_without_a_day_takes_the_next_message_for_it(office: Office) -> None:
    await office.talk(
        (SUE, "pause my reminders", "Until when"),
        (SUE, "5 January 2207", ["looks mistyped", "Say “yes” for 5 January 2027"]),
        (SUE, "yes", "before Tuesday 5 January 2027"),
        (SUE, "resume my reminders", "from now on"),
        (SUE, "pause my reminders", "Until when"),
        (SUE, "cancel", "dropped"),
    )


@pytest.mark.parametrize("order", ["pause Sue Myers' reminders", "pause Gani's reminders", "stop reminders for Sue"])
async def test_nobody_elses_reminders_are_paused(office: Office, order: str) -> None:
    await office.talk((SUE, order, "only pause or resume your own reminders"))

    assert await office.store.all(PAUSES) == ()


async def test_whoever_is_sick_of_something_is_not_off_sick(office: Office) -> None:
    await office.talk(
        (SUE, "I'm sick to death of this, who leads recommendation 9 then, out with it", ["not: Until when", "Sharon"]),
        (SUE, "i am sick to the back teeth of forms, which rec is on serious case reviews", "Recommendation 9"),
        (SUE, "I am sick of waiting to hear who leads 9", "Sharon Hubber"),
        (SUE, "i'm off sick until 5 January 2027", "before Tuesday 5 January 2027"),
    )
