"""An order with one typing slip in the word that tells it is heard, and restated before anything is saved."""

import pytest

from dialogs.words.slips import mended
from knowledge.store.shelves import ASSIGNMENTS, TARGETS, UPDATES
from tests.office import MO, STAN, SUE, Office, Row

TARGET: tuple[Row, ...] = ((MO, "set the target for 10 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))
COMPLETE: tuple[Row, ...] = ((SUE, "update 10: complete – all done", "Save this?"), (SUE, "yes", "Saved"))


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ((), "asign 4 to Sue Myers", ["Sue Myers would lead Recommendation 4", "Save this?"]),
        ((), "please assgin 4 to Sue Myers", ["Sue Myers would lead Recommendation 4", "Save this?"]),
        ((), "set the taget for 9 to 3 May 2027", ["3 May 2027", "Save this?"]),
        (COMPLETE, "sen 10 back: needs evidence", ["needs evidence", "Save this?"]),
        (COMPLETE, "sgn off 10", ["Recommendation 10", "Save this?"]),
        (COMPLETE, "redcat the last update on 10", ["gone for good", "Remove this for good?"]),
        ((), "weekly sumary", "since 16 November 2026"),
        ((), "wekly summary", "since 16 November 2026"),
    ],
)
async def test_an_order_with_a_slip_is_restated(before: tuple[Row, ...], text: str, told: str, office: Office) -> None:
    await office.talk(*before)
    kept = [await office.store.all(shelf) for shelf in (ASSIGNMENTS, TARGETS, UPDATES)]

    await office.talk((MO, text, told))

    assert [await office.store.all(shelf) for shelf in (ASSIGNMENTS, TARGETS, UPDATES)] == kept


async def test_more_time_is_asked_for_with_a_slip_too(office: Office) -> None:
    await office.talk(*TARGET, (SUE, "extned 10 to 30 June 2027: health is late", ["30 June 2027", "Save this?"]))


async def test_who_may_not_give_the_order_may_not_with_a_slip_either(office: Office) -> None:
    await office.talk((STAN, "asign 4 to Sue Myers", ["not: Save this?", "manager"]))


@pytest.mark.parametrize("text", ["unod", "udno", "no chnage on 10", "who leads 10?", "design 10", "sigh of 10"])
def test_what_acts_at_once_and_what_is_a_word_of_its_own_is_not_guessed_at(text: str) -> None:
    assert [*mended(text)] == []


def test_only_the_beginning_of_a_message_is_looked_at() -> None:
    assert [*mended("who said 10: asign it")] == []
