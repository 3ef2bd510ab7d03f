"""Whether something typed can be taken into a form, or why not: its length, its characters, its day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dialogs.turns.days import why_not
from dialogs.turns.readable import TOO_LONG, UNREADABLE, garbled
from dialogs.updating.card import LONGEST_EVIDENCE, LONGEST_NARRATIVE, LONGEST_STEP
from dialogs.updating.drafts import UpdateDraft
from knowledge.progress.days import Day, spell

NO_WORDS = "There are no words in that. Please say in a sentence what has happened, or “skip”."
WHICH_STATUS = (
    "I didn’t catch a status in that. Please say one of: not started, on track, at risk, off track or complete."
)
ONLY_A_DAY = "That is a day. What is to be done by then? Say both, such as “pilot by 30 January 2027”, or “skip”."
DID_YOU_MEAN = "Say “yes” for {day}, give another date, or “skip”."
ATTACHED = "I can’t see what is attached: please type its name or a link as evidence."
_ATTACHED = re.compile(
    r"\b(?:evidence|minutes|report|document|file|paper|photos?|it(?:['’]s| is)?|see)\b.{0,30}\b(?:attached|enclosed)\b",
    re.IGNORECASE,
)
ANOTHER = "You can also “skip” it."
_WHAT = {"narrative": LONGEST_NARRATIVE, "next step": LONGEST_STEP, "evidence": LONGEST_EVIDENCE}


def speaks_of_attachment(text: str) -> bool:
    """Whether something is said to be attached, which the bot never sees."""
    return bool(
        _ATTACHED.search(text) or re.fullmatch(r"\W*(?:is |as |see )?(?:attached|enclosed|attachment)\W*", text.lower())
    )


class Unfit(Exception):
    """An answer can't be taken; the message is a sentence for the person. `draft` is the form as it is after that."""

    def __init__(self, reason: str, draft: UpdateDraft) -> None:
        self.draft = draft
        super().__init__(reason)


def prose(text: str, what: str, draft: UpdateDraft) -> str:
    """Words of which at least one can be read. Raises Unfit."""
    if not any(letter.isalnum() for letter in text):
        raise Unfit(NO_WORDS, draft)
    return short(text.strip(), what, draft)


def short(text: str, what: str, draft: UpdateDraft) -> str:
    """Words that aren't more than their part of a report holds. Raises Unfit."""
    if len(text) > _WHAT[what]:
        raise Unfit(TOO_LONG.format(length=len(text), what=f"the {what}", longest=_WHAT[what]), draft)
    return text


def check_readable(text: str, draft: UpdateDraft) -> None:
    """Control characters, and those that turn the direction of writing, would garble a report."""
    if garbled(text):
        raise Unfit(UNREADABLE, draft)


def day_or_unfit(found: Day, draft: UpdateDraft) -> date:
    """The day; or Unfit, whose draft then has the day to ask about."""
    if found.day:
        return found.day
    asked = DID_YOU_MEAN.format(day=spell(found.meant)) if found.meant else ANOTHER
    raise Unfit(f"{why_not(found)} {asked}", replace(draft, proposed=found.meant))
