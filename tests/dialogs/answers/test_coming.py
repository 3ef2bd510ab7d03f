"""What is due at a time counted from today comes from the targets and the document, whatever was spoken of before."""

from datetime import date

import pytest

from knowledge.library import Knowledge
from tests.builders import a_milestone, a_programme, a_recommendation
from tests.dialogs.talking import Talk, talking
from tests.office import MO, SUE, Office

NOTHING = ["nothing is due", "first date is “in July 2011”", "not: Its timescale says"]


@pytest.mark.parametrize(
    "text",
    [
        "what's due next month?",
        "what is due in the next 3 months?",
        "due next week",
        "anything due soon?",
        "upcoming deadlines",
        "any deadlines coming up?",
        "what falls due this quarter",
        "What's due in the next couple of months?",
        "what is due within three weeks",
        "is anything due today",
    ],
)
async def test_nothing_is_said_to_be_due_where_nothing_is(text: str, talk: Talk) -> None:
    await talk((text, NOTHING), ("which have no lead?", ""), (text, NOTHING))


async def test_it_and_those_are_what_was_spoken_of(talk: Talk) -> None:
    await talk(("who leads 10?", ""), ("is it due this year?", "Recommendation 10 gives these dates"))


async def test_the_councils_own_targets_are_named(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 10 December 2026", "Save this?"),
        (MO, "yes", "Saved"),
        (SUE, "what's due next month?", ["Recommendation 10 (10 December 2026)", "not: nothing is due"]),
        (SUE, "due in the next 3 months", "Recommendation 10 (10 December 2026)"),
        (SUE, "what is due this week", "nothing is due"),
    )


async def test_the_dates_of_a_document_of_our_days_are_named() -> None:
    soon = a_milestone(words="by June 2026", earliest=date(2026, 6, 1), latest=date(2026, 6, 30))
    programme = a_programme(recommendations=(a_recommendation(ref="1", milestones=(soon,)), a_recommendation(ref="2")))

    await talking(Knowledge((programme,)))(("what is due this year?", ["a date then for Recommendation 1", "not: 2."]))
