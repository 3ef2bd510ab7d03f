"""What an update is to say as well is added to it, and shown before it is saved."""

import time

import pytest

from dialogs.updating import additions
from knowledge.progress.model import Status
from tests.dialogs.officials import office, updates
from tests.office import ADA, SUE, Office

__all__ = ["office"]


@pytest.mark.parametrize(
    "words",
    [
        "Actually make it red and add that staff left",
        "make it red, and also mention that staff left",
        "make it red and mention staff left",
        "it's red now. Also staff left",
        "make it red and staff left too",
        "red, also say staff left",
        "add that staff left and make it red",
        "please add that staff left, and it's red",
    ],
)
async def test_a_status_is_set_and_what_is_to_be_said_as_well_is_added(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – consultation started", "Save this?"),
        (SUE, words, ["off track (red)", "“consultation started; staff left”", "Save this?"]),
        (SUE, "yes", "Saved"),
    )

    (update,) = await updates(office)
    assert (update.status, update.narrative) == (Status.OFF_TRACK, "consultation started; staff left")


@pytest.mark.parametrize(
    "words",
    [
        "add that staff left",
        "add staff left",
        "also say staff left",
        "and mention staff left",
        "please also note that staff left",
        "also: staff left",
        "say that staff left as well",
        "can you add that staff left?",
        "add a comment saying that staff left",
        "one more thing: staff left",
        "plus staff left",
        "note: staff left",
    ],
)
async def test_what_is_to_be_said_as_well_leaves_the_rest_as_it_is(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – consultation started; next step pilot by 30 January 2027", "Save this?"),
        (SUE, words, ["at risk (amber)", "“consultation started; staff left”", "Next step: pilot", "Save this?"]),
    )


async def test_an_addition_may_have_a_next_step_and_evidence_of_its_own(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – Consultation started. Evidence: plan", "Save this?"),
        (
            SUE,
            "and mention that the pilot slipped; next step recruit by 30 January 2027",
            ["Consultation started. The pilot slipped”", "Next step: recruit, by 30 January 2027", "Evidence: plan."],
        ),
        (SUE, "add the minutes of 12 November as evidence", "Evidence: plan and the minutes of 12 November"),
        (SUE, "evidence: letter, and mention that the board knows", ["the board knows”", "Evidence: letter."]),
    )


async def test_the_same_words_are_not_added_twice(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – consultation started", "Save this?"),
        (SUE, "add that staff left", "started; staff left"),
        (SUE, "add that staff left", ["started; staff left", "not: staff left; staff left"]),
    )


async def test_why_it_is_amber_does_not_make_it_red(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "add that we are behind on recruiting", ["at risk (amber)", "we are behind on recruiting"]),
    )


async def test_other_words_instead_take_the_place_of_what_has_happened(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – consultation started", "Save this?"),
        (SUE, "say that staff left instead", ["“staff left”", "not: consultation", "Save this?"]),
        (SUE, "make it red - nobody is left", ["“nobody is left”", "Save this?"]),
    )


@pytest.mark.parametrize("words", ["add something", "add a date", "add more"])
async def test_who_wants_to_add_something_is_asked_what(office: Office, words: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, words, "What should be different?"),
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("also who leads 3", "Gani Martins"),
        ("can you say who leads 3?", "Gani Martins"),
        ("add jo@example.gov.uk as a manager", "administrator"),
    ],
)
async def test_a_question_or_another_order_adds_nothing(office: Office, words: str, told: str) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, words, [told, "Still waiting"]),
        (SUE, "yes", ["“staff left”.", "Save this?"]),
    )


async def test_people_are_added_while_an_update_waits(office: Office) -> None:
    await office.talk(
        (ADA, "update 10: amber – staff left", "can’t post"),
        (ADA, "add jo@example.gov.uk as a manager", "jo@example.gov.uk"),
    )


async def test_a_count_is_no_recommendation(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "make it green and 8 joined", ["Recommendation 10: on track", "staff left; 8 joined"]),
    )


async def test_in_the_middle_of_the_form_more_of_what_has_happened_is_no_answer(office: Office) -> None:
    await office.talk(
        (SUE, "update 10", "What is its status now"),
        (SUE, "add that two posts are vacant", ["noted what has happened: “two posts are vacant”", "status now"]),
        (SUE, "amber", "What is the next step"),
        (SUE, "Actually make it red and add that staff left", ["red", "vacant; staff left”", "What is the next step"]),
        (SUE, "Add that page to the website", "By when"),
        (SUE, "also note that training stopped", ["staff left; training stopped”", "By when"]),
        (SUE, "skip", "evidence"),
        (SUE, "the minutes", ["vacant; staff left; training stopped", "Add that page to the website"]),
    )


async def test_what_is_added_is_looked_at_for_personal_data_too(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "add that Kyle Smith (born 3 May 2015) was missed", ["personal data", "not: Save this?"]),
        (SUE, "yes", ["please reword it", "not: shall I save", "not: I couldn’t find"]),
        (SUE, "who leads 3?", ["Gani Martins", "please reword it", "not: shall I save"]),
    )
    assert await updates(office) == []


@pytest.mark.parametrize(
    "words", ["and ", ", and add ", "add that ", "also ", "add x as ", "x and it ", "add the more "]
)
@pytest.mark.parametrize("behind", ["", " " * 9_000 + "x"])
def test_long_texts_are_looked_at_in_no_time(words: str, behind: str) -> None:
    text = f"add {words * (9_000 // len(words))}{behind}"
    began = time.process_time()

    additions.heard(text, loosely=True)
    additions.parted(text, loosely=True)

    assert time.process_time() - began < 1
