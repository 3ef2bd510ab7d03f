"""What a question over progress asks for, in the words that people use."""

import string
import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.progress.model import Status, Target
from knowledge.progress.standings.standing import Standing
from knowledge.progress.standings.wanted import _CONDITIONS, Now, wanted
from knowledge.questions.language.phrase import heard_keys
from tests.builders import an_update

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NOW = Now(AT.date(), AT)


def standing(status: Status | None) -> Standing:
    update = an_update(status=status, at=AT) if status else None
    return Standing("munro", "10", latest=update, report=update)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("which are red", Status.OFF_TRACK),
        ("what's behind schedule", Status.OFF_TRACK),
        ("which are at risk", Status.AT_RISK),
        ("any amber ones", Status.AT_RISK),
        ("which are green", Status.ON_TRACK),
        ("which haven't started", Status.NOT_STARTED),
        ("what is awaiting sign-off", Status.AWAITING_SIGN_OFF),
        ("which are complete", Status.COMPLETE),
    ],
)
def test_a_status_is_meant_by_its_words_and_its_colour(words: str, status: Status) -> None:
    (one,) = wanted(words)

    assert {s for s in Status if one.holds(standing(s), NOW)} == {status}


def test_not_red_is_everything_that_is_known_to_be_something_else() -> None:
    (one,) = wanted("which are not red")

    assert {s for s in (*Status, None) if one.holds(standing(s), NOW)} == {*Status} - {Status.OFF_TRACK}


@pytest.mark.parametrize("words", ["which are overdue", "what is late", "which have missed their deadline"])
def test_overdue_is_past_the_target(words: str) -> None:
    (one,) = wanted(words)
    late = Standing("munro", "10", target=Target("t", "munro", "10", date(2026, 11, 22), "", "m", AT))

    assert one.holds(late, NOW)
    assert not one.holds(standing(Status.OFF_TRACK), NOW)


@pytest.mark.parametrize(
    "words",
    ["which are neither red nor amber", "which are not red or amber", "not red, amber or green", "not red nor amber"],
)
def test_a_not_before_several_is_one_before_each(words: str) -> None:
    assert all(one.negated for one in wanted(words))


def test_a_not_ends_where_something_else_begins() -> None:
    assert [one.negated for one in wanted("which are not red and overdue")] == [True, False]
    assert [one.negated for one in wanted("red but not amber")] == [False, True]


def test_each_of_two_is_found_in_order() -> None:
    assert [w.one for w in wanted("red or amber")] == ["is off track (red)", "is at risk (amber)"]


@pytest.mark.parametrize("words", ["who leads recommendation 10", "what does munro say about early help", ""])
def test_other_questions_want_nothing(words: str) -> None:
    assert wanted(words) == ()


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("which have no target", "has no target"),
        ("which have no update", "has no update yet"),
        ("which are stale", "has had no update for 28 days"),
        ("what extensions are pending", "has an extension asked for"),
        ("which were sent back", "was sent back"),
    ],
)
def test_what_is_found_is_said_in_words(words: str, clause: str) -> None:
    assert [w.one for w in wanted(words)] == [clause]


@pytest.mark.parametrize("number", range(len(_CONDITIONS)))
@settings(max_examples=60)
@given(data=st.data())
def test_whatever_has_a_condition_has_a_word_that_tells_of_it(number: int, data: st.DataObject) -> None:
    """Conditions are looked for only where a word tells of them, which must never cost one."""
    tells, pattern, _ = _CONDITIONS[number]
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.sampled_from(string.ascii_lowercase + "'- ,")))

    assert not tells.isdisjoint(heard_keys(text))


@pytest.mark.timeout(60)  # in the square of their number, they would take a minute
def test_however_many_statuses_are_asked_for_each_is_looked_at_once() -> None:
    began = time.process_time()

    found = wanted("red\n" * 25_000)

    assert len(found) == 25_000
    assert time.process_time() - began < 15  # seconds; it takes one
