"""In a group, an order that names nothing is never about what somebody else spoke of."""

from collections.abc import Sequence

import pytest

from knowledge.model import Programme
from knowledge.store import TinyStore
from tests.builders import a_programme, a_recommendation
from tests.office import MO, STAN, SUE, Office, Row, an_office

from .officials import office, updates

__all__ = ["office"]

POSTED: Sequence[Row] = (
    (SUE, "update 10: amber – words", "Save this?"),
    (SUE, "yes", "Saved"),
    (SUE, "update 8: amber – words", "Save this?"),
    (SUE, "yes 8", "Saved"),
)


async def test_no_change_isnt_noted_on_what_somebody_else_asked_about(office: Office) -> None:
    await office.talk(
        *POSTED,
        (SUE, "what's the latest on 10?", "at risk"),
        (STAN, "who leads recommendation 8?", "Sue Myers"),
        (SUE, "no change", "On which recommendation"),
        (SUE, "what's the latest on 10?", "at risk"),
        (STAN, "and the timescale?", "Recommendation 10 gives"),
        (SUE, "no change", ["On which recommendation", "not: Saved"]),
        (SUE, "no change on 10", "Saved: no change on Recommendation 10"),
    )
    assert len(await updates(office, "8")) == 1


@pytest.mark.parametrize(
    "order", ["sign off", "sign it off", "send it back: no evidence", "redact the last update", "redact it"]
)
async def test_a_managers_order_isnt_about_what_somebody_else_asked_about(office: Office, order: str) -> None:
    await office.talk(
        (SUE, "update 10: complete – all trained", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, order, "Which recommendation do you mean?"),
        (MO, "latest on 10", "complete"),
        (MO, order, ["Recommendation 10", "Save this?"] if "redact" not in order else "Recommendation 10"),
    )


async def test_who_asked_last_about_the_same_may_order(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: complete – all trained", "Save this?"),
        (SUE, "yes", "Saved"),
        (STAN, "latest on 10", "complete"),
        (MO, "latest on 10", "complete"),
        (MO, "sign it off", ["Recommendation 10", "Save this?"]),
    )


async def test_a_yes_that_is_sent_twice_saves_no_second_form(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: red – one", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "update 8: green – two", "Save this?"),
        (SUE, "yes", ["Say “yes 8”", "not: Saved"]),
        (SUE, "yes 8", "Saved. Recommendation 8"),
    )
    office.later(minutes=1)
    await office.talk((SUE, "update 10: green – three", ["Save this?", "not: Say"]), (SUE, "yes", "Saved"))


async def test_who_posts_many_in_a_row_needs_one_plain_yes_for_each(office: Office) -> None:
    for ref, words in (("10", "one"), ("8", "two"), ("10", "three")):
        await office.talk((SUE, f"update {ref}: red – {words}", ["Save this?", "not: Say “yes"]))
        office.later(seconds=3)
        await office.talk((SUE, "yes", f"Saved. Recommendation {ref}"))
        office.later(seconds=2)

    assert [u.narrative for u in await updates(office)] == ["one", "three"]


async def test_a_yes_that_comes_sooner_than_anybody_reads_is_the_one_before_sent_twice(office: Office) -> None:
    await office.talk((SUE, "update 10: red – one", "Save this?"), (SUE, "yes", "Saved"))
    office.later(seconds=20)
    await office.talk((SUE, "update 8: green – two", "Save this?"))
    office.later(seconds=1)
    await office.talk((SUE, "yes", ["Say “yes 8”", "not: Saved"]))
    assert await updates(office, "8") == []

    office.later(seconds=3)
    await office.talk((SUE, "yes", "Saved. Recommendation 8"))


async def test_a_yes_to_what_a_yes_has_shown_names_it_however_late(office: Office) -> None:
    await office.talk((SUE, "update 10: red – one; 8: green – two", "Save this?"), (SUE, "yes", "Say “yes 8”"))
    office.later(minutes=5)
    await office.talk((SUE, "yes", ["Say “yes 8”", "not: Saved"]))


async def test_of_two_documents_nobodys_order_is_about_the_one_that_somebody_else_spoke_of(munro: Programme) -> None:
    leads = a_recommendation().leads
    other = a_programme(name="laming", reviewer="Laming", recommendations=(a_recommendation(ref="10", leads=leads),))
    office = await an_office(TinyStore.in_memory(), munro, other)

    await office.talk(
        (STAN, "who leads recommendation 10 of laming?", "Gani Martins"),
        (SUE, "update 10: red – staff left", "Which one do you mean"),
        (SUE, "who leads recommendation 10 of munro?", "Sue Myers"),
        (SUE, "update 10: red – staff left", ["In the Munro response:", "Recommendation 10: off track", "Save this?"]),
        (SUE, "cancel", "dropped"),
    )
    await office.store.close()
