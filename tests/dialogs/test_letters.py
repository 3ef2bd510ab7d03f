"""Letters with one question in them, wherever it stands and however it is put."""

import pytest

from .talking import Talk


@pytest.mark.parametrize(
    ("letter", "answer"),
    [
        (
            "Hello, I've just joined the committee team and I'm pulling together a pack for members. There was a "
            "long discussion last month about inspections and I promised to follow it up. I've got the background"
            " from the Ofsted site and from a colleague in audit. The bit I still need is by when the new "
            "framework is supposed to be in place. Thanks, Dee",
            "May 2012",
        ),
        (
            "Hi, hope all's well. I'm on the union side and we meet management on Thursday. There's been talk in "
            "the office that the assessment deadlines are going altogether. Half the team is delighted and the "
            "other half is worried about drift. Can you tell me what the council's own position is on that?",
            "assessments need timescales",
        ),
        (
            "Good afternoon, I am writing on behalf of Councillor Jones who chairs children's scrutiny. She is "
            "preparing for the next meeting and has gone through the list twice. She noticed that some of the "
            "recommendations have nobody's name against them. How many is that?",
            "5",
        ),
        (
            "Who is the lead for the recommendation on health reorganisation? I ask because the CCG rang me twice"
            " this week. They want to set up a meeting before Christmas. I told them I'd come back to them with a"
            " name. Many thanks for your help.",
            "Sue Myers",
        ),
        (
            "What did Munro say was wrong with the way performance figures are used? It's for a slide. I've got "
            "five minutes in front of the senior team and they're all numbers people. I don't want to preach. A "
            "sentence will do.",
            "disproportionate",
        ),
        (
            "Hi, it's Priya from the data team. We're building a dashboard and have been told to line it up with "
            "the review. What we need is the name of the officer who leads on serious case reviews. Once we have "
            "that we can set up the access. We hope to go live at the end of the month.",
            "Sharon Hubber",
        ),
        (
            "Hello, I'm a practice educator and supervise four students. They've got a seminar about the review "
            "next week. One asked me what Munro thought was missing from degree courses and I had no answer. I "
            "used to know all this. It's been a busy year.",
            "not consistent",
        ),
        (
            "Afternoon. I've inherited a spreadsheet from someone who's left. It says that recommendation 8 was "
            "rejected by ministers. I need to know whether that's right. The spreadsheet has other mistakes in "
            "it. I'm going through them one by one.",
            "ccepted in principle",
        ),
        (
            "Hi both. Sorry to chase. The paper goes to print tonight and I've got everything but one thing. I "
            "don't have the date for the statutory guidance revision, the Working Together one. If I get it by "
            "five we're fine. If not it'll have to go in as a gap.",
            "July 2012",
        ),
        (
            "Hello, I've been asked to cover the early years forum. It's not my patch at all. There's an item on "
            "the early help offer. All I need is the officer who leads on it. Thanks in advance",
            "Sue Myers",
        ),
        (
            "Hello. I'm helping Sue with her slides. She has the numbers for everything except the theme on "
            "accountability. So the thing I'm after is which recommendations are in that theme. Anything else I "
            "can find myself. Thank you",
            "5, 6, 7 and 9",
        ),
        (
            "Hi, I work for the PCC's office. We've read that the LSCB report will come to us in future. My "
            "question is which recommendation says so. We want to quote it properly. Regards, Tom",
            "Recommendation 5",
        ),
        (
            "Morning all. I've a new social worker starting Monday and I'm doing her induction folder. I want to "
            "put one page in about why Munro thought social workers should spend more time with children. If you "
            "could point me to her reasoning that would be great. Thanks a million.",
            "spend more time with children",
        ),
        (
            "Hello, I'm drafting the budget risk register. One line is about early help and money being tight. "
            "Somebody told me our own response to the review mentions it. I'd like the wording. No rush at all.",
            "financial constraints",
        ),
        (
            "Hi all, Tariq here from complaints. I've got a stage two on my desk and the family quote the review "
            "at us on every page. They say it told councils to take assessment deadlines out. I don't want to "
            "argue the toss. Tell me which recommendation they are thinking of and I'll do the rest.",
            "Recommendation 1",
        ),
        (
            "Good morning, hope the move went smoothly. We're putting together a quiz for the team day. One of "
            "the questions is who leads on early help. Daft as it sounds none of us is certain. Put us out of our"
            " misery!",
            "Sue Myers",
        ),
        (
            "Morning, I'm the new PA to the AD. Gani's diary is a jigsaw and I'm trying to work out which "
            "meetings matter. It'd help no end if I knew which of the recommendations are Gani's. I'm on 4415 if "
            "easier.",
            "2, 3, 11 and 14",
        ),
        (
            "Hello, apologies if this has gone to the wrong person. I teach on the social work degree and we're "
            "rewriting the second year. A colleague said that the review was rude about our courses. Could I "
            "trouble you for what it actually says about them? It would settle an argument.",
            "not consistent",
        ),
    ],
)
async def test_the_one_question_of_a_letter_is_answered(talk: Talk, letter: str, answer: str) -> None:
    await talk((letter, answer))


async def test_who_that_is_is_asked_of_the_sentence_before(talk: Talk) -> None:
    letter = (
        "Morning! I cover business support and have just come back, so apologies if this is obvious. My manager has "
        "left me a load of gaps to fill. The last one is the lead officer (just the one name, I think) for the "
        "recommendation about the principal child and family social worker. Could you tell me who that is? Bev"
    )

    await talk((letter, ["Gani Martins", "Recommendation 14"]))


async def test_a_meeting_is_no_recommendation_that_was_described(talk: Talk) -> None:
    letter = (
        "I started on Monday and am reading a pile of papers before his one to ones. He was asked about the business "
        "of health reorganisation and what it might do to partnership working. All I need is the officer who leads on "
        "that one. Many thanks"
    )

    await talk((letter, ["Sue Myers", "Recommendation 8"]))
