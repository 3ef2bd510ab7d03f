"""Conversations in which people speak as they do: of others, of the last one, of two things at once."""

from __future__ import annotations

import pytest

from .talking import Talk


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who leads 10 and when is 14 due?", ["Sue Myers", "Recommendation 14 gives these dates", "not: 10 gives"]),
        ("who leads 8, and what does Salford say about 12?", ["Sue Myers", "Salford’s position on Recommendation 12"]),
        ("who leads 10 and which have no lead?", ["Sue Myers", "Recommendations 4, 5, 6, 7 and 15"]),
        ("who is Gani Pennington?", "Who do you mean: Gani Martins or Sandi Pennington?"),
        ("does Sandi Martins lead 10?", ["Who do you mean", "not: Sue Myers"]),
        ("who leads the second?", "Which recommendation do you mean?"),
        ("who is head of children in need?", "Julie Moss is Head of Service Children in Need"),
        ("who is the head of children’s services?", ["doesn’t name", "not: Julie Moss"]),
        ("when did the government accept 10?", ["in principle", "doesn’t say on which day", "not: September 2011"]),
        ("when was 11 accepted?", ["accepted Recommendation 11", "doesn’t say on which day"]),
        ("which recs are about adoption?", ["couldn’t find", "not: LSCBs adopt"]),
        ("which recs aren't led by Gani or Sandi", "^10 of the 15 recommendations are not led by Gani Martins or San"),
        ("which ones were not accepted outright", "were not accepted in full: Recommendations 6, 7, 8, 9, 10 and 15"),
        ("list all recs except 1, 2 and 3", "^There are 12 others: Recommendations 4, 5"),
        ("all recs led by Sue except 8", "^One other is led by Sue Myers: Recommendation 10."),
        ("all recs led by Sue except 8 and 10", "^No other recommendation is led by Sue Myers."),
        ("dates of rec 1", "by December 2011 and by July 2012"),
        (
            "Does Julie Moss cover anything on this list besides recommendation 1?",
            "^Yes. One other is led by Julie Moss",
        ),
        ("what does Sandi lead apart from 11 and 12?", "^No other recommendation is led by Sandi Pennington."),
        ("does gani have any beyond 2 and 3", "11 and 14"),
        ("what does Julie Moss lead on her own?", "Recommendation 13"),
        ("anything Sandi leads alone?", ["Recommendation 12", "not: 11"]),
        ("which rec does Julie Moss lead but Sharon Hubber doesn't", ["Recommendation 13", "not: 9"]),
        ("recs in the second theme agreed to without any reservation", ["Recommendation 13", "not: 8"]),
        ("recs in theme 4 whose decision is not a plain accept", "Recommendations 6, 7 and 9"),
        ("which got only a qualified acceptance", "were accepted in principle: Recommendations 6, 7, 8, 10 and 15"),
        ("are there any recs without an owner in theme 1", ["Recommendation 4", "not: 5, 6"]),
        ("number of recommendations per government decision", ["9", "5", "Consider further"]),
        ("Sue Myers, what is her position in the council?", "^Sue Myers is Head of EIP Service"),
        ("what post does Sandi Pennington hold?", "^Sandi Pennington is Service Manager"),
        ("what does Sharon Hubber do at Salford?", "^Sharon Hubber is Head of Service Safeguarding"),
        ("what is Salford's position on 10?", "^Salford’s position on Recommendation 10"),
        ("munros arg rec 14 pls", "Munro’s argument for Recommendation 14"),
        ("on what grounds did Munro propose 13?", "Munro’s argument for Recommendation 13"),
        ("what led Munro to suggest 15?", ["Munro’s argument for Recommendation 15", "not: No lead"]),
        ("give me the gist of munro on 13", "Munro’s argument for Recommendation 13"),
        ("what has the Government undertaken in respect of 12?", "response"),
        ("what means RIAT?", "stands for Referral and Initial Assessment Team"),
        ("What does R.I.A.T. stand for?", "stands for Referral and Initial Assessment Team"),
        ("remind me what riat is", "stands for Referral and Initial Assessment Team"),
        ("is it said anywhere that inspections should be unannounced?", "unannounced"),
        ("the co-location one - who leads it", "Julie Moss"),
        ("which one mentions the Children Act 1989", ["Recommendation 15", "not: date in 1989"]),
        ("what is due before the end of 2011", ["1,", "by the end of 2011"]),
        ("When will the law about the board's annual report be changed?", ["annual report", "as soon as practicable"]),
        ("On which are we still waiting to hear more from the government?", "Recommendations 5, 6 and 15"),
        ("Where have we said we're still waiting for guidance before we can move? all of them pls", "5, 6 and 15"),
        ("for which recs is the council still waiting for news?", "Recommendations 5, 6 and 15"),
        ("How long must we retain the files from a serious case review?", ["couldn’t find", "not: second half of"]),
        (
            "How often must designated leads renew their training according to this?",
            "^The document doesn’t answer that",
        ),
        ("I was told recommendation 2 limits inspection to social care. Is that right?", "all local services"),
        ("Is that what 14 says, that they stop all work with families themselves?", "actively involved in frontline"),
        ("whose looking after the principle social worker recommendation hear in salford", "Gani Martins"),
        ("do councils have to make a new post for the principal social worker", ["not necessarily", "not: saved"]),
        (
            "child dies, nobody learns owt. which rec is meant to fix how we look back at those",
            ["Recommendation 9", "not: no lead"],
        ),
        ("will it rain at 5", "^I couldn’t find anything about that"),
        ("who supervises the step up students - name?", "^The document doesn’t name anyone for that"),
        ("who leads early help - name please", "^Sue Myers"),
        ("who've we got on number 11?", ["Gani Martins", "not: Salford’s position"]),
        ("who's fronting 14?", "^Gani Martins"),
        ("is anybody on 6?", "^No lead officer is recorded"),
        ("who shares 1 with Sharon?", "^Julie Moss"),
        ("when's the last of these due?", "Recommendations 12 and 15 have the latest date"),
        ("is 14 due before 15?", "^Recommendation 14 is due first"),
        ("was 9 a yes or a no?", "Consider further"),
        ("was 8 a yes?", "^No. Recommendation 8 was accepted in principle"),
        ("has 9 a lead?", "Sharon Hubber"),
        ("12 belongs to Gani doesn't it", "^No. Sandi Pennington"),
        ("Munro made twelve recommendations, right?", ["^No. ", "15 recommendations"]),
        ("which one's got nowt next to its name", "5 of the 15 recommendations have no lead"),
        ("The government took on all fifteen without reservations, right?", ["9 of the 15", "5 others", "not: Yes"]),
        ("They swallowed the lot, didn't they?", ["9 of the 15", "5 others", "not: Yes"]),
        ("did ministers take all of these on board without conditions?", ["9 of the 15", "5 others"]),
        ("which uns 'aven't", "^Which recommendation do you mean?"),
        ("and how many aren't?", "^Which recommendation do you mean?"),
        ("reet, who leads 10", ["Sue Myers", "not: can’t do that"]),
        ("worrabout the un on students, which un's that?", "Recommendation 12"),
        ("what's changed about children's centres?", ["the remit of Salford children’s centres has changed"]),
        ("what has changed for students?", ["not: officers have reported"]),
        ("what's changed on 10?", "^Nothing was posted so far on Recommendation 10"),
        ("Which recommendation is about cutting red tape in the rules?", ["Recommendation 1,", "not: off track"]),
        ("Change to who receives the board's annual report. Which number?", ["Recommendation 5", "not: can’t do that"]),
        ("Which recs have nobody against them? I need to allocate.", "5 of the 15 recommendations have no lead"),
        ("What is Gani carrying?", "^Gani Martins leads 4 recommendations"),
        ("What is Julie working on?", "^Julie Moss leads 2 recommendations"),
        ("Which recs sit with the AD for Specialist Services?", "^Gani Martins leads 4 recommendations"),
        ("What lands in May 2012?", "have a date in May 2012: Recommendations 2, 3, 4 and 10"),
        ("What hits in September 2011?", "have a date in September 2011: Recommendations 8 and 10"),
        ("who's the council's person for the one on inspecting all agencies?", "Gani Martins"),
        ("who's leading on the inspection ones for salford", ["leads Recommendation 2", "leads Recommendation 3"]),
        ("What's our ask about getting SCR themes back to practitioners?", ["effective dissemination", "not: Theme 1"]),
        ("hoo leeds rec 9 an how meny did the goverment axept in prinsipal", ["Sharon Hubber", "5 of the 15"]),
        ("hoo is in charj of number ate", "Sue Myers"),
        ("there are 16 recommendations aren't there", "15 recommendations"),
        ("recs per theme", ["4 themes", "Recommendations 8, 10 and 13"]),
        ("what's the thinking behind rec 5", "Munro’s argument for Recommendation 5"),
    ],
)
async def test_a_question_is_answered_as_it_is_meant(talk: Talk, question: str, expected: list[str]) -> None:
    await talk((question, expected))


async def test_she_is_the_lead_who_was_spoken_of(talk: Talk) -> None:
    await talk(
        ("who leads 10?", "Sue Myers"),
        ("what else does she lead?", "^Sue Myers leads 2 recommendations: Recommendations 8 and 10."),
        ("what's her job title?", "^Sue Myers is Head of EIP Service"),
        ("does she lead 12?", "^No. Sandi Pennington"),
        ("what does she lead?", "^Sandi Pennington leads 2 recommendations: Recommendations 11 and 12."),
    )


async def test_where_two_lead_it_is_asked_who_she_is(talk: Talk) -> None:
    await talk(
        ("who leads 1?", "Julie Moss"),
        ("what else does she lead?", "^Who do you mean: Julie Moss or Sharon Hubber?"),
        ("Julie", "Recommendations 1 and 13"),
    )


async def test_she_is_nobody_once_others_are_spoken_of(talk: Talk) -> None:
    await talk(
        ("who leads 10?", "Sue Myers"),
        ("who leads 1?", "Julie Moss"),
        ("what does she lead?", "Who do you mean"),
    )


async def test_the_last_one_is_the_last_of_a_list(talk: Talk) -> None:
    await talk(
        ("which recs are led by Sue?", "Recommendations 8 and 10"),
        ("the last one", "^Recommendation 10 says"),
    )
    await talk(
        ("recs due in 2012", "1, 2, 3, 4, 10, 11, 12, 14 and 15"),
        ("who leads the last one?", "No lead officer is recorded for Recommendation 15."),
    )


async def test_another_s_view_is_asked_for_in_two_words(talk: Talk) -> None:
    await talk(
        ("what does the government say about 10?", "Recommendation 10 was accepted in principle by the Government."),
        ("and Salford?", "^Salford’s position on Recommendation 10"),
        ("and the government?", "^Recommendation 10 was accepted in principle by the Government."),
    )


async def test_choices_are_named_in_the_text_and_only_pressed_on_the_card(talk: Talk) -> None:
    turn = await talk(("who leads the recommendation about inspection?", ["Recommendation 2:", "Recommendation 3:"]))

    card = turn.replies[0].card
    assert card is not None
    assert {part["type"] for part in card["body"]} == {"ActionSet"}


async def test_half_a_sentence_ends_where_the_sense_allows(talk: Talk) -> None:
    turn = await talk(("list the leads of the recs in theme 4 and what was decided", "Recommendation 5"))
    turn = await talk(("which have no date?", "have no date"))

    for line in turn.replies[0].text.splitlines():
        if line.endswith("…”"):
            assert line.removesuffix(" …”").rsplit(" ", 1)[-1] not in {"and", "or", "to", "of", "the", "a", "with"}


async def test_help_shows_a_topic_of_the_field_not_a_title(talk: Talk) -> None:
    await talk(("help", ["about early help?", "not: about valuing professional expertise"]))


@pytest.mark.parametrize(
    "question",
    [
        "what did Manchester council say about all this",
        "what is leeds council's position on 10?",
        "Bolton's view on rec 3?",
        "does trafford agree with recommendation 4",
    ],
)
async def test_what_another_council_thinks_is_not_made_up(talk: Talk, question: str) -> None:
    await talk((question, ["doesn’t answer that", "not: Salford’s position"]))


@pytest.mark.parametrize("question", ["I used to work in Bolton, who leads 10?", "Kent here - who leads 10?"])
async def test_who_only_names_a_place_is_answered(talk: Talk, question: str) -> None:
    await talk((question, "Sue Myers"))


async def test_roles_are_those_of_the_leads_spoken_of(talk: Talk) -> None:
    await talk(
        ("who leads 1", "Julie Moss"), ("their roles?", ["Head of Service Children in Need", "Head of Service Saf"])
    )


async def test_which_comes_first_is_asked_of_those_spoken_of(talk: Talk) -> None:
    await talk(("compare 14 and 15", "Recommendation 14"), ("which is first?", ["Recommendation 14", "not: 2 and 3"]))


async def test_a_letter_s_that_recommendation_is_the_one_it_named(talk: Talk) -> None:
    letter = (
        "Good afternoon, I have been head of a primary school for eleven years. Somebody mentioned a review and that "
        "one of its recommendations, number 10 I think, was about families like ours. What I should really like to "
        "know is simply the name of the council officer who leads on that recommendation. Many thanks."
    )

    await talk((letter, ["Sue Myers", "not: Gani Martins"]))


async def test_a_letter_may_lead_in_twice(talk: Talk) -> None:
    letter = (
        "Sorry this is long, I'm typing between visits. There's talk of everybody sitting together and I said I'd find "
        "out. What I need is the date by which the police are meant to be co-located with the referral and assessment "
        "team according to Salford. Ta, and sorry again for rambling on!"
    )

    await talk((letter, "by the end of September 2011"))


async def test_how_often_is_asked_of_what_happens_again(talk: Talk) -> None:
    await talk(("how often do practice managers meet?", "“Weekly transfer meetings"))


async def test_why_she_thinks_so_is_the_reviewer_s_argument(talk: Talk) -> None:
    await talk(
        ("which rec is about universities training social workers", "Recommendation 12"),
        ("why does she think thats a problem", "^Munro’s argument for Recommendation 12"),
    )


async def test_what_questions_it_has_is_no_call_for_help(talk: Talk) -> None:
    await talk(
        ("What did the government decide on recommendation 9?", "Consider further"),
        ("What questions does it say it still has to settle?", ["Recommendation 9", "not: You can ask"]),
    )


async def test_her_only_one_is_all_that_she_leads(talk: Talk) -> None:
    await talk(("who leads 10", "Sue Myers"), ("is that her only one?", "^Sue Myers leads 2 recommendations"))
