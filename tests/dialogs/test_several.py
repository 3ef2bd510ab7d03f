"""Of several orders in one message the first is taken alone, and the others are said not to be."""

import pytest

from tests.office import MO, SUE, Office, Row

from .officials import office, updates

__all__ = ["office"]

LEFT = "I take one order at a time, so I haven’t taken"
ASKED: list[Row] = [
    (MO, "set the target for 10 to 31 January 2027", "Save this?"),
    (MO, "yes", "Saved"),
    (SUE, "extend 10 to 30 June 2027: waiting on partners", "Save this?"),
    (SUE, "yes", "Saved"),
]


async def test_a_second_order_is_no_reason_for_the_first(office: Office) -> None:
    await office.talk(
        *ASKED,
        (
            MO,
            "Grant the extension of 10 and assign 3 to Julie Moss",
            ["You would grant that", "not: Reason", "Save this?", f"{LEFT} “assign 3 to Julie Moss”"],
        ),
        (MO, "yes", "Saved. The extension is granted"),
        (MO, "who leads 3?", ["Gani Martins", "not: Julie Moss"]),
        (MO, "assign 3 to Julie Moss", "Save this?"),
    )


@pytest.mark.parametrize(
    ("words", "reason", "rest"),
    [
        (
            "refuse the extension of 10: no grounds. Set the target for 10 to 1 May 2027",
            "“no grounds”.",
            "Set the target",
        ),
        ("refuse the extension of 10: no grounds, then sign off 8", "“no grounds”.", "sign off 8"),
        (
            "set the target for 8 to 31 March 2027: board agreed, and assign 4 to Sue Myers",
            "“board agreed”.",
            "assign 4",
        ),
        ("set the target for 8 to 31 March 2027 and assign 4 to Sue Myers", "31 March 2027.", "assign 4 to Sue Myers"),
        (
            "set the target for 8 to 31 March 2027; assign 4 to Sue Myers; sign off 3",
            "31 March",
            "assign 4 to Sue Myers; sign off 3",
        ),
    ],
)
async def test_what_comes_after_a_managers_order_is_said_not_to_be_taken(
    office: Office, words: str, reason: str, rest: str
) -> None:
    await office.talk(*ASKED, (MO, words, [reason, "Save this?", f"{LEFT} “{rest}", "not: and assign"]))


@pytest.mark.parametrize(
    "rest",
    ["assign 8 to Gani Martins", "extend 8 to 30 June 2027: waiting", "no change on 8", "undo 8", "sign 8 off"],
)
@pytest.mark.parametrize("joined", ["; ", ". ", ", and ", "\n", " and also "])
async def test_a_second_order_is_no_part_of_what_has_happened(office: Office, joined: str, rest: str) -> None:
    await office.talk(
        (SUE, f"update 10: amber – slow{joined}{rest}", ["“slow”.", "Save this?", f"{LEFT} “{rest}"]),
        (SUE, "yes", "Saved"),
    )
    (update,) = await updates(office)
    assert update.narrative == "slow"


@pytest.mark.parametrize(
    "words",
    [
        "we agreed to close it and assign 2 staff to the pilot",
        "costs agreed, and extend 2 pilots to May",
        "we must assign 3 to somebody",
        "the board signed off 3 of 8 plans",
    ],
)
async def test_what_only_sounds_like_an_order_is_what_has_happened(office: Office, words: str) -> None:
    await office.talk((SUE, f"update 10: amber – {words}", [f"“{words}”", "not: one order at a time"]))


async def test_several_updates_in_one_message_are_all_taken(office: Office) -> None:
    await office.talk(
        (SUE, "update 10: amber – slow. Update 8: red – staff left", ["After this: Recommendation 8", f"not: {LEFT}"])
    )


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("yes, and assign 3 to Julie Moss", "Saved. Recommendation 10"),
        ("make it red and assign 3 to Julie Moss", ["off track (red)", "“slow”.", "Save this?"]),
        ("add that staff left; assign 3 to Julie Moss", ["“slow; staff left”.", "Save this?"]),
    ],
)
async def test_an_order_beside_an_answer_is_said_not_to_be_taken(
    office: Office, answer: str, told: str | list[str]
) -> None:
    await office.talk((SUE, "update 10: amber – slow", "Save this?"))

    await office.talk((SUE, answer, [*([told] if isinstance(told, str) else told), f"{LEFT} “assign 3 to Julie Moss”"]))


async def test_an_order_behind_a_no_is_taken_as_before(office: Office) -> None:
    await office.talk(
        (SUE, "update 8: amber – slow", "Save this?"),
        (SUE, "yes", "Saved"),
        (SUE, "update 10: amber – slow", "Save this?"),
        (SUE, "no, undo 8", ["Taken back", f"not: {LEFT}"]),
    )


@pytest.mark.parametrize("question", ["who leads 3?", "who leads 3, and", "Who leads 3?\n"])
async def test_an_order_beside_a_question_is_said_not_to_be_taken(office: Office, question: str) -> None:
    await office.talk(
        (MO, f"{question} assign 3 to Julie Moss", ["Gani Martins", f"{LEFT} “assign 3 to Julie Moss”"]),
        (MO, "yes", "Nothing is waiting"),
    )


@pytest.mark.parametrize("courtesy", ["Thanks! ", "Good morning. ", "great, thanks; "])
async def test_a_courtesy_before_an_order_is_none(office: Office, courtesy: str) -> None:
    await office.talk(
        (MO, f"{courtesy}Assign 3 to Julie Moss", ["Julie Moss would lead", "Save this?", f"not: {LEFT}"])
    )


@pytest.mark.parametrize("question", ["how do I extend 10 to 30 June 2027?", "who can sign off 8 and send it back?"])
async def test_a_question_about_an_order_is_none(office: Office, question: str) -> None:
    await office.talk((MO, question, f"not: {LEFT}"))
