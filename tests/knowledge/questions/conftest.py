"""Programmes to ask: the bundled one, and a small one whose names, numbers and fields are all different."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.model import Decision, Lead, Party, Precision, Programme, Recommendation, Theme
from knowledge.questions.searching.index import Index
from tests.builders import a_milestone, a_programme, a_recommendation

PRIYA = Lead("Priya Okafor", "Director of Children and Families")
TOM = Lead("Tom Ashby", "Head of Commissioning")
NO_THEME = Theme("", "")


@pytest.fixture(scope="session")
def index(munro: Programme) -> Index:
    """The bundled document, ready to be asked."""
    return Index(munro)


@pytest.fixture(scope="session")
def leeds() -> Index:
    """Leeds answers Laming: other names, other numbers, no themes, decisions that Munro doesn't have."""
    return Index(a_leeds_programme())


def a_leeds_programme() -> Programme:
    return a_programme(
        name="laming",
        title="Answer to the Laming report",
        reviewer="Laming",
        council="Leeds",
        source="laming.txt",
        themes=(),
        recommendations=(_doctors(), _records(), _interpreters(), _housing()),
    )


def _doctors() -> Recommendation:
    milestone = a_milestone(
        words="by March 2010",
        sentence="Hospitals will name their doctors by March 2010.",
        earliest=date(2010, 3, 1),
        latest=date(2010, 3, 31),
        binds=Party.NOT_STATED,
        binds_words="",
    )
    return a_recommendation(
        ref="R1.1",
        theme=NO_THEME,
        text="Every hospital should name a doctor for child protection.",
        argument="Lord Laming found that nobody in the hospital knew whom to tell.",
        response="The Government accepts this recommendation.",
        timescale=milestone.sentence,
        position="Leeds has named a paediatrician in each hospital.",
        leads=(PRIYA,),
        milestones=(milestone,),
    )


def _records() -> Recommendation:
    return a_recommendation(
        ref="R1.2",
        theme=NO_THEME,
        text="Councils should keep one record for each child.",
        argument="Records were scattered over five computers.",
        response="The Government rejects this recommendation because of its cost.",
        decision=Decision.REJECT,
        timescale="",
        position="Leeds keeps paper files until the database (XQDB) is bought.",
        leads=(),
        milestones=(),
    )


def _interpreters() -> Recommendation:
    milestone = a_milestone(
        words="in summer 2010",
        sentence="A rota of interpreters will start in summer 2010.",
        earliest=date(2010, 6, 1),
        latest=date(2010, 8, 31),
        precision=Precision.SEASON,
    )
    return a_recommendation(
        ref="2.2",
        theme=NO_THEME,
        text="Interpreters should be used whenever a family does not speak English.",
        argument="The child was never spoken to in French.",
        response="The Government accepts this in part.",
        decision=Decision.ACCEPT_IN_PART,
        timescale=milestone.sentence,
        position="Leeds has a contract with an interpreting agency.",
        leads=(PRIYA, TOM),
        milestones=(milestone,),
    )


def _housing() -> Recommendation:
    milestone = a_milestone(
        words="by May 2011",
        sentence="Housing officers will be trained by May 2011.",
        earliest=date(2011, 5, 1),
        latest=date(2011, 5, 31),
    )
    return a_recommendation(
        ref="2.10",
        theme=NO_THEME,
        text="Housing officers should report a child who is not at school.",
        argument="Housing officers visited four times.",
        response="The Government notes this recommendation.",
        decision=Decision.NOTED,
        timescale=milestone.sentence,
        position="Leeds trains its housing officers every year.",
        leads=(TOM,),
        milestones=(milestone,),
    )
