"""An update that isn't put as one is asked about, of whoever may post it; nothing is saved before it was restated."""

import pytest

from tests.dialogs.officials import updates
from tests.office import GANI, STAN, SUE, Office

NOT_SAVED = ["^Nothing has been saved", "an update on Recommendation 10"]


@pytest.mark.parametrize(
    "said",
    [
        "10 is going well",
        "we've finished the family CAF guide for 10",
        "rec 10 is going ok but a bit behind, the guide is still with HR",
        "The pilot for recommendation 10 started last week",
        "10 has slipped because staff left.",
    ],
)
async def test_what_sounds_like_an_update_is_asked_about_and_then_taken_like_any_other(
    said: str, office: Office
) -> None:
    await office.talk(
        (SUE, said, NOT_SAVED),
        (SUE, "yes", "Recommendation 10"),
        (SUE, "amber", "next step"),
        (SUE, "skip", "evidence"),
        (SUE, "skip", [said.rstrip("."), "Save this?"]),
    )
    assert not await updates(office)

    await office.talk((SUE, "yes", "Saved"))
    assert [update.narrative for update in await updates(office)] == [said]


async def test_a_no_drops_it(office: Office) -> None:
    await office.talk((SUE, "10 is going well", NOT_SAVED), (SUE, "no", "not: Save this"), (SUE, "yes", "not: Saved"))

    assert not await updates(office)


@pytest.mark.parametrize(
    "said",
    [
        "10 is about early help",
        "is 10 going well",
        "10 deadline",
        "I want to know how 10 is going",
        "I heard that 10 is finished",
        "recommendation 10 was accepted",
        "10 is led by Sue Myers",
    ],
)
async def test_questions_and_what_is_said_of_the_document_are_none(said: str, office: Office) -> None:
    await office.talk((SUE, said, "not: Did you mean an update"))


async def test_whoever_may_not_post_it_is_answered_as_ever(office: Office) -> None:
    await office.talk((STAN, "10 is going well", "not: Did you mean"))


@pytest.mark.parametrize(
    "said",
    [
        "sorry that should have been green",
        "oops, 10 should be green",
        "I made a mistake on 10, it's green not amber",
        "no, green",
        "it was meant to be green",
    ],
)
async def test_a_correction_is_offered_with_the_words_of_the_last_update(said: str, office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, said, ["^Nothing has been saved", "Recommendation 10: on track (green)"]),
        (SUE, "yes", ["on track (green)", "staff left", "from at risk (amber)"]),
        (SUE, "yes 10", "Saved"),
    )
    assert [(str(u.status), u.narrative) for u in await updates(office)] == [
        ("at risk", "staff left"),
        ("on track", "staff left"),
    ]


async def test_a_correction_of_nothing_is_no_update(office: Office) -> None:
    await office.talk((SUE, "sorry, that should have been green", "not: Did you mean Recommendation"))


async def test_a_status_without_a_number_is_asked_about_by_those_that_are_theirs(office: Office) -> None:
    await office.talk(
        (SUE, "amber – ward still shut", ["^Nothing has been saved", "Recommendation 8", "Recommendation 10"]),
        (SUE, "8", ["Recommendation 8: at risk (amber)", "“ward still shut”", "Save this?"]),
    )
    await office.talk((STAN, "amber – ward still shut", "not: an update on"))


async def test_a_status_alone_asks_for_those_that_have_it(office: Office) -> None:
    await office.talk((SUE, "red", "not: Did you mean an update"), (SUE, "which are red?", "not: Did you mean an"))


async def test_somebody_elses_yes_is_none_to_what_was_asked(office: Office) -> None:
    await office.talk((SUE, "10 is going well", NOT_SAVED), (STAN, "yes", "not: Recommendation 10. Nobody"))

    assert not await updates(office)


async def test_nobody_corrects_somebody_elses_update(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – staff left", "Save this?"),
        (SUE, "yes", "Saved"),
        (STAN, "sorry, that should have been green", "not: Did you mean"),
        (GANI, "oops, 10 should be green", "not: Did you mean"),
    )
