"""Takes an officer's answers into the form, or says kindly why not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dialogs.cards.form import LONGEST_EVIDENCE, LONGEST_NARRATIVE, LONGEST_STEP
from dialogs.drafts import Prompt, UpdateDraft, answered, complete
from knowledge.progress.days import Day, Trouble, date_at_end, day_in, find_day, spell
from knowledge.progress.model import Status
from knowledge.progress.reporting import Reported, reported
from knowledge.progress.statuses import status_of

WHICH_STATUS = (
    "I didn’t catch a status in that. Please say one of: not started, on track, at risk, off track or complete."
)
NO_WORDS = "There are no words in that. Please say in a sentence what has happened, or “skip”."
TOO_LONG = (
    "That is {length:,} characters, and {what} holds up to {longest:,}. Please shorten it; nothing has been saved."
)
UNREADABLE = (
    "There are characters in that which can’t be shown (control characters, perhaps from a copied document). "
    "Please type it again without them; nothing has been saved."
)
NO_DATE = "I couldn’t find a date in that. Please give one, such as 30 January 2027 or next Friday."
IMPOSSIBLE = "There is no such day as “{words}”."
PAST = "“{words}” has already passed."
TWO_DAYS = "I can’t tell which day “{words}” means."
ODD_YEAR = "The year in “{words}” looks mistyped."
OTHER_WEEKDAY = "“{words}” falls on another day of the week."
DID_YOU_MEAN = "Say “yes” for {day}, give another date, or “skip”."
ANOTHER = "You can also “skip” it."
_TROUBLES = {
    Trouble.IMPOSSIBLE: IMPOSSIBLE,
    Trouble.PAST: PAST,
    Trouble.AMBIGUOUS: TWO_DAYS,
    Trouble.MISTYPED_YEAR: ODD_YEAR,
    Trouble.OTHER_WEEKDAY: OTHER_WEEKDAY,
}
_TURNING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_WHAT = {"narrative": LONGEST_NARRATIVE, "next step": LONGEST_STEP, "evidence": LONGEST_EVIDENCE}


_CHANGING = re.compile(
    r"(?:no|actually|sorry|please|but|and|,|\s)*(?:(?:make|set|change|put|turn|mark)\s+(?:it|that|this|the status|status)"
    r"\s*(?:to|as|into)?\s+|(?:it|that|status)(?:'s| is| should be)?\s+(?=[a-z]))?",
    re.IGNORECASE,
)
_NARRATIVE = re.compile(
    r"(?:change |set |make )?(?:the )?(?:narrative|what happened|text|wording|words)\s*(?:to|is|:|–|-)?\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)


_LABEL = re.compile(r"^\s*(?:the\s+|our\s+)?next steps?\s*(?:is|are|will be|:|–|-)?\s+", re.IGNORECASE)


class Unfit(Exception):
    """An answer can't be taken; the message is a sentence for the person. `draft` is the form as it is after that."""

    def __init__(self, reason: str, draft: UpdateDraft) -> None:
        self.draft = draft
        super().__init__(reason)


def filled(draft: UpdateDraft, prompt: Prompt, text: str, today: date) -> UpdateDraft:
    """The form with one typed answer in it. Raises Unfit."""
    _check_readable(text, draft)
    match prompt:
        case Prompt.STATUS:
            return _with_status(draft, text, today)
        case Prompt.NARRATIVE:
            return answered(draft, prompt, narrative=_prose(text, "narrative", draft))
        case Prompt.NEXT_STEP:
            return _with_step(answered(draft, prompt), text, today)
        case Prompt.NEXT_STEP_DATE:
            return answered(draft, prompt, next_step_date=_day(day_in(text, today), draft))
        case _:
            return answered(draft, Prompt.EVIDENCE, evidence=(_prose(text, "evidence", draft),))


def told_at_once(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """The form with what one typed sentence reports; the rest is skipped once there is a status and a narrative."""
    _check_readable(text, draft)
    report = reported(text)
    if not text.strip():
        return draft
    taken = _taken(draft, report, today)
    return taken if Prompt.NARRATIVE not in taken.done or Prompt.STATUS not in taken.done else _skipped(taken)


def submitted(draft: UpdateDraft, fields: Mapping[str, Any], today: date) -> UpdateDraft:
    """The form as a card's inputs have it. Raises Unfit for the first that can't be taken."""
    texts = {name: str(fields.get(name) or "").strip() for name in ("status", "narrative", "next_step", "evidence")}
    for text in texts.values():
        _check_readable(text, draft)
    try:
        status = Status(texts["status"])
    except ValueError:
        raise Unfit(WHICH_STATUS, draft) from None
    due = str(fields.get("next_step_date") or "").strip()
    return complete(
        replace(
            draft,
            status=Status.AWAITING_SIGN_OFF if status is Status.COMPLETE else status,
            narrative=_short(texts["narrative"], "narrative", draft),
            next_step=_short(texts["next_step"], "next step", draft),
            next_step_date=_day(day_in(due, today), draft) if due else None,
            evidence=tuple(filter(None, (_short(texts["evidence"], "evidence", draft),))),
            accepted=False,
        )
    )


def edited(draft: UpdateDraft, text: str, today: date) -> UpdateDraft | None:
    """The form with something changed just before it is saved: "make it red", "evidence: minutes of 12 November".

    None where the message changes nothing in it. Raises Unfit.
    """
    _check_readable(text, draft)
    said = _CHANGING.sub("", text.strip())
    if worded := _NARRATIVE.fullmatch(said):
        return answered(draft, Prompt.NARRATIVE, narrative=_prose(worded["words"], "narrative", draft))
    report = reported(said)
    if report.status is None and not (report.next_step or report.evidence):
        return None
    changed = replace(report, narrative=report.narrative if report.status else "")
    return _skipped(_taken(draft, changed, today))


def _with_status(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """A status alone, or with what is to be said about it."""
    if status := status_of(text):
        return answered(draft, Prompt.STATUS, status=status)
    if reported(text).status is None:
        raise Unfit(WHICH_STATUS, draft)
    return told_at_once(draft, text, today)


def _taken(draft: UpdateDraft, report: Reported, today: date) -> UpdateDraft:
    """What a report says, put into the form; what it doesn't say stays as it was."""
    if report.status:
        draft = answered(draft, Prompt.STATUS, status=report.status)
    if report.narrative:
        draft = answered(draft, Prompt.NARRATIVE, narrative=_prose(report.narrative, "narrative", draft))
    if report.evidence:
        evidence = tuple(_short(one, "evidence", draft) for one in report.evidence)
        draft = answered(draft, Prompt.EVIDENCE, evidence=evidence)
    if report.next_step:
        step = _short(report.next_step, "next step", draft)
        draft = answered(draft, Prompt.NEXT_STEP, next_step=step, next_step_date=None)
    if report.due_words:
        due = _day(day_in(report.due_words, today), draft)
        draft = answered(draft, Prompt.NEXT_STEP_DATE, next_step_date=due)
    return draft


def _with_step(draft: UpdateDraft, text: str, today: date) -> UpdateDraft:
    """A next step, perhaps with its date at the end."""
    step = _prose(_LABEL.sub("", text), "next step", draft)
    if (at := date_at_end(step)) and (found := find_day(step, today)) and at[0] > 0:
        named = answered(draft, Prompt.NEXT_STEP, next_step=step[: at[0]].rstrip(" ,;–-"))
        return answered(named, Prompt.NEXT_STEP_DATE, next_step_date=_day(found[0], named))
    return answered(draft, Prompt.NEXT_STEP, next_step=step)


def _skipped(draft: UpdateDraft) -> UpdateDraft:
    """Everything that hasn't been answered is skipped, but for a date that is being asked about."""
    return draft if draft.proposed else complete(draft)


def _day(found: Day, draft: UpdateDraft) -> date:
    if found.day:
        return found.day
    asked = DID_YOU_MEAN.format(day=spell(found.meant)) if found.meant else ANOTHER
    raise Unfit(f"{_why_not(found)} {asked}", replace(draft, proposed=found.meant))


def _why_not(found: Day) -> str:
    if found.trouble is None or found.trouble is Trouble.NO_DATE:
        return NO_DATE
    meant = f" Perhaps you meant {spell(found.meant)}." if found.meant else ""
    return f"{_TROUBLES[found.trouble].format(words=found.words)}{meant}"


def day_asked_for(words: str, today: date) -> date | str:
    """The day that words name, or the sentence that asks about it."""
    found = day_in(words, today)
    return found.day or _why_not(found)


def _prose(text: str, what: str, draft: UpdateDraft) -> str:
    if not any(letter.isalnum() for letter in text):
        raise Unfit(NO_WORDS, draft)
    return _short(text.strip(), what, draft)


def _short(text: str, what: str, draft: UpdateDraft) -> str:
    if len(text) > _WHAT[what]:
        raise Unfit(TOO_LONG.format(length=len(text), what=f"the {what}", longest=_WHAT[what]), draft)
    return text


def _check_readable(text: str, draft: UpdateDraft) -> None:
    """Control characters, and those that turn the direction of writing, would garble a report."""
    if any(_garbles(character) for character in text):
        raise Unfit(UNREADABLE, draft)


def _garbles(character: str) -> bool:
    if character in "\n\t\r":
        return False
    return unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"} or character in _TURNING
