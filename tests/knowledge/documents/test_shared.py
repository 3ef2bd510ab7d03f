from __future__ import annotations

import pytest

from knowledge.documents.layout import Line
from knowledge.documents.shared import apart


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "Cabinet response: Accepted | Owner: Jo Ash | Timescale: May 2026",
            ["Owner: Jo Ash", "Timescale: May 2026", "Cabinet response: Accepted"],
        ),
        ("Decision: Accepted | Owner: Jo Ash", ["Owner: Jo Ash", "Decision: Accepted", ""]),
        ("Lead: Jo Ash, Clerk. Timescale: May 2026.", ["Lead: Jo Ash, Clerk.", "Timescale: May 2026."]),
        ("Lead: Jo Ash\tDue date: May 2026", ["Lead: Jo Ash", "Due date: May 2026"]),
        ("Response: Accepted | as before", ["Response: Accepted | as before"]),
        ("Response: Two things. Firstly: lights.", ["Response: Two things. Firstly: lights."]),
        ("We said: no. Lead: Jo Ash", ["We said: no. Lead: Jo Ash"]),
        ("Lead: Jo Ash", ["Lead: Jo Ash"]),
    ],
)
def test_labels_that_share_a_line_are_taken_apart_and_what_is_answered_comes_last(line: str, parts: list[str]) -> None:
    assert [one.text for one in apart([Line(1, line)])] == parts


def test_a_cell_is_left_as_it_is() -> None:
    cell = Line(1, "Lead: Jo Ash. Timescale: May 2026.", is_settled=True)

    assert list(apart([cell])) == [cell]
