"""What officers and managers order in everyday words: more time, yes or no to it, and who leads no longer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from knowledge.store.shelves import ASSIGNMENTS, EXTENSIONS, TARGETS
from tests.office import GANI, MO, STAN, SUE, Office, Row

TARGET: Sequence[Row] = ((MO, "set the target for 3 to 5 December 2026", "Save this?"), (MO, "yes", "Saved"))
ASKED: Sequence[Row] = (
    *TARGET,
    (GANI, "extend 3 to 5 January 2027: inspectors are late", "Save this?"),
    (GANI, "yes", "Saved"),
)
SUES: Sequence[Row] = ((MO, "assign 4 to Sue Myers", "Save this?"), (MO, "yes", "Saved"))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("i need another month on 3, the inspectors are late", "5 January 2027"),
        ("can I have till the end of March for 3? the inspectors are late", "31 March 2027"),
        ("could do with another 3 weeks on 3 - the inspectors are late", "26 December 2026"),
        ("can we have until 1 March 2027 for 3, the inspectors are late", "1 March 2027"),
        ("we need two more weeks for 3 because the inspectors are late", "19 December 2026"),
        ("I'd like an extra month to finish 3: the inspectors are late", "5 January 2027"),
        ("push 3 back a month: the inspectors are late", "5 January 2027"),
        ("move 3 back to 1 March 2027, the inspectors are late", "1 March 2027"),
    ],
)
async def test_more_time_is_asked_for_in_everyday_words(office: Office, words: str, day: str) -> None:
    await office.talk(
        *TARGET,
        (GANI, words, [f"extended from 5 December 2026 to {day}", "“the inspectors are late”", "Save this?"]),
    )
    assert await office.store.all(EXTENSIONS) == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("extend 3 to 5 January subject to cabinet: late", ["^An extension is only to a day", "“subject to cabinet”"]),
        ("extend 3 by a month, they left once paid", ["“they left once paid”", "not: only to a day"]),
    ],
)
async def test_a_condition_is_said_not_to_be_kept_and_a_reason_stays_whole(
    office: Office, words: str, told: Sequence[str]
) -> None:
    await office.talk(*TARGET, (GANI, words, ["to 5 January 2027", *told, "Save this?"]))


@pytest.mark.parametrize(
    "words", ["can I have till the end of March for 14?", "I need another month on 14, HR is short"]
)
async def test_where_there_is_no_target_to_extend_that_is_said(office: Office, words: str) -> None:
    await office.talk((GANI, words, ["No target is set for Recommendation 14", "not: No. "]))


@pytest.mark.parametrize(
    "words",
    [
        "fine, he can have it",
        "grant 3",
        "ok give him the extension",
        "let Gani have more time",
        "sure, they can have it",
    ],
)
async def test_a_manager_grants_in_everyday_words(office: Office, words: str) -> None:
    await office.talk(*ASKED, (MO, words, ["You would grant that", "5 January 2027 would be the target", "Save this?"]))
    assert len(await office.store.all(TARGETS)) == 1


@pytest.mark.parametrize("words", ["no, he can't have it", "refuse 3", "sorry, they cannot have longer"])
async def test_a_manager_refuses_in_everyday_words(office: Office, words: str) -> None:
    await office.talk(*ASKED, (MO, words, ["You would refuse that", "Save this?"]))


async def test_nobody_else_grants_and_nothing_is_granted_where_nothing_waits(office: Office) -> None:
    await office.talk((MO, "fine, he can have it", "not: extension"), *ASKED)
    await office.talk((STAN, "fine, he can have it", "not: would"), (STAN, "grant 3", "Only a manager may do that"))
    await office.talk((MO, "grant 14", "Nobody has asked for an extension of Recommendation 14"))


@pytest.mark.parametrize(
    "words",
    [
        "take 4 off Sue",
        "take 4 away from Sue Myers",
        "Sue Myers no longer leads 4",
        "Sue is no longer the lead of 4",
        "remove Sue from 4",
        "remove Sue Myers as lead of 4",
        "assign 4 to nobody",
        "assign 4 to no one",
    ],
)
async def test_who_leads_no_longer_is_said_in_everyday_words(office: Office, words: str) -> None:
    await office.talk(*SUES, (MO, words, ["The assignment of Recommendation 4 would end", "Save this?"]))
    assert len(await office.store.all(ASSIGNMENTS)) == 1

    await office.talk(
        (MO, "yes", "Recommendation 4 is led by nobody again"), (SUE, words, "Only a manager may do that")
    )


@pytest.mark.parametrize(
    "words", ["can Julie Moss take 4 please", "put Julie Moss on 4", "let julie have 4", "could julie moss pick up 4"]
)
async def test_who_is_to_lead_is_said_in_everyday_words(office: Office, words: str) -> None:
    await office.talk((MO, words, ["Julie Moss would lead Recommendation 4", "Save this?"]), (MO, "no", "dropped"))
    await office.talk((STAN, words, "Only a manager may do that"))


@pytest.mark.parametrize("words", ["can we have till june", "could I have until the end of March?"])
async def test_more_time_for_nothing_named_is_no_question_about_the_document(office: Office, words: str) -> None:
    await office.talk((GANI, words, ["Which recommendation needs it", "not: No. ", "not: 2011"]))


async def test_no_target_is_set_for_all_at_once(office: Office) -> None:
    await office.talk((MO, "set them all to end of march", ["name each recommendation by its number", "not: 2011"]))


@pytest.mark.parametrize("words", ["which have till June?", "do we have until May 2012?"])
async def test_how_long_the_document_gives_is_still_a_question(office: Office, words: str) -> None:
    await office.talk((MO, words, ["Timescale", "not: Which recommendation needs it"]))


@pytest.mark.parametrize("words", ["can anyone take 4?", "who can take 4?", "move 10 out of theme 2"])
async def test_what_names_nobody_and_no_day_orders_nothing(office: Office, words: str) -> None:
    await office.talk((MO, words, ["not: Save this?", "not: anybody called", "not: to extend"]))


async def test_of_two_leads_the_other_goes_on(office: Office) -> None:
    await office.talk(
        (MO, "assign 4 to Sue Myers and Gani Martins", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "take 4 off Sue", ["Gani Martins would lead Recommendation 4 instead of Sue Myers", "Save this?"]),
    )


async def test_whom_the_document_names_is_told_and_who_doesnt_lead_keeps_nothing(office: Office) -> None:
    await office.talk(
        (MO, "assign 2 to nobody", ["isn’t assigned to anybody by the council", "The document names Gani Martins"]),
        (MO, "take 2 off Sue", "Sue Myers doesn’t lead Recommendation 2"),
        (STAN, "who no longer leads 2?", "not: Only a manager"),
    )


@pytest.mark.parametrize(
    "words", ["remind me about 14 on Friday", "send Gani a reminder about 14", "remind me to update 10"]
)
async def test_whoever_wants_a_reminder_of_their_own_hears_what_there_is(office: Office, words: str) -> None:
    await office.talk((MO, words, ["don’t set reminders on request", "Of my own accord"]))


@pytest.mark.parametrize("words", ["remind me who leads 10", "remind me of the lead of 10"])
async def test_a_question_may_begin_with_remind_me(office: Office, words: str) -> None:
    await office.talk((MO, words, ["Sue Myers", "not: on request"]))


async def test_what_do_i_need_to_update_is_heard_as_it_is_typed(office: Office) -> None:
    await office.talk((GANI, "wot do i need to update", "You have 4 recommendations to keep up to date"))


async def test_a_report_that_is_written_for_a_committee_names_nobody_who_posts(office: Office) -> None:
    letter = (
        "Hi, I'm putting together the cover report for the next scrutiny committee and have most of it. The one thing "
        "I'm missing is the name of whoever is leading on the recommendation about social work students and "
        "universities. Could you let me know?"
    )

    await office.talk((MO, letter, ["Sandi Pennington", "not: saved"]))
