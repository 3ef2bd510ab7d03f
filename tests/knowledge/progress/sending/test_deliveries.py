"""What becomes of a message that the bot owes, try after try."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.progress.model import Delivery, State
from knowledge.progress.sending.deliveries import ABANDONED, GIVE_UP, Outcome, claimable, claimed, settled

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DUE = Delivery("s@2026-11-23", "chat", "summary", NOW)
CLAIMED = claimed(DUE, NOW)


@pytest.mark.parametrize(
    ("delivery", "expected"),
    [
        (None, True),
        (DUE, True),
        (replace(DUE, again=NOW + SECOND), False),
        (replace(DUE, again=NOW), True),
        (CLAIMED, False),
        (replace(CLAIMED, claimed=NOW - ABANDONED + SECOND), False),
        (replace(CLAIMED, claimed=NOW - ABANDONED), True),
        *((replace(DUE, state=state), False) for state in (State.SENT, State.FAILED, State.UNCERTAIN, State.DROPPED)),
    ],
)
def test_a_message_is_taken_on_by_one_and_again_where_that_one_was_heard_of_no_more(
    delivery: Delivery | None, expected: bool
) -> None:
    assert claimable(delivery, NOW) is expected


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.TAKEN, State.SENT),
        (Outcome.LATER, State.DUE),
        (Outcome.UNKNOWN, State.DUE),
        (Outcome.REFUSED, State.FAILED),
        (Outcome.GONE, State.FAILED),
    ],
)
def test_only_what_was_taken_counts_as_sent(outcome: Outcome, state: State) -> None:
    after = settled(CLAIMED, outcome, NOW, SECOND)

    assert after.state is state
    assert (after.sent is not None) is (outcome is Outcome.TAKEN)


def test_what_wasnt_taken_is_tried_again_when_its_wait_is_over_for_six_hours() -> None:
    after = settled(CLAIMED, Outcome.LATER, NOW, 30 * SECOND, status=429)

    assert (after.again, after.failures, after.status) == (NOW + 30 * SECOND, 1, 429)
    assert settled(claimed(after, NOW + GIVE_UP), Outcome.LATER, NOW + GIVE_UP, SECOND).state is State.FAILED


def test_what_may_have_arrived_is_sent_once_more_and_never_a_third_time() -> None:
    once = settled(CLAIMED, Outcome.UNKNOWN, NOW, SECOND)
    twice = settled(claimed(once, NOW + 60 * SECOND), Outcome.UNKNOWN, NOW + 61 * SECOND, SECOND)

    assert once.again == NOW + 60 * SECOND
    assert twice.state is State.UNCERTAIN
    assert not claimable(twice, NOW + GIVE_UP)


def test_a_claim_that_died_counts_as_one_that_may_have_arrived() -> None:
    taken_over = claimed(CLAIMED, NOW + ABANDONED)
    again = claimed(taken_over, NOW + 2 * ABANDONED)

    assert (taken_over.state, taken_over.doubts) == (State.CLAIMED, 1)
    assert again.state is State.UNCERTAIN
