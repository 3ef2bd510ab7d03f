"""How a recommendation stands: overdue, stale, and what doesn't add up."""

from datetime import UTC, date, datetime, timedelta

import pytest

from knowledge.progress.model import Status, Target
from knowledge.progress.standings.standing import STALE_AFTER, Contradiction, Standing, contradictions
from tests.builders import an_update

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TODAY = NOW.date()


def standing(status: Status | None = None, due: date | None = None, **known: object) -> Standing:
    update = an_update(**{"status": status, "at": NOW, "next_step_date": None} | known) if status else None
    target = Target("t", "munro", "10", due, "", "m", NOW) if due else None
    return Standing("munro", "10", latest=update, report=update, target=target)


@pytest.mark.parametrize(
    ("status", "due", "late"),
    [
        (Status.ON_TRACK, date(2026, 11, 22), True),
        (Status.ON_TRACK, date(2026, 11, 23), False),
        (None, date(2026, 11, 22), True),
        (Status.AWAITING_SIGN_OFF, date(2026, 11, 22), False),
        (Status.COMPLETE, date(2026, 11, 22), False),
        (Status.OFF_TRACK, None, False),
    ],
)
def test_only_a_target_that_has_passed_makes_overdue(status: Status | None, due: date | None, late: bool) -> None:
    assert standing(status, due).overdue(TODAY) is late


def test_it_is_stale_after_four_weeks_without_a_word() -> None:
    fresh = standing(Status.AT_RISK)

    assert STALE_AFTER == 28
    assert not fresh.stale(NOW + timedelta(days=28) - timedelta(seconds=1))
    assert fresh.stale(NOW + timedelta(days=28))
    assert standing().stale(NOW)


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.AWAITING_SIGN_OFF])
def test_what_is_complete_is_never_stale(status: Status) -> None:
    assert not standing(status).stale(NOW + timedelta(days=1000))


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (standing(Status.ON_TRACK, date(2026, 11, 1)), {Contradiction.ON_TRACK_BUT_OVERDUE}),
        (standing(Status.AT_RISK, date(2026, 11, 1)), set()),
        (standing(Status.AWAITING_SIGN_OFF, evidence=()), {Contradiction.NO_EVIDENCE}),
        (standing(Status.AWAITING_SIGN_OFF), set()),
        (standing(Status.AT_RISK, next_step_date=date(2026, 11, 22)), {Contradiction.STEP_PAST}),
        (
            standing(Status.AT_RISK, date(2026, 12, 1), next_step_date=date(2026, 12, 2)),
            {Contradiction.STEP_AFTER_TARGET},
        ),
        (standing(), set()),
    ],
)
def test_what_does_not_add_up_is_found(of: Standing, found: set[Contradiction]) -> None:
    assert {*contradictions(of, TODAY)} == found
