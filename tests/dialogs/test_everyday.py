"""How people speak of leads, wordings and decisions every day; none of it is from a question bank."""

from __future__ import annotations

import pytest

from .talking import Talk

# Who leads it, in other words.
LED = [
    ("who's holding the pen on rec 12", "^Sandi Pennington"),
    ("Who holds the pen for the serious case reviews recommendation?", "^Sharon Hubber"),
    ("who is the guvnor for the family CAF one", "^Sue Myers"),
    ("whos the head honcho for rec 14", "^Gani Martins"),
    ("who's the boss for the serious case reviews one", "^Sharon Hubber"),
    ("Is Julie Moss carrying the serious case reviews recommendation?", "^No. Sharon Hubber"),
    ("who do i email about rec 9", "^Sharon Hubber"),
    ("who should we email regarding the family CAF one", "^Sue Myers"),
    ("what is Sue Myers's email?", "doesn’t record contact details"),
    ("whats Gani Martins job title, i'm doing the invite list", "Assistant Director"),
]
# "1" for "one".
ONE = [
    ("who leads the serious case reviews 1", "^Sharon Hubber"),
    ("when is the chief social worker 1 due?", "Recommendation 15"),
    ("whos in charge of the family caf 1 pls", "^Sue Myers"),
    ("what's the lead for 1", "Recommendation 1 together"),
    ("whats the deadline of 1?", "Recommendation 1 gives"),
    ("what's the position on 1", "^Salford’s position on Recommendation 1:"),
    ("the recommendation 1", "^Recommendation 1 says"),
]
# Whose words are asked for.
WORDED = [
    ("what's Salford's text for rec 4", "^Salford’s position on Recommendation 4"),
    ("our paragraph on rec 14", "^Salford’s position on Recommendation 14"),
    ("could you pop me the council's wording on 5", "^Salford’s position on Recommendation 5"),
    ("the government's wording on rec 2", "The Government accepts that inspection should"),
    ("wording of rec 5", "^Recommendation 5 says"),
    ("Munro's wording for rec 4", "^Recommendation 4 says"),
    ("where did ministers land on 9?", "Consider further"),
    ("where did the government end up on serious case reviews", "Consider further"),
    ("where did government come down on the family CAF", "Recommendation 10 was accepted in principle"),
]
# What people say before they ask, and what the question takes for true.
BEFORE = [
    ("My boss asked me to dig out which recs have no lead", "4, 5, 6, 7 and 15"),
    ("Sue wants me to find out when rec 9 is due", "^Recommendation 9"),
    ("the DCS has asked me to check who leads 12", "^Sandi Pennington"),
    ("Could you remind us who leads 12?", "^Sandi Pennington"),
    ("how many recs are there altogether, for the newsletter", "^There are 15"),
    ("I had thought that the serious case reviews one was rejected. Is that so?", "^No. The Government’s decision"),
    ("My understanding is that the Government accepted recommendation 9. Is that right?", "^No. The Government’s"),
    (
        "I was told the Government rejected the recommendation upon the chief social worker. Is that so?",
        "Recommendation 15 was accepted",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LED + ONE + WORDED + BEFORE)
async def test_everyday_words_are_understood(text: str, expected: str, talk: Talk) -> None:
    await talk((text, expected))


@pytest.mark.parametrize(
    "name", ["Safeguarding Board", "Health Trust", "Scrutiny Committee", "Adoption Panel", "Housing Department"]
)
async def test_a_body_is_nobody(name: str, talk: Talk) -> None:
    await talk((f"which recommendation would have the {name} send its report to the leader?", "not: named as a lead"))


async def test_a_name_that_nobody_has_is_still_said_to_be_a_strangers(talk: Talk) -> None:
    await talk(("does Peter Broadbent lead anything?", "Peter Broadbent isn’t named as a lead officer"))


@pytest.mark.parametrize(
    ("listed", "asked", "told"),
    [
        ("which does Gani lead?", "which of those are about training?", "One of the 4 you asked about"),
        ("which were accepted?", "Of those, which deal with inspection?", "Recommendations 2 and 3"),
        ("which does Sue lead?", "any of those about police?", "Neither of the 2 you asked about"),
    ],
)
async def test_a_list_is_narrowed_by_what_it_is_about(listed: str, asked: str, told: str, talk: Talk) -> None:
    await talk((listed, ""), (asked, told))


@pytest.mark.parametrize("asked", ["And what other recommendation she has?", "which other recs does she have"])
async def test_what_else_somebody_has_is_listed(asked: str, talk: Talk) -> None:
    await talk(("who leads 10?", ""), (asked, "Recommendations 8 and 10"))


async def test_what_have_we_said_is_short_for_itself(talk: Talk) -> None:
    await talk(
        ("tell me about 14", ""), ("what've we said about it ourselves", "^Salford’s position on Recommendation 14")
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Is Sue Myers leading on anything other than early help?", ["^Yes. One", "Recommendation 8"]),
        ("does gani lead anything except inspection", ["^Yes. 2", "Recommendations 11 and 14"]),
        (
            "which rec is on serious case reviews and what does munro say about it",
            ["That is Recommendation 9", "Munro’s argument for Recommendation 9"],
        ),
        (
            "which recommendation is about the chief social worker and what did the government say to it?",
            ["That is Recommendation 15", "accepts the proposal for a Chief Social Worker"],
        ),
    ],
)
async def test_what_a_recommendation_is_about_is_told_by_its_own_words(text: str, told: list[str], talk: Talk) -> None:
    await talk((text, told))
