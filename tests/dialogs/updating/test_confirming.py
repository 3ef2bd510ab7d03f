"""Only a plain yes saves an update; a yes with a question mark asks."""

import pytest

from tests.dialogs.officials import office, updates
from tests.office import SUE, Office, Row

__all__ = ["office"]

UPDATE: Row = (SUE, "update 10: amber – staff left", "Save this?")


@pytest.mark.parametrize(
    "words", ["sure?", "ok?", "yes?", "all right?", "looks good?", "save it?", "yes 10?", "yes ❓"]
)
async def test_a_yes_with_a_question_mark_shows_the_update_again(office: Office, words: str) -> None:
    await office.talk(UPDATE, (SUE, words, ["That was a question", "“staff left”", "Save this?", "not: Saved"]))
    assert await updates(office) == []

    await office.talk((SUE, "yes", "Saved"))
    assert len(await updates(office)) == 1


async def test_of_two_updates_the_second_still_wants_its_number(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left; 8: red – stuck", "Save this?"),
        (SUE, "yes", ["Saved. Recommendation 10", "Say “yes 8”"]),
        (SUE, "yes 8?", ["That was a question", "Recommendation 8: off track", "Say “yes 8”"]),
        (SUE, "yes 8", "Saved. Recommendation 8"),
    )


async def test_a_question_puts_no_doubtful_words_in(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber - the Jones family have complained", "personal data"),
        (SUE, "use initials", "Is “use initials” the whole new wording?"),
        (SUE, "sure?", ["Is “use initials” the whole new wording?", "not: Save this?"]),
        (SUE, "yes", ["“use initials”", "Save this?"]),
    )


async def test_a_question_takes_no_day_that_was_offered(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left; next step pilot by 30 January 2025", "30 January 2027"),
        (SUE, "sure?", ["By when", "not: Save this?"]),
        (SUE, "yes", ["30 January 2027", "Save this?"]),
    )
