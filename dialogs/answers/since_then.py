"""Adds to what the document says about leads what the council has decided since."""

from __future__ import annotations

from dialogs.answers import standings
from dialogs.turns.moment import Moment
from dialogs.words import phrases
from knowledge.model import Field
from knowledge.progress.model import Assignment

SINCE = "**Since then:** {told}."
ASSIGNED = "{who} assigned {ref} to {names} on {day}{reason}"
# More would bury the answer.
_TOLD = 5


def note(moment: Moment, refs: tuple[str, ...]) -> str:
    """Whom the council has assigned since, where a question on leads was about that; empty for any other."""
    reading, index = moment.reading, moment.index
    if index is None or reading is None or not _about_leads(moment):
        return ""
    made = [a for a in moment.records.assignments(index.programme.name) if a.names and a.ref in index.by_ref]
    people = set(reading.people)
    concerns = [a for a in made if a.ref in refs or people & {*a.names}]
    told = [_told(a, moment) for a in concerns[:_TOLD]]
    return SINCE.format(told="; ".join(told)) if told else ""


def _about_leads(moment: Moment) -> bool:
    reading = moment.reading
    return reading is not None and (
        Field.LEADS in reading.fields or bool(reading.people) or reading.has("no lead", "has lead", "people")
    )


def _told(assignment: Assignment, moment: Moment) -> str:
    return ASSIGNED.format(
        who=phrases.escaped(assignment.by_name),
        ref=phrases.recommendations((assignment.ref,)),
        names=phrases.joined(map(phrases.escaped, assignment.names)),
        day=standings.day_of(assignment.at, moment.knowledge.timezone),
        reason=f" ({phrases.quoted(assignment.reason)})" if assignment.reason else "",
    )
