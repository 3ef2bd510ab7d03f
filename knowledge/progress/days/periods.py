"""The ways in which officers write a stretch of time: "end of March", "next week", "Q4 26/27"."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.progress.days import timeline
from knowledge.progress.days.forms import is_verb
from knowledge.progress.days.timeline import Outlook
from knowledge.progress.days.words import (
    MONTH,
    MONTHS,
    PART,
    PARTS,
    WEEK,
    WHICH,
    Match,
    Meaning,
    form,
    full_year,
    spans,
)

_CALENDAR_QUARTER = "Q{number} read as a quarter of the calendar year"
_FINANCIAL_QUARTER = "Q{number} read as a quarter of the financial year, which begins in April"
_FINANCIAL_YEAR = 4  # begins in April
_WEEK_PARTS = {1: 0, 10: 1, 15: 2, 0: 4}  # due on Monday, Tuesday, Wednesday, Friday


def _month(match: Match, outlook: Outlook) -> Meaning | None:
    """A month, due on its last day, or the part of it that is named."""
    year = (match["year"] or "").lstrip("'’")
    number = MONTHS[match["month"].lower()]
    if not year and not match["part"] and is_verb(match):
        return None
    if not year:
        return _part_of(match, outlook.month(number))
    first = timeline.valid(full_year(year), number, 1)
    found = _part_of(match, first) if first else Meaning(None, None, None)
    return Meaning(found.first, found.last, found.due, found.due.day if found.due else 1, number, year)


def _part_of(match: Match, first: date) -> Meaning:
    last = timeline.month_end(first)
    part = PARTS.get((match.groupdict().get("part") or "").lower(), 0)
    return spans(first, last, first.replace(day=part) if part else last)


def _this_month(match: Match, outlook: Outlook) -> Meaning:
    return _part_of(match, timeline.shifted(outlook.today.replace(day=1), _steps(match)))


def _week(match: Match, outlook: Outlook) -> Meaning:
    """A week from its Monday to its Sunday, due on its Friday; its beginning or its middle on Monday or Wednesday."""
    first = timeline.monday(outlook.today) + timedelta(days=7 * _steps(match))
    last = first + timedelta(days=6)
    due = first + timedelta(days=_WEEK_PARTS[PARTS.get((match["part"] or "").lower(), 0)])
    return spans(first, last, last if due < outlook.today <= last else due)


def _week_of_month(match: Match, outlook: Outlook) -> Meaning:
    """ "The first week of March" is its first seven days, and so on."""
    first, which = outlook.month(MONTHS[match["month"].lower()]), WHICH[match["week"].lower()]
    end = timeline.month_end(first).day
    last = end if which < 0 else 7 * which
    return spans(first.replace(day=last - 6), first.replace(day=last))


def _year(match: Match, outlook: Outlook) -> Meaning:
    first = outlook.today.replace(month=1, day=1, year=outlook.today.year + _steps(match))
    return spans(first, first.replace(month=12, day=31))


def _financial_year(match: Match, outlook: Outlook) -> Meaning:
    start = outlook.today.year - (outlook.today.month < _FINANCIAL_YEAR) + _steps(match)
    return spans(date(start, _FINANCIAL_YEAR, 1), date(start + 1, 3, 31))


def _named_year(match: Match, _: Outlook) -> Meaning:
    year = full_year(match["year"])
    return Meaning(date(year, 1, 1), date(year, 12, 31), date(year, 12, 31), 31, 12, match["year"])


def _quarter(match: Match, outlook: Outlook) -> Meaning | None:
    """A quarter of the calendar year, or of the financial one where a year such as "26/27" is given."""
    number, year, following = int(match["number"]), match["year"], match["next"]
    if year and following:
        return _share(full_year(year), _FINANCIAL_YEAR + 3 * (number - 1), _FINANCIAL_QUARTER.format(number=number))
    note = _CALENDAR_QUARTER.format(number=number)
    if year:
        return _share(full_year(year), 3 * number - 2, note)
    return _share(outlook.month(3 * number if outlook.ahead else 3 * number - 2).year, 3 * number - 2, note)


def _share(year: int, month: int, note: str) -> Meaning | None:
    first = timeline.valid(year + (month > 12), (month - 1) % 12 + 1, 1)
    return spans(first, timeline.month_end(timeline.shifted(first, 2)), note=note) if first else None


def _steps(match: Match) -> int:
    return {"next": 1, "last": -1, "previous": -1, "following": 1}.get((match["which"] or "").lower(), 0)


_YEAR = r"(?:,? (?:of )?|[-/])(?P<year>(?:19|20)\d\d(?![\w/])|\d{3,5}(?![\w/])|['’]\d\d(?!\w))"
_AFTER_PART = r"(?:,? (?:of )?|[-/])(?P<year>\d{3,5}(?![\w/])|['’]?\d\d(?![\w/.%]| ?[a-z]))"
_WHICH = r"(?:(?P<which>this|next|last|previous|following) )?"
_ONE = r"(?:(?P<which>this|next|last|previous) )"
_END = r"(?:end|close) of (?:the )?"
_YEARS = r"(?P<year>(?:20)?\d\d)(?: ?[/-] ?(?P<next>(?:20)?\d\d))?(?!\w)"

FORMS = (
    form(rf"\b{PART}{MONTH}(?:{_AFTER_PART})?(?!\w)", _month),
    form(rf"\b(?P<part>){MONTH}{_YEAR}", _month),
    form(rf"\b(?P<part>){MONTH}(?P<year>)(?![\w/’'-]| \d)", _month, bare=True),
    form(rf"\b{PART}{_WHICH}month\b", _this_month),
    form(rf"\b{_ONE}month\b", _this_month),
    form(rf"\b{PART}{_WHICH}week\b", _week),
    form(rf"\b(?P<part>){_ONE}week\b", _week),
    form(rf"\b{WEEK} (?:of|in) {MONTH}(?! ?\d)", _week_of_month),
    form(rf"\b{_END}{_WHICH}(?:calendar )?year\b", _year),
    form(rf"\b{_ONE}year\b", _year, bare=True),
    form(rf"\b(?:{_END})?{_WHICH}financial year\b", _financial_year),
    form(r"\b(?:end|close) of (?P<year>20\d\d)(?![\w/])", _named_year),
    form(r"(?<![\w/.,£-])(?P<year>20\d\d)(?![\w/%-]|[.,]\d)", _named_year, bare=True),
    form(rf"\b(?:(?:end|close)(?: of)? )?(?:Q|quarter )(?P<number>[1-4])(?: (?:of )?{_YEARS})?(?!\w)", _quarter),
)
