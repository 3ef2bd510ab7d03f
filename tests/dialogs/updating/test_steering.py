"""What an officer says to the bot about an update's words is done to them, and never becomes them."""

from collections.abc import Sequence

import pytest

from knowledge.progress.model import Status
from tests.dialogs.officials import office, updates
from tests.office import SUE, Office, Row

__all__ = ["office"]

LAST: tuple[Row, ...] = (
    (SUE, "update 10: amber – consultation started; next step pilot by 30 January 2027; evidence: minutes", "Save"),
    (SUE, "yes", "Saved"),
)


@pytest.mark.parametrize(
    ("narrative", "words", "left"),
    [
        (
            "the Jones family have complained about the CAF",
            "take the name out",
            "[name\\] have complained about the CAF",
        ),
        ("the Jones family at 14 Acacia Avenue M6 5TY complained", "ok remove the address", "\\[address\\] complained"),
        ("met with family, see mosaic 1234567", "ok without the number", "met with family, see \\[number\\]"),
        ("met Kayleigh Jones's mum about the plan", "take it out please", "met \\[name\\] about the plan"),
        ("Kayleigh's mum said it helped", "take it out", "“\\[name\\] said it helped”"),
        ("Kayleigh's mum said the name helped", "take the name out", "“\\[name\\] said the name helped”"),
        ("met Kayleigh Jones's mum about the plan", "oh sorry. say met a parent about the plan", "“met a parent about"),
        ("met Kayleigh Jones's mum about the plan", "change Kayleigh Jones's mum to a parent", "“met a parent about"),
        ("met Kayleigh Jones's mum about the plan", "met a parent about the plan", "“met a parent about the plan”"),
        (
            "met Kayleigh Jones's mum about the plan",
            "amber - met a parent about the plan",
            "“met a parent about the plan”",
        ),
    ],
)
async def test_what_was_warned_of_is_taken_out(office: Office, narrative: str, words: str, left: str) -> None:
    await office.talk(
        (SUE, f"update 10: amber - {narrative}", ["personal data", "take it out"]),
        (SUE, words, [left, "not: Kayleigh", "not: Jones", "not: Acacia", "not: 1234567", "Save this?"]),
    )


@pytest.mark.parametrize(
    "words",
    [
        "thats not personal its fine",
        "whats wrong with that",
        "why",
        "that's a school",
        "its a staff member",
        "they agreed to it",
        "keep it",
        "can you reword it for me",
    ],
)
async def test_an_objection_to_the_warning_is_no_new_wording(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - met Kayleigh Jones's mum", "personal data"),
        (SUE, words, ["I saw “Kayleigh Jones's mum”", "save it anyway", "not: Save this?"]),
        (SUE, "yes", "not: Saved"),
    )


@pytest.mark.parametrize(
    ("answer", "then"),
    [("yes", "“use initials”"), ("no", "personal data"), ("a family complained", "“a family complained”")],
)
async def test_new_wording_that_shares_no_word_is_asked_about(office: Office, answer: str, then: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - the Jones family have complained", "personal data"),
        (SUE, "use initials", ["Is “use initials” the whole new wording?", "not: Save this?"]),
        (SUE, answer, then),
    )


@pytest.mark.parametrize("words", ["it doesnt matter leave the name", "no name then", "call them family A"])
async def test_talk_about_the_warning_is_asked_about(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - the Jones family have complained", "personal data"),
        (SUE, words, ["the whole new wording?", "not: Save this?"]),
    )


@pytest.mark.parametrize("words", ["sorry, 8", "oops that was for 8"])
async def test_at_the_warning_another_number_is_taken(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - the Jones family have complained", "personal data"),
        (SUE, words, ["For Recommendation 8 then", "personal data"]),
        (SUE, "take it out", ["Recommendation 8: at risk", "have complained", "Save this?"]),
    )


async def test_a_part_that_was_warned_of_may_be_left_out(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber - met them; next step call Tom Smith, aged 9 by 30 January 2027", "personal data"),
        (SUE, "skip", ["“met them”", "not: Next step:", "not: Tom", "Save this?"]),
    )


async def test_personal_data_may_be_taken_out_before_the_warning(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "amber", "What has happened?"),
        (SUE, "the Jones family have complained", "next step"),
        (SUE, "oops take that out", "next step"),
        (SUE, "that's all", ["have complained", "not: Jones", "Save this?"]),
    )


async def test_new_wording_stands_where_the_personal_data_stood(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber - met them; next step call Tom Smith, aged 9 by 30 January 2027", "personal data"),
        (SUE, "call the family by 30 January 2027", ["“met them”", "Next step: call the family, by 30 January 2027"]),
    )


@pytest.mark.parametrize(
    "words", ["actually its more amber", "no its amber", "sorry, amber", "actually it's amber", "make it amber"]
)
async def test_a_status_is_put_right_where_words_are_due(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "green", "What has happened?"),
        (SUE, words, ["noted the status: at risk (amber)", "What has happened?"]),
        (SUE, "pilot delayed", "next step"),
        (SUE, "that's all", "at risk (amber)"),
        (SUE, "yes", "Saved"),
    )
    assert (await updates(office))[-1].status is Status.AT_RISK


@pytest.mark.parametrize(
    "words", ["oh and tell jane im off next week", "tell jane i'm off", "and let jane know please"]
)
async def test_an_errand_is_asked_about(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "amber", "What has happened?"),
        (SUE, words, ["I can’t pass anything on", "what has happened?", "not: next step, and by when"]),
        (SUE, "pilot delayed", "next step"),
    )


@pytest.mark.parametrize(
    "words", ["Ask Sue for the minutes", "ask health for dates by 30 January 2027", "send it to Jo"]
)
async def test_a_next_step_may_be_to_ask(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "amber", "What has happened?"),
        (SUE, "pilot delayed", "next step"),
        (SUE, words, ["not: Is “"]),
    )


@pytest.mark.parametrize("words", ["same as last time", "same", "as before", "unchanged", "still the same", "ditto"])
async def test_same_as_last_time_carries_over_what_was_said(office: Office, words: str) -> None:
    await office.talk(
        *LAST,
        (SUE, "update 10", "status"),
        (SUE, "red", "What has happened?"),
        (SUE, words, ["noted what has happened: “consultation started”", "next step"]),
        (SUE, words, ["noted the next step: pilot, by 30 January 2027", "evidence"]),
        (
            SUE,
            words,
            ["off track (red)", "“consultation started”", "Next step: pilot", "Evidence: minutes", "Save this?"],
        ),
    )


@pytest.mark.parametrize(
    "words", ["still on the case, next step unchanged", "still on the case; next step: same as before"]
)
async def test_an_unchanged_next_step_is_carried_over(office: Office, words: str) -> None:
    await office.talk(
        *LAST,
        (
            SUE,
            f"update 10: amber - {words}",
            ["“still on the case”", "Next step: pilot, by 30 January 2027", "Save this?"],
        ),
    )


async def test_where_there_is_no_last_time_the_words_are_asked_for(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "red", "What has happened?"),
        (SUE, "same as last time", "nothing from last time"),
        (SUE, "staff left", "next step"),
        (SUE, "same", "nothing from last time"),
        (SUE, "skip", "evidence"),
    )


async def test_nothing_else_to_do_is_no_next_step(office: Office) -> None:
    await office.talk(
        (SUE, "update 8", "status"),
        (SUE, "complete", "What has happened?"),
        (SUE, "ok so protocol signed by all", "next step"),
        (SUE, "nothing else to do", "evidence"),
        (
            SUE,
            "evidence is the signed protocol",
            ["“protocol signed by all”", "Evidence: the signed protocol.", "Save"],
        ),
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("change Eccels to Eccles", "“moved to Eccles for the piolt; health are slow”"),
        ("it's Eccles not Eccels", "“moved to Eccles for the piolt; health are slow”"),
        ("typo: piolt should be pilot", "“moved to Eccels for the pilot; health are slow”"),
        ("*pilot", "“moved to Eccels for the pilot; health are slow”"),
        ("take out the bit about health", "“moved to Eccels for the piolt”"),
        ("can you cut the last bit", "“moved to Eccels for the piolt”"),
        ("remove “for the piolt”", "“moved to Eccels; health are slow”"),
        ("evidence is the october board minutes", "Evidence: the october board minutes."),
        ("the evidence was the board minutes", "Evidence: the board minutes."),
        ("next step is a second pilot", "Next step: a second pilot"),
    ],
)
async def test_words_are_changed_before_saving(office: Office, words: str, shown: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - moved to Eccels for the piolt; health are slow", "Save this?"),
        (SUE, words, [shown, "Save this?"]),
    )


@pytest.mark.parametrize("words", ["same for 10", "10 too", "and 10", "yes and 10 as well"])
async def test_the_same_is_taken_for_one_more(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 8: amber - slow; next step pilot by 30 January 2027", "Save this?"),
        (SUE, words, ["Recommendation 8: at risk", "After this: Recommendation 10", "Save this?"]),
        (SUE, "yes", ["Saved. Recommendation 8", "Recommendation 10: at risk", "“slow”", "Next step: pilot"]),
        (SUE, "yes 10", "Saved. Recommendation 10"),
    )


async def test_the_same_isnt_taken_for_one_that_isnt_theirs(office: Office) -> None:
    await office.talk(
        (SUE, "update 8: amber - slow", "Save this?"),
        (SUE, "and 3", "can’t post on Recommendation 3"),
        (SUE, "yes", "Save"),
    )


@pytest.mark.parametrize(
    ("words", "gone"),
    [("remove the next step", "Next step"), ("scrap the evidence", "Evidence"), ("say late not slow", "slow")],
)
async def test_a_part_is_taken_out_before_saving(office: Office, words: str, gone: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - slow; next step pilot by 30 January 2027; evidence: minutes", "Save this?"),
        (SUE, words, [f"not: {gone}:", "not: “slow", "Save this?"][:: 2 if gone != "slow" else 1]),
    )


async def test_the_same_step_may_have_another_day(office: Office) -> None:
    await office.talk(
        *LAST,
        (SUE, "update 10", "status"),
        (SUE, "red", "What has happened?"),
        (SUE, "staff left", "next step"),
        (SUE, "same as before but by end of feb", "noted the next step: pilot, by 28 February 2027"),
    )


async def test_a_thumb_saves(office: Office) -> None:
    await office.talk((SUE, "update 10: amber - slow", "Save this?"), (SUE, "👍", "Saved"))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("should be 4 schools not 3", ["a new update on Recommendation 10", "“opened in 4 schools, Eccels next”"]),
        ("sorry its 4 not 3", ["“opened in 4 schools, Eccels next”"]),
        ("*Eccles", ["“opened in 3 schools, Eccles next”"]),
        ("take out the bit about Eccels", ["“opened in 3 schools”"]),
        ("evidence: minutes 20 november", ["with the evidence “minutes 20 november”"]),
        ("oh and evidence is the minutes", ["with the evidence “the minutes”"]),
    ],
)
async def test_right_after_saving_a_change_is_offered_as_a_new_update(
    office: Office, words: str, shown: Sequence[str]
) -> None:
    await office.talk(
        (SUE, "update 10: amber - opened in 3 schools, Eccels next", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, words, ["Nothing has been saved", *shown]),
        (SUE, "yes", ["Recommendation 10: at risk (amber)", "Save this?"]),
    )
    assert len(await updates(office)) == 1


@pytest.mark.parametrize("words", ["oops wrong one that was for 8", "sorry 8 not 10", "i meant 8", "that was for 8"])
async def test_right_after_saving_the_other_number_takes_it_over(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: red - placements lost; next step recruit by 30 January 2027", "Save this?"),
        (SUE, "yes", "Saved"),
        (
            SUE,
            words,
            ["Taken back: your update on Recommendation 10", "Recommendation 8: off track", "placements lost"],
        ),
    )
    assert [bool(one.withdrawn) for one in await updates(office)] == [True]


async def test_a_number_later_on_takes_nothing_back(office: Office) -> None:
    await office.talk((SUE, "update 10: red - placements lost", "Save this?"), (SUE, "yes", "Saved"))
    office.later(minutes=5)

    await office.talk((SUE, "sorry, 8", "not: Taken back"))

    assert not (await updates(office))[0].withdrawn


@pytest.mark.parametrize("words", ["actually no dont", "oh no", "no wait", "oops", "oh no it was wrong"])
async def test_right_after_saving_regret_is_told_how_to_undo(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: red - placements lost", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, words, ["Recommendation 10", "“undo” takes it back"]),
    )


@pytest.mark.parametrize("words", ["as i said yesterday", "just testing", "whatever"])
async def test_talk_is_asked_about(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "amber", "What has happened?"),
        (SUE, words, [f"Is “{words}” what has happened?"]),
    )


@pytest.mark.parametrize("words", ["undo that pls", "undo that please", "pls undo", "oops undo it thanks", "undo, ta"])
async def test_undo_may_be_said_politely(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: red - placements lost", "Save this?"), (SUE, "yes", "Saved"), (SUE, words, "Taken back")
    )


@pytest.mark.parametrize("words", ["take it out", "take that out", "cut it"])
async def test_a_word_that_only_points_is_never_cut(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - partners said it helped that much", "Save this?"),
        (SUE, words, ["haven’t saved it", "not: said helped"]),
        (SUE, "yes", ["“partners said it helped that much”", "Save this?"]),
    )


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("next step wrong, it's a meeting", "a meeting, by 30 January 2027"),
        ("the next step is wrong, it's a meeting on 5 Feb", "a meeting, by 5 February 2027"),
        ("sorry, the next step was wrong. It should be a meeting", "a meeting, by 30 January 2027"),
        ("next step isn't review, it's evaluation", "evaluation, by 30 January 2027"),
        ("next step is not review but evaluation", "evaluation, by 30 January 2027"),
        ("next step: audit of wrong diagnoses", "audit of wrong diagnoses, by 30 January 2027"),
        ("next step is wrong diagnoses audit", "wrong diagnoses audit, by 30 January 2027"),
    ],
)
async def test_what_says_that_the_next_step_is_wrong_is_none_of_it(office: Office, words: str, step: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - pilot started, next step review by 30 January 2027", "Save this?"),
        (SUE, words, ["“pilot started”", f"Next step: {step}.", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["the next step is wrong", "evidence is wrong", "oops, next step's wrong"])
async def test_that_a_part_is_wrong_asks_what_it_should_be(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber - pilot started, next step review by 30 January 2027; evidence: minutes", "Save this?"),
        (SUE, words, "What should be different?"),
        (SUE, "yes", ["Next step: review, by 30 January 2027.", "Evidence: minutes", "Save this?"]),
    )


async def test_what_leads_in_to_words_is_none_of_them(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber - pilot in two schools started", "Save this?"),
        (SUE, "yes but say three schools", "Should “three schools” stand instead"),
        (SUE, "add it", ["“pilot in two schools started; three schools”", "Save this?"]),
    )
