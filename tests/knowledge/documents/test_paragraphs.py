from __future__ import annotations

import pytest

from knowledge.documents.paragraphs import are_wrapped, text

WRAPPED = [
    "A radical reduction is required in the",
    "",
    "amount of prescription.",
    "",
    "Help must come from the Royal",
    "College.",
]
NOTES = ["Awaiting further guidance from the Government", "The team supports this.", "", "Staff agree"]


def test_a_hard_wrapped_text_is_joined_and_its_blank_lines_mean_nothing() -> None:
    assert are_wrapped([WRAPPED])
    assert text(WRAPPED, wrapped=True) == (
        "A radical reduction is required in the amount of prescription.\nHelp must come from the Royal College."
    )


def test_in_notes_each_line_is_a_paragraph_without_a_full_stop_too() -> None:
    assert not are_wrapped([NOTES])
    assert text(NOTES, wrapped=False).split("\n") == [line for line in NOTES if line]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["protocols in health and ", "education."], "protocols in health and education."),
        (["There are plans to", "Consult"], "There are plans to Consult"),
        (["in Salford,", "Trafford"], "in Salford, Trafford"),
        (
            ["to do this:", "• one  thing;", "", "  · two", "o inner", "", "Then more"],
            "to do this:\n• one thing;\n• two\n◦ inner\nThen more",
        ),
        (["• for those professionals", "", "        providing help"], "• for those professionals providing help"),
        (["First.", "(b) second"], "First.\n(b) second"),
        (["at the end.", "‘why’ it happened"], "at the end. ‘why’ it happened"),
        (["extent of multi -", "agency work"], "extent of multi - agency work"),
        ([], ""),
    ],
)
def test_what_runs_on_is_joined_and_what_begins_anew_is_not(lines: list[str], joined: str) -> None:
    assert text(lines, wrapped=False) == joined
