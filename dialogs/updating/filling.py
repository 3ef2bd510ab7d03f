"""Takes an officer's answers into the form, or says kindly why not."""

from __future__ import annotations

import re
from datetime import date

from dialogs.turns.remarks import refers_back
from dialogs.updating.drafts import Prompt, UpdateDraft, answered
from dialogs.updating.loosely import gets_on
from dialogs.updating.reports import told_at_once
from dialogs.updating.typed import (
    ATTACHED,
    NO_WORDS,
    ONLY_A_DAY,
    WHICH_STATUS,
    Unfit,
    check_readable,
    day_or_unfit,
    prose,
    speaks_of_attachment,
)
from knowledge.progress.days import date_at_end, day_in, find_day
from knowledge.progress.reporting.report import reported
from knowledge.progress.reporting.statuses import status_of

DAY_NO_EVIDENCE = (
    "That is a day. Which document or link is the evidence? Or “skip”; “next step by …” changes the next step’s day."
)
ABOVE = "I can’t tell which words you mean. Please write them out, or “skip”."
_ABOVE = re.compile(r"(?:the )?(?:same|ditto|see|as) ?(?:as )?(?:above|before that)?\W*|ditto\W*", re.IGNORECASE)
# "The next one is in February": the day belongs to the words.
_UNENDED = re.compile(r"\b(?:is|are|was|be|due|in|on|at|it|that)\W*\Z", re.IGNORECASE)
_A_FEW = 3  # words that name no document: "see attached"
# "Ok so pilot has started": what somebody says to themselves before they begin.
_HUM = re.compile(
    r"\A(?:(?:ok|okay|oh|um+|er+m*|hmm+|ah|right)\b[\s,.–—-]+(?:so\b(?!\s+far)[\s,]*)?|so,\s*)(?=\S+\s+\S)",
    re.IGNORECASE,
)
WORDS_NOTED = "I have noted that as what has happened."
_EVIDENCE = re.compile(r"\A(?:the\s+|our\s+|my\s+)?evidence(?:[’']s|\s+is|\s+are|\s*[:–-])\s+", re.IGNORECASE)
_LABEL = re.compile(r"^\s*(?:the\s+|our\s+)?next steps?\s*(?:is|are|will be|:|–|-)?\s+", re.IGNORECASE)


def filled(draft: UpdateDraft, prompt: Prompt, text: str, today: date) -> UpdateDraft:
    """The form with one typed answer in it. Raises Unfit."""
    check_readable(text, draft)
    match prompt:
        case Prompt.STATUS:
            return _with_status(draft, text, today)
        case Prompt.NARRATIVE:
            if not any(map(str.isalpha, text)):
                raise Unfit(NO_WORDS, draft)
            return answered(draft, prompt, narrative=prose(_HUM.sub("", text.strip()), "narrative", draft))
        case Prompt.NEXT_STEP:
            return _with_step(draft, text, today)
        case Prompt.NEXT_STEP_DATE:
            return answered(draft, prompt, next_step_date=day_or_unfit(day_in(text, today), draft))
        case _:
            if (only := date_at_end(text.rstrip(" .!"))) and not text[: only[0]].strip():
                raise Unfit(DAY_NO_EVIDENCE, draft)
            if speaks_of_attachment(text) and len(text.split()) <= _A_FEW:
                raise Unfit(ATTACHED, draft)
            named = _EVIDENCE.sub("", text.strip())
            return answered(draft, Prompt.EVIDENCE, evidence=(prose(named, "evidence", draft),))


def _with_status(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """A status alone, or with what is to be said about it."""
    if status := status_of(text):
        return answered(draft, Prompt.STATUS, status=status)
    if reported(text).status is not None:
        return _told_on(draft, told_at_once(draft, text, today))
    if "?" in text or not gets_on(text.lower()):
        raise Unfit(WHICH_STATUS, draft)
    noted = answered(draft, Prompt.NARRATIVE, narrative=prose(text, "narrative", draft))
    raise Unfit(f"{WORDS_NOTED} {WHICH_STATUS}", _told_on(draft, noted))


def _told_on(before: UpdateDraft, after: UpdateDraft) -> UpdateDraft:
    """The form with what had been told before as well as what is told now."""
    if not before.narrative or after.narrative in {before.narrative, ""}:
        return after
    both = prose(f"{before.narrative}\n{after.narrative}", "narrative", before)
    return answered(after, Prompt.NARRATIVE, narrative=both)


def _with_step(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """A next step, perhaps with its date at the end."""
    step = prose(_LABEL.sub("", text), "next step", draft)
    if (only := date_at_end(step)) and not step[: only[0]].strip():
        raise Unfit(ONLY_A_DAY, draft)
    if refers_back(step):
        return answered(draft, Prompt.NEXT_STEP, next_step=step)
    if _ABOVE.fullmatch(step):
        raise Unfit(ABOVE, draft)
    if (at := date_at_end(step)) and (found := find_day(step, today)) and at[0] > 0:
        what = step[: at[0]].rstrip(" ,;.–-")
        named = answered(draft, Prompt.NEXT_STEP, next_step=step if _UNENDED.search(what) else what)
        return answered(named, Prompt.NEXT_STEP_DATE, next_step_date=day_or_unfit(found[0], named))
    return answered(draft, Prompt.NEXT_STEP, next_step=step)
