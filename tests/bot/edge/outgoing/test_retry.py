"""When to send again: soon, not too soon, not too often, and never where that would say things twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outgoing.retry import LOST, UNSENT, next_delay, seconds_to_wait


@pytest.mark.parametrize(
    ("status", "sendings"),
    [
        (429, 5),
        (412, 5),
        (502, 2),
        (504, 2),
        (LOST, 2),
        (401, 2),
        (UNSENT, 3),
        (400, 1),
        (403, 1),
        (404, 1),
        (413, 1),
        (500, 1),
    ],
)
def test_how_often_a_reply_is_sent_altogether(status: int, sendings: int) -> None:
    attempt = 1
    while next_delay(attempt, status, None, 0.5) is not None:
        attempt += 1

    assert attempt == sendings


def test_the_wait_doubles_and_stays_reasonable() -> None:
    waits = [next_delay(attempt, 429, None, 1.0) for attempt in range(1, 5)]

    assert waits == [0.25, 0.5, 1.0, 2.0]


def test_chance_spreads_those_who_wait_for_the_same() -> None:
    assert next_delay(1, 429, None, 0.0) == 0.125
    assert next_delay(1, 429, None, 1.0) == 0.25


@given(
    st.integers(1, 100), st.sampled_from([429, 412, 502, 504, 401, LOST, UNSENT]), st.floats(0, 1e6), st.floats(0, 1)
)
def test_nobody_comes_back_sooner_than_was_asked_for(
    attempt: int, status: int, retry_after: float, chance: float
) -> None:
    delay = next_delay(attempt, status, retry_after, chance)

    assert delay is None or retry_after <= delay <= retry_after + 8


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("0", 0.0),
        ("7", 7.0),
        ("soon", None),
        ("-1", None),
        ("1.5", None),
        ("٣", None),
        ("Thu, 01 Jan 1970 00:02:00 GMT", 20.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("Thu, 99 Jan 1970 00:02:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(header, now=100.0) == seconds
