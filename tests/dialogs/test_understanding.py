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
