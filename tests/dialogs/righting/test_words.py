"""What is said of an order's words or end before the yes changes them; what may be no reason isn't kept as one."""

import pytest

from knowledge.store.shelves import TARGETS
from tests.dialogs.officials import office, updates
from tests.office import MO, STAN, SUE, Office, Row

__all__ = ["office"]

SET: tuple[Row, ...] = ((MO, "set the target for 10 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))
COMPLETE: tuple[Row, ...] = (
    (SUE, "update 8: complete – all trained; evidence: list", "Save this?"),
    (SUE, "yes", "Saved"),
)
CHILD = "Tom Smith, aged 9, has moved"


@pytest.mark.parametrize("words", ["actually sign it off", "oh no sign it off", "hmm sorry, sign off 8"])
async def test_another_order_isnt_the_reason_of_the_first(office: Office, words: str) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "send 8 back", "Why does Recommendation 8 go back?"),
        (MO, words, ["dropped what I asked", "You would sign off Recommendation 8", "Save this?"]),
    )


@pytest.mark.parametrize(
    "words", ["and tell sue", "not sure, ask sue", "please let sue know", "oh and remind the board"]
)
async def test_an_errand_is_no_reason(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, words, ["I can’t pass anything on", "Recommendation 10", "Why is it changed?", "not: Save this?"]),
        (MO, "yes", ["Why is it changed?", "not: Save this?"]),
    )


@pytest.mark.parametrize("words", ["just kidding", "not telling you", "as i said", "let sue decide", "send it to jane"])
async def test_talk_is_asked_about(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, words, [f"Is “{words}” the reason?", "not: Save this?"]),
    )


async def test_no_dont_is_a_no(office: Office) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "send 8 back", "Why does Recommendation 8 go back?"),
        (MO, "no dont", "dropped"),
    )


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("and julie moss", "Sue Myers and Julie Moss would lead"),
        ("julie too", "Sue Myers and Julie Moss would lead"),
        ("julie i mean", "^I took “julie” for Julie Moss. Julie Moss would lead"),
        ("no wait, julie", "^I took “julie” for Julie Moss. Julie Moss would lead"),
        ("sorry, julie", "^I took “julie” for Julie Moss. Julie Moss would lead"),
    ],
)
async def test_another_name_is_taken_before_the_yes(office: Office, words: str, lead: str) -> None:
    await office.talk((MO, "assign 4 to Sue Myers", "Save this?"), (MO, words, [lead, "Save this?"]))


@pytest.mark.parametrize("words", ["none", "n/a", "nothing", "same as last time", "unchanged"])
async def test_none_is_no_reason(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, words, ["doesn’t say why", "Why is it changed?", "not: Save this?"]),
        (MO, "health is late", ["Reason: “health is late”", "Save this?"]),
    )


@pytest.mark.parametrize(
    "words", ["no evidence yet", "no longer needed", "wait times went up", "so far behind", "none left"]
)
async def test_what_only_begins_like_a_correction_is_a_reason(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, words, [f"Reason: “{words}”", "Save this?"]),
    )


@pytest.mark.parametrize(
    ("answer", "then"),
    [
        ("yes", ["Reason: “health are late”", "Save this?"]),
        ("no", ["Why is it changed?", "not: Save this?"]),
        ("health is late", ["Reason: “health is late”", "Save this?"]),
        ("cancel", "dropped"),
    ],
)
async def test_words_that_may_be_none_are_asked_about(office: Office, answer: str, then: str) -> None:
    await office.talk(
        *SET,
        (MO, "set the target for 10 to 30 June 2027", "Why is it changed?"),
        (MO, "sorry health are late", ["Is “health are late” the reason?", "not: Save this?"]),
        (MO, answer, then),
    )


async def test_a_question_without_its_mark_is_answered(office: Office) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "send 8 back", "Why does Recommendation 8 go back?"),
        (MO, "status of 8", ["all trained", "still waiting", "not: Save this?"]),
    )


@pytest.mark.parametrize("words", ["make it july", "july", "no, july", "sorry july", "31 July 2027"])
async def test_another_day_keeps_the_reason(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (SUE, "extend 10 to 30 June 2027: health", "Save this?"),
        (SUE, words, ["to 31 July 2027", "Reason: “health”", "Save this?"]),
    )


async def test_a_mere_day_is_one_of_the_month_that_was_to_be_saved(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 14 to 30 April 2027", "Save this?"),
        (MO, "no, the 28th", ["Recommendation 14 would be 28 April 2027", "Save this?"]),
        (MO, "the 29th please", ["Recommendation 14 would be 29 April 2027", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["may", "make that may", "31 may"])
async def test_a_mere_month_is_another_day(office: Office, words: str) -> None:
    await office.talk(
        (MO, "set the target for 14 to 30 April 2027", "Save this?"),
        (MO, words, ["Recommendation 14 would be 31 May 2027", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["yes no wait", "yes, hang on", "yes wait"])
async def test_a_yes_and_a_no_are_neither(office: Office, words: str) -> None:
    await office.talk(
        (MO, "set the target for 14 to 30 April 2027", "Save this?"),
        (MO, words, ["can’t tell whether that is a yes or a no", "Save this?"]),
    )
    assert not await office.store.all(TARGETS)


async def test_a_thumb_is_a_yes(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 14 to 30 April 2027", "Save this?"),
        (MO, "👎", "dropped"),
        (MO, "set the target for 14 to 30 April 2027", "Save this?"),
        (MO, "👍🏽", "Saved"),
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("change thin to missing", "evidence is missing"),
        ("sorry, the minutes are missing", "the minutes are missing"),
        ("no, say that the minutes are missing", "the minutes are missing"),
    ],
)
async def test_a_reason_is_changed_before_the_yes(office: Office, words: str, reason: str) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "send 8 back: evidence is thin", "Save this?"),
        (MO, words, [f"Reason: “{reason}”"]),
    )


@pytest.mark.parametrize("words", ["take the name out", "take it out", "ok without the name", "remove the name please"])
async def test_what_was_warned_of_is_taken_out(office: Office, words: str) -> None:
    await office.talk(
        (MO, f"set the target for 10 to 31 March 2027: {CHILD}", ["personal data", "take it out"]),
        (MO, words, ["has moved", "not: Tom", "not: aged 9", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["thats not personal its fine", "whats wrong with that", "that's a colleague", "why"])
async def test_an_objection_to_the_warning_is_no_new_wording(office: Office, words: str) -> None:
    await office.talk(
        (MO, f"set the target for 10 to 31 March 2027: {CHILD}", "personal data"),
        (MO, words, ["I saw “Tom Smith, aged 9”", "save it anyway", "not: Save this?"]),
    )


async def test_new_wording_that_shares_no_word_is_asked_about(office: Office) -> None:
    await office.talk(
        (MO, f"set the target for 10 to 31 March 2027: {CHILD}", "personal data"),
        (MO, "use initials", ["Is “use initials” the whole new wording?", "not: Save this?"]),
        (MO, "say a partner has moved", ["Reason: “a partner has moved”", "Save this?"]),
    )


async def test_an_answer_and_a_question_are_put_right_before_the_yes(office: Office) -> None:
    await office.talk(
        (STAN, "ask a manager: how many are trained", "Save this?"),
        (STAN, "no ask how many are trained this year", ["“how many are trained this year”", "Save this?"]),
        (STAN, "yes", "question 1"),
        (MO, "answer 1: 40", "Save this?"),
        (MO, "sorry 45", ["“45”", "Save this?"]),
    )


async def test_a_decision_is_put_right_after_the_yes(office: Office) -> None:
    await office.talk(
        *COMPLETE,
        (MO, "sign off 8", "Save this?"),
        (MO, "yes", ["Saved", "undo"]),
        (MO, "oh no, reopen 8", "Why does Recommendation 8 go back?"),
        (MO, "no evidence", "Save this?"),
        (MO, "yes", ["Saved", "undo"]),
        (MO, "hmm actually no, sign it off", ["Recommendation 8 isn’t reported complete", "undo 8"]),
    )
    assert len(await updates(office, "8")) == 3


@pytest.mark.parametrize(
    ("who", "order", "asks"),
    [
        (MO, "set the target for 14 to last friday", ["already passed", "Recommendation 14?", "Cancel"]),
        (MO, "set the target for 14 to tbc", ["couldn’t find a date", "Recommendation 14?", "Cancel"]),
    ],
)
async def test_a_day_that_isnt_understood_is_asked_for_by_its_recommendation(
    office: Office, who: object, order: str, asks: list[str]
) -> None:
    await office.talk((MO, order, asks))


async def test_a_yes_with_a_question_says_that_it_wasnt_taken(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – pilot delayed", "Save this?"),
        (SUE, "yes and when is 8 due", ["haven’t taken your yes", "shall I save"]),
    )
