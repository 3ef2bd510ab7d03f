"""What pasting and dictating add is taken out of a report, and nothing that may be part of it."""

import pytest

from knowledge.progress.reporting.report import reported
from knowledge.progress.reporting.tidying import tidied


@pytest.mark.parametrize(
    "below",
    ["\nKind regards\nSue Myers\nHead of EIP", "\nThanks, Gani", "\n\nMany thanks,\nSue", "\nSent from my iPhone"],
)
def test_a_signature_is_no_part_of_a_report(below: str) -> None:
    assert tidied(f"met the GPs{below}") == tidied("met the GPs") + ("\n" if below.startswith("\n\n") else "")


@pytest.mark.parametrize(
    "text",
    [
        "amber\nThanks to the GPs we have a protocol",
        "amber – met\nThanks\nNext step: pilot by 3 May",
        "amber – work came to a full stop in May",
        "green – colon cancer screening agreed",
        "amber – families sent their regards",
    ],
)
def test_what_may_be_part_of_it_stays(text: str) -> None:
    assert tidied(text) == text


def test_spoken_marks_and_days_are_written() -> None:
    said = "two left comma one came full stop next step train by the twenty second of march full stop"
    assert tidied(said) == "two left, one came. next step train by the 22 march."


@pytest.mark.parametrize("nothing", ["none", "n/a", "N/A.", "nothing yet"])
def test_a_part_filled_with_nothing_is_empty(nothing: str) -> None:
    found = reported(f"green – pilot done; next step: {nothing}; by: n/a; evidence: none")

    assert (found.narrative, found.next_step, found.due_words, found.evidence) == ("pilot done", "", "", ())


def test_a_next_step_runs_neither_into_its_day_nor_into_missing_evidence() -> None:
    chase, recruit = reported("green – met. next: chase. by 18 dec"), "next step recruit by end jan, no evidence yet"

    assert (chase.next_step, chase.due_words) == ("chase", "18 dec")
    assert (reported(f"amber. {recruit}").next_step, reported(f"amber. {recruit}").due_words) == ("recruit", "end jan")
    assert reported("amber – late. nxt step relaunch by 15 jan").next_step == "relaunch"
