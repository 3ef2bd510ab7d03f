"""What is owed is sent once: in time, late, again, by two bots, whatever the service answers."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

import pytest

from bot.outgoing.connector import NotDelivered
from bot.schedule import REMIND, Scheduler, running
from bot.settings import Settings
from bot.unasked.heartbeat import STUCK
from knowledge.errors import NotKept
from knowledge.model import Programme
from knowledge.progress.model import Delivery, Member, Role, State
from knowledge.store import PostgresStore, Store, TinyStore, Transaction
from knowledge.store.reference import Reference
from knowledge.store.shelves import DELIVERIES, MEMBERS, REFERENCES, REMINDERS, SUBSCRIPTIONS
from tests.bot.unasked.world import NINE, SERVICE, Answer, World
from tests.builders import a_recommendation

MINUTE = timedelta(minutes=1)
A_DAY = timedelta(days=1)


@pytest.fixture
def world() -> World:
    return World(TinyStore.in_memory())


async def states(store: Store) -> Counter[State]:
    return Counter(delivery.state for delivery in await store.all(DELIVERIES))


async def test_a_summary_comes_at_its_time_once_and_says_why_and_how_to_stop_it(world: World) -> None:
    await world.subscribed("chat")
    bot = world.bot()

    world.now = NINE - MINUTE
    await world.beats(bot, 1)
    assert not world.texts
    world.now = NINE
    await world.beats(bot, 20, MINUTE)

    (text,) = world.texts
    assert "You get this every Monday at 09:00, because you asked for it" in text
    assert "stop the weekly summary" in text
    assert "couldn’t send it then" not in text


async def test_over_a_year_it_comes_at_nine_in_london_on_working_mondays(world: World) -> None:
    """Fifty-two weeks with both changes of the clock and every bank holiday."""
    await world.subscribed("chat")
    bot, sent = world.bot(), []

    while world.now < NINE + 364 * A_DAY:
        before = len(world.texts)
        await bot.beat()
        sent += [world.now] * (len(world.texts) - before)
        world.now += timedelta(minutes=30)

    local = [moment.astimezone(world.settings.timezone) for moment in sent]
    assert len(local) == 52
    assert {f"{moment:%H:%M}" for moment in local} == {"09:00"}
    assert {moment.utcoffset() for moment in local} == {timedelta(0), timedelta(hours=1)}
    moved = [f"{moment:%a %d %b}" for moment in local if moment.weekday() != 0]
    assert moved == ["Tue 29 Dec", "Tue 30 Mar", "Tue 04 May", "Tue 01 Jun", "Tue 31 Aug"]


@pytest.mark.parametrize(
    ("down", "texts"), [(timedelta(hours=3), 1), (2 * A_DAY, 1), (4 * A_DAY, 0), (8 * A_DAY, 1), (30 * A_DAY, 1)]
)
async def test_what_was_missed_is_sent_once_when_the_bot_is_up_again(world: World, down: timedelta, texts: int) -> None:
    await world.subscribed("chat")

    world.now = NINE + down
    await world.beats(world.bot(), 3)

    assert len(world.texts) == texts
    assert all("This was due on Monday" in text for text in world.texts)


async def test_a_summary_that_was_stopped_or_whose_owner_is_no_manager_any_more_isnt_sent(world: World) -> None:
    await world.subscribed("stopped", ended=NINE - MINUTE)
    await world.subscribed("chat")
    await world.store.transact(lambda transaction: transaction.put(MEMBERS, Member("local/mo", name="Mo Khan")))
    world.settings = Settings(open_to_all=False)

    await world.beats(world.bot(), 3)

    assert not world.texts


@pytest.mark.parametrize(
    ("answers", "arrived", "state"),
    [
        ([None], 1, State.SENT),
        ([NotDelivered(429, 90.0), None], 1, State.SENT),
        ([NotDelivered(412), NotDelivered(429), NotDelivered(502), NotDelivered(503), None], 1, State.SENT),
        ([NotDelivered(0), NotDelivered(0), None], 1, State.SENT),  # no connection
        ([NotDelivered(401), None], 1, State.SENT),
        ([NotDelivered(-1), None], 1, State.SENT),  # nothing at all, and nothing was taken
        ([True, None], 2, State.SENT),  # nothing at all, but it had been taken
        ([True, True, None], 2, State.UNCERTAIN),
        ([NotDelivered(504), NotDelivered(504), None], 0, State.UNCERTAIN),
        ([NotDelivered(403), None], 0, State.FAILED),
        ([NotDelivered(404), None], 0, State.FAILED),
        ([NotDelivered(413), None], 0, State.FAILED),
    ],
)
async def test_what_a_service_answers_decides_what_happens_next(
    world: World, answers: list[Answer], arrived: int, state: State
) -> None:
    await world.subscribed("chat")
    left = list(answers)
    world.answers = lambda _: left.pop(0)

    await world.beats(world.bot(), 100)

    (delivery,) = await world.store.all(DELIVERIES)
    assert (world.arrived["chat"], delivery.state) == (arrived, state)
    assert (delivery.sent is not None) is (state is State.SENT)


async def test_retry_after_is_honoured(world: World) -> None:
    await world.subscribed("chat")
    tries: list[datetime] = []

    def answer(_: str) -> Answer:
        tries.append(world.now)
        return NotDelivered(429, 90.0) if len(tries) == 1 else None

    world.answers = answer
    await world.beats(world.bot(), 30)

    assert len(tries) == 2
    assert timedelta(seconds=90) <= tries[1] - tries[0] <= timedelta(seconds=100)


async def test_a_message_that_may_come_twice_says_so(world: World) -> None:
    await world.subscribed("chat")
    answers: list[Answer] = [True, None]
    world.answers = lambda _: answers.pop(0)

    await world.beats(world.bot(), 30)

    assert ["may have this twice" in text for text in world.texts] == [False, True]


@pytest.mark.parametrize("status", [403, 404])
async def test_where_the_bot_may_not_speak_any_more_nothing_is_sent_again(world: World, status: int) -> None:
    await world.subscribed("blocked", "chat")
    world.answers = lambda where: NotDelivered(status) if where == "blocked" else None

    await world.beats(world.bot(), 3)
    world.now = NINE + 7 * A_DAY
    await world.beats(world.bot(), 3)

    assert world.arrived == {"chat": 2}
    ended = {one.id: one.ended is not None for one in await world.store.all(SUBSCRIPTIONS)}
    assert ended == {"blocked": True, "chat": False}
    assert await world.store.get(REFERENCES, "blocked") is None


@pytest.mark.parametrize("url", ["https://evil.example/", "http://smba.trafficmanager.net/", "https://a@127.0.0.1/"])
async def test_a_reference_that_was_tampered_with_gets_nothing(world: World, url: str) -> None:
    await world.subscribed("chat")
    await world.store.transact(lambda transaction: transaction.put(REFERENCES, Reference("chat", url)))

    await world.beats(world.bot(), 3)

    assert not world.texts
    assert await states(world.store) == {State.FAILED: 1}


async def test_of_a_thousand_deliveries_none_is_lost_and_none_doubled(world: World) -> None:
    """A service that answers 429, 502, 403 and nothing at all, at random; a silent one hasn't taken anything."""
    chance = random.Random(7)
    names = [f"chat {number}" for number in range(1000)]
    blocked = {name for name in names if chance.random() < 0.05}
    silent = {name for name in names if chance.random() < 0.2}  # once each: a second would leave it uncertain
    await world.subscribed(*names)

    def answer(where: str) -> Answer:
        if where in blocked:
            return NotDelivered(403)
        if where in silent:
            silent.discard(where)
            return NotDelivered(-1)
        drawn = chance.random()
        return NotDelivered(429, 3.0) if drawn < 0.2 else NotDelivered(502) if drawn < 0.4 else None

    world.answers = answer
    bot = world.bot()
    while (await states(world.store)).keys() & {State.DUE, State.CLAIMED} or not world.arrived:
        await world.beats(bot, 10)

    assert world.arrived == dict.fromkeys(set(names) - blocked, 1)
    assert await states(world.store) == {State.SENT: 1000 - len(blocked), State.FAILED: len(blocked)}
    assert {one.id for one in await world.store.all(SUBSCRIPTIONS) if one.ended} == blocked


async def test_two_bots_on_one_database_send_everything_once(used_store_url: str) -> None:
    from tests.knowledge.store.server import emptied  # noqa: PLC0415  only where there is a server

    stores = [PostgresStore.open(emptied(used_store_url)), PostgresStore.open(used_store_url)]
    world = World(stores[0])
    names = [f"chat {number}" for number in range(60)]
    await world.subscribed(*names)
    chance = random.Random(3)
    world.answers = lambda _: NotDelivered(429) if chance.random() < 0.3 else None
    bots = [world.bot(store) for store in stores]

    for _ in range(40):
        await asyncio.gather(*(bot.beat() for bot in bots))
        world.now += timedelta(seconds=10)

    assert world.arrived == dict.fromkeys(names, 1)
    assert await states(stores[0]) == {State.SENT: 60}
    for store in stores:
        await store.close()


async def test_a_claim_that_died_is_taken_over_after_a_while(world: World) -> None:
    await world.subscribed("chat")
    died = Delivery("chat@2026-11-23T09:00Z", "chat", "summary", NINE, claimed=NINE, state=State.CLAIMED)
    died = replace(died, member="local/mo", subscription="chat", begun=NINE)
    await world.store.transact(lambda transaction: transaction.put(DELIVERIES, died))
    bot = world.bot()

    await world.beats(bot, 4, MINUTE)
    assert not world.texts
    await world.beats(bot, 4, MINUTE)

    (text,) = world.texts
    assert "may have this twice" in text


class Forgetful(TinyStore):
    """A store that can't keep anything for a while."""

    refuses = False

    async def transact(self, work):  # type: ignore[no-untyped-def]
        if self.refuses:
            raise NotKept("the disk is full")
        return await super().transact(work)


async def test_what_was_sent_while_nothing_could_be_kept_isnt_sent_again() -> None:
    store = cast(Forgetful, Forgetful.in_memory())
    world = World(store)
    await world.subscribed("chat")

    def answer(_: str) -> Answer:
        store.refuses = True  # from the moment it is sent
        return None

    world.answers = answer
    bot = world.bot()
    await world.beats(bot, 100, MINUTE)
    assert await states(store) == {State.CLAIMED: 1}
    assert bot.heart.sound
    assert "store" in bot.heart.trouble
    store.refuses = False
    await world.beats(bot, 3, MINUTE)

    assert world.arrived == {"chat": 1}
    assert await states(store) == {State.SENT: 1}


async def test_a_scheduler_that_shows_no_sign_of_life_is_stuck(world: World) -> None:
    bot = world.bot()
    await bot.beat()
    assert bot.heart.sound

    world.now += STUCK

    assert not bot.heart.sound
    assert bot.heart.described()["state"] == "stuck"


async def test_a_beat_that_fails_for_no_known_reason_is_no_sign_of_life_and_the_next_one_comes(world: World) -> None:
    bot = world.bot()
    await bot.beat()

    def mistaken() -> tuple[Programme, ...]:
        raise ZeroDivisionError

    bot.programmes = mistaken
    world.now += REMIND

    await bot.beat()

    assert not bot.heart.sound
    assert "its log says more" in bot.heart.trouble


async def test_a_scheduler_that_is_stopped_finishes_what_it_is_sending(world: World) -> None:
    await world.subscribed("chat")
    begun = asyncio.Event()

    def answer(_: str) -> Answer:
        begun.set()
        return None

    world.answers = answer
    async with running(world.bot()):
        await begun.wait()

    assert await states(world.store) == {State.SENT: 1}


async def test_a_scheduler_that_dies_says_so(world: World, caplog: pytest.LogCaptureFixture) -> None:
    class Dying(Scheduler):
        async def run(self) -> None:
            raise ZeroDivisionError

    bot = world.bot()
    dying = Dying(bot.store, bot.courier, bot.heart, bot.programmes, bot.timezone, bot.clock)

    async with running(dying):
        await asyncio.sleep(0.01)

        assert not bot.heart.sound
        assert "the scheduler died" in caplog.text


async def test_an_officer_gets_one_message_with_buttons_that_say_what_can_be_typed(world: World) -> None:
    lead = a_recommendation().leads[0].name

    def work(transaction: Transaction) -> None:
        transaction.put(MEMBERS, Member("local/gani", name=lead, leads=(lead,)))
        transaction.put(REFERENCES, Reference("gani's chat", SERVICE, member="local/gani"))

    await world.store.transact(work)
    bot = world.bot()

    await world.beats(bot, 20, MINUTE)
    assert not world.texts  # working hours begin at half past nine
    await world.beats(bot, 60, timedelta(minutes=10))

    (text,) = world.texts
    assert "This needs an update from you" in text
    assert "update 2" in text
    assert "pause my reminders until" in text
    (kept,) = await world.store.all(REMINDERS)
    assert kept.about == ("munro/2",)


async def test_managers_hear_after_two_unanswered_reminders_and_the_officer_knew(world: World) -> None:
    lead = a_recommendation().leads[0].name

    def work(transaction: Transaction) -> None:
        transaction.put(MEMBERS, Member("local/gani", name=lead, leads=(lead,)))
        transaction.put(MEMBERS, Member("local/mo", name="Mo", roles=frozenset({Role.MANAGER})))
        for name in ("gani", "mo"):
            transaction.put(REFERENCES, Reference(f"{name}'s chat", SERVICE, member=f"local/{name}"))

    await world.store.transact(work)
    seen: list[tuple[int, int]] = []
    for week in range(4):
        world.now = NINE + week * 7 * A_DAY + timedelta(hours=1)
        await world.beats(world.bot(), 3)
        seen.append((world.arrived["gani's chat"], world.arrived["mo's chat"]))

    assert seen == [(1, 0), (2, 0), (3, 1), (4, 1)]
    assert "I’ll tell the managers" in world.texts[1]
    assert "telling the managers" in " ".join(world.texts[2:4])
    assert any("Nobody has answered two reminders" in text and lead in text for text in world.texts[2:4])
