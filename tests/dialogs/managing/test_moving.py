"""Targets in the words that managers have for them: restated as plain orders, and set after a yes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from knowledge.model import Person
from knowledge.store.shelves import TARGETS
from tests.dialogs.officials import trail
from tests.office import MO, STAN, SUE, Office, Row

SET: Sequence[Row] = ((MO, "set the target for 10 to 31 March 2027", "Save this?"), (MO, "yes", "Saved"))
ONLY_A_DAY = "A target is only a day, so"


async def targets(office: Office) -> dict[str, str]:
    """The newest target of each recommendation."""
    return {one.ref: str(one.day) for one in await office.store.all(TARGETS)}


@pytest.mark.parametrize(
    "words",
    [
        "change 10 to 30 april",
        "move 10 to 30 April",
        "push 10 back to 30 april",
        "bring 10 forward to 30 April",
        "10 goes to 30 april",
        "10 slips to 30 april",
        "move sue's deadline to 30 April",
        "change 10's target to 30 april",
        "move it to 30 April",
        "change its deadline to 30 April",
        "make the target for it 30 April",
        "set 10 for 30 april",
        "lets make 10 30 april instead",
        "give 10 until 30 april",
        "give sue until 30 april on 10",
        "change the date on 10 to 30 april",
    ],
)
async def test_a_target_is_changed_for_a_reason_and_named(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (
            MO,
            words,
            ["The target of Recommendation 10 is 31 March 2027.", "It would be 30 April 2027.", "Why is it changed?"],
        ),
        (MO, "the board moved", ["would be 30 April 2027", "“the board moved”", "Save this?"]),
        (MO, "yes", "The target of Recommendation 10 is now 30 April 2027"),
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("target for 4 before Xmas", "24 December 2026"),
        ("target for 4 by Easter", "28 March 2027"),
        ("deadline for 4 by Good Friday", "26 March 2027"),
        ("change 4 to Christmas", "25 December 2026"),
        ("set the target for 4 to the end of March", "31 March 2027"),
    ],
)
async def test_a_target_is_set_for_a_feast_day(office: Office, words: str, day: str) -> None:
    await office.talk((MO, words, [f"The target of Recommendation 4 would be {day}", "Save this?", "not: only a day"]))


@pytest.mark.parametrize(
    "words",
    [
        "8 goes to 30 june and 10 to 31 july",
        "set the target for 8 to 30 June and for 10 to 31 July",
        "set the target for 8 to 30 june and set the target for 10 to 31 july",
        "move 8 to 30 june, 10 to 31 july",
        "8 to 30 june, 10 to 31 july",
        "8: 30 june, 10: 31 july",
        "targets: 8: 30 June; 10: 31 July",
    ],
)
async def test_several_targets_are_all_restated_and_one_yes_sets_them_all(office: Office, words: str) -> None:
    await office.talk(
        (MO, words, ["Recommendation 8 would be 30 June 2027", "10 would be 31 July 2027", "Save this?"]),
        (MO, "yes", "Saved"),
    )
    assert await targets(office) == {"8": "2027-06-30", "10": "2027-07-31"}


async def test_one_reason_is_for_all_that_change(office: Office) -> None:
    await office.talk(
        *SET,
        (
            MO,
            "8 goes to 30 june and 10 to 31 july",
            ["Recommendation 8 would be 30 June", "Recommendation 10 is 31 March", "Why are they changed?"],
        ),
        (MO, "staff left", ["“staff left”", "Recommendation 10 would be 31 July 2027", "Save this?"]),
        (MO, "yes", "Saved"),
    )
    assert await targets(office) == {"8": "2027-06-30", "10": "2027-07-31"}


@pytest.mark.parametrize(
    "words",
    [
        "take the target off 10",
        "take the target off it",
        "remove sue's target",
        "take sue's target off",
        "remove 10's deadline",
        "no target for 10 any more",
        "no deadline for 10 please",
    ],
)
async def test_a_target_is_taken_away(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, words, ["The target of Recommendation 10 is 31 March 2027", "It would be taken away", "Why"]),
        (MO, "overtaken by events", ["would be taken away", "Save this?"]),
        (MO, "yes", "has no target any more"),
    )


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("set the target for 10 to 30 June subject to cabinet", "“subject to cabinet”"),
        ("target for 10 30 june subject to cabinet on 3 march", "“subject to cabinet on 3 march”"),
        ("change 10 to 30 June if cabinet agrees", "“if cabinet agrees”"),
        ("set the target for 10 to 30 June at 5pm", "“at 5pm”"),
    ],
)
async def test_what_is_no_day_is_said_not_to_be_kept_with_it(office: Office, words: str, left: str) -> None:
    await office.talk((MO, words, [f"^{ONLY_A_DAY} {left}", "30 June 2027", "Save this?"]), (MO, "yes", "Saved"))

    assert await targets(office) == {"10": "2027-06-30"}


@pytest.mark.parametrize(
    "words",
    [
        "set the target for 10 to Wednesday 30 June 2027 at the latest",
        "set the target for 10 to 30 June, please",
        "set the target for 10 to 30 June: subject to cabinet",
    ],
)
async def test_what_says_no_more_than_the_day_is_not_told(office: Office, words: str) -> None:
    await office.talk((MO, words, ["would be 30 June 2027", f"not: {ONLY_A_DAY}"]))


async def test_what_each_target_is_now_is_told_before_the_reason(office: Office) -> None:
    await office.talk(
        *SET,
        (
            MO,
            "deadline for 8 and 10 is easter",
            ["Recommendation 8 has no target yet.", "10 is 31 March 2027. Each would be 28 March 2027."],
        ),
    )


@pytest.mark.parametrize("words", ["bring 10 forward by a week: ofsted", "put 4 to 1 june", "take the target off 10"])
async def test_an_order_is_no_reason_for_another(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (MO, "change 10 to 30 april", "Why is it changed?"),
        (MO, words, ["I’ve dropped what I asked about before", "not: 30 April"]),
    )


@pytest.mark.parametrize("words", ["make it the 28th please", "change it to 28 February", "move it to 28 February"])
async def test_what_is_said_of_it_in_an_open_update_moves_no_target(office: Office, words: str) -> None:
    await office.talk(
        *SET,
        (SUE, "update 10: amber – slow; next step train by 30 February", "28 February 2027"),
        (SUE, words, ["not: target", "not: Only a manager"]),
    )


async def test_whoever_leads_it_hears_how_to_ask_for_more_time_and_a_manager_how_to_set_it(office: Office) -> None:
    await office.talk(
        *SET,
        (SUE, "10 slips to 30 june", ["Only a manager may do that", "“extend 10 to 30 June 2027: why”"]),
        (SUE, "set the target for 10 to 30 June", ["Only a manager may do that", "“extend 10 to 30 June 2027: why”"]),
        (STAN, "10 slips to 30 june", ["Only a manager may do that", "not: extend"]),
        (MO, "extend 10 to 30 June", ["can’t post on Recommendation 10", "“set the target for 10 to …: why”"]),
    )


@pytest.mark.parametrize("who", [STAN, SUE])
@pytest.mark.parametrize(
    "words",
    [
        "change 10 to 30 april",
        "8 goes to 30 june and 10 to 31 july",
        "take the target off 10",
        "move sue's deadline to 3 March",
        "target for 10 before Xmas",
    ],
)
async def test_only_a_manager_moves_targets(office: Office, who: Person, words: str) -> None:
    await office.talk((who, words, ["Only a manager may do that", "Managers: Mo Manager"]), (who, "yes", "not: Saved"))

    assert await trail(office) == []


@pytest.mark.parametrize(
    "words", ["change 10 to green", "move 10 to theme 2", "8 moves to amber", "which moves to 30 june?", "10 to 14"]
)
async def test_what_names_no_day_moves_no_target(office: Office, words: str) -> None:
    await office.talk((MO, words, ["not: The target of", "not: do you mean? Give"]))
