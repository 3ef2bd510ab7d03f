"""Authors take back what they posted within ten minutes; it stays in the history and in the audit trail."""

import pytest

from tests.dialogs.officials import trail, updates
from tests.office import GANI, MO, STAN, SUE, Office


async def posted(office: Office, status: str = "amber", ref: str = "10") -> None:
    await office.talk((SUE, f"update {ref}: {status} – staff left", "Save this?"), (SUE, f"yes {ref}", "Saved"))


async def test_an_update_is_taken_back_and_what_stands_now_is_said(office: Office) -> None:
    await posted(office)
    office.later(minutes=1)
    await posted(office, "red")

    await office.talk(
        (SUE, "undo", ["^Taken back", "off track", "stands again as before: at risk (amber)"]),
        (SUE, "what's the latest on 10?", ["at risk (amber)", "not: off track"]),
        (SUE, "history of 10", "withdrawn"),
    )
    assert [entry.what for entry in await trail(office)] == ["update posted", "update posted", "update withdrawn"]


async def test_ten_minutes_later_it_is_too_late(office: Office) -> None:
    await posted(office)
    office.later(minutes=10, seconds=1)

    await office.talk((SUE, "undo", "10 minutes"), (SUE, "undo 10", "10 minutes"))

    assert [u.withdrawn for u in await updates(office)] == [None]


async def test_nobody_takes_back_somebody_elses(office: Office) -> None:
    await posted(office)

    for who in (GANI, MO, STAN):
        await office.talk((who, "undo", "nothing of yours"), (who, "undo 10", "nothing of yours"))

    assert [u.withdrawn for u in await updates(office)] == [None]


async def test_one_undo_that_arrives_twice_takes_back_one_update(office: Office) -> None:
    await posted(office)
    await posted(office, "red")

    await office.talk((SUE, "undo", "Taken back"), (SUE, "undo", "a moment ago"))
    assert [u.withdrawn is None for u in await updates(office)] == [True, False]

    await office.talk((SUE, "undo 10 again", ["Taken back", "no update on it"]))
    assert [u.withdrawn is None for u in await updates(office)] == [False, False]


async def test_the_named_one_is_taken_back_and_no_other(office: Office) -> None:
    await posted(office)
    await posted(office, ref="8")

    await office.talk((SUE, "take back my update on 10", ["Taken back", "Recommendation 10"]))

    assert [u.withdrawn for u in await updates(office, "8")] == [None]


async def test_what_a_manager_has_signed_off_since_stays(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: complete – all trained", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "sign off 10", "Save this?"),
        (MO, "yes", "signed off"),
        (SUE, "undo", ["Mo Manager", "can’t be taken back"]),
        (MO, "undo", ["Taken back: your sign-off", "awaiting sign-off"]),
        (SUE, "undo", "Taken back: your update"),
    )


async def test_no_change_is_taken_back_too(office: Office) -> None:
    await posted(office)
    await office.talk((SUE, "no change on 10", "Saved"), (SUE, "oops undo", "Taken back: your “no change”"))

    await office.talk((SUE, "no change on 10", "Saved"))


async def test_an_unknown_recommendation_is_said(office: Office) -> None:
    await office.talk((SUE, "undo 99", "no Recommendation 99"))


async def test_what_was_saved_since_is_named_before_an_update_is_taken_back(office: Office) -> None:
    await posted(office)
    office.later(minutes=1)
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "undo", ["The last thing you saved is the target of Recommendation 10", "not: Taken back"]),
        (SUE, "extend 10 to 30 June 2027: health is late", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "undo", ["the request for an extension of Recommendation 10", "If you mean your update", "“undo 10”"]),
        (SUE, "undo 10", "Taken back: your update on Recommendation 10"),
    )


async def test_a_number_with_an_r_before_it_is_posted_on_and_taken_back(office: Office) -> None:
    await office.talk(
        (SUE, "r10 amber – staff left", "Save this?"),
        (SUE, "yes 10", "Saved"),
        (SUE, "undo r10", ["Taken back", "Recommendation 10"]),
    )


async def test_of_several_targets_saved_with_one_yes_all_are_named(office: Office) -> None:
    await office.talk(
        (MO, "set the targets for 5, 6 and 7 to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "undo", "the target of Recommendations 5, 6 and 7, which “undo” can’t take back"),
    )


@pytest.mark.parametrize(
    "words",
    ["undo?", "undo it?", "can I undo?", "can I undo", "can I take it back", "could we undo that", "take that back?"],
)
async def test_whoever_asks_whether_it_can_be_undone_is_told_what_would_be(office: Office, words: str) -> None:
    await posted(office)

    await office.talk(
        (
            SUE,
            words,
            ["“undo” would take back your update on Recommendation 10 (at risk)", "Nothing has been taken back"],
        )
    )
    assert [u.withdrawn for u in await updates(office)] == [None]

    await office.talk((SUE, "undo", "Taken back"), (SUE, words, "nothing of yours to take back"))


async def test_asking_with_a_number_names_the_order_with_it(office: Office) -> None:
    await posted(office)
    await posted(office, ref="8")

    await office.talk((SUE, "can I undo 10?", "“undo 10” would take back your update on Recommendation 10"))


@pytest.mark.parametrize("words", ["can you undo that?", "undo please?", "could you take that back?"])
async def test_a_request_with_a_question_mark_undoes(office: Office, words: str) -> None:
    await posted(office)

    await office.talk((SUE, words, "Taken back: your update on Recommendation 10"))
