"""The words that schedules are made of."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from knowledge.progress.schedules.model import LAST


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


EACH = "(?:every|each)"
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5}
_SHORT |= {"sun": 6, "wensday": 2, "wednsday": 2, "teusday": 1, "thrusday": 3, "munday": 0}
# Words of this length can be a weekday with a slip; these are none.
_LONG_WORD = re.compile(r"[A-Za-z]{5,10}")
_OTHERS = frozenset({"sundry", "sundae", "mundane", "friary", "tuesdays"})
WEEKDAY = rf"(?P<weekday>{either(_WEEKDAYS | _SHORT)})s?"
NTHS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": LAST}
NTH = rf"(?P<nth>{'|'.join(NTHS)})"


def mended(text: str) -> str:
    """The text with each slip of typing in a weekday put right, where only one can be meant: "every Mnday"."""
    return _LONG_WORD.sub(lambda match: _mended(match[0]), text)


def _mended(word: str) -> str:
    lower = word.lower()
    if lower.removesuffix("s") in _WEEKDAYS | _SHORT or lower in _OTHERS:
        return word
    near = [day for day in _WEEKDAYS if OSA.distance(lower, day) <= 1 or OSA.distance(lower, f"{day}s") <= 1]
    return near[0].capitalize() if len(near) == 1 else word


def weekday(word: str) -> int:
    """The number of a weekday by its name or a short form of it; Monday is 0."""
    return (_WEEKDAYS | _SHORT)[word]
