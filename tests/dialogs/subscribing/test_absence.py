"""When somebody is back who says when they are away."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from dialogs.subscribing.absence import back
from knowledge.store.shelves import PAUSES
from tests.office import MO, SUE, Office

SATURDAY, WEDNESDAY = date(2026, 11, 28), date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "today", "day"),
    [
        ("I'm off next week", SATURDAY, date(2026, 12, 7)),
        ("I'm off next week", WEDNESDAY, date(2026, 12, 7)),
        ("away this week", WEDNESDAY, date(2026, 11, 30)),
        ("pause my reminders until next week", WEDNESDAY, date(2026, 11, 30)),
        ("until the end of next week", SATURDAY, date(2026, 12, 7)),
        ("on leave until January", SATURDAY, date(2027, 1, 4)),  # 1 January is a bank holiday, a Friday
        ("off in December", SATURDAY, date(2027, 1, 4)),
        ("on leave from 7 to 18 December", SATURDAY, date(2026, 12, 21)),
        ("on leave 7 December to 18 December", SATURDAY, date(2026, 12, 21)),
        ("off on Friday", WEDNESDAY, date(2026, 11, 30)),
        ("off tomorrow", WEDNESDAY, date(2026, 11, 27)),
        ("on leave until 5 January", SATURDAY, None),  # the day itself
        ("off", SATURDAY, None),
    ],
)
def test_the_day_they_are_back_is_the_first_working_day_behind(said: str, today: date, day: date | None) -> None:
    assert back(said, today) == day


async def test_off_next_week_at_a_weekend_is_the_whole_coming_week(office: Office) -> None:
    office.now = datetime.fromisoformat("2026-11-28T10:00:00+00:00")

    await office.talk((SUE, "pause my reminders", "Until when"), (SUE, "im off next week", "before Monday 7 December"))


async def test_a_remark_about_being_away_is_restated_before_reminders_are_paused(office: Office) -> None:
    await office.talk((SUE, "I'm off next week", ["back on Monday 7 December 2026", "Save this?"]))
    assert await office.store.all(PAUSES) == ()

    await office.talk((SUE, "yes", "I won’t remind you of anything before Monday 7 December 2026"))
    assert [pause.until for pause in await office.store.all(PAUSES)] == [date(2026, 12, 7)]


@pytest.mark.parametrize("said", ["which are off track this week?", "who is away next week?", "am I off next week?"])
async def test_whoever_asks_isnt_away(office: Office, said: str) -> None:
    await office.talk((SUE, said, ["not: remind you", "not: Save this"]))


async def test_holidays_are_days(office: Office) -> None:
    await office.talk((SUE, "pause my reminders till new year", "before Friday 1 January 2027"))
    await office.talk((SUE, "pause my reminders until Boxing Day", "before Saturday 26 December 2026"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("update 10: amber - pilot delayed as I'm on leave until Friday", "at risk (amber)"),
        ("update 10: amber - pilot started. I'm on leave until Friday.", "“pilot started. I'm on leave until Friday.”"),
        ("update 10: amber - I'm away until 5 January, next step review by 30 Jan", "Next step: review, by 30 January"),
        ("update 10: amber - I'm not on leave until Friday", "“I'm not on leave until Friday”"),
        ("10 is amber, I'm on leave until Friday", "at risk (amber)"),
        ("no change on 10, I'm on leave until Friday", "I have noted what has happened: “I'm on leave until Friday”"),
        ("Let Gani post for me while I'm on leave until Friday", "Gani Martins could post updates for Sue Myers"),
        ("extend 10 to 30 August 2027: I'm on leave until July", "No target is set for Recommendation 10"),
    ],
)
async def test_an_update_or_an_order_that_mentions_leave_is_what_it_begins_like(
    office: Office, said: str, told: str
) -> None:
    await office.talk((SUE, said, [told, "not: remind you"]))

    assert await office.store.all(PAUSES) == ()


async def test_leave_is_a_reason_for_assigning(office: Office) -> None:
    await office.talk((MO, "assign 10 to Gani: I'm on leave until March", ["would lead", "Reason: “I'm on leave"]))

    assert await office.store.all(PAUSES) == ()


@pytest.mark.parametrize(
    "said",
    [
        "I'm not on leave until Friday",
        "I'm no longer on leave until Friday",
        "I'm not actually on annual leave until Friday",
        "I'm not off next week",
        "don't pause my reminders until Friday",
        "please do not stop my reminders until Friday",
        "I don't want you to pause my reminders until Friday",
    ],
)
async def test_whoever_says_that_they_arent_away_keeps_their_reminders(office: Office, said: str) -> None:
    await office.talk((SUE, said, "^Nothing has changed. Your reminders aren’t paused."))

    assert await office.store.all(PAUSES) == ()


async def test_what_is_paused_stays_so_when_somebody_says_not_to_resume(office: Office) -> None:
    await office.talk(
        (SUE, "I'm on leave until Friday", "before Friday 27 November 2026"),
        (SUE, "don't resume my reminders yet", "Your reminders are paused until 27 November 2026"),
    )

    assert [pause.until for pause in await office.store.all(PAUSES)] == [date(2026, 11, 27)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("who covers me when I'm on leave until Friday", "let somebody post for you"),
        ("when I'm on leave until Friday, who covers 10?", "let somebody post for you"),
        ("what happens when I'm on leave until Friday?", "let somebody post for you"),
        ("if I'm on leave until Friday, do reminders stop?", "let somebody post for you"),
        ("hi, should I pause my reminders until Friday", "with the day you are back"),
        ("is it true I'm on leave until Friday", ""),
        ("tell me who covers me while I'm on leave until Friday", ""),
        ("do you pause my reminders when I'm on leave until Friday", ""),
    ],
)
async def test_a_question_about_leave_pauses_nothing(office: Office, said: str, told: str) -> None:
    await office.talk((SUE, said, [told, "not: I won’t remind you", "not: Save this"]))

    assert await office.store.all(PAUSES) == ()


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("I'm off sick until Friday, give mine to Gani", "give mine to Gani"),
        ("I'm on leave until Friday and 10 is amber", "10 is amber"),
        ("I'm on leave until Friday. who covers 10?", "who covers 10?"),
        ("I'm off until Friday so could 10 move to June?", "could 10 move to June?"),
        ("hand mine to Gani while I'm on leave until Friday", "hand mine to Gani"),
        ("pilot delayed on 10 as I'm on leave until Friday", "pilot delayed on 10"),
        ("Gani says I'm on leave until Friday", "Gani says"),
    ],
)
async def test_what_is_said_beside_leave_is_named_and_nothing_paused_before_a_yes(
    office: Office, said: str, left: str
) -> None:
    await office.talk((SUE, said, [f"haven’t taken “{left}”", "back on Friday 27 November 2026", "Save this?"]))
    assert await office.store.all(PAUSES) == ()

    await office.talk((SUE, "yes", "I won’t remind you of anything before Friday 27 November 2026"))


@pytest.mark.parametrize(
    "said",
    [
        "Hi all, I'm on leave until Friday. Cheers, Sue",
        "just so you know, I'm on leave until Friday",
        "thanks for the reminder, I'm off sick until Friday",
        "I'm on leave until Friday, so please pause my reminders",
        "I'm on leave until Friday, can you pause my reminders?",
        "I can't update 10, I'm on leave until Friday",
        "because I'm on leave until Friday, please pause my reminders",
        "pause my reminders when I'm on leave until Friday",
        "don't remind me until Friday",
        "could you stop reminding me until Friday",
        "out of office until Friday",
    ],
)
async def test_leave_alone_pauses_reminders_at_once(office: Office, said: str) -> None:
    await office.talk((SUE, said, "^I won’t remind you of anything before Friday 27 November 2026"))
