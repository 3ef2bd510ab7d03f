"""Whether something typed can be taken into a form, or why not: its length, its characters, its day."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from dialogs.updating.card import LONGEST_EVIDENCE, LONGEST_NARRATIVE, LONGEST_STEP
from dialogs.updating.drafts import UpdateDraft
from dialogs.words import phrases
from knowledge.progress.days import Day, Trouble, day_in, spell

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
STILL_TO_COME = "“{words}” is still to come."
PAST = "“{words}” has already passed."
TWO_DAYS = "I can’t tell which day “{words}” means."
ODD_YEAR = "The year in “{words}” looks mistyped."
OTHER_WEEKDAY = "“{words}” falls on another day of the week."
DID_YOU_MEAN = "Say “yes” for {day}, give another date, or “skip”."
OR_ANOTHER = "Say “yes” for {day}, or give another date."
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


class Unfit(Exception):
    """An answer can't be taken; the message is a sentence for the person. `draft` is the form as it is after that."""

    def __init__(self, reason: str, draft: UpdateDraft) -> None:
        self.draft = draft
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A day that can't be taken as it was typed: the sentence that asks about it, and what a yes to that stands for."""

    question: str
    yes: str = ""


def no_time(words: str, today: date) -> str:
    """Why the time that words name is none to look back on, as a sentence; empty where they name none."""
    named = day_in(words, today)
    if not named.words:
        return ""
    if named.day or named.trouble is Trouble.AMBIGUOUS or named.trouble is None:
        return STILL_TO_COME.format(words=phrases.escaped(named.words))
    return _TROUBLES.get(named.trouble, IMPOSSIBLE).format(words=phrases.escaped(named.words))


def day_asked_for(words: str, today: date) -> date | Doubt:
    """The day that words name, or what there is to ask about it."""
    found = day_in(words, today)
    if found.day:
        return found.day
    if found.meant is None:
        return Doubt(_why_not(found))
    meant = spell(found.meant)
    return Doubt(f"{_why_not(found)} {OR_ANOTHER.format(day=meant)}", meant)


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


def garbled(text: str) -> bool:
    """Whether a text has characters that can't be shown, or that turn the direction of writing."""
    return any(map(_garbles, text))


def _garbles(character: str) -> bool:
    if character in "\n\t\r":
        return False
    return unicodedata.category(character) in {"Cc", "Cs", "Co"} or character in _TURNING


def day_or_unfit(found: Day, draft: UpdateDraft) -> date:
    """The day; or Unfit, whose draft then has the day to ask about."""
    if found.day:
        return found.day
    asked = DID_YOU_MEAN.format(day=spell(found.meant)) if found.meant else ANOTHER
    raise Unfit(f"{_why_not(found)} {asked}", replace(draft, proposed=found.meant))


def _why_not(found: Day) -> str:
    if found.trouble is None or found.trouble is Trouble.NO_DATE:
        return NO_DATE
    meant = f" Perhaps you meant {spell(found.meant)}." if found.meant else ""
    return f"{_TROUBLES[found.trouble].format(words=phrases.escaped(found.words))}{meant}"
