"""What is typed while the update form waits isn't taken for the answer where it may be none."""

from collections.abc import Sequence

import pytest

from dialogs.updating.asking import parted
from tests.dialogs.officials import office, updates
from tests.office import MO, SUE, Office

__all__ = ["office"]


@pytest.mark.parametrize("words", ["8", "8 please", "rec 8 sorry", "eight", "its for 8", "number 8"])
async def test_a_mere_number_answers_for_which_it_is(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "amber", "What has happened"),
        (SUE, "sorry wrong one", "Which recommendation is it for"),
        (SUE, words, ["For Recommendation 8 then", "What has happened"]),
        (SUE, "placement lost", "next step"),
    )


async def test_until_the_number_is_given_nothing_is_filled_in(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "amber", "What has happened"),
        (SUE, "wrong one", "Which recommendation is it for"),
        (SUE, "placement lost", "Which recommendation is it for"),
        (SUE, "8", ["For Recommendation 8 then", "What has happened"]),
    )


@pytest.mark.parametrize("words", ["its for 8", "oh wait i meant eight not ten", "it's for number 8"])
async def test_another_number_is_heard_where_the_status_is_due(office: Office, words: str) -> None:
    await office.talk((SUE, "update ten", "status"), (SUE, words, "For Recommendation 8 then"))


@pytest.mark.parametrize(
    "words",
    [
        "hang on someones at the door",
        "ugh my boss is calling brb",
        "dont know what to put",
        "nothing really",
        "one sec",
    ],
)
@pytest.mark.parametrize("steps", [1, 2, 3])
async def test_what_is_said_to_the_bot_is_no_answer(office: Office, words: str, steps: int) -> None:
    rows = ((SUE, "red", "What has happened"), (SUE, "staff left", "next step"), (SUE, "skip", "evidence"))
    await office.talk(
        (SUE, "update 10", "status"),
        *rows[:steps],
        (
            SUE,
            words,
            ["nothing has been saved yet", "Your update on Recommendation 10 is still open", "not: Save this?"],
        ),
        (SUE, "cancel", "dropped"),
    )


async def test_to_put_it_off_drops_it(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "green", "What has happened"),
        (SUE, "we launched", "next step"),
        (SUE, "forget it i'll do it later", ["dropped the update on Recommendation 10", "Nothing has been saved"]),
    )
    assert not await updates(office)


async def test_whether_a_part_or_all_is_to_be_left_is_asked(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "green", "What has happened"),
        (SUE, "we launched", "next step"),
        (SUE, "nah leave it", ["skip", "cancel", "not: Save this?"]),
        (SUE, "skip", "evidence"),
    )


@pytest.mark.parametrize(
    "words", ["save what ive got", "that's all", "send it", "nothing else", "save what I have so far"]
)
async def test_what_there_is_can_be_saved_at_once(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "green", "What has happened"),
        (SUE, "we launched", "next step"),
        (SUE, words, ["“we launched”", "Save this?"]),
    )


@pytest.mark.parametrize(
    ("answer", "then"), [("no", "What has happened"), ("yes", "next step"), ("launched", "next step")]
)
async def test_words_that_put_something_right_are_asked_about(office: Office, answer: str, then: str) -> None:
    await office.talk(
        (SUE, "10 is done", "What has happened"),
        (SUE, "no wait its not signed off yet is it", ["Is “no wait", "what has happened?", "not: next step"]),
        (SUE, answer, then),
    )


async def test_anothers_news_behind_an_answer_comes_next(office: Office) -> None:
    await office.talk(
        (SUE, "update 8", "status"),
        (SUE, "green", "What has happened"),
        (SUE, "met gps. 10 is green too, reviewers trained", "next step"),
        (SUE, "that's all", ["“met gps.”", "not: reviewers", "After this: Recommendation 10", "Save this?"]),
        (SUE, "yes", ["Saved. Recommendation 8", "Recommendation 10: on track", "reviewers trained"]),
    )


async def test_anothers_news_behind_an_and_is_asked_about(office: Office) -> None:
    await office.talk(
        (SUE, "update 8", "status"),
        (SUE, "green", "What has happened"),
        (SUE, "oh and 10 is green", "Say “8” or “10”"),
    )


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (
            "spoke to partners. Next: agree the SLA. Who is the lead for 4 btw?",
            ["“spoke to partners", "Next step: agree the SLA."],
        ),
        ("met GPs; can you tell me who leads rec 4?", ["“met GPs"]),
        ("met GPs by the way, who leads 4?", ["“met GPs"]),
    ],
)
async def test_a_question_behind_a_report_is_left_out_and_named(
    office: Office, words: str, first: Sequence[str]
) -> None:
    await office.talk((SUE, f"update 8: green – {words}", ["haven’t taken", *first, "Save this?"]))


@pytest.mark.parametrize("text", ["partner lost. Who pays?", "partner lost?", "Is it over?", "We asked: who goes?"])
def test_an_open_question_of_the_work_is_reported(text: str) -> None:
    assert parted(text) == (text, "")


async def test_a_day_is_no_evidence_and_stays_in_a_step_that_needs_it(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "green", "What has happened"),
        (SUE, "we met", "next step"),
        (SUE, "same as above", "which words you mean"),
        (SUE, "next one is in feb", "evidence"),
        (SUE, "28 feb", "That is a day"),
        (SUE, "skip", ["Next step: next one is in feb, by 28 February 2027", "Save this?"]),
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the next step is wrong should be train AND induct", "Next step: train AND induct, by 1 February 2027."),
        ("next step should be: train and induct", "Next step: train and induct, by 1 February 2027."),
        ("and the date's 15 Feb", "Next step: train, by 15 February 2027."),
        ("make the date 8 feb", "Next step: train, by 8 February 2027."),
        ("15 jan", "Next step: train, by 15 January 2027."),
        ("30 january", "Next step: train, by 30 January 2027."),
        ("its 8 not 10", "For Recommendation 8 then"),
        ("yes but add that we've had 42 replies", "“slow; we've had 42 replies”"),
    ],
)
async def test_what_is_put_right_before_saving_is_shown_again(office: Office, words: str, shown: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – slow; next step train by 1 February 2027", "Save this?"),
        (SUE, words, [shown, "Save this?"]),
    )


async def test_why_a_yes_shows_it_once_more_is_said(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – slow", "Save this?"),
        (SUE, "who leads 4?", "shall I save"),
        (SUE, "yes", ["^It isn’t saved yet", "“slow”", "Save this?"]),
        (SUE, "yes", "Saved"),
    )


@pytest.mark.parametrize(
    ("words", "evidence"),
    [
        ("offer published, evidence on website www.salford.gov.uk/earlyhelp", "www.salford.gov.uk/earlyhelp"),
        ("published, evidence is on the website", "the website"),
        ("published, see minutes of 3 March", "minutes of 3 March"),
        ("published. See www.salford.gov.uk/earlyhelp.", "www.salford.gov.uk/earlyhelp"),
        ("published – https://salford.gov.uk/x", "https://salford.gov.uk/x"),
    ],
)
async def test_a_link_or_a_place_that_is_named_is_evidence(office: Office, words: str, evidence: str) -> None:
    await office.talk(
        (SUE, f"update 10: complete – {words}", [f"{evidence}.", "Evidence: ", "not: no evidence", "Save"])
    )
    await office.talk((SUE, "yes", "Saved"))
    (update,) = await updates(office)
    assert evidence in update.evidence


@pytest.mark.parametrize("words", ["we see the report as thin", "we now see the website used more"])
async def test_to_see_something_is_no_evidence(office: Office, words: str) -> None:
    await office.talk((SUE, f"update 10: amber – {words}", [f"“{words}”", "not: Evidence:"]))


@pytest.mark.parametrize("words", ["done, evidence attached", "signed off by the board, minutes attached"])
async def test_that_an_attachment_isnt_seen_is_said(office: Office, words: str) -> None:
    await office.talk((SUE, f"update 10: complete – {words}", "can’t see what is attached"))


async def test_an_attachment_is_no_answer_to_what_evidence_there_is(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "green", "What has happened"),
        (SUE, "we met", "next step"),
        (SUE, "skip", "evidence"),
        (SUE, "see attached", ["can’t see what is attached", "not: Save this?"]),
        (SUE, "minutes of 3 March", ["Evidence: minutes of 3 March", "Save this?"]),
    )


async def test_what_was_noted_without_a_status_is_shown(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: met the GPs about the forms", ["no status", "I have noted what has happened: “met the GPs"]),
    )


@pytest.mark.parametrize("words", ["no change it to 3 recruited", "change that to: 3 recruited"])
async def test_what_was_answered_last_is_changed(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10", "status"),
        (SUE, "amber", "What has happened"),
        (SUE, "2 recruited", "next step"),
        (SUE, words, ["I have noted what has happened: “3 recruited”", "next step"]),
    )


@pytest.mark.parametrize("words", ["the 28th then", "28", "ok, the 28th", "make it the 28th please"])
async def test_the_day_that_was_offered_may_be_named(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – slow; next step train by 31 February", "no such day"),
        (SUE, words, ["Next step: train, by 28 February 2027", "Save this?"]),
    )
    await office.talk(
        (MO, "set the target for 10 to 31 February", "no such day"),
        (MO, words, ["28 February 2027", "Save this?"]),
    )


@pytest.mark.parametrize(
    ("answer", "narrative"),
    [
        ("add it", "“slow; recruit new partner”"),
        ("instead", "“recruit new partner”"),
        ("no", "What should be different?"),
        ("yes", "Say “instead” or “add it”"),
        ("who leads 3?", "Say “instead” or “add it”"),
        ("status green", "on track (green)"),
    ],
)
async def test_words_before_saving_that_change_nothing_are_asked_about(
    office: Office, answer: str, narrative: str
) -> None:
    await office.talk(
        (SUE, "update 10: amber – slow", "Save this?"),
        (SUE, "recruit new partner", ["“recruit new partner”", "Say “instead” or “add it”", "not: Save this?"]),
        (SUE, answer, narrative),
    )


@pytest.mark.parametrize(
    "words", ["oh gosh sorry take the name out", "can you cut the last bit", "remove the name please"]
)
async def test_what_is_to_be_done_to_the_words_isnt_put_in(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – slow", "Save this?"), (SUE, words, ["not: “instead”", "not: Save this?"])
    )
