"""How many were listed, which has the most leads, and since when somebody leads: counted, or said not to be told."""

import pytest

from tests.dialogs.talking import Talk

IN_PRINCIPLE = "which were accepted in principle?"
UNTOLD = ["doesn’t answer that", "not: gives these dates"]


@pytest.mark.parametrize(
    ("listed", "asked", "told"),
    [
        (IN_PRINCIPLE, "how many is that?", "5: Recommendations 6, 7, 8, 10 and 15"),
        (IN_PRINCIPLE, "so how many are they", "5: Recommendations 6, 7, 8, 10 and 15"),
        (IN_PRINCIPLE, "how many does that make?", "5: Recommendations 6, 7, 8, 10 and 15"),
        ("which have no lead?", "how many?", "5: Recommendations 4, 5, 6, 7 and 15"),
        ("which have no lead?", "And how many are those then?", "5: Recommendations 4, 5, 6, 7 and 15"),
        ("which does Gani lead?", "how many are there", "4: Recommendations 2, 3, 11 and 14"),
        ("which are marked consider further?", "how many?", "one: Recommendation 9"),
    ],
)
async def test_how_many_is_counted_of_what_was_listed(listed: str, asked: str, told: str, talk: Talk) -> None:
    await talk((listed, ""), (asked, f"That makes {told}."))


async def test_a_count_leaves_the_list_to_be_narrowed(talk: Talk) -> None:
    await talk(
        (IN_PRINCIPLE, ""), ("how many is that?", ""), ("how many of those have no lead?", "3 of the 5 you asked about")
    )


async def test_all_that_was_listed_stays_spoken_of_when_it_is_asked_which_is_meant(talk: Talk) -> None:
    await talk((IN_PRINCIPLE, ""), ("who leads it?", "Which one"), ("which of those have no lead?", "3 of the 5"))


async def test_how_many_recommendations_there_are_is_all_whatever_was_listed(talk: Talk) -> None:
    await talk((IN_PRINCIPLE, ""), ("how many recommendations are there?", "There are 15"))


async def test_how_many_at_first_is_all(talk: Talk) -> None:
    await talk(("how many?", "There are 15 recommendations"))


@pytest.mark.parametrize(
    "text",
    [
        "which recommendation has the most leads",
        "which rec has the most lead officers?",
        "Which recommendations are led by the most people?",
        "which one has the most owners",
    ],
)
async def test_the_recommendations_with_the_most_leads_are_named(text: str, talk: Talk) -> None:
    await talk((text, ["Recommendations 1 and 11", "Julie Moss", "Sandi Pennington", "not: leads the most"]))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("who leads the most recommendations?", "Gani Martins leads the most"),
        ("which lead has the most recommendations", "Gani Martins leads the most"),
        ("which recommendation has the fewest leads", "5 of the 15 recommendations have no lead officer recorded"),
    ],
)
async def test_who_leads_the_most_is_another_question(text: str, told: str, talk: Talk) -> None:
    await talk((text, told))


@pytest.mark.parametrize(
    "text",
    [
        "how long has Gani been the lead",
        "when did Sue Myers become lead",
        "since when has Sandi led 12?",
        "when did gani take over 2",
        "when was the lead for rec 3 appointed?",
        "how long has sue been in charge of 10",
        "what date did Julie Moss start leading rec 1?",
        "when was Sharon Hubber put in charge?",
        "how long has Sue Myers been in post?",
    ],
)
async def test_since_when_somebody_leads_is_not_told(text: str, talk: Talk) -> None:
    await talk((text, UNTOLD))


async def test_of_a_long_list_only_what_is_due_last_is_told(talk: Talk) -> None:
    await talk(
        ("which were accepted?", ""),
        (
            "which has the latest deadline",
            ["Of the 9 you asked about, Recommendation 12 has the latest date", "not: Recommendation 1 gives"],
        ),
    )


async def test_of_two_both_dates_are_told(talk: Talk) -> None:
    await talk(("which of 10 and 12 is due first?", ["Recommendation 10 gives", "Recommendation 12 gives"]))
