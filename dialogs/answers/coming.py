"""Says what is due at a time counted from today: by the council's own targets, and by the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dialogs.answers import standings
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Reply
from dialogs.words import phrases
from knowledge.model import Field
from knowledge.progress.standings.standing import Standing
from knowledge.questions import answer as a
from knowledge.questions.language import relative
from knowledge.questions.language.digits import in_digits
from knowledge.questions.language.words import expand, plain
from knowledge.questions.searching.index import Index

THEN = "from {first} to {last}"
OWN = "By the council’s own targets, due {then}: {listed}."
NO_OWN = "By the council’s own targets nothing is due {then}."
IN_DOCUMENT = "The document gives a date then for {refs}."
NOT_IN_DOCUMENT = (
    "Nor does the document give a date then: {dates}. Ask “which are overdue?” for targets that have passed."
)
FIRST_AND_LAST, ONLY_DATE = "its first date is “{first}”, its last “{last}”", "its only date is “{first}”"
NO_DATES = "The document gives no dates."


def led(reply: Reply, question: str, answer: a.Answer, moment: Moment, index: Index) -> Reply:
    """The reply with what is due then, where it couldn't be told without knowing what day it is."""
    asked = isinstance(answer, a.NotRecorded) and answer.gap is a.Gap.TODAY
    span = relative.span(in_digits(expand(plain(question))), moment.today) if asked else None
    if span is None:
        return reply
    due = [s for s in moment.records.standings(index.programme) if s.due and span[0] <= s.due <= span[1]]
    return replace(reply, text=f"{own(due, span)}\n\n{_document(span, index)}")


def own(due: Sequence[Standing], span: tuple[date, date]) -> str:
    """What is due by the council's own targets from one day to another, in a sentence."""
    first, last = span
    then = THEN.format(first=standings.day(first), last=standings.day(last))
    then = f"on {standings.day(first)}" if first == last else then
    listed = phrases.joined(
        f"{phrases.recommendations((s.ref,))} ({standings.day(s.due)})"
        for s in sorted(due, key=lambda s: s.due or last)
        if s.due
    )
    return OWN.format(then=then, listed=listed) if due else NO_OWN.format(then=then)


def _document(span: tuple[date, date], index: Index) -> str:
    """The recommendations with a date then, or from when to when the document's dates are."""
    recs = index.programme.recommendations
    dated = sorted((m.latest, m.words, rec.ref) for rec in recs for m in rec.milestones if m.latest)
    if not dated:
        return NO_DATES
    refs = tuple(ref for ref in index.refs if any(r == ref and span[0] <= day <= span[1] for day, _, r in dated))
    if refs:
        told = IN_DOCUMENT.format(refs=phrases.recommendations(refs))
        return phrases.sourced(told, index.programme, Field.TIMESCALE, refs)
    first, last = phrases.escaped(dated[0][1]), phrases.escaped(dated[-1][1])
    dates = FIRST_AND_LAST if dated[0][:2] != dated[-1][:2] else ONLY_DATE
    return NOT_IN_DOCUMENT.format(dates=dates.format(first=first, last=last))
