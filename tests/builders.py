"""Valid values to test with; a test names only what it cares about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from knowledge.model import Decision, Lead, Milestone, Party, Precision, Programme, Recommendation, Theme
from knowledge.progress.model import AuditEntry, Member, Role, Status, Update

_numbers = count(1)

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


def an_update(**known: Any) -> Update:
    made = Update(
        id=f"update-{next(_numbers)}",
        programme="munro",
        ref="10",
        status=Status.AT_RISK,
        narrative="The consultation on the family CAF has started; health partners have yet to answer.",
        by="tenant/11111111-1111-1111-1111-111111111111",
        at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        next_step="Pilot with two teams",
        next_step_date=date(2027, 1, 30),
        evidence=("Minutes of the board, 12 November",),
    )
    return replace(made, **known)


def an_audit_entry(**known: Any) -> AuditEntry:
    made = AuditEntry(
        id=f"entry-{next(_numbers)}",
        at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        by="tenant/11111111-1111-1111-1111-111111111111",
        what="update posted",
        subject="munro/10",
        conversation="chat",
        after={"status": "at risk"},
    )
    return replace(made, **known)


def a_member(name: str = "Sue Myers", *roles: Role, **known: Any) -> Member:
    """Somebody of the directory; their object id is their name in small letters and hyphens."""
    object_id = known.pop("object_id", name.lower().replace(" ", "-"))
    made = Member(
        key=f"tenant/{object_id}",
        tenant="tenant",
        object_id=object_id,
        name=name,
        email=f"{name.lower().replace(' ', '.')}@example.gov.uk",
        roles=frozenset(roles),
    )
    return replace(made, **known)
