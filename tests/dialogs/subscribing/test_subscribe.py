"""Asking for a summary every so often, seeing what one gets, and stopping it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.subscribing import pausing, subscribe, unsubscribe
from knowledge.library import Knowledge
from knowledge.model import Person
from knowledge.progress.model import Member, Pause, Role, Subscription
from knowledge.progress.sending.subscriptions import running
from knowledge.store import Store, TinyStore, Transaction
from knowledge.store.reference import Reference
from knowledge.store.shelves import MEMBERS, PAUSES, REFERENCES, SUBSCRIPTIONS
from tests.dialogs.acting import Acting

MO = Person("tenant", "mo", "Mo Khan")
SUE = Person("tenant", "sue", "Sue Myers")
MEMBERS_KEPT = (
    Member("tenant/mo", name="Mo Khan", roles=frozenset({Role.MANAGER})),
    Member("tenant/sue", name="Sue Myers", leads=("Sue Myers",)),
    Member("tenant/al", name="Al"),
)
REFERENCES_KEPT = (
    Reference("mo's chat", "https://smba.trafficmanager.net/uk/", member="tenant/mo", kind="personal"),
    Reference("sue's chat", "https://smba.trafficmanager.net/uk/", member="tenant/sue", kind="personal"),
    Reference("al's chat", "https://smba.trafficmanager.net/uk/", member="tenant/al", kind="personal"),
    Reference("19:board@thread", "https://smba.trafficmanager.net/uk/", kind="channel"),
)


@pytest.fixture
async def kept() -> Store:
    store = TinyStore.in_memory()
    await store.transact(keep_everybody)
    return store


def keep_everybody(transaction: Transaction) -> None:
    for member in MEMBERS_KEPT:
        transaction.put(MEMBERS, member)
    for reference in REFERENCES_KEPT:
        transaction.put(REFERENCES, reference)


@pytest.fixture
def mo(kept: Store, knowledge: Knowledge) -> Acting:
    takes = (unsubscribe.take, subscribe.take, pausing.take)
    return Acting(kept, knowledge, takes, subscribe.DOERS, MO, "mo's chat")


@pytest.fixture
def sue(mo: Acting) -> Acting:
    return replace(mo, speaker=SUE, where="sue's chat")


async def subscriptions(store: Store) -> list[tuple[str, str, str]]:
    found = await store.read(running)
    return [(one.conversation, one.schedule, one.scope) for one in found]


async def test_a_summary_is_ordered_restated_confirmed_listed_and_stopped(mo: Acting) -> None:
    await mo.talk(
        (
            "send me the weekly summary every Monday at 9",
            ("You will get the weekly summary every Monday at 09:00", "first on Monday 30 November 2026", "Save this?"),
        ),
        ("yes", ("Done", "every Monday at 09:00", "“stop the weekly summary”")),
        ("what am I subscribed to?", ("the weekly summary, every Monday at 09:00 (here)", "Monday 30 November 2026")),
        ("stop the weekly summary", "Stopped: the weekly summary"),
        ("what am I subscribed to?", "You aren’t subscribed to anything"),
    )

    (one,) = await mo.store.all(SUBSCRIPTIONS)
    assert (one.conversation, one.programme, one.scope, one.ended) == ("mo's chat", "munro", "", mo.now)


@pytest.mark.parametrize(
    ("said", "schedule", "scope"),
    [
        ("send me the weekly summary every Monday", "every Monday at 09:00", ""),
        ("please send me the summary for theme 2 every Monday", "every Monday at 09:00", "theme 2"),
        ("could you send me a summary on Fridays at 4.30pm?", "every Friday at 16:30", ""),
        ("I’d like the summary daily at 8.30", "every day at 08:30", ""),
        ("send me the summary for Sue Myers monthly on the first Monday", "on the first Monday of each month at 09:00",
         "Sue Myers"),
        ("send me the summary for sue myers every weekday please", "every weekday at 09:00", "Sue Myers"),
        ("subscribe me to the weekly summary", "every Monday at 09:00", ""),
        ("weekly summary every tuesday at 10", "every Tuesday at 10:00", ""),
        ("email me the summary fortnightly on Tuesday", "every other Tuesday from 24 November 2026 at 09:00", ""),
        ("send me the summary on the 1st of each month", "on the 1st of each month at 09:00", ""),
    ],
)  # fmt: skip
async def test_an_order_may_be_worded_in_many_ways(mo: Acting, said: str, schedule: str, scope: str) -> None:
    await mo.talk((said, "Save this?"), ("yes", "Done"))

    assert await subscriptions(mo.store) == [("mo's chat", schedule, scope)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("send me the summary every Monday", "I took 09:00"),
        ("subscribe me to the summary", ("I took this one", "I took 09:00")),
        ("send me the summary every Monday at 9", ("not: I took", "bank holiday")),
        ("send me the summary daily at 9", "weekends, too"),
        ("send me the summary every weekday at 9", "not: weekends, too"),
    ],
)
async def test_what_was_assumed_is_said(mo: Acting, said: str, told: str) -> None:
    await mo.talk((said, told))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("send me the summary every Monday and Friday", "One at a time"),
        ("send me the summary every quarter", "daily, every weekday, weekly"),
        ("send me the summary every Monday at 25:00", "No clock"),
        ("send me the summary for the moon every Monday", "I don’t know what “the moon” is"),
        ("send me the weekly summary", ""),  # that is wanted now
        ("weekly summary", ""),
        ("who leads recommendation 10?", ""),
        ("which are due every Monday?", ""),
    ],
)
async def test_what_cant_be_ordered_is_told_and_nothing_is_kept(mo: Acting, said: str, told: str) -> None:
    await mo.talk((said, told))

    assert await mo.store.all(SUBSCRIPTIONS) == ()
    assert mo.memory.draft == {}


async def test_no_means_no(mo: Acting) -> None:
    await mo.talk(("send me the summary every Monday", "Save this?"), ("no", "dropped"))

    assert await mo.store.all(SUBSCRIPTIONS) == ()


async def test_a_channel_gets_it_where_that_is_said_and_a_person_privately_where_it_isnt(mo: Acting) -> None:
    channel = replace(mo, where="19:board@thread;messageid=1234")

    await channel.talk(
        ("send this channel the weekly summary every Monday at 9", "Everybody in this conversation will get"),
        ("yes", "Done"),
        ("send me the weekly summary every Friday", ("You will get", "private chat")),
        ("yes", "Done"),
    )

    assert await subscriptions(mo.store) == [
        ("19:board@thread", "every Monday at 09:00", ""), ("mo's chat", "every Friday at 09:00", ""),
    ]  # fmt: skip


async def test_whoever_never_wrote_privately_is_told_to(mo: Acting) -> None:
    await mo.store.transact(lambda transaction: transaction.remove(REFERENCES, "mo's chat"))

    await replace(mo, where="19:board@thread").talk(("send me the summary every Monday", "Say hello to me there"))
    await mo.talk(("send me the summary every Monday", "I don’t know how to reach you"))


async def test_a_lead_gets_their_own_and_nobody_elses(sue: Acting) -> None:
    await sue.talk(
        ("send me the summary for Gani Martins every Monday", ("You can have the summary of what you lead", "Mo Khan")),
        ("send me the summary every Monday", "weekly summary for Sue Myers"),
        ("yes", "Done"),
    )

    assert await subscriptions(sue.store) == [("sue's chat", "every Monday at 09:00", "Sue Myers")]


async def test_staff_are_told_who_may(mo: Acting) -> None:
    al = replace(mo, speaker=Person("tenant", "al", "Al"), where="al's chat")

    await al.talk(("send me the summary every Monday", ("Only a manager", "Mo Khan")))


async def test_rights_are_looked_at_again_when_somebody_says_yes(mo: Acting) -> None:
    await mo.say("send me the summary every Monday")
    await mo.store.transact(lambda transaction: transaction.put(MEMBERS, Member("tenant/mo", name="Mo Khan")))

    await mo.talk(("yes", "Only a manager"))

    assert await mo.store.all(SUBSCRIPTIONS) == ()


async def test_another_time_replaces_the_first_and_the_same_time_changes_nothing(mo: Acting) -> None:
    await mo.talk(
        ("send me the summary every Monday at 9", "Save this?"),
        ("yes", "Done"),
        ("send me the summary every Monday at 9", "already"),
        ("send me the summary every Tuesday at 10", "replaces the one that comes every Monday at 09:00"),
        ("yes", "Done"),
    )

    assert await subscriptions(mo.store) == [("mo's chat", "every Tuesday at 10:00", "")]


async def test_of_several_the_one_that_is_named_is_stopped(mo: Acting) -> None:
    for said in ("send me the summary every Monday", "send me the summary for theme 2 monthly on the 1st"):
        await mo.talk((said, "Save this?"), ("yes", "Done"))

    await mo.talk(
        ("stop the summary", ("Which one", "weekly summary", "monthly summary for theme 2")),
        ("stop the fortnightly summary", "I don’t find that"),
        ("stop the summary for theme 2", "Stopped: the monthly summary for theme 2"),
        ("send me the summary for theme 2 every friday", "Save this?"),
        ("yes", "Done"),
        ("stop the weekly summary for theme 2", "Stopped: the weekly summary for theme 2 every Friday at 09:00."),
    )

    assert await subscriptions(mo.store) == [("mo's chat", "every Monday at 09:00", "")]


async def test_everything_can_be_stopped_at_once(mo: Acting) -> None:
    for said in ("send me the summary every Monday", "send me the summary for theme 2 every Tuesday"):
        await mo.talk((said, "Save this?"), ("yes", "Done"))

    await mo.talk(("stop all summaries", ("weekly summary", "theme 2")))

    assert await subscriptions(mo.store) == []


async def test_nobody_stops_what_another_gets_privately_but_a_manager_what_comes_to_the_channel(mo: Acting) -> None:
    def subscribe_sue(transaction: Transaction) -> None:
        for key, where in (("a", "sue's chat"), ("b", "19:board@thread")):
            one = Subscription(key, "tenant/sue", where, "summary", "every Monday at 09:00", mo.now)
            transaction.put(SUBSCRIPTIONS, one)

    await mo.store.transact(subscribe_sue)

    await mo.talk(("stop the weekly summary", "You aren’t subscribed to anything"))
    await replace(mo, where="19:board@thread").talk(("stop the weekly summary", "Stopped"))

    assert [one.id for one in await mo.store.read(running)] == ["a"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("pause my reminders until 5 January", "before Tuesday 5 January 2027"),
        ("I'm on leave until 5 January", "before Tuesday 5 January 2027"),
        ("I’ll be away until Friday", "before Friday 27 November 2026"),
        ("i am on annual leave for two weeks", "before Monday 7 December 2026"),
        ("please stop my reminders until 1 December", "before Tuesday 1 December 2026"),
        ("pause my reminders", "Until when?"),
        ("pause my reminders until 1 November 2026", "already passed"),
        ("pause my reminders until 31 February", "Say “yes” for 28 February 2027"),
        ("pause my reminders until 1 November 2027", "half a year"),
        ("resume my reminders", "aren’t paused"),
    ],
)
async def test_reminders_can_be_paused_until_a_day(sue: Acting, said: str, told: str) -> None:
    await sue.talk((said, told))

    assert bool(await sue.store.all(PAUSES)) is told.startswith("before")


async def test_a_pause_ends_when_it_is_said(sue: Acting) -> None:
    await sue.talk(
        ("pause my reminders until 5 January", "won’t remind you"),
        ("what am I subscribed to?", "paused until 5 January 2027"),
        ("resume my reminders", "from now on"),
        ("resume my reminders", "aren’t paused"),
    )

    assert await sue.store.all(PAUSES) == (Pause("tenant/sue", sue.now.date(), sue.now),)


async def test_stopping_a_summary_is_no_pause_of_reminders_nor_the_other_way_round(mo: Acting) -> None:
    await mo.talk(("stop my reminders", "Until when?"), ("stop the summary", "aren’t subscribed"))


@pytest.mark.parametrize(
    ("words", "schedule"),
    [
        ("every 31st", "on the 31st of each month at 09:00"),
        ("every 15th at 10", "on the 15th of each month at 10:00"),
        ("every last day of the month", "on the last day of each month at 09:00"),
        ("at the end of every month", "on the last day of each month at 09:00"),
        ("every Mnday", "every Monday at 09:00"),
        ("every Friady at 8", "every Friday at 08:00"),
        ("every Monday at midnight", "every Monday at 00:00"),
        ("each and every Monday", "every Monday at 09:00"),
        ("every Monday at half past nine", "every Monday at 09:30"),
        ("every Monday at quarter to five", "every Monday at 16:45"),
        ("every Monday at quarter past 10", "every Monday at 10:15"),
        ("every Monday at nine", "every Monday at 09:00"),
        ("every Monday at 0930", "every Monday at 09:30"),
        ("every Monday morning at 6", "every Monday at 06:00"),
        ("every Monday evening at 7", "every Monday at 19:00"),
        ("at 9 o'clock GMT every Monday", "every Monday at 09:00"),
    ],
)
async def test_a_schedule_is_heard_as_it_is_said(mo: Acting, words: str, schedule: str) -> None:
    await mo.talk(
        (f"send me the weekly summary {words}", (f"summary {schedule}, first on", "Save this?")),
        ("yes", (f"summary comes {schedule}",)),
        ("stop all summaries", f"summary {schedule}"),
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("every Monday at 9 and 5 pm", ("I understand “every Monday at 09:00”, but not “5 pm”", "nothing has changed")),
        ("every Monday at 9 am and 5 pm", "but not “5 pm”"),
        ("at 9 every Monday and at 5 every Friday", "but not “5 every Friday”"),
        ("every Monday at 9 until Christmas", "but not “until Christmas”"),
        ("every Monday at 9 until 5 January", "but not “until 5 January”"),
        ("every Monday at 9 except in August", "but not “except August”"),
        ("every Monday from 4 January", "but not “4 January”"),
        ("every Monday at 9 to Sue Myers", "but not “Sue Myers”"),
        ("daily except Mondays", "but not “except Mondays”"),
        ("every 1st and 15th", "but not “15th”"),
        ("every Monday at 9ish", "but not"),
        ("every Monday for theme 9", "I don’t know what “theme 9” is"),
        ("every evening", "can’t tell how often, or when"),
        ("every fifth Friday", "can’t tell how often, or when"),
        ("every Blursday at 9", "can’t tell how often, or when"),
        ("every 29 February", "can’t tell how often, or when"),
        ("on the 31st", "can’t tell how often, or when"),
        ("once on Monday", "can’t tell how often, or when"),
        ("tomorrow at 9", "can’t tell how often, or when"),
        ("every 32nd", "No month has that day"),
    ],
)
async def test_what_isnt_heard_of_a_schedule_is_said_and_nothing_taken_for_it(
    mo: Acting, words: str, told: str | tuple[str, ...]
) -> None:
    await mo.talk((f"send me the weekly summary {words}", told), ("yes", "not: Done"))

    assert await subscriptions(mo.store) == []
