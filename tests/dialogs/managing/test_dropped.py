"""No part of a manager's order is dropped without a word."""

import pytest

from tests.office import MO, Office


@pytest.mark.parametrize("since", ["last committee", "the away day", "you were set up"])
async def test_a_time_that_isnt_understood_is_named(since: str, office: Office) -> None:
    await office.talk(
        (MO, f"summary since {since}", f"^I can’t make a date of “{since}”"),
        (MO, f"summary for theme 2 since {since}", f"^I can’t make a date of “{since}”"),
    )


async def test_a_committee_pack_says_that_it_isnt_narrowed(office: Office) -> None:
    await office.talk(
        (MO, "committee pack for theme 2", ["every recommendation", "“summary for theme 2”", "When did the committee"]),
        (MO, "committee pack for theme 2 since 1 October", ["Here is the committee pack", "“summary for theme 2”"]),
        (MO, "committee pack since 1 October", ["Here is the committee pack", "not: every recommendation"]),
    )


async def test_an_order_with_a_question_behind_it_is_named(office: Office) -> None:
    await office.talk(
        (
            MO,
            "set target for 10 to 31 march, sign off 8 and tell me who leads 4",
            ["The target of Recommendation 10", "haven’t taken “sign off 8 and tell me who leads 4”"],
        )
    )
