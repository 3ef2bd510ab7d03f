from __future__ import annotations

from datetime import date

import pytest

from knowledge.model import Decision, Field, Lead, Precision, Theme
from knowledge.questions import criteria as c
from knowledge.questions.language.when import Period
from tests.builders import a_milestone, a_recommendation

SUE, GANI = Lead("Sue Myers", "Head of EIP Service"), Lead("Gani Martins", "Assistant Director")
REC = a_recommendation(
    ref="8",
    theme=Theme("2", "Early help"),
    decision=Decision.ACCEPT_IN_PRINCIPLE,
    leads=(SUE, GANI),
    milestones=(a_milestone(earliest=date(2012, 5, 1), latest=date(2012, 5, 31)),),
)
BARE = a_recommendation(
    ref="5",
    theme=Theme("", ""),
    decision=Decision.NOT_STATED,
    leads=(),
    milestones=(a_milestone(earliest=None, latest=None, precision=Precision.UNDATED),),
)
MAY = Period(date(2012, 5, 1), date(2012, 5, 31), "May 2012")
JUNE = Period(date(2012, 6, 1), date(2012, 6, 30), "June 2012")

HELD = [
    (c.InTheme(("2",)), Field.THEME),
    (c.InTheme(("1", "2")), Field.THEME),
    (c.LedBy(("Gani Martins",)), Field.LEADS),
    (c.LedBy(("Julie Moss", "Sue Myers")), Field.LEADS),
    (c.HasLead(), Field.LEADS),
    (c.SharedLead(), Field.LEADS),
    (c.Decided((Decision.ACCEPT_IN_PRINCIPLE,)), Field.DECISION),
    (c.Decided((Decision.ACCEPT, Decision.ACCEPT_IN_PRINCIPLE)), Field.DECISION),
    (c.Due(MAY), Field.TIMESCALE),
    (c.DueEither((JUNE, MAY)), Field.TIMESCALE),
    (c.HasDate(), Field.TIMESCALE),
    (c.Mentions("early help", ("8", "10")), Field.RECOMMENDATION),
    (c.Mentions("early help", ("8",), Field.POSITION), Field.POSITION),
    (c.OneOf(("8", "9")), Field.RECOMMENDATION),
]


@pytest.mark.parametrize(("criterion", "field"), HELD)
def test_a_recommendation_meets_a_criterion_or_its_opposite(criterion: c.Condition, field: Field) -> None:
    assert criterion.holds(REC)
    assert not c.Not(criterion).holds(REC)
    assert not criterion.holds(BARE)
    assert c.Not(criterion).holds(BARE)


@pytest.mark.parametrize(("criterion", "field"), HELD)
def test_a_criterion_and_its_opposite_look_at_the_same_field(criterion: c.Condition, field: Field) -> None:
    assert c.field_of(criterion) is c.field_of(c.Not(criterion)) is field


@pytest.mark.parametrize(
    "criterion",
    [
        c.InTheme(("1",)),
        c.LedBy(("Sue",)),
        c.Decided((Decision.ACCEPT,)),
        c.Due(JUNE),
        c.DueEither((JUNE,)),
        c.DueEither(()),
        c.Mentions("early help", ("10",)),
    ],
)
def test_nearly_is_not_enough(criterion: c.Condition) -> None:
    assert not criterion.holds(REC)


def test_one_lead_is_not_shared() -> None:
    assert not c.SharedLead().holds(a_recommendation(leads=(SUE,)))


def test_the_periods_of_a_criterion_are_those_asked_for() -> None:
    assert c.periods_of(c.Due(MAY)) == (MAY,)
    assert c.periods_of(c.DueEither((MAY, JUNE))) == (MAY, JUNE)
    assert c.periods_of(c.HasDate()) == c.periods_of(c.Not(c.Due(MAY))) == ()
