"""Of one recommendation, and of two, every sentence is right English."""

import pytest

from knowledge.model import Decision
from knowledge.store import TinyStore
from tests.builders import a_programme, a_recommendation
from tests.dialogs.talking import holds
from tests.office import GANI, Office, an_office

# What is asked, and what is said of one, and of two.
DOCUMENT = [
    ("which were accepted?", "The only recommendation was accepted: Recommendation 1.", "Both recommendations were"),
    ("which were rejected?", "The only recommendation was not rejected.", "Neither of the 2 recommendations was"),
    ("which have no lead?", "The only recommendation has a lead officer", "Both recommendations have a lead officer"),
    ("which are due in 2030?", "The only recommendation has no date in 2030", "Neither of the 2 recommendations has"),
    ("how many recommendations are there?", "There is one recommendation", "There are 2 recommendations"),
    ("which theme has the most recommendations?", "has the most recommendations, one:", "recommendations, 2:"),
    ("what's due next month?", "its only date is “by May 2012”", "its only date is “by May 2012”"),
]
NOTHING_POSTED = [
    ("which are red?", "^Recommendation 1 has no update yet", "Neither of the 2 recommendations is off track"),
    ("which are not red?", "^Recommendation 1 has no update yet", "Neither of the 2 recommendations is not off"),
    ("which are overdue?", "The only recommendation is not overdue. No target is set on it", "on either of them"),
    ("which have no target?", "The only recommendation has no target", "Both recommendations have no target"),
    ("which have a target?", "The only recommendation has no target", "Neither of the 2 recommendations has a target"),
    (
        "how is everything going overall?",
        "on the only recommendation, so I can’t tell how far it is",
        "on any of the 2",
    ),
    ("what do I have to update?", "Say “update 1: amber – what has happened”, or “no change on 1”.", "the number you"),
]
ALL_RED = [
    ("which are red?", "The only recommendation is off track (red): Recommendation 1.", "Both recommendations are off"),
    (
        "which are not red?",
        "The only recommendation is off track (red).",
        "Neither of the 2 recommendations is not off",
    ),
    ("which are green?", "The only recommendation is not on track", "Neither of the 2 recommendations is on track"),
    ("which has nobody updated?", "The only recommendation has an update.", "Both recommendations have an update."),
    ("which are stale?", "The only recommendation has had an update within 28 days.", "Neither of the 2"),
    ("which are not complete?", "The only recommendation isn’t complete: Recommendation 1.", "is complete."),
    (
        "which of mine are red?",
        "Your only recommendation is off track (red)",
        "Both your recommendations are off track",
    ),
]


async def an_office_with(many: int) -> Office:
    recommendations = tuple(a_recommendation(ref=str(number + 1)) for number in range(many))
    return await an_office(TinyStore.in_memory(), a_programme(recommendations=recommendations))


async def all_red(many: int) -> Office:
    office = await an_office_with(many)
    for ref in range(1, many + 1):
        await office.talk((GANI, f"update {ref}: red – staff left", "Save this?"))
        office.later(minutes=1)
        await office.talk((GANI, "yes", "Saved"))
        office.later(minutes=1)
    return office


@pytest.mark.parametrize("many", [1, 2])
async def test_nothing_wrong_is_counted_where_nothing_was_posted(many: int) -> None:
    office = await an_office_with(many)

    for asked, *told in (*DOCUMENT, *NOTHING_POSTED):
        reply = await office.say(GANI, asked)
        assert holds(reply.text, told[many - 1]), f"{asked} -> {reply.text}"


@pytest.mark.parametrize("many", [1, 2])
async def test_nothing_wrong_is_counted_where_all_are_red(many: int) -> None:
    office = await all_red(many)

    for asked, *told in ALL_RED:
        reply = await office.say(GANI, asked)
        assert holds(reply.text, told[many - 1]), f"{asked} -> {reply.text}"


async def test_of_one_that_was_asked_about_before_it_is_told() -> None:
    recommendations = (a_recommendation(ref="1"), a_recommendation(ref="2", decision=Decision.REJECT))
    office = await an_office(TinyStore.in_memory(), a_programme(recommendations=recommendations))

    await office.talk(
        (GANI, "which were rejected?", "One of the 2 recommendations was rejected: Recommendation 2."),
        (GANI, "list all recommendations", "There are 2 recommendations"),
        (GANI, "which of those have no lead?", "Both you asked about have a lead officer"),
    )
