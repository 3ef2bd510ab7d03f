"""Whether the document's dates have passed turns on what day it is."""

from datetime import date

import pytest

from knowledge.library import Knowledge
from tests.builders import a_milestone, a_programme, a_recommendation
from tests.dialogs.talking import Talk, talking


@pytest.mark.parametrize(
    "text",
    [
        "Are any of the government's dates still to come, or have they all gone by now?",
        "which deadlines have passed?",
        "have all the dates gone by?",
    ],
)
async def test_all_dates_of_an_old_document_have_passed(text: str, talk: Talk) -> None:
    await talk((text, ["have passed", "“by the end of 2012”"]))


async def test_it_is_told_of_one_recommendation(talk: Talk) -> None:
    await talk(
        ("Has the deadline for 8 gone by already? The Director asks.", "date has passed. Recommendation 8 gives"),
        ("have the dates for 14 passed yet", "dates have all passed. Recommendation 14 gives"),
        ("has the deadline for 13 passed?", ["not: passed", "Recommendation 13"]),
        ("when is 8 due?", "not: passed"),
    )


async def test_what_is_still_to_come_is_told() -> None:
    gone = a_milestone(words="by June 2020", earliest=date(2020, 6, 1), latest=date(2020, 6, 30))
    ahead = a_milestone(words="by June 2030", earliest=date(2030, 6, 1), latest=date(2030, 6, 30))
    one, two = a_recommendation(ref="1", milestones=(gone, ahead)), a_recommendation(ref="2", milestones=(gone,))

    await talking(Knowledge((a_programme(recommendations=(one, two)),)))(
        ("which dates are still to come?", ["those of Recommendation 1 are still to come", "“by June 2030”"]),
        ("have the dates for 1 passed?", "Not all of the document’s dates have passed."),
    )
