"""Days that people type: which is meant, or what there is to ask about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dialogs.words import phrases
from knowledge.progress.days import Day, Trouble, day_in, spell
from knowledge.progress.days.finding import dates
from knowledge.progress.days.forms import moved
from knowledge.progress.days.timeline import Outlook
from knowledge.progress.days.words import COUNT, UNITS, counted

NO_DATE = "I couldn’t find a date in that. Please give one, such as 30 January 2027 or next Friday."
IMPOSSIBLE = "There is no such day as “{words}”."
STILL_TO_COME = "“{words}” is still to come."
PAST = "“{words}” has already passed."
TWO_DAYS = "I can’t tell which day “{words}” means."
ODD_YEAR = "The year in “{words}” looks mistyped."
OTHER_WEEKDAY = "“{words}” falls on another day of the week."
OR_CANCEL = "“Cancel” leaves it."
OR_ANOTHER = "Say “yes” for {day}, or give another date."
_TROUBLES = {
    Trouble.IMPOSSIBLE: IMPOSSIBLE,
    Trouble.PAST: PAST,
    Trouble.AMBIGUOUS: TWO_DAYS,
    Trouble.MISTYPED_YEAR: ODD_YEAR,
    Trouble.OTHER_WEEKDAY: OTHER_WEEKDAY,
}
# How much longer, counted from the day that is set now.
_LONGER = re.compile(
    rf"(?:by |for )?(?:about |around )?(?P<more>another |an? further |a further |an extra |an additional |further )?"
    rf"(?:{COUNT} )?(?:more |further |extra |additional |calendar )?{UNITS}(?: more| longer| later| extra)?"
)
# What a day may be made to depend on, which no day tells.
_CONDITION = re.compile(
    r"[\s,(–—-]*\b(?:subject to|provided|providing|assuming|so long as|if|unless|pending|contingent on|once|"
    r"depend(?:s|ing|ent)? (?:up)?on)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# Words around a day that say no more than the day.
_AROUND = re.compile(
    r"\b(?:at the (?:very )?latest|latest|please|pls|now|then|instead|thanks?|thank you|the|a|an|of|on|by|for|to|until|"
    r"till|at|it|is|as|date|day|target|deadline|back|forward|out)\b|[^\w]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A day that can't be taken as it was typed: the sentence that asks about it, and what a yes to that stands for."""

    question: str
    yes: str = ""


def longer(words: str, since: date) -> date | None:
    """The day that words name by how much later it is than another: "2 months", "another week"; None for any other."""
    match = _LONGER.fullmatch(words.strip(" ,.").lower())
    if match is None or not (match["count"] or match["more"]):
        return None
    try:
        return moved(since, counted(match) if match["count"] else 1, match["unit"])
    except (OverflowError, ValueError):
        return None


def unconditional(words: str) -> tuple[str, str]:
    """Words for a day without the condition behind it, and that: "31 March", "subject to cabinet"."""
    found = _CONDITION.search(words)
    if found is None or not words[: found.start()].strip():
        return words, ""
    return words[: found.start()].strip(" ,"), found[0].strip(" ,()–—-.")


def besides(words: str, today: date) -> str:
    """What words for a day say that isn't the day, nor only leads in to it; empty where they say nothing else."""
    rest = words
    for found in reversed(dates(words, Outlook(today))):
        rest = f"{rest[: found.lead]} {rest[found.end :]}"
    return " ".join(rest.split()).strip(" ,.") if _AROUND.sub("", rest) else ""


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
        return Doubt(why_not(found))
    meant = spell(found.meant)
    return Doubt(f"{why_not(found)} {OR_ANOTHER.format(day=meant)}", meant)


def instead(doubt: Doubt, question: str) -> str:
    """What there is to ask about a day, with the question that it was for where no other day was offered."""
    return doubt.question if doubt.yes else f"{doubt.question} {question} {OR_CANCEL}"


def why_not(found: Day) -> str:
    """Why a day can't be taken as it was typed, as a sentence, and what was perhaps meant."""
    if found.trouble is None or found.trouble is Trouble.NO_DATE:
        return NO_DATE
    meant = f" Perhaps you meant {spell(found.meant)}." if found.meant else ""
    return f"{_TROUBLES[found.trouble].format(words=phrases.escaped(found.words))}{meant}"
