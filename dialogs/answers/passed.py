"""Says whether the document's dates have passed, which only somebody who knows what day it is can tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dialogs.turns.moment import Moment
from dialogs.turns.turn import Reply
from dialogs.words import phrases
from knowledge.model import Field, Milestone
from knowledge.questions import answer as a
from knowledge.questions.language import relative
from knowledge.questions.language.words import expand, plain
from knowledge.questions.searching.index import Index

ALL_PASSED = "All the dates that the document gives have passed: its first was “{first}”, its last “{last}”."
TO_COME = "Of the document’s dates, those of {refs} are still to come; its last is “{last}”."
OWN = "Ask “which are overdue?” for the council’s own targets."
PASSED, NOT_YET = "The document’s date has passed.", "The document’s date is still to come."
ALL_OF_THEM, SOME = "The document’s dates have all passed.", "Not all of the document’s dates have passed."


def led(reply: Reply, question: str, answer: a.Answer, moment: Moment, index: Index) -> Reply:
    """The reply with whether the dates that are asked about have passed by today."""
    on_all = isinstance(answer, a.NotRecorded) and answer.gap is a.Gap.TODAY
    on_one = isinstance(answer, a.Facts) and len(answer.refs) == 1 and Field.TIMESCALE in answer.fields
    if not (on_all or on_one) or not relative.whether_passed(expand(plain(question))):
        return reply
    if on_all:
        told = _of_all(moment.today, index)
        return replace(reply, text=told) if told else reply
    if isinstance(answer, a.Facts):
        told = _of_one(index.by_ref[answer.refs[0]].milestones, moment.today)
        return replace(reply, text=f"{told} {reply.text}") if told else reply
    return reply


def _of_all(today: date, index: Index) -> str:
    recs = index.programme.recommendations
    dated = sorted((m.latest, m.words, rec.ref) for rec in recs for m in rec.milestones if m.latest)
    if not dated:
        return ""
    first, last = phrases.escaped(dated[0][1]), phrases.escaped(dated[-1][1])
    coming = {ref for day, _, ref in dated if day >= today}
    refs = tuple(ref for ref in index.refs if ref in coming)
    told = TO_COME.format(refs=phrases.recommendations(refs), last=last) if refs else ""
    told = told or ALL_PASSED.format(first=first, last=last)
    return phrases.sourced(f"{told} {OWN}", index.programme, Field.TIMESCALE, refs)


def _of_one(milestones: Sequence[Milestone], today: date) -> str:
    """In a sentence; empty where there is no date that could have passed."""
    gone = [m.latest < today for m in milestones if m.latest]
    if len(gone) == 1:
        return PASSED if gone[0] else NOT_YET
    return (ALL_OF_THEM if all(gone) else SOME if any(gone) else NOT_YET) if gone else ""
