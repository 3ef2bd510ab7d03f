"""What a question takes for true of recommendations, and whether it is."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Decision, Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Truth
from knowledge.questions.rules.asked import Asked


def claimed(asked: Asked) -> tuple[c.Criterion, ...]:
    """What the question takes for true; a date beside another field ("who leads it in 2030?") claims nothing."""
    aside = {Field.TIMESCALE} if asked.fields and Field.TIMESCALE not in asked.fields else set()
    if asked.asks_council:
        aside.add(Field.DECISION)
    about_leads = Field.LEADS in asked.fields or _names_only_somebody(asked)
    if not about_leads or (asked.reading.has("who") and not asked.reading.has("yes or no")):
        aside.add(Field.LEADS)  # somebody is only mentioned: "Julie here, when is 14 due?"
    return tuple(c.cumulative(x) for x in asked.reading.criteria if c.field_of(x) not in aside)


def _names_only_somebody(asked: Asked) -> bool:
    """ "Julie Moss does 9, right?", which can only mean that she leads it."""
    reading = asked.reading
    return bool(reading.people) and reading.has("yes or no") and not (asked.fields or reading.topic)


def judged(asked: Asked, refs: Sequence[str]) -> tuple[tuple[c.Criterion, Truth], ...]:
    """Each claim of the question with whether it is so of all these recommendations."""
    return tuple((x, _truth(x, asked, refs)) for x in claimed(asked))


def _truth(criterion: c.Criterion, asked: Asked, refs: Sequence[str]) -> Truth:
    """Whether it is so; nobody knows of a decision that isn't stated."""
    unstated = any(asked.index.by_ref[ref].decision is Decision.NOT_STATED for ref in refs)
    if unstated and c.field_of(criterion) is Field.DECISION:
        return Truth.UNASKED
    return Truth.TRUE if all(criterion.holds(asked.index.by_ref[ref]) for ref in refs) else Truth.FALSE
