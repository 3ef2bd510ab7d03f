from __future__ import annotations

import time

import pytest

from knowledge.model import Decision
from knowledge.questions import criteria as c
from knowledge.questions.language.when import Relation
from knowledge.questions.parsing import people
from knowledge.questions.parsing.decided import verdicts
from knowledge.questions.parsing.narrowing import criteria, themes, without_themes
from knowledge.questions.searching.index import Index

ACCEPTED = c.Decided((Decision.ACCEPT,))
IN_PRINCIPLE = c.Decided((Decision.ACCEPT_IN_PRINCIPLE,))
EITHER = c.Decided((Decision.ACCEPT, Decision.ACCEPT_IN_PRINCIPLE))
GANI, SUE = c.LedBy(("Gani Martins",)), c.LedBy(("Sue Myers",))


def narrowed(text: str, index: Index) -> list[c.Criterion]:
    found = frozenset(heading for heading, phrases in index.phrases.items() if phrases.find(text))
    return list(criteria(text, found, people.mentioned(text, index.roles), index))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("theme 2", "2"),
        ("theme two", "2"),
        ("theme no. 3", "3"),
        ("themes 1 and 2", "1 2"),
        ("themes 1, 2 and 4", "1 2 4"),
        ("theme 1 or theme 3", "1 3"),
        ("theme 9", "9"),
        ("the second theme", "2"),
        ("the 4th theme", "4"),
        ("the last theme", "4"),
        ("the 7th theme", "7"),
        ("the early help theme", "2"),
        ("under the learning system theme", "4"),
        ("the same theme", ""),
        ("the wrong theme", ""),
        ("the valuing professional expertise theme", "1"),
        ("sharing responsibility theme", "2"),
        ("strengthening accountabilities and creating a learning system", "4"),
        ("professional expertise", ""),
        ("themes", ""),
        ("rec 2", ""),
    ],
)
def test_themes_are_meant_by_number_or_title(text: str, numbers: str, index: Index) -> None:
    assert themes(text, index) == tuple(numbers.split())


@pytest.mark.parametrize("text", ["theme 1", "", "sharing responsibility"])
def test_without_themes_nothing_is_numbered(text: str, leeds: Index) -> None:
    assert themes(text, leeds) == (("1",) if "1" in text else ())


def test_numbers_of_themes_are_blanked_in_place() -> None:
    text = "recs 1 and 2 in themes 1 or 2 due in 2012"

    blanked = without_themes(text)

    assert len(blanked) == len(text)
    assert blanked.split() == "recs 1 and 2 in due in 2012".split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in theme 2", [c.InTheme(("2",))]),
        ("not in theme 1", [c.Not(c.InTheme(("1",)))]),
        ("outside theme 1", [c.Not(c.InTheme(("1",)))]),
        ("everything except theme 3", [c.Not(c.InTheme(("3",)))]),
        ("led by gani", [GANI]),
        ("other than gani's", [c.Not(GANI)]),
        ("not led by gani martins", [c.Not(GANI)]),
        ("apart from sue myers", [c.Not(SUE)]),
        ("not theme 1, led by sue", [c.Not(c.InTheme(("1",))), SUE]),
        ("no lead", [c.Not(c.HasLead())]),
        ("without a lead officer", [c.Not(c.HasLead())]),
        ("nobody leads", [c.Not(c.HasLead())]),
        ("unassigned", [c.Not(c.HasLead())]),
        ("with a lead", [c.HasLead()]),
        ("two leads", [c.SharedLead()]),
        ("led jointly", [c.SharedLead()]),
        ("accepted", [ACCEPTED]),
        ("accepted in full", [ACCEPTED]),
        ("accepted outright", [ACCEPTED]),
        ("fully accepted", [ACCEPTED]),
        ("accepted in principle", [IN_PRINCIPLE]),
        ("in principle", [IN_PRINCIPLE]),
        ("not accepted", [c.Not(EITHER)]),
        ("have not been accepted outright", [c.Not(ACCEPTED)]),
        ("not accepted in principle", [c.Not(IN_PRINCIPLE)]),
        ("accepted, not just in principle", [ACCEPTED]),
        ("got a full accept, not the in principle kind", [ACCEPTED]),
        ("accepted without any in principle", [ACCEPTED]),
        ("rejected", [c.Decided((Decision.REJECT,))]),
        ("turned down", [c.Decided((Decision.REJECT,))]),
        ("said no to", [c.Decided((Decision.REJECT,))]),
        ("not rejected", [c.Not(c.Decided((Decision.REJECT,)))]),
        ("considered further", [c.Decided((Decision.CONSIDER_FURTHER,))]),
        ("still undecided", [c.Decided((Decision.CONSIDER_FURTHER,))]),
        ("partly accepted", [c.Decided((Decision.ACCEPT_IN_PART,))]),
        ("noted", [c.Decided((Decision.NOTED,))]),
        ("without a deadline", [c.Not(c.HasDate())]),
        ("undated", [c.Not(c.HasDate())]),
        ("have a date", [c.HasDate()]),
        ("accepted in principle and no lead", [c.Not(c.HasLead()), IN_PRINCIPLE]),
        ("early help", []),
        ("", []),
    ],
)
def test_a_question_narrows_by(text: str, expected: list[c.Criterion], index: Index) -> None:
    assert narrowed(text, index) == expected


def test_a_date_may_be_denied(index: Index) -> None:
    [found] = narrowed("not due in may 2012", index)

    assert isinstance(found, c.Not)
    assert isinstance(found.criterion, c.Due)


def test_either_of_two_months_will_do(index: Index) -> None:
    [found] = narrowed("due in july or september 2011", index)

    assert [period.words for period in c.periods_of(found)] == ["July 2011", "September 2011"]


def test_both_months_must_be_met_where_both_are_asked_for(index: Index) -> None:
    found = narrowed("due in both december 2011 and may 2012", index)

    assert [len(c.periods_of(one)) for one in found] == [1, 1]


def test_before_one_and_after_another_is_one_span(index: Index) -> None:
    [found] = narrowed("after march 2012 and before august 2012", index)
    [period] = c.periods_of(found)

    assert (period.relation, period.words) == (Relation.IN, "the time from 1 April 2012 to 31 July 2012")


def test_a_denial_does_not_reach_over_a_comma(index: Index) -> None:
    assert narrowed("not that one, theme 2", index) == [c.InTheme(("2",))]


@pytest.mark.timeout(60)  # in the square of their number, each would take minutes
@pytest.mark.parametrize("repeated", ["full acceptance, ", "accepted or in principle ", "fully accepted and "])
def test_however_many_decisions_are_mentioned_each_is_compared_with_its_neighbours(repeated: str, index: Index) -> None:
    text = repeated * (40_000 // len(repeated))
    found = frozenset({"accepted", "decision accept", "decision accept in principle"})
    began = time.process_time()

    verdicts(text, found, index)

    assert time.process_time() - began < 10  # seconds; it takes a tenth of one
