"""What was just subscribed to is changed and stopped in a few words; so is what is named."""

from __future__ import annotations

import pytest

from knowledge.library import Knowledge
from knowledge.model import Programme
from knowledge.progress.sending.subscriptions import running
from knowledge.store import TinyStore
from knowledge.store.reference import Reference
from knowledge.store.shelves import REFERENCES
from tests.office import MAY, MO, SUE, Office, an_office

CHATS = (
    Reference("chat", "https://smba.trafficmanager.net/uk/", member="tenant/mo", kind="personal"),
    Reference("may's chat", "https://smba.trafficmanager.net/uk/", member="tenant/may", kind="personal"),
    Reference("19:board", "https://smba.trafficmanager.net/uk/", kind="channel"),
)
SUBSCRIBED = (
    (MO, "send me the weekly summary every Monday at 9", "Save this?"),
    (MO, "yes", "Done: the weekly summary comes every Monday at 09:00"),
)


@pytest.fixture
async def office(munro: Programme, knowledge: Knowledge) -> Office:
    office = await an_office(TinyStore.in_memory(), munro, known=knowledge)
    for chat in CHATS:
        await office.store.transact(lambda transaction, chat=chat: transaction.put(REFERENCES, chat))  # type: ignore[misc]
    return office


async def schedules(office: Office) -> list[tuple[str, str]]:
    return [(one.schedule, one.scope) for one in await office.store.read(running)]


@pytest.mark.parametrize(
    ("words", "schedule", "scope"),
    [
        ("Change it to Tuesday at 10", "every Tuesday at 10:00", ""),
        ("make it Tuesday", "every Tuesday at 09:00", ""),
        ("make it monthly", "on the 1st of each month at 09:00", ""),
        ("actually, make it every other Friday please", "every other Friday from 27 November 2026 at 09:00", ""),
        ("fortnightly would be better", "every other Monday from 30 November 2026 at 09:00", ""),
        ("move it from Monday to Friday", "every Friday at 09:00", ""),
        ("I’d like it on Tuesdays instead", "every Tuesday at 09:00", ""),
        ("can I have it at half past four?", "every Monday at 16:30", ""),
        ("change the time to 10", "every Monday at 10:00", ""),
        ("oh, Wednesday please", "every Wednesday at 09:00", ""),
        ("make it for theme 2", "every Monday at 09:00", "theme 2"),
        ("change my weekly summary to Tuesday", "every Tuesday at 09:00", ""),
        ("change the day of my summary to Tuesday", "every Tuesday at 09:00", ""),
        ("make my summary monthly", "on the 1st of each month at 09:00", ""),
    ],
)
async def test_what_was_just_ordered_is_changed_once_it_was_shown(
    office: Office, words: str, schedule: str, scope: str
) -> None:
    await office.talk(*SUBSCRIBED)

    await office.talk((MO, words, [schedule, "It replaces the one that comes every Monday at 09:00 now", "Save this?"]))
    assert await schedules(office) == [("every Monday at 09:00", "")]

    await office.talk((MO, "yes", "Done"))
    assert await schedules(office) == [(schedule, scope)]


async def test_it_is_changed_again_and_again_and_stopped(office: Office) -> None:
    await office.talk(
        *SUBSCRIBED,
        (MO, "change it to Tuesday at 10", "every Tuesday at 10:00"),
        (MO, "make it monthly", ["on the 1st of each month at 10:00", "replaces the one that comes every Monday"]),
        (MO, "yes", "Done: the monthly summary"),
        (MO, "every Friday instead", "every Friday at 10:00"),
        (MO, "yes", "Done: the weekly summary comes every Friday at 10:00"),
        (MO, "stop it again", "Stopped: the weekly summary every Friday at 10:00"),
    )
    assert await schedules(office) == []


@pytest.mark.parametrize("words", ["stop it again", "please stop it", "cancel that", "undo", "actually stop"])
async def test_what_was_just_ordered_is_stopped(office: Office, words: str) -> None:
    await office.talk(*SUBSCRIBED, (MO, words, "Stopped: the weekly summary every Monday at 09:00"))

    assert await schedules(office) == []


async def test_undoing_a_change_offers_what_there_was_before(office: Office) -> None:
    await office.talk(
        *SUBSCRIBED,
        (MO, "make it Tuesday", "Save this?"),
        (MO, "yes", "Done"),
        (MO, "undo", ["every Monday at 09:00", "replaces the one that comes every Tuesday", "Save this?"]),
        (MO, "yes", "Done"),
    )
    assert await schedules(office) == [("every Monday at 09:00", "")]


@pytest.mark.parametrize("words", ["make it Tuesday at 10", "no, Tuesday at 10", "actually every Tuesday at 10"])
async def test_what_is_offered_is_put_right(office: Office, words: str) -> None:
    await office.talk(
        (MO, "send me the weekly summary every Monday at 9", "Save this?"),
        (MO, words, ["You will get the weekly summary every Tuesday at 10:00", "not: It replaces", "Save this?"]),
        (MO, "yes", "Done"),
    )
    assert await schedules(office) == [("every Tuesday at 10:00", "")]


async def test_stopping_it_while_a_change_is_offered_stops_it_and_drops_the_change(office: Office) -> None:
    await office.talk(
        *SUBSCRIBED,
        (MO, "make it monthly", "Save this?"),
        (MO, "stop it again", ["wasn’t done", "Stopped: the weekly summary every Monday", "not: still waiting"]),
        (MO, "yes", "Nothing is waiting"),
    )
    assert await schedules(office) == []


async def test_stopping_what_is_only_offered_drops_it(office: Office) -> None:
    await office.talk(
        (MO, "send me the weekly summary every Monday at 9", "Save this?"),
        (MO, "stop it", "dropped"),
        (MO, "yes", "Nothing is waiting"),
    )


async def test_the_only_one_that_was_listed_is_meant_too(office: Office) -> None:
    await office.talk(
        *SUBSCRIBED,
        (MO, "who leads 3?", "Gani Martins"),
        (MO, "what am I subscribed to?", "every Monday at 09:00"),
        (MO, "change it to Tuesday", "every Tuesday at 09:00"),
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("weekly summary", "Nothing has changed since"),
        ("10", "Recommendation 10"),
        ("make it hourly", "daily, every weekday, weekly"),
        ("make it Tuesday until Christmas", "not “until Christmas”"),
        ("Tuesday?", "not: You will get"),
        ("make it for theme 99", "I don’t know what “theme 99” is"),
        ("who leads 3?", "Gani Martins"),
        ("change it to Monday", "comes every Monday at 09:00 already"),
    ],
)
async def test_what_is_no_other_schedule_changes_nothing(office: Office, words: str, told: str) -> None:
    await office.talk(*SUBSCRIBED, (MO, words, told))

    assert await schedules(office) == [("every Monday at 09:00", "")]


async def test_later_it_is_not_spoken_of_any_more(office: Office) -> None:
    await office.talk(
        *SUBSCRIBED,
        (MO, "who leads 3?", "Gani Martins"),
        (MO, "stop it", "Nothing was under way"),
    )
    assert await schedules(office) == [("every Monday at 09:00", "")]


async def test_of_several_the_one_that_is_named_is_changed_or_it_is_asked_which(office: Office) -> None:
    await office.talk(
        *SUBSCRIBED,
        (MO, "send me the summary for theme 2 every Friday at 9", "Save this?"),
        (MO, "yes", "Done"),
        (MO, "change the time of my summary for theme 2 to 10", ["for theme 2 every Friday at 10:00", "Save this?"]),
        (MO, "yes", "Done"),
        (MO, "change my summary to Tuesday", ["Which one should I change?", "theme 2"]),
        (MO, "change my summary for theme 3 to Tuesday", "Which one should I change?"),
        (MO, "stop the summary for theme 3", "I don’t find that"),
    )
    assert await schedules(office) == [("every Monday at 09:00", ""), ("every Friday at 10:00", "theme 2")]


async def test_nobody_changes_or_stops_what_somebody_else_has_just_ordered(office: Office) -> None:
    await office.talk(
        (MO, "send this channel the weekly summary every Monday at 9", "Save this?"),
        (MO, "yes", "Done"),
        (SUE, "stop it again", "not: Stopped"),
        where="19:board",
    )
    await office.talk(
        (MO, "send this channel the summary every Tuesday at 9", "Save this?"),
        (MO, "yes", "Done"),
        (MAY, "make it monthly", "not: Save this?"),
        where="19:board",
    )
    assert await schedules(office) == [("every Tuesday at 09:00", "")]


async def test_whoever_has_none_is_told_so(office: Office) -> None:
    await office.talk((MO, "make my summary monthly", "You aren’t subscribed to anything"))


@pytest.mark.parametrize("words", ["stop it again", "pause it again", "turn it off", "don't send it any more"])
async def test_where_nothing_was_ordered_nothing_is_stopped(office: Office, words: str) -> None:
    await office.talk((MO, words, "You aren’t subscribed to anything"))


async def test_what_was_ordered_long_ago_is_asked_about_first(office: Office) -> None:
    await office.talk(
        *SUBSCRIBED, (MO, "who leads 10?", "Sue Myers"), (MO, "stop it again", "Which one should I stop?")
    )

    assert await schedules(office) == [("every Monday at 09:00", "")]


@pytest.mark.parametrize("words", ["stop sending me stuff", "stop all summaries", "unsubscribe me"])
async def test_a_stop_drops_what_was_offered_in_place_of_what_is_stopped(office: Office, words: str) -> None:
    await office.talk(
        *SUBSCRIBED,
        (MO, "send the summary every day at 8", ["It replaces the one that comes every Monday at 09:00", "Save this?"]),
        (MO, words, ["wasn’t done: You will get the daily summary", "Stopped: the weekly summary"]),
        (MO, "yes", "Nothing is waiting"),
    )
    assert await schedules(office) == []


async def test_a_summary_is_ordered_with_send_where_none_comes_yet(office: Office) -> None:
    await office.talk(
        (MO, "send the summary every Monday at 8", "You will get the weekly summary every Monday at 08:00")
    )


@pytest.mark.parametrize(
    "words", ["stop the weekly summary", "what is this channel subscribed to?", "what comes here?"]
)
async def test_in_a_channel_everybody_hears_what_comes_there_and_who_can_stop_it(office: Office, words: str) -> None:
    told = ["everybody gets", "the weekly summary, every Monday at 09:00", "Mo Manager ordered that", "May Manager"]
    await office.talk(
        (MO, "send this channel the weekly summary every Monday at 9", "Everybody in this conversation"),
        (MO, "yes", "Done"),
        (SUE, words, told),
        where="19:board",
    )
    assert len(await schedules(office)) == 1


@pytest.mark.parametrize("words", ["what am I getting?", "what am i receiving", "which summaries come here?"])
async def test_what_comes_is_asked_for_in_everyday_words(office: Office, words: str) -> None:
    await office.talk(*SUBSCRIBED, (MO, words, ["You get:", "the weekly summary, every Monday at 09:00"]))


@pytest.mark.parametrize(
    "words", ["weekly report mondays 9am pls", "weekly summary mondays at 9", "my summary mondays at 9"]
)
async def test_a_regular_summary_is_ordered_without_a_verb(office: Office, words: str) -> None:
    await office.talk((MO, words, ["the weekly summary every Monday at 09:00", "Save this?"]))
