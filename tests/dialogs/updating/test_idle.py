"""A yes or a no where nothing waits for one is told so; what is no such thing is answered as ever."""

import pytest

from tests.dialogs.officials import office, updates
from tests.office import SUE, Office

__all__ = ["office"]

# Said to "Save this?" as well.
YES = [
    "Yes, do it.",
    "go ahead",
    "yes, go ahead",
    "OK, go ahead please",
    "please do",
    "just do it",
    "let’s do it",
    "proceed",
    "save",
    "that’s fine, save it",
    "all good, go ahead",
    "yes, that’s right",
    "looks good, go ahead",
    "I agree",
]


@pytest.mark.parametrize("yes", YES)
async def test_where_nothing_waits_a_yes_is_told_so(office: Office, yes: str) -> None:
    await office.talk((SUE, yes, "^Nothing is waiting for your yes"))


@pytest.mark.parametrize("yes", YES)
async def test_the_same_words_are_a_yes_to_what_waits(office: Office, yes: str) -> None:
    await office.talk((SUE, "update 10: amber – slow", "Save this?"), (SUE, yes, "Saved. Recommendation 10"))

    await office.talk((SUE, yes, ["nothing was saved just now", "on Recommendation 10, is saved already"]))
    assert len(await updates(office)) == 1


@pytest.mark.parametrize("no", ["don’t go ahead", "do not do it", "don't proceed"])
async def test_a_no_to_going_ahead_is_none_of_it(office: Office, no: str) -> None:
    await office.talk(
        (SUE, no, "Nothing was under way"),
        (SUE, "update 10: amber – slow", "Save this?"),
        (SUE, no, "haven’t saved it"),
    )
    assert await updates(office) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("great, thanks", "You’re welcome"),
        ("go ahead and tell me who leads 3", "Gani Martins"),
        ("go on", "specify how they will identify"),  # the rest of what was quoted
        ("is it right that Gani Martins leads 3?", "Gani Martins"),
    ],
)
async def test_what_is_no_yes_is_answered_as_ever(office: Office, said: str, told: str) -> None:
    await office.talk((SUE, "10", "Say “more”"), (SUE, said, [told, "not: Nothing is waiting"]))
