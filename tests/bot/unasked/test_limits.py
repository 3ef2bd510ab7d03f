"""Teams' limits are kept, and answers are taken for what they mean."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outgoing.retry import LOST, UNSENT
from bot.unasked.limits import OVERALL, THREAD, Pace
from bot.unasked.outcomes import outcome, wait
from knowledge.progress.sending.deliveries import Outcome


class Time:
    now = 0.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def most_in(times: list[float], span: float) -> int:
    """The largest number within any stretch that is a hair shorter than this."""
    return max(sum(start <= time < start + span * 0.999999 for time in times) for start in times)


async def test_no_thread_gets_more_than_teams_takes() -> None:
    time, sent = Time(), list[float]()
    pace = Pace(time.clock, time.sleep)

    while time.now < 200:
        if await pace.turn("chat"):
            sent.append(time.now)
        else:
            time.now += 5

    assert len(sent) > 300
    for span, most in THREAD:
        assert most_in(sent, span) <= most


async def test_an_hour_has_eighteen_hundred() -> None:
    time, sent = Time(), 0
    pace = Pace(time.clock, time.sleep)

    while time.now < 3500:
        sent += await pace.turn("chat")
        time.now += 1.0

    assert sent == 1800


async def test_over_all_threads_no_more_than_thirty_go_in_a_second() -> None:
    time, sent = Time(), list[float]()
    pace = Pace(time.clock, time.sleep)

    for number in range(300):
        assert await pace.turn(f"chat {number}")
        sent.append(time.now)

    for span, most in OVERALL:
        assert most_in(sent, span) == most


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        *((status, Outcome.LATER) for status in (401, 412, 429, 502, 503, UNSENT)),
        *((status, Outcome.UNKNOWN) for status in (500, 504, LOST)),
        *((status, Outcome.GONE) for status in (403, 404)),
        *((status, Outcome.REFUSED) for status in (400, 413, 302)),
    ],
)
def test_an_answer_means(status: int, expected: Outcome) -> None:
    assert outcome(status) is expected


@given(st.integers(0, 1000), st.none() | st.floats(0, 1000), st.floats(0, 1))
def test_the_wait_is_never_shorter_than_asked_for_and_grows_to_ten_minutes(
    failures: int, asked: float | None, chance: float
) -> None:
    found = wait(failures, asked, chance)

    assert found >= timedelta(seconds=asked or 0)
    assert timedelta(seconds=1) <= found - timedelta(seconds=asked or 0) <= timedelta(seconds=600.001)


def test_the_wait_doubles_and_chance_spreads_it() -> None:
    assert [wait(n, None, 1.0).total_seconds() for n in range(4)] == [2, 4, 8, 16]
    assert wait(0, None, 0.0) < wait(0, None, 1.0)
