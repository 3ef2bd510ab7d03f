"""A question that was passed on reaches whoever is asked, once, and what comes back reaches who asked it."""

from __future__ import annotations

import pytest

from bot.outgoing.connector import NotDelivered
from knowledge.model import Programme
from knowledge.progress.model import State
from knowledge.store import TinyStore, Transaction
from knowledge.store.reference import Reference
from knowledge.store.shelves import DELIVERIES, REFERENCES
from tests.bot.unasked.world import SERVICE, World
from tests.office import GANI, MAY, MO, NOW, STAN, SUE, Office, an_office

QUESTION = "ask the lead of 10: how many people are trained?"


@pytest.fixture
async def office(munro: Programme) -> Office:
    made = await an_office(TinyStore.in_memory(), munro)

    def work(transaction: Transaction) -> None:
        for person in (SUE, MO, MAY, STAN):
            where = f"{person.object_id} chat"
            key = f"{person.tenant}/{person.object_id}"
            transaction.put(REFERENCES, Reference(where, SERVICE, "28:bot", "29:one", member=key, kind="personal"))
        transaction.put(REFERENCES, Reference("19:team@thread", SERVICE, "28:bot", kind="channel"))

    await made.store.transact(work)
    return made


@pytest.fixture
def world(office: Office) -> World:
    return World(office.store, now=NOW)


async def test_the_lead_is_told_who_asks_what_and_how_to_answer_and_the_answer_comes_back(
    office: Office, world: World
) -> None:
    bot = world.bot()

    await office.talk((STAN, QUESTION, "Save this?"), (STAN, "yes", "Passed on to Sue Myers"), where="stan chat")
    await world.beats(bot, 5)
    await office.talk((SUE, "answer 1: About 40.", "Save this?"), (SUE, "yes", "Saved"), where="sue chat")
    await world.beats(bot, 5)

    asked, answered = world.texts
    assert world.arrived == {"sue chat": 1, "stan chat": 1}
    for words in ("Stan Staff", "Recommendation 10", "“how many people are trained?”", "answer 1: …", "can’t answer 1"):
        assert words in asked
    assert "Sue Myers answers (not from the document): “About 40.”" in answered


async def test_an_answer_goes_to_the_channel_in_which_it_was_asked(office: Office, world: World) -> None:
    thread = "19:team@thread;messageid=1"

    await office.talk((STAN, QUESTION, "Save this?"), (STAN, "yes", "The answer comes back here"), where=thread)
    await office.talk((SUE, "answer 1: About 40.", "Save this?"), (SUE, "yes", "Saved"), where="sue chat")
    await world.beats(world.bot(), 3)

    assert world.arrived["19:team@thread"] == 1


async def test_who_cant_answer_says_so_and_the_asker_hears_it(office: Office, world: World) -> None:
    await office.talk((STAN, QUESTION, ""), (STAN, "yes", ""), where="stan chat")
    await office.talk((SUE, "I can’t answer that", "Save this?"), (SUE, "yes", "Saved"), where="sue chat")

    await world.beats(world.bot(), 3)

    (text,) = world.texts  # the question itself has nothing left to ask
    assert "Sue Myers can’t answer that" in text


async def test_a_lead_who_never_wrote_to_the_bot_is_stood_in_for_by_every_manager(office: Office, world: World) -> None:
    await office.talk(
        (GANI, "ask the lead of 3: how many desks?", "Gani Martins"),
        (STAN, "ask the lead of 3: how many desks?", ["Gani Martins can’t be reached by me yet", "a manager gets it"]),
        (STAN, "yes", "Passed on to Mo Manager and May Manager"),
        where="stan chat",
    )

    await world.beats(world.bot(), 3)

    assert world.arrived == {"mo chat": 1, "may chat": 1}


async def test_what_fails_is_tried_again_and_sent_once_by_two_bots(office: Office, world: World) -> None:
    failing = [NotDelivered(503), NotDelivered(429)]
    world.answers = lambda _: failing.pop() if failing else None
    await office.talk((STAN, QUESTION, ""), (STAN, "yes", ""), where="stan chat")

    one, other = world.bot(), world.bot()
    for _ in range(100):
        await world.beats(one, 1)
        await world.beats(other, 1)

    assert world.arrived == {"sue chat": 1}
    assert [one.state for one in await office.store.all(DELIVERIES)] == [State.SENT]


async def test_an_answer_taken_out_of_use_before_it_was_sent_isnt_sent(office: Office, world: World) -> None:
    await office.talk((STAN, QUESTION, ""), (STAN, "yes", ""), where="stan chat")
    await office.talk((SUE, "answer 1: Forty.", ""), (SUE, "yes", "Saved"), where="sue chat")
    await office.talk((MO, "forget the answer to question 1", ""), (MO, "yes", "no longer given"), where="mo chat")

    await world.beats(world.bot(), 3)

    assert not world.texts
