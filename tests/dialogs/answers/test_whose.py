"""Leads, roles and abbreviations, asked for in people's own turns of phrase; expected values are the document's."""

from __future__ import annotations

import pytest

from tests.dialogs.talking import Talk

JULIE = "Julie Moss is Head of Service Children in Need/Child Protection"
SHARON, SUE = "Sharon Hubber is Head of Service Safeguarding", "Sue Myers is Head of EIP Service"
SANDI = "Sandi Pennington is Service Manager, Training and Development"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "need the name to put against the serious case review item on the agenda",
            "Sharon Hubber, Head of Safeguarding",
        ),
        ("who's got the principal social worker one at our end", "Gani Martins, Assistant Director"),
        ("who's got the job of keeping on top of the early help duty one?", "Sue Myers, Head of Early Intervention"),
        ("Which head of service owns the redesign of how social work gets delivered?", "Julie Moss, Head of Children"),
        ("which head of service has 10", "^Sue Myers, Head of Early Intervention"),
        ("For 14 I need the deadline plus the officer", ["by April 2012", "Gani Martins"]),
        ("9: lead officer", "^Sharon Hubber"),
        ("10 whose is it", "^Sue Myers"),
        ("got 9 down as TBC in the owner column, who should it be?", "^Sharon Hubber"),
        ("whose name goes in the box for the early help one?", "^Sue Myers"),
        ("who is the SRO for 14", "^Gani Martins"),
        ("who do I cc in about rec 12", "^Sandi Pennington"),
        ("the early help recommendation falls to which officer?", "^Sue Myers"),
        ("any idea who picked up the principal social worker one in the end", "^Gani Martins"),
        ("who drew the short straw on 13", "^Julie Moss"),
        (
            "I'm filling in the tracker for committee. Lead officer for sending the LSCB annual report to the Leader "
            "and Chief Exec?",
            ["^No lead officer is recorded for Recommendation 5", "not: isn’t named"],
        ),
        (
            "Directors of children's services not taking on extra portfolios - which of our officers has that?",
            "No lead officer is recorded for Recommendation 7",
        ),
        (
            "where have two officers been named instead of one",
            "have more than one lead officer: Recommendations 1 and 11.",
        ),
        ("who leads on that one", "Which recommendation do you mean?"),
        ("who has the one about assessment timescales", ["^Julie Moss", "Sharon Hubber", "not: by December 2011"]),
        ("who's the current lead for rec 12", "^Sandi Pennington"),
        ("name and title of the lead on recommendation 13", "^Julie Moss, Head of"),
        # What only looks like it.
        ("10 falls under which theme", "not: Sue Myers"),
        ("what was the government's answer for the early help one", "not: Sue Myers, Head"),
        ("do any of our staff get training on serious case reviews", "not: leads Recommendation"),
        ("who wrote the early help one?", "couldn’t find anything"),
        ("who leads the swimming pool one", "not: Head of"),
    ],
)
async def test_whoever_has_something_is_its_lead(talk: Talk, question: str, expected: str | list[str]) -> None:
    await talk((question, expected))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("julie moss has the SCR recommendation I gather?", ["^No. Sharon Hubber", "Recommendation 9"]),
        (
            "since Sue Myers is leading on the DCS and lead member roles, can you confirm her title for that?",
            "^That isn’t quite so. No lead officer is recorded for Recommendation 7.",
        ),
        ("as Julie Moss leads 9, when is it due?", ["^That isn’t quite so", "Sharon Hubber", "second half of 2011"]),
        ("since Sharon leads 9, what does Munro argue there?", ["not: isn’t quite so"]),
        (
            "recommendation 11 is the serious case review one isn't it, so who leads on SCRs",
            "^Sharon Hubber, Head of Safeguarding, leads Recommendation 9.",
        ),
        ("sharon huber, she's safeguarding right?", f"^Yes. {SHARON}"),
        ("is the NHS reforms recommendation still Julie Moss's", ["^No. Sue Myers", "Recommendation 8"]),
        ("just confirming, the early help one is Sue's", "^Sue Myers, Head of Early"),
        ("why has Sue Myers got recommendation 12", "^That isn’t quite so. Sandi Pennington"),
        ("Sandi Pennington for recommendation 11 - yes or no", ["^Yes. ", "Sandi Pennington", "not: accepted"]),
        ("who's on the early help one - Sandi?", "Sue Myers, Head of"),
        ("is Gani training and development?", "^No. Gani Martins is Assistant Director"),
        ("is Sue Myers the head of early help?", f"^{SUE}"),
    ],
)
async def test_what_is_taken_for_true_is_put_right(talk: Talk, question: str, expected: str | list[str]) -> None:
    await talk((question, expected))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("sorry im new, what does Sharon Hubber do here", SHARON),
        ("sandi pennington - remind me what she does", SANDI),
        ("what is the post that Julie Moss holds", JULIE),
        ("remind me what Julie Moss is head of", JULIE),
        ("Which head of service covers safeguarding in this paper?", SHARON),
        ("what hat does Sue wear", SUE),
        ("in what capacity is Sandi named in the paper", SANDI),
        ("I don't know Sandi Pennington, who are they", SANDI),
        ("Sue Myers: head of service, manager, or what?", SUE),
        ("Julie Moss job title? email sig's missing", JULIE),
        ("what does Sue do for a living", SUE),
        ("Sharon Hubber?", SHARON),
        ("any idea who Julie Moss is", JULIE),
        ("how is Sue described in the document", SUE),
        ("which bit of the council does Sue work in", SUE),
        # Of something that nothing is recorded of.
        ("what is Sue's star sign", "nothing is said"),
        ("what does Sue do about early help", f"not: {SUE}"),
    ],
)
async def test_what_somebody_is(talk: Talk, question: str, expected: str) -> None:
    await talk((question, expected if expected.startswith("not") or "nothing" in expected else f"^{expected}"))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what's Sue been lumbered with", "Recommendations 8 and 10"),
        ("which bits of Munro are on Gani Martins's patch", "Recommendations 2, 3, 11 and 14"),
        ("1:1 with Sandi later, what recs should I ask about", "Recommendations 11 and 12"),
        ("I'm meeting Julie Moss tomorrow, which recommendations are theirs to lead?", "Recommendations 1 and 13"),
        ("What does Gani Martins own across the fifteen?", "Recommendations 2, 3, 11 and 14"),
        ("if Sharon leaves, what do we have to reassign", "Recommendations 1 and 9"),
        ("what sits with Sue", "Recommendations 8 and 10"),
        ("owned by Sandi Pennington", "Recommendations 11 and 12"),
        ("which of Sue's is due first?", "September 2011"),
        ("which of Gani's recs are due by May 2012", "Recommendations 2 and 3"),
    ],
)
async def test_what_somebody_has(talk: Talk, question: str, expected: str) -> None:
    await talk((question, expected))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("everyone keeps saying TAC and I nod along. what is it", "^TAC stands for Team Around the Child"),
        ("HEIs?? spell it out for a councillor please", "^HEI stands for higher education institution"),
        ("These letters LSCB, what are the words?", "^LSCB stands for Local Safeguarding Children Board"),
        ("what's SCR hun, I've got it on a phone message and haven't a clue", "^SCR stands for Serious Case Review"),
        ("brain's gone, DCS is what again", "^DCS stands for Director"),
        ("spell TAC out for me will you", "^TAC stands for"),
        ("translate LSCB", "^LSCB stands for"),
        ("TAC?? never heard of it", "^TAC stands for"),
        ("wtf is TAC", "^TAC stands for"),
        ("in the response they say SWRB, what is it", "^SWRB stands for"),
        # What asks for something else.
        ("I don't understand why LSCBs should monitor early help", "not: stands for"),
        ("who leads the LSCB annual report one", "not: stands for"),
    ],
)
async def test_an_abbreviation_that_somebody_wonders_at(talk: Talk, question: str, expected: str) -> None:
    await talk((question, expected))


async def test_a_question_after_a_lead_stays_with_it(talk: Talk) -> None:
    await talk(("who is on number 9", "Sharon Hubber"), ("job title?", "^Sharon Hubber, Head of Safeguarding"))


async def test_who_leads_what_was_only_near_is_told_of_each(talk: Talk) -> None:
    await talk(
        ("when's the new inspection framework due in", "I’m not sure"),
        ("and who's our lead on it", ["Sue Myers", "Gani Martins"]),
    )


async def test_who_leads_the_only_one_that_uses_an_abbreviation_is_told(talk: Talk) -> None:
    await talk(("what does SCR stand for", "Serious Case Review"), ("who leads on that", "^Sharon Hubber"))
