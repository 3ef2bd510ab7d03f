from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.progress.model import Status
from knowledge.progress.reporting.statuses import opening, status_of

_MEANT = {
    Status.NOT_STARTED: "grey, gray, Grey, not started, NOT STARTED, not begun, not yet started, hasn't started, "
    "hasn’t begun yet, hasnt started, haven't commenced, yet to start, ⚪, ⚪ not started, not strated",
    Status.ON_TRACK: "green, GREEN, on track, on-track, ontrack, on target, on schedule, it's on track, 🟢, 🟢 green, "
    "🟩, green 🟢, gren, grean, on trak, rag green, RAG: G, Status: green, still green, green again please, "
    "was amber; now green, from red to green, not red but green, completely green, in the green",
    Status.AT_RISK: "amber, Amber., at risk, AT-RISK, at-risk, at rsik, ambr, anber, rag amber, RAG rating amber, "
    "amber not green, at risk (amber), 🟠, 🟡 amber, to amber, no - amber, I'd say amber, no longer red; now amber, "
    "gone from green to amber, amber rather than red, yellow",
    Status.OFF_TRACK: "red, off track, off-track, behind, behind schedule, behnd schedule, overdue, 🔴, 🔴 red, rag r, "
    "moved to red, we are running late",
    Status.AWAITING_SIGN_OFF: "blue, done, finished, completed, Complete!, compelte, all done, 100% complete, "
    "complete - awaiting sign-off, awaiting sign-off, complete awaiting sign off, ready for sign-off, 🔵, "
    "it has now been completed, fully complete, delivered",
}
_NONE = (
    "not green, not complete, not yet complete, isn't on track, isn’t on track, isnt green, no longer red, "
    "not red or amber, neither red nor amber, almost complete, nearly complete, 80% complete, partly done, half done, "
    "nearly there, 12%, 100%, greenfield, red tape, green paper, amber/red, amber or red, green and complete, "
    "🟢 at risk, should be green, will be complete, could be red, green soon, to be completed, was amber, started, "
    "in progress, of track, incomplete, undone, unfinished, greek, greed, competed, reds, no change, no, 😀, a, rag, "
    "status, r, g, everything is going well, on, off, track, risk, , completes the review, I was red-faced"
)


@pytest.mark.parametrize(
    ("words", "status"), [(words, status) for status, row in _MEANT.items() for words in row.split(", ")]
)
def test_a_short_phrase_means_a_status_however_it_is_typed(words: str, status: Status) -> None:
    assert status_of(words) is status


def test_complete_with_its_comma_awaits_sign_off() -> None:
    assert status_of("complete, awaiting sign-off") is Status.AWAITING_SIGN_OFF
    assert status_of("not started, grey") is Status.NOT_STARTED


@pytest.mark.parametrize("arrow", ["→", "->", "-->", "=>", ">", "⇒", "➡️"])
def test_behind_an_arrow_is_what_it_is_now(arrow: str) -> None:
    assert status_of(f"red {arrow} amber") is Status.AT_RISK
    assert status_of(f"{arrow} green") is Status.ON_TRACK


@pytest.mark.parametrize("words", _NONE.split(", "))
def test_a_denial_a_share_or_another_word_is_no_status(words: str) -> None:
    assert status_of(words) is None


def test_nobody_can_type_the_status_that_only_a_manager_gives() -> None:
    assert all(status_of(words) is not Status.COMPLETE for words in ("complete", "signed off", "complete, signed off"))


def test_a_status_that_more_follows_is_heard_with_its_place() -> None:
    heard = opening("is now at risk because health partners haven't replied")

    assert heard is not None
    assert (heard.status, heard.phrase, heard.end) == (Status.AT_RISK, "at risk", 14)


@pytest.mark.parametrize("text", ["not green but we hope", "amber/red until May", "we reviewed 12 red cases", ""])
def test_a_text_that_begins_with_no_status_or_with_two_has_none(text: str) -> None:
    assert opening(text) is None


_PIECES = (
    "not no longer amber green red at risk on off track was now to from or and / started 12% 🟢 sign isn't x".split()
)


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(_PIECES), max_size=10).map(" ".join)))
def test_any_words_mean_a_status_or_none_and_the_place_is_in_them(text: str) -> None:
    heard = opening(text)

    assert status_of(text) is None or heard is not None
    assert heard is None or 0 < heard.end <= len(text)


@given(st.sampled_from(["amber", "green", "red", "on track", "at risk", "complete", "🟢"]))
def test_not_x_never_means_x(words: str) -> None:
    assert status_of(f"not {words}") is None
    assert status_of(f"no longer {words}") is None
