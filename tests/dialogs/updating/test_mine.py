"""Officers see all that is theirs in one reply, with buttons."""

import json

from tests.office import GANI, MO, STAN, SUE, Office


async def test_an_officer_sees_their_own_with_last_update_and_target(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 30 November 2026", "Save this?"),
        (MO, "yes", "Saved"),
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "yes", "Saved"),
    )
    office.later(days=8)

    reply = await office.talk(
        (
            SUE,
            "What do I have to update?",
            [
                "2 recommendations",
                "one is overdue",
                "Recommendation 10: at risk (amber); Sue Myers, 23 November 2026; target 30 November 2026, overdue",
                "Recommendation 8: no update yet; no target",
                "not: Recommendation 3",
            ],
        ),
    )

    card = json.dumps(reply.card)
    assert '"update 10"' in card
    assert '"no change on 10"' in card
    assert '"no change on 8"' not in card  # nothing has been reported that could be left unchanged


async def test_the_list_narrows_to_what_is_late(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 3 to 30 November 2026", "Save this?"),
        (MO, "yes", "Saved"),
    )
    office.later(days=8)

    await office.talk(
        (GANI, "which of mine are late?", ["Recommendation 3", "overdue"]),
        (SUE, "which of mine are late?", "Neither of your 2 recommendations is overdue."),
    )


async def test_who_leads_nothing_is_told_whom_to_ask(office: Office) -> None:
    await office.talk((STAN, "what do i have to update?", ["Nothing is yours", "administrator"]))


async def test_a_delegate_sees_what_they_may_post_on(office: Office) -> None:
    await office.talk(
        (SUE, "let Stan Staff post for me", "Save this?"),
        (SUE, "yes", "Saved"),
        (STAN, "what's outstanding for me?", ["Recommendation 8", "Recommendation 10"]),
    )


async def test_what_is_complete_needs_nothing(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: complete – all trained", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "sign off 10", "Save this?"),
        (MO, "yes", "signed off"),
        (SUE, "my recommendations", "Recommendation 10: complete, so there is nothing to report"),
    )


async def test_all_of_them_are_said_in_a_word(office: Office) -> None:
    await office.talk((SUE, "what do i have to update?", "both have had no update in the last four weeks."))


async def test_none_is_complete_is_said_so(office: Office) -> None:
    await office.talk(
        (STAN, "which are not complete?", ["^None of the 15 recommendations is complete.", "not: aren’t complete"]),
    )


async def test_the_last_update_goes_on_behind_its_colon(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "update 10", "Last update: on 23 November 2026 Sue Myers reported it at risk (amber)"),
        (SUE, "cancel", "dropped"),
    )


async def test_the_summary_names_who_posted_and_has_one_meaning_of_slipping(office: Office) -> None:
    await office.talk(
        (SUE, "let Stan Staff post for me", "Save this?"),
        (SUE, "yes", "Saved"),
        (STAN, "update 8: amber – staff left", "Save this?"),
        (STAN, "yes", "Saved"),
    )
    office.later(minutes=1)

    await office.talk(
        (MO, "weekly summary", [
            "One is slipping", "not: Nothing is overdue or slipping",
            "at risk, reported for the first time by Stan Staff; led by Sue Myers",
            "No target date (15):** all 15",
        ]),
    )  # fmt: skip
