"""Valid values to test with; a test names only what it cares about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from knowledge.model import Decision, Lead, Milestone, Party, Precision, Programme, Recommendation, Theme

A_THEME = Theme("1", "Valuing professional expertise")


def a_milestone(**known: Any) -> Milestone:
    made = Milestone(
        words="by May 2012",
        sentence="Ofsted intends to have the new framework in place by May 2012.",
        earliest=date(2012, 5, 1),
        latest=date(2012, 5, 31),
        precision=Precision.MONTH,
        binds=Party.OFSTED,
        binds_words="Ofsted",
    )
    return replace(made, **known)


def a_recommendation(**known: Any) -> Recommendation:
    made = Recommendation(
        ref="2",
        theme=A_THEME,
        text="The inspection framework should examine the contributions of all local services.",
        argument="Inspection should examine the experiences of children.",
        response="The Government accepts this.",
        decision=Decision.ACCEPT,
        timescale="Ofsted intends to have the new framework in place by May 2012.",
        position="Services continue to work hard.\nThe team supports unannounced inspections.",
        leads=(Lead("Gani Martins", "Assistant Director, Specialist Services"),),
        milestones=(a_milestone(),),
    )
    return replace(made, **known)


def a_programme(**known: Any) -> Programme:
    made = Programme(
        name="munro",
        title="Responses to Recommendations",
        reviewer="Munro",
        council="Salford",
        source="munro-response.txt",
        labels={},
        themes=(A_THEME,),
        recommendations=(a_recommendation(),),
    )
    return replace(made, **known)
