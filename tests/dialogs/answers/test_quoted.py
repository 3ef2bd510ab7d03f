"""What is asked of a sentence that was just quoted: its own day, not that of its whole recommendation."""

import pytest

from tests.dialogs.talking import Talk

MOVE = ("Are police officers going to share an office with social workers?", "Planned co-location of the police")


@pytest.mark.parametrize("when", ["by when?", "and when is that happening?", "till when"])
async def test_when_is_that_is_asked_of_the_sentence(talk: Talk, when: str) -> None:
    await talk(MOVE, (when, ["by the end of September 2011", "Salford Position", "not: self-assessment"]))


async def test_the_day_may_stand_beside_it(talk: Talk) -> None:
    await talk(
        ("are we supporting any step up students?", "6 SW Students"),
        ("and when do they finish?", ["They will graduate in Spring 2012", "6 SW Students", "not: by the end of 2012"]),
    )


@pytest.mark.parametrize("asked", ["what's the deadline?", "when is rec 12 due?", "who leads it?"])
async def test_a_deadline_is_the_recommendation_s(talk: Talk, asked: str) -> None:
    await talk(
        ("are we supporting any step up students?", "6 SW Students"), (asked, ["Recommendation 12", "not: graduate"])
    )


async def test_after_another_turn_it_is_forgotten(talk: Talk) -> None:
    await talk(MOVE, ("who leads it?", "Julie Moss"), ("by when?", "No date is given for Recommendation 13"))


async def test_a_sentence_without_a_day_leaves_the_timescale(talk: Talk) -> None:
    await talk(
        ("what does salford say about coaching and mentoring?", "Coaching and Mentoring"),
        ("by when?", "Recommendation 12 gives these dates"),
    )


@pytest.mark.parametrize(
    "question", ["Is there a plan to put police officers in the same office as social workers?", MOVE[0]]
)
async def test_a_police_officer_is_no_lead_officer(talk: Talk, question: str) -> None:
    await talk((question, ["Planned co-location", "not: Julie Moss"]))
