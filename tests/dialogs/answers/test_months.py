"""A month without a year is the coming one where the council has targets of its own, which are told first."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.answers.months import coming
from tests.dialogs.talking import Talk
from tests.office import MO, Office

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("what is due before christmas", TODAY, date(2026, 12, 24)),
        ("what is due by christmas", TODAY, date(2026, 12, 25)),
        ("anything due in january", date(2027, 1, 1), date(2027, 1, 31)),
        ("what is due in november", date(2026, 11, 1), date(2026, 11, 30)),
        ("what is due by march", TODAY, date(2027, 3, 31)),
        ("what is due between march and may", date(2027, 3, 1), date(2027, 5, 31)),
        ("what is due in spring", date(2027, 3, 1), date(2027, 5, 31)),
    ],
)
def test_the_next_that_is_not_over_is_meant(text: str, first: date, last: date) -> None:
    assert coming(text, TODAY) == (first, last)


@pytest.mark.parametrize("text", ["what is due after march", "what is due in march or in may", "what is due"])
def test_without_one_time_to_look_in_there_is_none(text: str) -> None:
    assert coming(text, TODAY) is None


async def test_the_councils_own_targets_come_first(office: Office) -> None:
    await office.talk(
        (MO, "what is due before christmas?", ["^8 of the 15", "December 2011", "not: own targets"]),
        (MO, "set the target for 11 to 15 December 2026", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "whats due before christmas", ["^By the council’s own targets", "Recommendation 11 (15 December 2026)"]),
        (MO, "anything due in january", ["^By the council’s own targets nothing is due from 1 January 2027"]),
        (MO, "what is due in May 2012?", ["^4 of the 15", "not: own targets"]),
        (MO, "what was due in may", ["not: own targets"]),
    )


async def test_without_a_target_a_question_for_it_says_that_there_is_none(office: Office) -> None:
    await office.talk(
        (MO, "target for 14?", ["^Recommendation 14: no target of the council’s own", "by April 2012"]),
        (MO, "targets for 14 and 15", ["no target", "Recommendation 15", "late 2012"]),
        (MO, "when is 14 due?", ["^Recommendation 14 gives", "not: no target"]),
    )


async def test_no_date_is_put_right_where_the_target_is_told_before_it(office: Office) -> None:
    await office.talk(
        (MO, "set the target for 10 to 31 March 2027", "Save this?"),
        (MO, "yes", "Saved"),
        (MO, "why is 10 due in march", ["31 March 2027", "The document: Recommendation 10", "not: quite so"]),
    )


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ("who leads 8 and when is it due and did govt accept it", ["Sue Myers", "in principle", "not: quite so"]),
        ("8 was accepted in full by the government and Julie Moss leads it", ["That isn’t quite so", "in principle"]),
        ("rec 8 was accepted in full", ["That isn’t quite so"]),
    ],
)
async def test_only_what_is_stated_is_put_right(talk: Talk, text: str, fragments: list[str]) -> None:
    await talk((text, fragments))
