"""Hears what is to be different in an update just before it is saved: "make it red", "evidence: minutes"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dialogs.updating import additions, amiss
from dialogs.updating.drafts import Prompt, UpdateDraft, answered
from dialogs.updating.reports import skipped, taken
from dialogs.updating.sentences import HUM
from dialogs.updating.typed import ONLY_A_DAY, Unfit, check_readable, day_or_unfit, prose
from dialogs.words.wordings import ASIDES
from knowledge.progress.days import date_at_end, day_in
from knowledge.progress.reporting.report import Reported, reported

_CHANGING = re.compile(
    r"(?:(?:no|wait|hang on|oops|ok|okay|actually|sorry|please|but|and|also)\b|,|\s)*"
    r"(?:(?:make|set|change|put|turn|mark)\s+(?:it|that|this|the status|status)\s*(?:to|as|into)?\s+|"
    r"(?:it|that|status)(?:'s| is| should be)?\s+(?=[a-z]))?",
    re.IGNORECASE,
)
_NARRATIVE = re.compile(
    r"(?:change |set |make )?(?:the )?(?:narrative|what happened|text|wording|words)\s*"
    r"(?:(?:should\s+)?(?:be|read|say)\b|to\b|is\b)?\s*[:–-]?\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_INSTEAD = re.compile(
    r"(?:say|write|put|make it say)\s+(?:that\s+)?(?P<words>.+?)\s+instead[\s.!]*", re.IGNORECASE | re.DOTALL
)
# "Change the next step to ..." is "next step: ...", and a day alone moves it.
_NAMED_PART = re.compile(
    r"^(?:change|set|make|put|move|correct)\s+(?:the\s+|our\s+|my\s+)?(?P<part>next\s+step|evidence)s?\s*"
    r"(?:to\b|into\b|as\b|:|–|-)\s*",
    re.IGNORECASE,
)
_STEP_DUE = re.compile(
    r"(?:(?:the\s+|our\s+|its\s+)?next\s+steps?(?:['’]s)?\s*)?"
    r"(?:(?:is|are|will be|would be|should be|it['’]s|now|due|the|date['’]?s|date|day|deadline|is|by|"
    r"on|for|before|:|–|-)\s*)+"
    r"(?P<day>.+)",
    re.IGNORECASE,
)
_WRONG_STEP = re.compile(
    r"^(?:the\s+|our\s+|my\s+)?(?P<part>next\s+step|evidence)s?\s*(?:(?:['’]?s|is|was|are)\s+wrong\b[\s,.;:–—-]*)?"
    r"(?:(?:it|that|this)\s+)?should\s+(?:have\s+been|be|say|read)\s*:?\s*",
    re.IGNORECASE,
)
# "Yes but add that …", which agrees to nothing yet.
_AGREEING = re.compile(r"(?:yes|yep|yeah|ok|okay|fine|good)[\s,]+(?:but|and|only|just)\s+", re.IGNORECASE)
# "Evidence is the October minutes" is "evidence: the October minutes".
_PART_IS = re.compile(
    r"^(?:the\s+|our\s+|my\s+)?(?P<part>evidence|next\s+step)s?(?:['’]?s|\s+(?:is|are|was|were|will be))\s+(?!wrong\b)",
    re.IGNORECASE,
)
_STEP_DAY = re.compile(
    r"(?:change|set|make|put|move|correct)\s+(?:the\s+|its\s+)?(?:next\s+step['’]?s?\s+)?(?:date|day|deadline)\s*"
    r"(?:to\b|:|–|-|\s)\s*(?P<day>.+)",
    re.IGNORECASE,
)


def edited(draft: UpdateDraft, text: str, today: date) -> UpdateDraft | None:
    """The form with something changed just before it is saved: "make it red", "evidence: minutes of 12 November".

    None where the message changes nothing in it. Raises Unfit.
    """
    check_readable(text, draft)
    said = _AGREEING.sub("", text.strip(), count=1) if _AGREEING.match(text.strip()) else text.strip()
    if (aside := ASIDES.match(said)) and aside.end() < len(said):
        said = said[aside.end() :]
    if instead := _INSTEAD.fullmatch(said):
        return answered(draft, Prompt.NARRATIVE, narrative=prose(instead["words"], "narrative", draft))
    if words := additions.heard(said, loosely=True):
        return _with(draft, additions.report(draft, words), today)
    said, more = additions.parted(said)
    changed = _changed(draft, said, today)
    return _with(changed, additions.report(changed, more), today) if changed and more else changed


def _changed(draft: UpdateDraft, said: str, today: date) -> UpdateDraft | None:
    """The form with one change; None where the words are none. Raises Unfit."""
    if opens := _CHANGING.match(said):
        said = said[opens.end() :]
    said = amiss.labelled(said)
    if amiss.only_says_so(said):
        return None
    said = _WRONG_STEP.sub(r"\g<part>: ", _NAMED_PART.sub(r"\g<part>: ", said))
    if words := _step_day(said):
        return _with_day(draft, words, today)
    said = _PART_IS.sub(r"\g<part>: ", said)
    if worded := _NARRATIVE.fullmatch(said):
        return answered(draft, Prompt.NARRATIVE, narrative=prose(worded["words"], "narrative", draft))
    report = reported(said)
    if report.status is None and not (report.next_step or report.evidence):
        return None
    return _with(draft, replace(report, narrative=_narrative(draft, report)), today)


def _narrative(draft: UpdateDraft, report: Reported) -> str:
    """What has happened instead, or as well; empty where that stays: "make it red, sorry" says nothing of it."""
    if report.status is None or HUM.fullmatch(report.narrative):
        return ""
    words = additions.going_on(report.narrative)
    return additions.report(draft, words).narrative if words else report.narrative


def _with(draft: UpdateDraft, report: Reported, today: date) -> UpdateDraft:
    """The form with all of a report; a day that can't be taken is asked for. Raises Unfit."""
    try:
        after = skipped(taken(draft, report, today))
        same_day = report.next_step and not report.due_words and not after.proposed
        return replace(after, next_step_date=draft.next_step_date) if same_day else after
    except Unfit as unfit:
        raise Unfit(str(unfit), _without(unfit.draft, Prompt.NEXT_STEP_DATE) if report.due_words else draft) from None


def _step_day(said: str) -> str:
    """The words of the day that a correction gives the next step, and nothing else; empty for any other."""
    if (alone := date_at_end(said.rstrip(" .!"))) and not said[: alone[0]].strip():
        return said
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
