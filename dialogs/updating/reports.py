"""Takes a whole report, typed in a sentence, into the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs.updating.drafts import Prompt, UpdateDraft, answered, complete
from dialogs.updating.sentences import behind_status, meant, other_status
from dialogs.updating.typed import Unfit, check_readable, day_or_unfit, prose, short
from knowledge.progress.acts.acts import Report
from knowledge.progress.days import day_in, spell
from knowledge.progress.model import Update
from knowledge.progress.reporting.report import Reported
from knowledge.progress.reporting.statuses import says_only_status, several

WHICH_OF_TWO = "Is the status {first} or {second}? I heard both."


def told_at_once(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """The form with what one typed sentence reports; the rest is skipped once there is a status and a narrative."""
    check_readable(text, draft)
    report = meant(text)
    if other := other_status(report):
        raise Unfit(WHICH_OF_TWO.format(first=report.status, second=other), _undecided(draft, report, today))
    if report.status is None and says_only_status(report.narrative):
        _refuse_several(report.narrative, draft)
        report = replace(report, narrative="")
    if not text.strip():
        return draft
    try:
        after = taken(draft, report, today)
    except Unfit as unfit:
        raise Unfit(str(unfit), _but_for_the_day(unfit.draft)) from None
    return after if Prompt.NARRATIVE not in after.done or Prompt.STATUS not in after.done else skipped(after)


def _refuse_several(text: str, draft: UpdateDraft) -> None:
    """Raises Unfit for several statuses in a row: which of them was meant?"""
    if heard := several(text):
        raise Unfit(WHICH_OF_TWO.format(first=heard[0], second=heard[1]), draft)


def _undecided(draft: UpdateDraft, report: Reported, today: date) -> UpdateDraft:
    """The form with all of a report but its status; its two statuses are no part of what has happened."""
    return taken(draft, replace(report, status=None, narrative=behind_status(report.narrative)), today)


def _but_for_the_day(draft: UpdateDraft) -> UpdateDraft:
    """A form that only lacks a day it can take; one that lacks more is left as it is."""
    if not {Prompt.STATUS, Prompt.NARRATIVE, Prompt.NEXT_STEP} <= {*draft.done}:
        return draft
    return replace(draft, done=tuple(p for p in complete(draft).done if p is not Prompt.NEXT_STEP_DATE))


def taken(draft: UpdateDraft, report: Reported, today: date) -> UpdateDraft:
    """What a report says, put into the form; what it doesn't say stays as it was. Raises Unfit."""
    if report.status:
        draft = answered(draft, Prompt.STATUS, status=report.status)
    if report.narrative:
        draft = answered(draft, Prompt.NARRATIVE, narrative=prose(report.narrative, "narrative", draft))
    if report.evidence:
        evidence = tuple(short(one, "evidence", draft) for one in report.evidence)
        draft = answered(draft, Prompt.EVIDENCE, evidence=evidence)
    if report.next_step:
        step = short(report.next_step, "next step", draft)
        draft = answered(draft, Prompt.NEXT_STEP, next_step=step, next_step_date=None)
    if report.due_words:
        due = day_or_unfit(day_in(report.due_words, today), draft)
        draft = answered(draft, Prompt.NEXT_STEP_DATE, next_step_date=due)
    return draft


def skipped(draft: UpdateDraft) -> UpdateDraft:
    """Everything that hasn't been answered is skipped, but for a date that is being asked about."""
    return draft if draft.proposed else complete(draft)


def in_words(report: Report | Update) -> str:
    """A report as it would be typed behind the number, with whatever it says."""
    by = f" by {spell(report.next_step_date)}" if report.next_step_date else ""
    parts = [("narrative", report.narrative), ("next step", report.next_step and f"{report.next_step}{by}")]
    parts.append(("evidence", "; ".join(report.evidence)))
    return str(report.status) + "".join(f"; {label}: {words}" for label, words in parts if words)
