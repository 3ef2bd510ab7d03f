"""The words that dates are made of, and what a date comes to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from knowledge.progress.days.timeline import Outlook

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words mean: whole days, both included, and the one that is meant where a plan is due.

    `first`, `last` and `due` are None for a day that doesn't exist. `number`, `month` and `year` are as typed, the
    year only where one was; `weekday` (Monday is 0) where one stood before the date. `note` says what was assumed.
    """

    first: date | None
    last: date | None
    due: date | None
    number: int = 0
    month: int = 0
    year: str = ""
    weekday: int | None = None
    is_doubtful: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date. `bare` says that it is one only as a whole answer or behind a word such as "by"."""

    pattern: re.Pattern[str]
    meaning: Callable[[Match, Outlook], Meaning | None]
    bare: bool = False


def form(pattern: str, meaning: Callable[[Match, Outlook], Meaning | None], *, bare: bool = False) -> Form:
    """A form whose letters may be of any case."""
    return Form(re.compile(pattern, re.IGNORECASE), meaning, bare)


def spans(first: date, last: date, due: date | None = None, note: str = "") -> Meaning:
    """Whole days, due on the last of them unless another is given."""
    return Meaning(first, last, due or last, note=note)


def full_year(digits: str) -> int:
    """A year as typed, in full; two figures are of this century."""
    return int(digits) + 2000 if len(digits) <= 2 else int(digits)


def _table(names: dict[int, str]) -> dict[str, int]:
    return {word: number for number, words in names.items() for word in words.split()}


def either(words: dict[str, int]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


# With the slips of typing that people make most.
MONTHS = _table(
    {
        1: "january jan januray janurary janaury",
        2: "february feb febuary feburary februrary febraury",
        3: "march mar marhc mrach",
        4: "april apr apirl arpil aprli",
        5: "may",
        6: "june jun",
        7: "july jul jully",
        8: "august aug augst agust",
        9: "september sept sep setember septmber septemeber setpember",
        10: "october oct ocotber octber",
        11: "november nov novemeber novmber",
        12: "december dec decemeber decmber",
    }
)
WEEKDAYS = _table(
    {
        0: "monday mon modnay",
        1: "tuesday tue tues tuseday teusday",
        2: "wednesday wed weds wensday wednsday wedensday wednesady",
        3: "thursday thu thur thurs thrusday thusday",
        4: "friday fri firday",
        5: "saturday sat staurday",
        6: "sunday sun",
    }
)
_COUNTED = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(), 1)}
NUMBERS |= {"a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a few": 3}
WHICH = _table({1: "first 1st", 2: "second 2nd", 3: "third 3rd", 4: "fourth 4th", -1: "last"})
# The day of the month that a part of it is due on; 0 is its last.
PARTS = {"start": 1, "beginning": 1, "early": 10, "mid": 15, "middle": 15, "late": 0, "end": 0, "close": 0}

MONTH = rf"(?P<month>{either(MONTHS)})\b(?:\.(?= ?[’'\d]))?"
WEEKDAY = rf"(?P<weekday>{either(WEEKDAYS)})\b(?:\.(?= \d))?"
DAY = r"(?<![\w/.£:,-])(?P<number>\d{1,2})"
SUFFIX = r"(?P<suffix>st|nd|rd|th)"
# Two figures are no year where a word follows them: "30 January 12 teams".
YEAR = r"(?:[ ,]{1,2}(?:of )?|[-/.])(?P<year>\d{3,5}(?![\w/:])|['’]\d\d(?!\w)|\d\d(?![\w/:.%]|[.,]\d| ?[a-z]))"
ENDS = r"(?![\w/:]|[.-]\d)"
PART = rf"(?P<part>{either(PARTS)})(?: |-)(?:of )?(?:the )?"
COUNT = rf"(?P<count>\d{{1,3}}|{either(NUMBERS)})"
WEEK = r"(?P<week>first|1st|second|2nd|third|3rd|fourth|4th|last) week"
UNITS = r"(?P<unit>day|week|fortnight|month|year)s?\b['’]?"
ISO = r"(?<![\w/-])(?P<year>\d{4})[-/](?P<figure>\d{1,2})[-/](?P<number>\d{1,2})(?![\w/-])"


def counted(match: Match) -> int:
    """The number of units in a match, in figures or in words."""
    words = match["count"].lower()
    return int(words) if words.isdigit() else NUMBERS[words]
