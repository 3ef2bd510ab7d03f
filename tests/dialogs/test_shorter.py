"""The last answer again, in short; and a recommendation in a few sentences for a committee."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dialogs.words import phrases
from tests.dialogs.talking import Talk
from tests.office import MO, STAN, SUE, Office, Row

POSTED: Sequence[Row] = (
    (MO, "set the target for 10 to 31 March 2027", "Save this?"),
    (MO, "yes", "Saved"),
    (SUE, "update 10: amber – health hasn't signed; next step pilot by 30 January 2027", "Save this?"),
    (SUE, "yes", "Saved"),
)
AT_RISK = ["at risk (amber)", "health hasn't signed", "30 January 2027", "31 March 2027"]


@pytest.mark.parametrize("words", ["shorter please", "too long", "can you make that shorter?", "in short"])
async def test_the_fact_alone_is_told_again(talk: Talk, words: str) -> None:
    await talk(
        ("who leads 10?", "Head of Early Intervention"),
        (words, ["^Recommendation 10: Sue Myers", "Source", "not: Head of"]),
        ("when is 14 due?", "We envisage"),
        (words, ["^Recommendation 14: by April 2012 and by July 2012", "not: We envisage"]),
        ("what does rec 9 say?", "accredited"),
        (words, ["^Recommendation 9: “The Government should require", "not: accredited"]),
        ("which were accepted in principle?", "5 of the 15"),
        (words, ["^Recommendations 6, 7, 8, 10 and 15."]),
    )


@pytest.mark.parametrize("words", ["in plain English", "can you put that in simple words", "in normal language please"])
async def test_for_plain_english_it_says_that_it_only_quotes(talk: Talk, words: str) -> None:
    await talk(
        ("what does rec 9 say?", "accredited"),
        (words, ["^I only quote the document", "In short:", "“The Government should require", "not: accredited"]),
    )


@pytest.mark.parametrize("words", ["explain rec 9 like im not a social worker", "9 in plain English please"])
async def test_a_number_needs_no_question_before(talk: Talk, words: str) -> None:
    await talk((words, ["^I only quote", "Recommendation 9: “The Government should require"]))


async def test_with_nothing_before_it_says_so(talk: Talk) -> None:
    await talk(("shorter please", "no answer of mine just before"), ("in plain English", "no answer of mine"))


async def test_what_was_reported_and_a_summary_are_shortened_too(office: Office) -> None:
    await office.talk(
        *POSTED,
        (STAN, "latest on 10", AT_RISK),
        (STAN, "shorter", ["^Recommendation 10: at risk (amber)", "target 31 March 2027", "not: signed"]),
        (MO, "weekly summary", "**"),
        (MO, "shorter please", ["reported on for the first time", "not: **"]),
    )


@pytest.mark.parametrize(
    "words",
    [
        "what do I tell committee about 10",
        "give me 2 lines on 10 for the scrutiny panel",
        "one paragraph on 10 for cllr briefing please",
        "how do i explain 10 to members",
        "what should we say about rec 10 at the board?",
        "10 in a nutshell",
    ],
)
async def test_for_a_committee_it_says_how_it_stands_and_what_it_is(office: Office, words: str) -> None:
    await office.talk(
        *POSTED,
        (MO, words, ["^Recommendation 10 is", *AT_RISK, "The Government should place a duty", "Sue Myers leads it"]),
        (MO, words.replace("10", "14"), ["^Nobody has posted", "No target is set", "Gani Martins leads it"]),
    )


async def test_the_pack_for_a_day_and_the_rest_of_a_committees_words_stay(office: Office) -> None:
    await office.talk((MO, "what do I tell committee on Thursday?", "pack"))


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    assert phrases.first_sentence("One two. Three.") == "One two."
    assert phrases.first_sentence("One two three four", limit=10) == "One two …"
    assert phrases.first_sentence("") == ""
