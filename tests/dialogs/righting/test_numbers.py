"""Which recommendation is meant is put right while an order waits: it is never a reason, and nothing said is lost."""

import pytest

from knowledge.store.shelves import EXTENSIONS, TARGETS
from tests.dialogs.officials import office, updates
from tests.office import MO, SUE, Office, Row

__all__ = ["office"]

SET: tuple[Row, ...] = (
    (MO, "set the targets for 8 and 10 to 31 March 2027", "Save this?"),
    (MO, "yes", "Saved"),
)
COMPLETE: tuple[Row, ...] = (
    (SUE, "update 8: complete – all trained; evidence: list", "Save this?"),
    (SUE, "yes", "Saved"),
)


@pytest.mark.parametrize(
    "words",
    [
        "wait sorry i meant 10",
        "sorry, 10",
        "oops wrong one, 10",
        "no, it's 10",
        "10 instead",
        "that was for 10",
        "no just 10",
        "no i said 10",
        "scrap that, do 10 instead",
    ],
)
async def test_another_number_is_no_reason(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "remove the target for 8", ["The target of Recommendation 8 is", "Why is it changed?"]),
        (MO, words, ["For Recommendation 10 then, and not for Recommendation 8", "target of Recommendation 10 is"]),
        (MO, "no longer needed", ["target of Recommendation 10", "not: Recommendation 8", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["8 too", "8 as well please", "and 8", "same for 8", "ok but 8 too", "do 8 as well"])
async def test_one_more_number_is_no_reason(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, words, ["For Recommendations 10 and 8", "Why is it changed?"]),
        (
            MO,
            "health is late",
            ["Recommendation 10 would be 30 June", "Recommendation 8 would be 30 June", "Save this?"],
        ),
    )


@pytest.mark.parametrize("words", ["health is late, same for 8", "health is late. 8 too", "health is late and also 8"])
async def test_one_more_number_behind_a_reason_is_no_part_of_it(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, words, ["Recommendation 10 would", "Recommendation 8 would", "Reason: “health is late”", "Save this?"]),
    )


async def test_a_mere_number_where_a_reason_is_due_is_asked_about(office: Office) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, "8", ["You named 8, and I asked about Recommendation 10", "Recommendation 8 instead or both"]),
        (MO, "both", ["Recommendation 10", "Recommendation 8", "Why is it changed?"]),
    )


async def test_a_sentence_on_another_where_a_reason_is_due_is_asked_about(office: Office) -> None:
    await office.talk(
        *SET,
        (MO, "remove the target date on 8", "Why is it changed?"),
        (
            MO,
            "10 doesnt need a target",
            ["You named 10", "the reason for Recommendation 8 or Recommendation 10 instead"],
        ),
        (MO, "10 instead", "target of Recommendation 10 is"),
    )
    assert len(await office.store.all(TARGETS)) == 2


@pytest.mark.parametrize("words", ["10 to 12 staff left", "3 staff left", "waiting for rec 8 to finish"])
async def test_what_a_reason_counts_or_speaks_of_is_its_own(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, words, [f"Reason: “{words}”", "Save this?"]),
    )


async def test_what_is_taken_one_at_a_time_waits_while_another_is_named(office: Office) -> None:
    await office.talk(
        *SET,
        (SUE, "extend 10 to 30 June 2027", "Why is more time needed?"),
        (SUE, "8 as well please", ["One recommendation at a time", "still waiting", "Recommendation 10 would go"]),
        (SUE, "sorry i mean 8", ["For Recommendation 8 then", "Recommendation 8 would go", "Why is more time needed?"]),
        (SUE, "health is late", ["Recommendation 8", "Save this?"]),
        (SUE, "yes", "Saved"),
    )
    assert [one.ref for one in await office.store.all(EXTENSIONS)] == ["8"]


async def test_the_wrong_one_is_asked_which(office: Office) -> None:
    await office.talk(
        *COMPLETE,
        (SUE, "update 10: complete – all met; evidence: minutes", "Save this?"),
        (SUE, "yes 10", "Saved"),
        (MO, "send 10 back", "Why does Recommendation 10 go back?"),
        (MO, "oops wrong one", ["Not for Recommendation 10", "Which recommendation do you mean?"]),
        (MO, "oh sorry 8", "Why does Recommendation 8 go back?"),
    )


async def test_what_cant_be_done_to_the_other_leaves_the_first_waiting(office: Office) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "send 8 back", "Why does Recommendation 8 go back?"),
        (MO, "sorry, 12", ["Recommendation 12 isn’t reported complete", "still waiting", "Why does Recommendation 8"]),
        (MO, "cancel", "dropped"),
    )
    assert len(await updates(office, "8")) == 1


@pytest.mark.parametrize(
    ("order", "words", "shown"),
    [
        (
            "set the target for 14 to 30 April 2027",
            "same for 15",
            ["Recommendations 14 and 15", "Recommendation 15 would be"],
        ),
        (
            "set the target for 14 to 30 April 2027",
            "yes but 15 too",
            ["Recommendations 14 and 15", "Recommendation 15 would"],
        ),
        ("set the target for 14 to 30 April 2027", "not for 14, for rec 15", "not: Saved"),
        (
            "assign 4 to Sue Myers",
            "and 5",
            ["Sue Myers would lead Recommendation 4", "Sue Myers would lead Recommendation 5"],
        ),
        (
            "assign 4 to Sue Myers",
            "i meant 5",
            ["Recommendation 5 then", "lead Recommendation 5", "not: lead Recommendation 4"],
        ),
        ("assign 4 to Sue Myers: she knows it", "sorry, rec 5", ["lead Recommendation 5", "Reason: “she knows it”"]),
    ],
)
async def test_before_the_yes_another_number_is_taken(office: Office, order: str, words: str, shown: str) -> None:
    await office.talk((MO, order, "Save this?"), (MO, words, shown))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            "2 and 3 too",
            ["Recommendation 14 would", "Recommendation 15 would", "Recommendation 2 would", "Recommendation 3"],
        ),
        ("same date for 2", ["Recommendation 14 would", "Recommendation 15 would", "Recommendation 2 would"]),
        ("not 15", ["Recommendation 14 would", "not: Recommendation 15 would"]),
        ("just 14", ["Recommendation 14 would", "not: Recommendation 15 would"]),
        ("without 14", ["Recommendation 15 would", "not: Recommendation 14 would"]),
    ],
)
async def test_before_the_yes_several_are_added_or_left_out(office: Office, words: str, shown: list[str]) -> None:
    await office.talk(
        (MO, "set the targets for 14 and 15 to 30 April 2027", "Save this?"),
        (MO, words, [*shown, "nothing has been saved yet", "Save this?"]),
    )


async def test_a_number_that_may_be_a_day_is_asked_about(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 14 to 30 April 2027", "Save this?"),
        (MO, "sorry 15", "Recommendation 15 instead or 15 April 2027"),
        (MO, "15", "Which one: Recommendation 15 instead or 15 April 2027?"),
        (MO, "15 april", ["target of Recommendation 14 would be 15 April 2027", "Save this?"]),
    )
