"""Puts the council's own targets before what the document says of dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs.answers import standings
from dialogs.answers.facts import NOT_SO
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Reply
from dialogs.words import phrases
from knowledge.model import Field, Milestone, Precision
from knowledge.progress.model import Target
from knowledge.progress.standings.standing import Standing
from knowledge.questions import answer as a
from knowledge.questions import criteria as c
from knowledge.questions.searching.index import Index

TARGET = "The council’s own target for {ref} is {day} (set by {who} on {on}){late}."
THE_DOCUMENT = "The document:"
OVERDUE = ", overdue by {days}"


def led(reply: Reply, answer: a.Answer, moment: Moment, index: Index) -> Reply:
    """The reply with the targets of what its dates are told of, or that fall in the time asked about, before it."""
    found = [s for s in _asked_about(answer, moment, index) if s.target and s.target.day]
    if not found:
        return reply
    told = [_told(standing, standing.target, moment) for standing in found if standing.target]
    lines = told[0] if len(told) == 1 else "\n".join(f"- {line}" for line in told)
    return replace(reply, text="\n\n".join([lines, f"{THE_DOCUMENT} {_of_the_document(reply.text, answer)}"]))


def _of_the_document(text: str, answer: a.Answer) -> str:
    """What the document says; that a date isn't so would be said of its own dates, where the target is told before."""
    dated = isinstance(answer, a.Facts) and any(c.periods_of(claim) for claim, _ in answer.claims)
    return text.removeprefix(NOT_SO) if dated else text


def _asked_about(answer: a.Answer, moment: Moment, index: Index) -> Sequence[Standing]:
    match answer:
        case a.Facts(refs=refs, fields=fields) | a.Comparison(refs=refs, fields=fields) if Field.TIMESCALE in fields:
            return [moment.standing(index, ref) for ref in refs]
        case a.Listing(criteria=criteria) if any(c.periods_of(one) for one in criteria):
            every = moment.records.standings(index.programme)
            return [s for s in every if s.due and _meets(s, criteria, index)]
    return ()


def _meets(standing: Standing, criteria: Sequence[c.Criterion], index: Index) -> bool:
    """Whether a list would have a recommendation if its target were its only date."""
    day = standing.due
    own = (Milestone("", "", day, day, Precision.DAY),) if day else ()
    rec = replace(index.by_ref[standing.ref], milestones=own)
    return all(one.holds(rec) for one in criteria)


def _told(standing: Standing, target: Target, moment: Moment) -> str:
    day = target.day or moment.today
    late = phrases.counted((moment.today - day).days, "day")
    return TARGET.format(
        ref=phrases.recommendations((standing.ref,)),
        day=standings.day(day),
        who=phrases.by(target.by_name),
        on=standings.day_of(target.at, moment.knowledge.timezone),
        late=OVERDUE.format(days=late) if standing.overdue(moment.today) else "",
    )
