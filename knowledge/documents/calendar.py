"""Reads the words of a date, without those around it: "30 September 2026", "Q2 2023/24", "late 2012"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.documents import periods
from knowledge.documents.periods import Period
from knowledge.model import Precision

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date. `period` gives what a match means in a year; None where it means nothing.

    `bare` says that the words alone don't make a date, and that something must lead in to them ("by 2015").
    """

    pattern: re.Pattern[str]
    period: Callable[[Match, int], Period | None]
    bare: bool = False


_FULL = r"(?:19|20)[0-9]{2}"
_ENDS = r"(?![0-9]|[.,/][0-9])"
_YEAR = rf"(?P<year>{_FULL}|[’'‘]?[0-9]{{2}}){_ENDS}"
_FULL_YEAR = rf"(?P<year>{_FULL}){_ENDS}"
_YEARS = rf"(?P<year>{_FULL}|[0-9]{{2}}(?=/))(?:[/–-](?P<next>{_FULL}|[0-9]{{2}}))?{_ENDS}"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b(?:\.(?= [0-9’']))?"
)
_SEASON = r"(?P<season>spring|summer|autumn|winter)(?:(?:/| or | and |–|-)(?P<last>spring|summer|autumn|winter))?"
_DAY = r"\b(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_PART = r"(?:\b(?P<part>early|late|later|mid|middle|end|close|beginning|start)(?: |-)(?:of |in )?(?:the )?)"
_PARTS = {"later": "late", "middle": "mid", "close": "end", "beginning": "early", "start": "early"}
_WHICH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_TITLES = r"(?! (?:acts?|bills?|budget|census|edition|guidance|order|regulations?|report|review|statement|version)\b)"


def part(match: Match) -> str:
    """Which part of a period is meant: "early", "mid", "late", "end", or the whole of it."""
    word = (match.groupdict().get("part") or "").lower()
    return _PARTS.get(word, word)


def year(match: Match) -> int | None:
    """The year in the words, in full; None where there is none."""
    digits = (match.groupdict().get("year") or "").lstrip("’'‘")
    return (int(digits) if len(digits) == 4 else 2000 + int(digits)) if digits else None


def _day(match: Match, in_year: int) -> Period | None:
    return periods.day(in_year, _number(match["month"]), int(match["day"])) if _is_name(match) else None


def _numbers(match: Match, in_year: int) -> Period | None:
    """Day first, as in Britain. "1.2.12" is more often a paragraph than a day, "01.02.12" never is."""
    is_day = match["mark"] == "/" or len(match["day"]) == len(match["number"]) == 2
    if len(match["year"]) == 2 and not is_day:
        return None
    return periods.day(in_year, int(match["number"]), int(match["day"]))


def _iso(match: Match, in_year: int) -> Period | None:
    return periods.day(in_year, int(match["number"]), int(match["day"]))


def _feast(match: Match, in_year: int) -> Period | None:
    return periods.feast(in_year, match["feast"].lower())


def _month(match: Match, in_year: int) -> Period | None:
    return periods.month(in_year, _number(match["month"]), part(match)) if _is_name(match) else None


def _months(match: Match, in_year: int) -> Period | None:
    """From one month to another; the first is in the year before where it comes later in the year."""
    first, last = _number(match["month"]), _number(match["last"])
    start = int(match["start"] or (in_year - (first > last)))
    count = (in_year - start) * 12 + last - first + 1
    return periods.months(start, first, count, Precision.VAGUE) if count > 0 else None


def _season(match: Match, in_year: int) -> Period | None:
    first = match["season"].lower()
    return periods.season(in_year, first, (match["last"] or first).lower(), part(match))


def _quarter(match: Match, in_year: int) -> Period | None:
    return periods.share(in_year, int(match["number"]), 4, financial=bool(match["next"]))


def _half(match: Match, in_year: int) -> Period | None:
    return periods.share(in_year, int(match["number"]), 2, financial=bool(match["next"]))


def _share(match: Match, in_year: int) -> Period | None:
    of = 2 if match["unit"].lower() == "half" else 4
    number = _WHICH.get(match["which"].lower(), of)
    return periods.share(in_year, number, of, financial=bool(match["next"])) if number <= of else None


def _whole(match: Match, in_year: int) -> Period | None:
    """A year. "2012/13" is a financial one, from April; "2012-2015" is what it says."""
    following = match["next"] or ""
    if not following or int(following[-2:]) == (in_year + 1) % 100:
        return periods.year(in_year, part(match), financial=bool(following))
    last = int(following) if len(following) == 4 else 2000 + int(following)
    return periods.months(in_year, 1, (last - in_year + 1) * 12, Precision.YEAR) if last > in_year else None


def _number(name: str) -> int:
    return _NAMES.index(name[:3].lower()) + 1


def _is_name(match: Match) -> bool:
    """Whether "may" and "march" are months here: with a year in full they are, otherwise by their capital."""
    digits = match.groupdict().get("year") or ""
    return match["month"][0].isupper() or len(digits) == 4


def _form(pattern: str, period: Callable[[Match, int], Period | None], *, bare: bool = False) -> Form:
    return Form(re.compile(pattern, re.IGNORECASE), period, bare)


FORMS = (
    _form(rf"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{_DAY}(?: of)? (?P<month>{_MONTH}),? {_YEAR}", _day),
    _form(rf"{_DAY}(?: of)? (?P<month>{_MONTH})", _day),
    _form(rf"{_DAY}(?P<mark>[-/])(?P<month>{_MONTH})(?P=mark){_YEAR}", _day),
    _form(rf"(?<![-/\w])(?P<month>{_MONTH})[-/]{_YEAR}(?![-/])", _month),
    _form(rf"\b(?P<month>{_MONTH}) (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?,? {_FULL_YEAR}", _day),
    _form(
        rf"(?<![0-9/.-])(?P<day>[0-3]?[0-9])(?P<mark>[/.-])(?P<number>[01]?[0-9])(?P=mark)"
        rf"(?P<year>{_FULL}|[0-9]{{2}})(?![0-9/-]|\.[0-9])",
        _numbers,
    ),
    _form(rf"(?<![0-9-])(?P<year>{_FULL})-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9-])", _iso),
    _form(
        rf"\b(?P<month>{_MONTH})(?: (?P<start>{_FULL}))?(?: to | until | ?[/–-] ?)(?P<last>{_MONTH}),? {_FULL_YEAR}",
        _months,
    ),
    _form(rf"(?<=between )(?P<month>{_MONTH})(?: (?P<start>{_FULL}))? and (?P<last>{_MONTH}),? {_FULL_YEAR}", _months),
    _form(rf"\b(?P<month>{_MONTH})(?P<start>) and (?P<last>{_MONTH}),? {_FULL_YEAR}", _months),
    _form(rf"{_PART}?\b(?P<month>{_MONTH}),?(?: of)? {_YEAR}", _month),
    _form(rf"{_PART}?\b(?P<month>{_MONTH})(?![’'\w])", _month, bare=True),
    _form(rf"{_PART}?\b{_SEASON}(?: term)?(?: of)?,? (?P<year>{_FULL})(?:[/–-][0-9]{{2,4}})?{_ENDS}", _season),
    _form(rf"{_PART}?\b{_SEASON}\b{_TITLES}", _season, bare=True),
    _form(rf"\b(?P<feast>christmas|easter|new year)(?: (?:time|period))?,? {_FULL_YEAR}", _feast),
    _form(rf"\b(?:Q|(?:quarter|qtr\.?) )(?P<number>[1-4])(?: of)?,? {_YEARS}", _quarter),
    _form(rf"\bH(?P<number>[12])(?: of)?,? {_YEARS}", _half),
    _form(
        rf"\b(?P<which>{'|'.join(_WHICH)}|latter|final|last) (?P<unit>half|quarter) of (?:the )?(?:financial year )?"
        + _YEARS,
        _share,
    ),
    _form(rf"{_PART}(?:(?:financial|calendar) year )?{_YEARS}{_TITLES}", _whole),
    _form(rf"\b(?:financial year )?{_YEARS}{_TITLES}", _whole, bare=True),
)
