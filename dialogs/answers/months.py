"""Says what is due by the council's own targets in a month that a question names without a year: the coming one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dialogs.answers.coming import own
from dialogs.answers.own_targets import THE_DOCUMENT
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Reply
from knowledge.questions import answer as a
from knowledge.questions import criteria as c
from knowledge.questions.language import when
from knowledge.questions.language.words import expand, plain
from knowledge.questions.searching.index import Index

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IS_DUE = re.compile(
    r"\b(?:due|deadlines?|targets?|coming up|to finish|must be done|need(?:s|ed)? (?:doing|to be done))\b"
)
_WAS_DUE = re.compile(r"\b(?:was|were|did|had|document|government|munro)\b")
# In the document's dates Christmas is its month.
_CHRISTMAS = re.compile(r"\b(?:christmas|xmas)\b")


def led(reply: Reply, question: str, answer: a.Answer, moment: Moment, index: Index) -> Reply:
    """The reply with what is due then before what the document says, where any target is set at all."""
    if not (isinstance(answer, a.Listing) and any(c.periods_of(one) for one in answer.criteria)):
        return reply
    text = expand(plain(question))
    if _YEAR.search(text) or _WAS_DUE.search(text) or not _IS_DUE.search(text):
        return reply
    span = coming(text, moment.today)
    dated = [s for s in moment.records.standings(index.programme) if s.due] if span else []
    if span is None or not dated:
        return reply
    due = [s for s in dated if s.due and span[0] <= s.due <= span[1]]
    return replace(reply, text=f"{own(due, span)}\n\n{THE_DOCUMENT} {reply.text}")


def coming(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of the only month or season in lower-case text, the next that isn't over; else None."""
    text = _CHRISTMAS.sub("25 december", text)
    for year in (today.year, today.year + 1):
        found = when.periods(text, (year,))
        span = _span(found[0][0], today) if len(found) == 1 else None
        if span and span[1] >= today:
            return span
    return None


def _span(period: when.Period, today: date) -> tuple[date, date] | None:
    match period.relation:
        case when.Relation.IN:
            return period.earliest, period.latest
        case when.Relation.BY:
            return today, period.latest
        case when.Relation.BEFORE:
            return today, period.earliest - timedelta(days=1)
    return None
