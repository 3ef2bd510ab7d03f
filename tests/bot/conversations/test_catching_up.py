"""What one bot imports, another on the same database answers from, without a restart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from knowledge.model import Lead
from knowledge.store import PostgresStore
from tests.builders import a_programme, a_recommendation
from tests.office import ADA, MO, Office, an_office

OLD = a_programme(recommendations=(a_recommendation(ref="1", leads=(Lead("Sue Myers", "Head of Early Help"),)),))
NEW = a_programme(recommendations=(a_recommendation(ref="1"),))


@pytest.fixture
async def offices(store_url: str) -> AsyncIterator[tuple[Office, Office]]:
    """Two bots, each with connections of its own."""
    async with AsyncExitStack() as stack:
        first = PostgresStore.create(store_url)
        stack.push_async_callback(first.close)
        one = await an_office(first, OLD)
        second = PostgresStore.open(store_url)
        stack.push_async_callback(second.close)
        yield one, await an_office(second, members=())


async def test_a_question_is_answered_from_what_the_other_bot_has_just_imported(offices: tuple[Office, Office]) -> None:
    one, other = offices
    await other.talk((MO, "who leads recommendation 1?", "Sue Myers"))

    await one.store.save_programme(NEW)

    await other.talk((MO, "who leads recommendation 1?", ("Gani Martins", "not: Sue Myers")))


async def test_a_yes_is_carried_out_on_what_the_other_bot_has_just_imported(offices: tuple[Office, Office]) -> None:
    one, other = offices
    await other.talk((MO, "assign 1 to Stan Staff", "Save this?"))

    await one.store.save_programme(a_programme())

    await other.talk((MO, "yes", "not: Saved"), (MO, "who leads 2?", "Recommendation 2"))


async def test_what_is_sent_unasked_is_made_of_it_too(offices: tuple[Office, Office]) -> None:
    one, other = offices
    await one.store.save_programme(NEW)

    await other.turns.catch_up()

    assert other.turns.knowledge.programmes == (NEW,)


async def test_as_long_as_nothing_changes_nothing_is_read_again(offices: tuple[Office, Office]) -> None:
    _, other = offices
    known = other.turns.knowledge

    await other.talk((MO, "who leads recommendation 1?", "Sue Myers"), (ADA, "list people", "Ada Admin"))
    await other.turns.catch_up()

    assert other.turns.knowledge is known
