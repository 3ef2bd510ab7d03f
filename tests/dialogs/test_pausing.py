"""Pausing reminders in a conversation: what is missing is asked for, and the next message taken as it."""

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
