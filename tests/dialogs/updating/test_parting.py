"""What stands within an update and is none of it isn't saved as its words, and is named."""

import pytest

from dialogs.updating.parting import parted
from tests.dialogs.officials import updates
from tests.office import GANI, SUE, Office

KNOWN = frozenset("8 9 10".split())


@pytest.mark.parametrize(
    ("said", "kept", "left"),
    [
        ("amber met gps, can you also extend it to june", "amber met gps", ("can you also extend it to june",)),
        ("amber met gps and tell julie", "amber met gps", ("tell julie",)),
        ("amber - met gps, please let sue know", "amber - met gps", ("please let sue know",)),
        ("amber - met gps but dont save it yet", "amber - met gps", ("dont save it yet",)),
        ("green - met. Oh and who leads 4 btw?", "green - met", ("Oh and who leads 4 btw?",)),
        ("green - met; 10 no change", "green - met", ("10 no change",)),
        ("green - met and 10 unchanged, 9 same", "green - met", ("and 10 unchanged", "9 same")),
        ("green - met and extend it to june", "green - met", ("extend it to june",)),
    ],
)
def test_requests_questions_and_no_change_elsewhere_are_parted(said: str, kept: str, left: tuple[str, ...]) -> None:
    assert parted(said, KNOWN) == (kept, left)


@pytest.mark.parametrize(
    "said",
    [
        "amber - we will meet partners and tell them about it",
        "amber - gps asked: can you come earlier?",
        "amber - asked staff to log and tell managers about delays",
        "amber - is the SLA agreed? not yet",
        "amber - we asked them not to save it yet",
        "amber - waiting list is 25, 40 unchanged",
        "green - recruited and trained; please see the minutes",
        "amber; narrative: met gps, can you also extend it to june",
    ],
)
def test_what_happened_stays_whole(said: str) -> None:
    assert parted(said, KNOWN) == (said, ())


async def test_what_is_left_out_is_named_before_anything_is_saved(office: Office) -> None:
    await office.talk(
        (SUE, "update 8: amber – met gps; 10 no change", ["haven’t taken “10 no change”", "“met gps”", "Save this?"]),
        (SUE, "yes", "Saved"),
    )
    assert [update.narrative for update in await updates(office, "8")] == ["met gps"]
    assert not await updates(office, "10")


async def test_that_it_isnt_to_be_saved_yet_is_heard(office: Office) -> None:
    await office.talk((SUE, "update 8: amber – met gps but dont save it yet", ["Nothing is saved before", "“met gps”"]))


@pytest.mark.parametrize(
    ("said", "refs"),
    [
        ("10 green, oh and 8 no change, oh and who leads 4?", "Recommendations 10 and 8"),
        ("8 amber, met gps. who leads 4?", "Recommendation 8"),
    ],
)
async def test_an_update_before_a_question_is_said_not_to_be_taken(said: str, refs: str, office: Office) -> None:
    await office.talk((SUE, said, f"I haven’t taken the update on {refs} in your message"))


@pytest.mark.parametrize("said", ["10 is green, what about 9?", "10 is red. why?"])
async def test_a_status_that_is_asked_about_is_no_update(said: str, office: Office) -> None:
    await office.talk((SUE, said, "not: haven’t taken"))


async def test_two_statuses_in_a_row_are_asked_about(office: Office) -> None:
    await office.talk(
        (
            GANI,
            "put 2 down as amber and 14 as green pls. 2 cos of staffing, 14 placements sorted",
            "one update on Recommendation 2 or updates on Recommendations 2 and 14?",
        )
    )


async def test_the_day_of_completion_stays_a_sentence(office: Office) -> None:
    await office.talk((SUE, "10 complete as of friday, all trained", ["awaiting sign-off", "“complete as of friday"]))
