"""“No change” is noted at once, counts as contact, and is never noted twice or by somebody who may not."""

import pytest

from knowledge.progress.model import Kind
from tests.dialogs.officials import updates
from tests.office import GANI, MO, STAN, STRANGER, SUE, Office


async def reported(office: Office, ref: str = "10") -> None:
    await office.talk((SUE, f"update {ref}: amber – staff left", "Save this?"), (SUE, f"yes {ref}", "Saved"))


async def test_no_change_is_noted_at_once_and_keeps_the_status(office: Office) -> None:
    await reported(office)
    office.later(days=7)

    await office.talk((SUE, "no change on 10", ["^Saved: no change", "still at risk (amber)", "undo 10"]))

    assert [u.kind for u in await updates(office)] == [Kind.REPORT, Kind.NO_CHANGE]


async def test_a_run_of_no_changes_is_said(office: Office) -> None:
    await reported(office)
    for times in (1, 2, 3):
        office.later(days=7)
        await office.talk((SUE, "no change on 10", f"{times} times in a row" if times > 1 else "not: in a row"))

    await office.talk((SUE, "what's the latest on 10?", "3 times in a row"))


async def test_it_counts_as_contact(office: Office) -> None:
    await reported(office)
    office.later(days=27)
    await office.talk((SUE, "nothing to report on 10", "Saved"))
    office.later(days=2)

    await office.talk((MO, "is 10 stale?", "not: Yes."))


async def test_said_twice_it_is_noted_once(office: Office) -> None:
    await reported(office)

    await office.talk((SUE, "no change on 10", "Saved"), (SUE, "no change on 10", "a moment ago"))

    assert len(await updates(office)) == 2


async def test_each_of_several_gets_its_own_answer(office: Office) -> None:
    await reported(office)

    await office.talk(
        (
            SUE,
            "no change on 10, 8, 3 and 99",
            [
                "no change on Recommendation 10",
                "Nothing has been reported on Recommendation 8 yet",
                "can’t post on Recommendation 3",
                "no Recommendation 99",
            ],
        ),
    )

    assert [len(await updates(office, ref)) for ref in ("10", "8", "3")] == [2, 0, 0]


async def test_only_who_may_post_may_say_so(office: Office) -> None:
    await reported(office)

    for who in (GANI, MO, STAN, STRANGER):
        await office.talk((who, "no change on 10", ["can’t post", "Sue Myers leads it"]))

    assert len(await updates(office)) == 1


async def test_which_one_is_asked_where_none_is_named(office: Office) -> None:
    await office.talk((SUE, "no change", "On which recommendation"))


async def test_what_is_signed_off_needs_no_more(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: complete – all trained, evidence: minutes", "Save this?"),
        (SUE, "yes", "Saved"),
        (MO, "sign off 10", "Save this?"),
        (MO, "yes", "signed off"),
        (SUE, "no change on 10", ["signed off", "Nothing has been saved"]),
    )


async def test_a_form_under_way_goes_on_after_it(office: Office) -> None:
    await reported(office)
    await reported(office, "8")
    office.later(days=7)

    await office.talk(
        (SUE, "update 10: red", "What has happened?"),
        (SUE, "no change on 8", ["Saved: no change on Recommendation 8", "still open"]),
        (SUE, "the roof fell in", "next step"),
    )


async def test_the_same_for_another_is_a_question_after_a_question(office: Office) -> None:
    await reported(office)

    await office.talk(
        (SUE, "what's the timescale for 11", "Recommendation 11"),
        (SUE, "same for 10", ["Recommendation 10 gives", "not: Saved"]),
    )


async def test_what_may_be_a_complaint_is_asked_about_first(office: Office) -> None:
    await reported(office)
    office.later(days=7)

    await office.talk((SUE, "no update on 10 this month", "^Shall I note that nothing has changed on"))
    assert len(await updates(office)) == 1

    await office.talk((SUE, "yes", "Saved: no change on Recommendation 10"), (SUE, "yes", "Nothing is waiting"))
    assert len(await updates(office)) == 2


async def test_the_same_for_another_goes_on_with_what_was_said(office: Office) -> None:
    await reported(office)
    await reported(office, "8")
    office.later(days=7)

    await office.talk((SUE, "who leads 3?", "Gani Martins"), (SUE, "same for 10", "not: no change"))
    assert len(await updates(office)) == 1

    await office.talk((SUE, "no change on 8", "Saved"), (SUE, "same for 10", "Saved: no change on Recommendation 10"))


async def test_no_change_on_all_that_are_theirs_is_asked_about_first(office: Office) -> None:
    await reported(office)
    await reported(office, "8")
    office.later(days=7)

    await office.talk(
        (SUE, "all mine no change", "^Shall I note that nothing has changed on Recommendations 8 and 10?"),
        (SUE, "yes", ["no change on Recommendation 8", "no change on Recommendation 10"]),
        (SUE, "no change on any of mine", "^None of yours"),
        (STAN, "all mine no change", "^None of yours"),
    )

    assert len(await updates(office)) == 2


async def test_without_a_number_nothing_is_noted_on_what_was_only_spoken_of(office: Office) -> None:
    """A reminder may have named another one since."""
    await reported(office)
    await reported(office, "8")

    await office.talk(
        (SUE, "what's the latest on 10?", "at risk"),
        (SUE, "no change", ["On which recommendation", "Yours are Recommendations 8 and 10", "not: Saved"]),
        (SUE, "no change on 8", "Saved: no change on Recommendation 8"),
    )


async def test_whoever_has_none_of_their_own_is_asked_about_what_they_spoke_of(office: Office) -> None:
    await office.talk(
        (SUE, "let Stan Staff post for me", "Save this?"),
        (SUE, "yes", "Saved"),
    )
    await reported(office)

    await office.talk((STAN, "what's the latest on 10?", "at risk"), (STAN, "no change", ["10", "not: Saved"]))


async def test_what_is_told_of_the_past_is_no_order(office: Office) -> None:
    await reported(office)

    await office.talk((SUE, "there was no change on 10 last month", "not: Saved"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("no change on 10, still waiting for the board", "still waiting for the board"),
        ("no change on 10 since the trust refuses to answer", "since the trust refuses to answer"),
        ("No change on recommendation 10 but it may get worse", "but it may get worse"),
        ("10: same as before, waiting on HR", "waiting on HR"),
    ],
)
async def test_no_change_with_words_is_an_update_with_the_status_that_there_is(
    said: str, told: str, office: Office
) -> None:
    await reported(office)

    await office.talk(
        (SUE, said, ["Recommendation 10: at risk (amber)", f"“{told}”", "Save this?"]), (SUE, "yes 10", "Saved")
    )


async def test_no_change_with_words_before_any_update_asks_for_the_status(office: Office) -> None:
    await office.talk(
        (SUE, "no change on 10, still waiting for the board", ["Recommendation 10", "What is its status"])
    )


@pytest.mark.parametrize("said", ["no change on 8, 10: amber pilot started", "no change on 8; 10: amber pilot started"])
async def test_what_is_told_of_one_is_not_kept_on_another(office: Office, said: str) -> None:
    await office.talk((SUE, said, ["nothing has been saved", "one at a time"]), (SUE, "yes", "not: Saved"))

    assert not await updates(office, "8")
    assert not await updates(office, "10")
