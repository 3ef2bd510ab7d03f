"""Wordings of people who had never seen the bot, by what they have in common; none is from a question bank."""

from __future__ import annotations

import pytest

from .talking import Talk

# Words that ask for a date or a lead, said of something else.
OTHERWISE = [
    ("Which one is about reaching families sooner?", ["Recommendation 10", "not: July 2011"]),
    ("which recommendation wants support to come sooner rather than later for families", ["not: earliest date"]),
    ("is there one on getting help to children earlier", ["not: earliest date"]),
    ("which is due sooner, 8 or 14", "^Recommendation 8 is due first"),
    ("of 1, 8 and 15 which has the shortest deadline", "^Recommendation 8 is due first"),
    ("14 or 15, which lands first", "^Recommendation 14 is due first"),
    ("Who gets to decide how fast 13 is brought in?", ["not: The Government accepted"]),
    ("is there one that gives social workers more time with families", ["not: Consider further"]),
]
# What somebody has on their plate.
HELD = [
    ("What's on Gani's plate?", "^Gani Martins leads 4"),
    ("what has Sharon got on her plate", "Recommendations 1 and 9"),
    ("whats on julie moss's desk from this", "Recommendations 1 and 13"),
    ("what's landed on Sandi Pennington's desk", "Recommendations 11 and 12"),
    ("whose is 9", "^Sharon Hubber"),
    ("whose rec 14?", "^Gani Martins"),
    ("who does rec 8?", "^Sue Myers"),
    ("who's accountable for 12", "^Sandi Pennington"),
    ("so nobody is accountable for 15?", "^No lead officer is recorded for Recommendation 15"),
    ("is it Gani who does 14?", "^Yes. Gani Martins"),
    ("and is it sue myers who does number 13", "^No. Julie Moss"),
    ("does anyone's name stand against 7", "No lead officer"),
]
# Words in quotation marks, and decisions in everyday words.
DECIDED = [
    ("which did they say a plain 'accept' to", "^9 of the 15"),
    ("which ones are 'consider further'?", "Recommendation 9"),
    ("which got a straight yes, no 'in principle' about it?", ["^9 of the 15", "not: 14 of"]),
    ('how many are "in principle"?', "^5 of the 15"),
    ('who leads the "serious case reviews" one', "Sharon Hubber"),
    ("Which of the fifteen got something other than a straight accept", "6, 7, 8, 9, 10 and 15"),
    ("How many of the 15 were anything but a full accept?", "^6 of the 15"),
    ("Which one are they still on the fence about", "Recommendation 9"),
    ("number of recs under each government verdict for my slide", ["9 accepted", "5 accepted in principle"]),
    ("recs excepted in principle", "6, 7, 8, 10 and 15"),
    ("So the government turned down the chief social worker?", "^That isn’t quite so. Recommendation 15 was accepted"),
    ("was the early help one rejected?", "^No. Recommendation 10 was accepted in principle"),
    ("Sue Myers leads the serious case reviews one, right?", "^No. Sharon Hubber"),
]
# How people begin and end.
LETTERS = [
    ("Dear Mrs Hubber, who leads recommendation 9? Yours, Pat", "^Sharon Hubber"),
    ("Kindly identify the recommendations with no date.", "Recommendations 5 and 13"),
    ("State the timescale for recommendation 6.", "December 2011"),
    ("Apologies for the late message - has 4 got a lead?", "No lead officer is recorded for Recommendation 4"),
    ("send me the recs with no lead please", "4, 5, 6, 7 and 15"),
    ("could you send over Munro's argument for 5?", "^Munro’s argument for Recommendation 5"),
    ("send me an email about rec 10", "can’t do that"),
    ("One more thing - is 13 accepted?", "^Yes. The Government accepted"),
    ("quick q: is 15 due in 2011?", "^No. Recommendation 15"),
    ("What's the decision on 7, and has it got a lead?", ["in principle", "No lead", "not: isn’t quite so"]),
    ("My manager mentioned the co-location of police with RIAT. Which one does that come under?", "Recommendation 13"),
    ("who leads recommendation won", ["Julie Moss", "Sharon Hubber"]),
    ("recommendation too, who leads it", "^Gani Martins"),
]
# Gaps, and what is left out.
GAPS = [
    ("gaps in lead officers?", "4, 5, 6, 7 and 15"),
    ("where are the blanks in the leads", "4, 5, 6, 7 and 15"),
    ("holes in ownership - which recs", "4, 5, 6, 7 and 15"),
    ("theme 4 leads", ["Recommendation 5: no lead", "Recommendation 9: Sharon Hubber"]),
    ("Theme 2 leads", ["Sue Myers", "Julie Moss"]),
    ("recs Julie leads but not jointly", ["Recommendation 13", "not: Recommendation 1:"]),
    ("leave out theme 1: which have no lead?", "5, 6, 7 and 15"),
    ("exclude the ones in principle. leads for the rest of theme 3", ["Gani Martins", "not: Recommendation 15"]),
    ("which have no date, not so much as a season?", "Recommendations 5 and 13"),
]


@pytest.mark.parametrize(("question", "expected"), [*OTHERWISE, *HELD, *DECIDED, *LETTERS, *GAPS])
async def test_a_strangers_question_is_answered_as_it_is_meant(
    talk: Talk, question: str, expected: str | list[str]
) -> None:
    await talk((question, expected))
