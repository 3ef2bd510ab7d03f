from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

import pytest

from knowledge.documents.dates import Phrase, phrases
from knowledge.documents.milestones import milestones
from knowledge.documents.standing import standing


def shown(found: Sequence[Phrase]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


@pytest.mark.parametrize(
    ("timescale", "left"),
    [
        ("Was March 2026, now June 2026", ["June 2026"]),
        ("Slipped from June 2025 to June 2026", ["June 2026"]),
        ("Moved from 31 March 2025 to 30 June 2026", ["30 June 2026"]),
        ("Not May 2026 as first planned, but July 2026", ["July 2026"]),
        ("31 March 2025 (extended to 30 June 2026)", ["30 June 2026"]),
        ("Originally due March 2026; revised to June 2026", ["June 2026"]),
        ("June 2026 (originally March 2026)", ["June 2026"]),
        ("Original date: May 2025. Revised date: June 2026", ["June 2026"]),
        ("The government's deadline of 1 May 2026 does not apply", []),
    ],
)
def test_a_date_that_another_has_taken_the_place_of_no_longer_holds(timescale: str, left: list[str]) -> None:
    assert [one.words for one in milestones(timescale)] == left


@pytest.mark.parametrize(
    "timescale",
    [
        "Was March 2026",
        "Plan in May 2026 and report in June 2026",
        "From May 2025 to June 2026",
        "Not before May 2026; review in June 2027",
        "The pilot was run in May 2025. A report follows in June 2026.",
        "The pilot ran until May 2025 and was extended to all wards in June 2026",
    ],
)
def test_any_other_date_holds(timescale: str) -> None:
    assert shown(standing(timescale)) == shown(phrases(timescale))


def test_a_long_timescale_is_read_in_time_that_grows_with_it() -> None:
    text = "Was March 2026, now June 2026, slipped from May to " * 2_000

    start = perf_counter()
    standing(text)

    assert perf_counter() - start < 5
