"""Whoever wonders whether it is saved is told so, and whoever got it wrong is told what to do."""

import pytest

from tests.dialogs.officials import updates
from tests.office import MO, SUE, Office

SAVED = ((SUE, "update 10: amber – placements agreed; next step pilot by 30 jan", "Save this?"), (SUE, "yes", "Saved"))


@pytest.mark.parametrize(
    "said",
    [
        "did you save that?",
        "what did I just save",
        "is that saved",
        "did it go through",
        "did my update go in",
        "was that saved ok?",
        "what was my last update",
        "show me what i just posted",
    ],
)
async def test_what_was_saved_last_is_told(said: str, office: Office) -> None:
    await office.talk(*SAVED, (SUE, said, ["on record", "Recommendation 10 at risk (amber)", "“placements agreed”"]))


async def test_what_waits_is_said_not_to_be_saved(office: Office) -> None:
    await office.talk(
        (SUE, "did you save that?", "nothing saved that you did"),
        SAVED[0],
        (SUE, "did you save that?", ["^No, what waits for your yes isn’t saved yet", "shall I save"]),
    )
    assert not await updates(office)


async def test_a_target_and_an_undo_are_told_too(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "did that save?", "target set, Recommendation 10"),
        *SAVED,
        (SUE, "undo", "Taken back"),
        (SUE, "did you save that", ["update withdrawn, Recommendation 10", "not: placements agreed"]),
    )


@pytest.mark.parametrize("said", ["thats wrong", "oh no, that's not right", "i made a mistake"])
async def test_what_is_wrong_right_after_saving_can_be_undone(said: str, office: Office) -> None:
    await office.talk(*SAVED, (SUE, said, ["your update on Recommendation 10", "“undo”"]), (SUE, "undo", "Taken back"))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("sorry can you change placements agreed to placements nearly agreed", "“placements nearly agreed”"),
        ("change agreed to signed", "“placements signed”"),
        ("replace “placements” with “rooms”", "“rooms agreed”"),
    ],
)
async def test_other_words_are_offered_as_a_new_update(said: str, words: str, office: Office) -> None:
    await office.talk(
        *SAVED,
        (SUE, said, ["^Nothing has been saved", "a new update on Recommendation 10", words]),
        (SUE, "yes", ["at risk (amber)", words, "Next step: pilot, by 30 January 2027", "Save this?"]),
        (SUE, "yes 10", "Saved"),
    )
    assert [update.narrative for update in await updates(office)][1:] == [words.strip("“”")]


async def test_a_corrected_status_keeps_the_next_step(office: Office) -> None:
    await office.talk(
        *SAVED,
        (SUE, "oops should be green", "Recommendation 10: on track (green)"),
        (SUE, "yes", ["on track (green)", "placements agreed", "Next step: pilot, by 30 January 2027"]),
    )


@pytest.mark.parametrize("said", ["did they save money?", "did it say that was recorded", "what has been saved for 10"])
async def test_a_question_on_the_document_is_none_of_these(said: str, office: Office) -> None:
    await office.talk(*SAVED, (SUE, said, ["not: on record, at", "not: is on record of you"]))
