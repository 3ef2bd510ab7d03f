"""Feast days that people plan by, as days: "by Easter", "before Christmas"; before one is the day before it."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.documents.periods import easter
from knowledge.progress.days.timeline import Outlook
from knowledge.progress.days.words import Match, Meaning, form, full_year, spans

_A_DAY = timedelta(days=1)
# Each as its month and day, or as days from Easter Sunday.
_FIXED = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing": (12, 26),
    "new year eve": (12, 31),
    "new year": (1, 1),
}
_FROM_EASTER = {"good friday": -2, "easter": 0, "easter monday": 1}


def _feast(match: Match, outlook: Outlook) -> Meaning | None:
    """The next one from today on, or the last one up to today; that of a year where one is given."""
    name = _name(match)
    year = (match["year"] or "").lstrip("'’")
    day = _of(name, full_year(year)) if year else _near(name, outlook)
    return _meant(day, year) if day else None


def _before(match: Match, outlook: Outlook) -> Meaning | None:
    """The day before it; looking back, "before Christmas" is no day at all."""
    found = _feast(match, outlook) if outlook.ahead else None
    if found is None or found.due is None:
        return None
    return _meant(found.due - _A_DAY, str((found.due - _A_DAY).year) if found.year else "")


def _meant(day: date, year: str) -> Meaning:
    return Meaning(day, day, day, day.day, day.month, year) if year else spans(day, day)


def _name(match: Match) -> str:
    words = match["feast"].lower().replace("xmas", "christmas").replace("'s", "").replace("’s", "")
    return " ".join(words.replace("years", "year").removesuffix(" day").removesuffix(" sunday").split())


def _near(name: str, outlook: Outlook) -> date | None:
    years = range(3) if outlook.ahead else range(0, -3, -1)
    days = (_of(name, outlook.today.year + step) for step in years)
    return next((day for day in days if (day >= outlook.today) is outlook.ahead or day == outlook.today), None)


def _of(name: str, year: int) -> date:
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    return date(year, *_FIXED[name])


_FEAST = (
    r"(?P<feast>(?:christmas|xmas)(?: eve| day)?|boxing day|good friday|easter(?: sunday| monday)?|"
    r"new year(?:['’]?s)?(?: eve| day)?)\b"
)
# "In the new year" is no day.
_THE = r"(?<!\bin )(?<!\bin the )(?:the )?"
_YEAR = r"(?:,? (?P<year>20\d\d(?![\w/])|['’]\d\d(?!\w)))?"

FORMS = (
    form(rf"\b(?:before|ahead of) (?:the )?{_FEAST}{_YEAR}", _before),
    form(rf"{_THE}\b{_FEAST}{_YEAR}", _feast, bare=True),
)
