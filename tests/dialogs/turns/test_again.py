"""Right after an order, "and 5" orders the same of 5; while it waits for its yes, 5 is taken in."""

from __future__ import annotations

import pytest

from tests.office import MAY, MO, Office


@pytest.mark.parametrize("words", ["and 5", "same for 5", "5 too", "also 5 please", "and same for 5", "ditto for 5"])
async def test_the_same_target_is_set_for_another(office: Office, words: str) -> None:
    await office.talk(
        (MO, "set the target for 8 to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, words, ["^The target of Recommendation 5 would be 31 March 2027.", "not: Recommendation 8", "Save this?"]),
        (MO, "yes", "The target of Recommendation 5 is now 31 March 2027"),
        (MO, "and 6 and 7", ["Recommendation 6 would be", "Recommendation 7 would be", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["and 5", "5 as well"])
async def test_what_waits_takes_the_other_in(office: Office, words: str) -> None:
    await office.talk(
        (MO, "assign 4 to Sue Myers: Gani is away", "Save this?"),
        (MO, words, ["Sue Myers would lead Recommendation 4.", "would lead Recommendation 5.", "“Gani is away”"]),
        (MO, "yes", ["Sue Myers now leads Recommendation 4", "Sue Myers now leads Recommendation 5"]),
        (MO, "and 99", "not: Save this?"),
    )


async def test_and_after_anything_else_is_a_question_as_before(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 8 to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "and 5?", "not: Save this?"),
        (MO, "and 5", "not: Save this?"),
        (MO, "assign 4 to Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (MAY, "and 5", "not: Save this?"),
    )


@pytest.mark.parametrize(
    "words", ["actually make it julie", "change that to Julie Moss", "sorry, make it julie instead"]
)
async def test_who_was_just_assigned_is_put_right(office: Office, words: str) -> None:
    await office.talk(
        (MO, "change that to Julie Moss", "not: Save this?"),
        (MO, "assign 4 to Sue Myers", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, words, ["Julie Moss would lead Recommendation 4 instead of Sue Myers", "Save this?"]),
        (MO, "yes", "Saved"),
        (MO, "set the target for 4 to 3 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "actually make it 4 March", ["It would be 4 March 2027", "Why is it changed?"]),
    )
