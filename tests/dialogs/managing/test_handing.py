"""Who takes over what, in the words that managers have for it: restated as plain assignments, and done after a yes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from knowledge.model import Person
from knowledge.store.shelves import ASSIGNMENTS
from tests.dialogs.officials import trail
from tests.office import ADA, MO, STAN, SUE, Office, Row

LEADS_OF_10: Sequence[Row] = ((MO, "who leads 10?", "Sue Myers"),)
TWO_LEADS: Sequence[Row] = ((MO, "assign 10 to Sue Myers and Gani Martins", "Save this?"), (MO, "yes", "Saved"))
NO_END = "An assignment has no end date, so I don’t keep"


async def leads(office: Office) -> dict[str, tuple[str, ...]]:
    """Who was assigned to what, by now."""
    return {one.ref: one.names for one in await office.store.all(ASSIGNMENTS)}


@pytest.mark.parametrize(
    "words",
    [
        "give hers to julie",
        "give julie hers",
        "give all of sandi's to julie",
        "reassign all Sandi's recommendations to Julie Moss",
        "move sandi's stuff over to julie",
        "can you give everything sandi leads to julie please",
        "julie takes over hers",
        "Julie Moss is to take hers",
        "hand over all of hers to Julie",
        "move everything from sandi to julie",
        "transfer all recs from Sandi to Julie Moss",
        "let julie cover sandi's recs",
        "julie can have all of sandi's",
    ],
)
async def test_all_that_somebody_leads_is_handed_over_and_who_leads_it_with_them_stays(
    office: Office, words: str
) -> None:
    await office.talk(
        (MO, "what does Sandi Pennington lead?", "Recommendations 11 and 12"),
        (
            MO,
            words,
            [
                "Gani Martins and Julie Moss would lead Recommendation 11 instead of Sandi Pennington",
                "Julie Moss would lead Recommendation 12 instead of Sandi Pennington",
                "Save this?",
            ],
        ),
    )
    assert await leads(office) == {}

    await office.talk((MO, "yes", ["^Saved.", "Julie Moss now leads Recommendation 12"]))
    assert await leads(office) == {"11": ("Gani Martins", "Julie Moss"), "12": ("Julie Moss",)}


@pytest.mark.parametrize(
    ("words", "reason", "time"),
    [
        ("sandi's off sick, give hers to julie till january", "“sandi's off sick”", "“till january”"),
        ("Sandi has left so give hers to julie for the time being", "“Sandi has left”", "“for the time being”"),
        ("give sandi's to julie for now: Sandi is on leave", "“Sandi is on leave”", "“for now”"),
    ],
)
async def test_why_is_kept_and_how_long_is_said_not_to_be(office: Office, words: str, reason: str, time: str) -> None:
    await office.talk((MO, words, [f"^{NO_END} {time}", "“assign 11 to Gani Martins and Sandi Pennington”", reason]))
    await office.talk((MO, "yes", "Saved"))
    assert {one.reason for one in await office.store.all(ASSIGNMENTS)} == {reason.strip("“”")}


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("give it all to sharon", f"not: {NO_END}"),
        ("assign it to Sharon Hubber", f"not: {NO_END}"),
        ("put Sharon on it", f"not: {NO_END}"),
        ("i want Sharon on 10", f"not: {NO_END}"),
        ("10 goes to Sharon", f"not: {NO_END}"),
        ("10 is sharon's now", f"not: {NO_END}"),
        ("10 should go to Sharon not Gani", f"not: {NO_END}"),
        ("sharon will cover 10 until easter", f"{NO_END} “until easter”"),
        ("sharon for now just till xmas", f"{NO_END} “for now just till xmas”"),
        ("assign 10 to sharon until Sue is back", f"{NO_END} “until Sue is back”"),
        ("assign 10 to sharon temporarily", f"{NO_END} “temporarily”"),
    ],
)
async def test_it_is_what_was_spoken_of(office: Office, words: str, note: str) -> None:
    await office.talk(
        *LEADS_OF_10,
        (MO, words, ["Sharon Hubber would lead Recommendation 10 instead of Sue Myers", note, "Save this?"]),
        (MO, "yes", "Saved"),
    )
    assert await leads(office) == {"10": ("Sharon Hubber",)}


@pytest.mark.parametrize("words", ["give 4 5 6 and 7 to Julie Moss", "assign 4, 5 6 7 to julie"])
async def test_numbers_need_no_marks_between_them(office: Office, words: str) -> None:
    await office.talk((MO, words, "Julie Moss would lead Recommendation 5"), (MO, "yes", "Saved"))

    assert set(await leads(office)) == {"4", "5", "6", "7"}


@pytest.mark.parametrize(
    "words",
    [
        "assign 4 and 5 to sue and 6 to julie",
        "give 4, 5 to Sue Myers, 6 to Julie Moss",
        "assign 4 and 5 to sue and assign 6 to julie",
        "4 and 5 should go to sue, 6 to julie",
    ],
)
async def test_several_assignments_are_all_restated_and_one_yes_does_them_all(office: Office, words: str) -> None:
    await office.talk(
        (
            MO,
            words,
            [
                *(f"Sue Myers would lead Recommendation {ref}." for ref in ("4", "5")),
                "Julie Moss would lead Recommendation 6.",
                "Save this?",
                "not: one order at a time",
            ],
        ),
        (MO, "yes", ["^Saved. Sue Myers now leads", "Julie Moss now leads Recommendation 6"]),
    )
    assert await leads(office) == {"4": ("Sue Myers",), "5": ("Sue Myers",), "6": ("Julie Moss",)}


async def test_whoever_only_stands_in_may_rather_post_than_lead(office: Office) -> None:
    await office.talk(
        (MO, "give all of sue's to gani until she is back", ["say “Gani Martins may post for Sue Myers” instead"]),
        (MO, "no", "dropped"),
        (MO, "assign 4 to gani for now", [NO_END, "not: may post for"]),
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("assign 4 to julie, sue is too busy", "“sue is too busy”"),
        ("give 4 and 5 both to julie, she's asked for them", "“she's asked for them”"),
        ("assign 4 to sue and 5 to julie, they can't wait", "“they can't wait”"),
    ],
)
async def test_a_comma_may_lead_the_reason_in(office: Office, words: str, reason: str) -> None:
    await office.talk((MO, words, [f"Reason: {reason}", "Save this?", "not: anybody called"]))


async def test_both_reasons_are_kept(office: Office) -> None:
    await office.talk((MO, "sue is off, give 4 to gani: he asked for it", "Reason: “sue is off; he asked for it”"))


async def test_from_one_to_another_leaves_whoever_leads_it_as_well(office: Office) -> None:
    await office.talk(
        (MO, "give 11 from Sandi to Julie", "Gani Martins and Julie Moss would lead Recommendation 11 instead"),
        (MO, "no", "dropped"),
        (MO, "reassign 4 from Sandi to Julie", "Julie Moss would lead Recommendation 4."),
    )


@pytest.mark.parametrize("words", ["assign the rest to julie", "give all the ones without a lead to gani"])
async def test_many_that_no_number_names_are_asked_for(office: Office, words: str) -> None:
    await office.talk((MO, words, ["name each recommendation by its number", "not: Save this?", "not: _Source"]))


async def test_of_several_none_is_done_where_one_cannot_be(office: Office) -> None:
    await office.talk(
        (MO, "assign 5 and 6 to Jane Doe, and 7 to Stan Staff", ["anybody called Jane Doe", "Nothing else"]),
        (MO, "assign 4 to Sue Myers and 99 to Julie Moss", ["not: Save this?"]),
        (MO, "assign 4 to Sue Myers and 4 to Julie Moss", ["^Nothing has been done", "one order at a time"]),
        (MO, "yes", "not: Saved"),
    )
    assert await trail(office) == []


async def test_what_is_so_already_keeps_the_others_from_nothing(office: Office) -> None:
    await office.talk(
        (MO, "assign 8 to Sue Myers and 4 to Julie Moss", ["already leads Recommendation 8", "Julie Moss would lead"]),
        (MO, "yes", "^Saved. Julie Moss now leads Recommendation 4."),
    )


async def test_several_that_changed_meanwhile_are_shown_once_more(office: Office) -> None:
    await office.talk((MO, "assign 4 to Sue Myers and 6 to Julie Moss", "Save this?"))
    await office.talk((ADA, "hello", ""), where="another chat")
    may: Sequence[Row] = ((MO, "assign 6 to Gani Martins", "Save this?"), (MO, "yes", "Saved"))
    await office.talk(*may, where="another chat")

    await office.talk((MO, "yes", ["^This has changed", "instead of Gani Martins", "Save this?"]))
    assert await leads(office) == {"6": ("Gani Martins",)}

    await office.talk((MO, "yes", "^Saved. Sue Myers now leads Recommendation 4."))


@pytest.mark.parametrize(
    "words", ["unassign sue from 10", "remove Sue as lead of 10", "take it off Sue", "take Sue off it"]
)
async def test_of_two_one_is_taken_off(office: Office, words: str) -> None:
    await office.talk(
        *TWO_LEADS,
        (MO, "take her off it", "^Whom do you mean?"),
        (MO, words, ["Gani Martins would lead Recommendation 10 instead of Sue Myers", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["put her on 4 too", "give her 4 as well", "assign 4 to her", "let her take 4"])
async def test_her_is_whoever_was_spoken_of(office: Office, words: str) -> None:
    await office.talk(
        (MO, "assign 5 to sue", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, words, ["Sue Myers would lead Recommendation 4.", "Save this?"]),
    )


async def test_who_leads_it_with_somebody_or_instead_is_asked(office: Office) -> None:
    await office.talk(
        (MO, "put Sharon Hubber on 8 too", ["Sue Myers leads Recommendation 8 already", "together or", "alone"]),
        (MO, "together", ["Sue Myers and Sharon Hubber would lead Recommendation 8.", "Save this?"]),
        (MO, "no", "dropped"),
        (MO, "add gani to 8", "Sue Myers and Gani Martins together or Gani Martins alone?"),
        (MO, "alone", ["Gani Martins would lead Recommendation 8 instead of Sue Myers", "Save this?"]),
    )


@pytest.mark.parametrize(
    "words", ["swap sue and julie on 10", "swap julie for sue on 10", "replace sue with julie on 10"]
)
async def test_two_are_swapped_where_one_of_them_leads(office: Office, words: str) -> None:
    await office.talk((MO, words, ["Julie Moss would lead Recommendation 10 instead of Sue Myers", "Save this?"]))


async def test_where_two_are_to_be_swapped_is_asked(office: Office) -> None:
    await office.talk(
        (MO, "swap sue and julie", "^On which recommendation are Sue Myers and Julie Moss to be swapped?"),
        (MO, "10", ["Julie Moss would lead Recommendation 10 instead of Sue Myers", "Save this?"]),
        (MO, "no", "dropped"),
        (MO, "swap 8 and 9 between sue and sharon", "^Nothing has been done"),
    )


async def test_two_are_not_swapped_where_both_lead_or_neither(office: Office) -> None:
    await office.talk(
        *TWO_LEADS,
        (MO, "swap sue and gani on 10", ["lead Recommendation 10 together", "Nothing has been saved"]),
        (MO, "swap sue and gani on 9", ["Neither Sue Myers nor Gani Martins leads Recommendation 9"]),
    )


@pytest.mark.parametrize("words", ["give hers to julie", "put him on 4"])
async def test_whose_or_whom_is_asked_where_nobody_was_spoken_of(office: Office, words: str) -> None:
    await office.talk((MO, words, ["do you mean?", "Say the name", "not: Save this?", "not: _Source"]))


async def test_who_leads_nothing_has_nothing_to_hand_over(office: Office) -> None:
    await office.talk((MO, "give all of Stan's to Julie", ["Stan Staff leads none of the recommendations"]))


@pytest.mark.parametrize("who", [STAN, SUE])
@pytest.mark.parametrize(
    "words",
    [
        "sandi's off sick, give hers to julie till january",
        "assign 4 and 5 to sue and 6 to julie",
        "give all of sandi's to Julie Moss",
        "swap sue and julie on 10",
        "unassign sue from 10",
    ],
)
async def test_only_a_manager_hands_over(office: Office, who: Person, words: str) -> None:
    await office.talk((who, words, ["Only a manager may do that", "Managers: Mo Manager"]), (who, "yes", "not: Saved"))

    assert await trail(office) == []


@pytest.mark.parametrize(
    "question",
    [
        "give me all of sue's recommendations",
        "give sharon hubber's recommendations",
        "who takes over hers?",
        "is sue on 10",
        "what has sue got until May 2012",
        "let me see all of sue's",
        "i need sue's recommendations",
        "who gets 10",
        "get an update on 10",
        "10 to 14",
        "give it to health",
    ],
)
async def test_what_only_asks_hands_nothing_over(office: Office, question: str) -> None:
    await office.talk(*LEADS_OF_10, (MO, question, ["not: Save this?", "not: would lead"]))


@pytest.mark.parametrize(
    "words",
    [
        "move 4 to Julie Moss",
        "transfer 4 to julie",
        "give 4 over to Julie",
        "switch 4 to julie",
        "hand 4 to Julie Moss",
    ],
)
async def test_a_numbered_one_is_handed_over_in_whatever_verb(office: Office, words: str) -> None:
    await office.talk((MO, words, "Julie Moss would lead Recommendation 4."), (MO, "yes", "Saved"))
    assert await leads(office) == {"4": ("Julie Moss",)}
