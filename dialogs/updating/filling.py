"""Takes an officer's answers into the form, or says kindly why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dialogs.updating.drafts import ASKED_IN_ORDER, Prompt, UpdateDraft, answered, complete
from dialogs.updating.sentences import HUM, behind_status, meant, other_status
from dialogs.updating.typed import NO_WORDS, Unfit, check_readable, day_or_unfit, prose, short
from dialogs.words.wordings import ASIDES
from knowledge.progress.days import date_at_end, day_in, find_day
from knowledge.progress.model import Status
from knowledge.progress.reporting.report import Reported, reported
from knowledge.progress.reporting.statuses import says_only_status, status_of

WHICH_STATUS = (
    "I didn’t catch a status in that. Please say one of: not started, on track, at risk, off track or complete."
)
ONLY_A_DAY = "That is a day. What is to be done by then? Say both, such as “pilot by 30 January 2027”, or “skip”."
NO_STEP = "There is a date, but no next step for it. Please say what the next step is, or take the date out."
WHICH_OF_TWO = "Is the status {first} or {second}? I heard both."
_LABEL = re.compile(r"^\s*(?:the\s+|our\s+)?next steps?\s*(?:is|are|will be|:|–|-)?\s+", re.IGNORECASE)
_CHANGING = re.compile(
    r"(?:(?:no|wait|hang on|oops|ok|okay|actually|sorry|please|but|and)\b|,|\s)*(?:(?:make|set|change|put|turn|mark)\s+"
    r"(?:it|that|this|the status|status)\s*(?:to|as|into)?\s+|(?:it|that|status)(?:'s| is| should be)?\s+(?=[a-z]))?",
    re.IGNORECASE,
)
_NARRATIVE = re.compile(
    r"(?:change |set |make )?(?:the )?(?:narrative|what happened|text|wording|words)\s*"
    r"(?:(?:should\s+)?(?:be|read|say)\b|to\b|is\b)?\s*[:–-]?\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
# "Change the next step to ..." is "next step: ...", and a day alone moves it.
_NAMED_PART = re.compile(
    r"^(?:change|set|make|put|move|correct)\s+(?:the\s+|our\s+|my\s+)?(?P<part>next\s+step|evidence)s?\s*"
    r"(?:to\b|into\b|as\b|:|–|-)\s*",
    re.IGNORECASE,
)
_STEP_DUE = re.compile(
    r"(?:(?:the\s+|our\s+|its\s+)?next\s+steps?(?:['’]s)?\s*)?"
    r"(?:(?:is|are|will be|would be|should be|it['’]s|now|due|date|day|deadline|is|by|on|for|before|:|–|-)\s*)+"
    r"(?P<day>.+)",
    re.IGNORECASE,
)
_STEP_DAY = re.compile(
    r"(?:change|set|make|put|move|correct)\s+(?:the\s+|its\s+)?(?:next\s+step['’]?s?\s+)?(?:date|day|deadline)\s*"
    r"(?:to\b|:|–|-)\s*(?P<day>.+)",
    re.IGNORECASE,
)


def filled(draft: UpdateDraft, prompt: Prompt, text: str, today: date) -> UpdateDraft:
    """The form with one typed answer in it. Raises Unfit."""
    check_readable(text, draft)
    match prompt:
        case Prompt.STATUS:
            return _with_status(draft, text, today)
        case Prompt.NARRATIVE:
            if not any(map(str.isalpha, text)):
                raise Unfit(NO_WORDS, draft)
            return answered(draft, prompt, narrative=prose(text, "narrative", draft))
        case Prompt.NEXT_STEP:
            return _with_step(draft, text, today)
        case Prompt.NEXT_STEP_DATE:
            return answered(draft, prompt, next_step_date=day_or_unfit(day_in(text, today), draft))
        case _:
            return answered(draft, Prompt.EVIDENCE, evidence=(prose(text, "evidence", draft),))


def told_at_once(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """The form with what one typed sentence reports; the rest is skipped once there is a status and a narrative."""
    check_readable(text, draft)
    report = meant(text)
    if other := other_status(report):
        raise Unfit(WHICH_OF_TWO.format(first=report.status, second=other), _undecided(draft, report, today))
    if report.status is None and says_only_status(report.narrative):
        report = replace(report, narrative="")
    if not text.strip():
        return draft
    try:
        after = taken(draft, report, today)
    except Unfit as unfit:
        raise Unfit(str(unfit), _but_for_the_day(unfit.draft)) from None
    return after if Prompt.NARRATIVE not in after.done or Prompt.STATUS not in after.done else _skipped(after)


def _undecided(draft: UpdateDraft, report: Reported, today: date) -> UpdateDraft:
    """The form with all of a report but its status; its two statuses are no part of what has happened."""
    return taken(draft, replace(report, status=None, narrative=behind_status(report.narrative)), today)


def _but_for_the_day(draft: UpdateDraft) -> UpdateDraft:
    """A form that only lacks a day it can take; one that lacks more is left as it is."""
    if not {Prompt.STATUS, Prompt.NARRATIVE, Prompt.NEXT_STEP} <= {*draft.done}:
        return draft
    return replace(draft, done=tuple(p for p in complete(draft).done if p is not Prompt.NEXT_STEP_DATE))


def typed(fields: Mapping[str, Any]) -> dict[str, str]:
    """What a card's inputs hold, by their ids; empty where the card wasn't submitted."""
    return {name: str(fields.get(name) or "").strip() for name in _INPUTS} if "status" in fields else {}


def submitted(draft: UpdateDraft, fields: Mapping[str, Any], today: date) -> UpdateDraft:
    """The form as a card's inputs have it. Raises Unfit with all that can't be taken; its draft has all that can."""
    texts, problems = typed(fields), list[str]()
    filled_in = complete(replace(draft, accepted=False, proposed=None))
    for prompt, take in _INPUTS_IN_ORDER:
        try:
            filled_in = take(filled_in, texts, today)
        except Unfit as unfit:
            filled_in = replace(unfit.draft, done=tuple(p for p in unfit.draft.done if p is not prompt))
            problems.append(str(unfit))
    if problems:
        raise Unfit(" ".join(dict.fromkeys(problems)), filled_in)
    return filled_in


def _status_input(draft: UpdateDraft, texts: Mapping[str, str], _: date) -> UpdateDraft:
    try:
        status = Status(texts["status"])
    except ValueError:
        raise Unfit(WHICH_STATUS, replace(draft, status=None)) from None
    return replace(draft, status=Status.AWAITING_SIGN_OFF if status is Status.COMPLETE else status)


def _narrative_input(draft: UpdateDraft, texts: Mapping[str, str], _: date) -> UpdateDraft:
    draft = replace(draft, narrative="")
    return replace(draft, narrative=_if_any(texts["narrative"], "narrative", draft))


def _step_input(draft: UpdateDraft, texts: Mapping[str, str], _: date) -> UpdateDraft:
    draft = replace(draft, next_step="")
    if texts["next_step_date"] and not texts["next_step"]:
        raise Unfit(NO_STEP, draft)
    return replace(draft, next_step=_if_any(texts["next_step"], "next step", draft))


def _day_input(draft: UpdateDraft, texts: Mapping[str, str], today: date) -> UpdateDraft:
    draft, due = replace(draft, next_step_date=None), texts["next_step_date"]
    return replace(draft, next_step_date=day_or_unfit(day_in(due, today), draft)) if due else draft


def _evidence_input(draft: UpdateDraft, texts: Mapping[str, str], _: date) -> UpdateDraft:
    draft = replace(draft, evidence=())
    return replace(draft, evidence=tuple(filter(None, (_if_any(texts["evidence"], "evidence", draft),))))


def _if_any(text: str, what: str, draft: UpdateDraft) -> str:
    """A card's field: left empty, or with words. Raises Unfit."""
    check_readable(text, draft)
    return prose(text, what, draft) if text else ""


_INPUTS = ("status", "narrative", "next_step", "next_step_date", "evidence")
_INPUTS_IN_ORDER = tuple(
    zip(ASKED_IN_ORDER, (_status_input, _narrative_input, _step_input, _day_input, _evidence_input), strict=True)
)


def edited(draft: UpdateDraft, text: str, today: date) -> UpdateDraft | None:
    """The form with something changed just before it is saved: "make it red", "evidence: minutes of 12 November".

    None where the message changes nothing in it. Raises Unfit.
    """
    check_readable(text, draft)
    said = text.strip()
    if (aside := ASIDES.match(said)) and aside.end() < len(said):
        said = said[aside.end() :]
    if opens := _CHANGING.match(said):
        said = said[opens.end() :]
    said = _NAMED_PART.sub(r"\g<part>: ", said)
    if words := _step_day(said):
        return _with_day(draft, words, today)
    if worded := _NARRATIVE.fullmatch(said):
        return answered(draft, Prompt.NARRATIVE, narrative=prose(worded["words"], "narrative", draft))
    report = reported(said)
    if report.status is None and not (report.next_step or report.evidence):
        return None
    # "Make it red, sorry" says nothing of what has happened.
    tells = report.status and not HUM.fullmatch(report.narrative)
    changed = replace(report, narrative=report.narrative if tells else "")
    try:
        return _skipped(taken(draft, changed, today))
    except Unfit as unfit:
        raise Unfit(str(unfit), _without(unfit.draft, Prompt.NEXT_STEP_DATE) if report.due_words else draft) from None


def _step_day(said: str) -> str:
    """The words of the day that a correction gives the next step, and nothing else; empty for any other."""
    if dated := _STEP_DAY.fullmatch(said):
        return dated["day"]
    due = _STEP_DUE.fullmatch(said)
    at = date_at_end(due["day"].rstrip(" .!")) if due else None
    return due["day"] if due and at and not due["day"][: at[0]].strip() else ""


def _with_day(draft: UpdateDraft, words: str, today: date) -> UpdateDraft:
    """The form with another day for its next step. One that can't be taken is asked for, and nothing is saved before.

    Raises Unfit.
    """
    if not draft.next_step:
        raise Unfit(ONLY_A_DAY, _without(draft, Prompt.NEXT_STEP, Prompt.NEXT_STEP_DATE))
    try:
        day = day_or_unfit(day_in(words, today), draft)
    except Unfit as unfit:
        raise Unfit(str(unfit), _without(unfit.draft, Prompt.NEXT_STEP_DATE)) from None
    return answered(draft, Prompt.NEXT_STEP_DATE, next_step_date=day)


def _without(draft: UpdateDraft, *prompts: Prompt) -> UpdateDraft:
    """The form with these to be asked again."""
    return replace(draft, done=tuple(p for p in draft.done if p not in prompts))


def _with_status(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """A status alone, or with what is to be said about it."""
    if status := status_of(text):
        return answered(draft, Prompt.STATUS, status=status)
    if reported(text).status is None:
        raise Unfit(WHICH_STATUS, draft)
    return told_at_once(draft, text, today)


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


def _with_step(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """A next step, perhaps with its date at the end."""
    step = prose(_LABEL.sub("", text), "next step", draft)
    if (only := date_at_end(step)) and not step[: only[0]].strip():
        raise Unfit(ONLY_A_DAY, draft)
    if (at := date_at_end(step)) and (found := find_day(step, today)) and at[0] > 0:
        named = answered(draft, Prompt.NEXT_STEP, next_step=step[: at[0]].rstrip(" ,;–-"))
        return answered(named, Prompt.NEXT_STEP_DATE, next_step_date=day_or_unfit(found[0], named))
    return answered(draft, Prompt.NEXT_STEP, next_step=step)


def _skipped(draft: UpdateDraft) -> UpdateDraft:
    """Everything that hasn't been answered is skipped, but for a date that is being asked about."""
    return draft if draft.proposed else complete(draft)
