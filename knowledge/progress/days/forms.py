"""The ways in which officers write a single day, and what each means: "30/1", "30th of Jan", "next Friday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from knowledge.progress.days import timeline
from knowledge.progress.days.timeline import Outlook
from knowledge.progress.days.words import (
    COUNT,
    DAY,
    ENDS,
    ISO,
    MONTH,
    MONTHS,
    SUFFIX,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
    Match,
    Meaning,
    counted,
    either,
    form,
    full_year,
    spans,
)

_DOUBTFUL_YEARS = 3  # "March 27" is taken for a month where that year is at most so far away


def _on(match: Match, month: int, outlook: Outlook) -> Meaning:
    """A day of a month, in the year that is given or else in the next or last one that has it."""
    groups = match.groupdict()
    number, year, weekday = int(groups["number"]), (groups.get("year") or "").lstrip("'’"), groups.get("weekday")
    day = timeline.valid(full_year(year), month, number) if year else outlook.day(month, number)
    return Meaning(day, day, day, number, month, year, WEEKDAYS[weekday.lower()] if weekday else None)


def _named(match: Match, outlook: Outlook) -> Meaning | None:
    """A day and the name of a month; in "12 may attend" there is none."""
    if not match["year"] and is_verb(match):
        return None
    return _on(match, MONTHS[match["month"].lower()], outlook)


def is_verb(match: Match) -> bool:
    """Whether a month without a year is rather a verb, small as it is and with more words behind it."""
    return match["month"] in {"may", "march"} and match.string[match.end() : match.end() + 2].strip().isalpha()


def _month_first(match: Match, outlook: Outlook) -> Meaning:
    """ "March 27" is as often a month of 2027 as a day, and so doubtful."""
    found = _on(match, MONTHS[match["month"].lower()], outlook)
    near = 0 <= full_year(match["number"]) - outlook.today.year <= _DOUBTFUL_YEARS
    return replace(found, is_doubtful=near and not match["year"] and not match["suffix"])


def _figures(match: Match, outlook: Outlook) -> Meaning:
    return _on(match, int(match["figure"]), outlook)


def _short(match: Match, outlook: Outlook) -> Meaning | None:
    """ "30/1". A number out of a larger one is a share ("3/4", "10/15"), and "24/7" is always."""
    number, figure = int(match["number"]), int(match["figure"])
    return None if number <= figure or (number, figure) == (24, 7) else _figures(match, outlook)


def _nth(match: Match, outlook: Outlook) -> Meaning | None:
    """ "the 30th", of the month that is named or of the next one that has it."""
    number, of = int(match["number"]), (match["of"] or "").lower()
    start = timeline.shifted(outlook.today.replace(day=1), {"next": 1, "last": -1}.get(of, 0))
    day = timeline.valid(start.year, start.month, number) if of else outlook.number(number)
    return spans(day, day) if day else None


def _relative(match: Match, outlook: Outlook) -> Meaning:
    words, ahead = match["relative"].lower(), (match["ahead"] or "").lower()
    base = 0 if words.startswith(("today", "now")) else -1 if words.startswith("y") else 2 if " " in words else 1
    day = outlook.today + timedelta(days=base + {"": 0, "a week": 7, "a fortnight": 14}[ahead.strip()])
    return spans(day, day)


def _weekday(match: Match, outlook: Outlook) -> Meaning:
    """ "Friday" and "this Friday" are the coming one; "next Friday" is that of next week, which begins on Monday.

    Looking back, "Friday" may be today and "last Friday" is before today.
    """
    number, which = WEEKDAYS[match["weekday"].lower()], (match["which"] or "").lower()
    later = f"{match['before'] or ''} {match['later'] or ''}".lower()
    if which == "last":
        day = Outlook(outlook.today - timedelta(days=1), ahead=False).weekday(number)
    elif which == "next" or "next" in later:
        day = timeline.monday(outlook.today) + timedelta(days=7 + number)
    else:
        day = outlook.weekday(number) + timedelta(days=14 if "fortnight" in later else 7 if later.strip() else 0)
    return spans(day, day)


def _nth_weekday(match: Match, outlook: Outlook) -> Meaning | None:
    """ "the first Monday in March"."""
    first = outlook.month(MONTHS[match["month"].lower()])
    if match["year"]:
        first = first.replace(year=min(max(full_year(match["year"].lstrip("'’")), 1), 9998))
    which, number = WHICH[match["nth"].lower()], WEEKDAYS[match["weekday"].lower()]
    if which < 0:
        end = timeline.month_end(first)
        day = end - timedelta(days=(end.weekday() - number) % 7)
    else:
        day = first + timedelta(days=(number - first.weekday()) % 7 + 7 * (which - 1))
    return spans(day, day)


def moved(day: date, count: int, unit: str) -> date:
    """A day some days, weeks, fortnights, months or years on, or back for a count below nought."""
    if unit in {"month", "year"}:
        return timeline.shifted(day, count * (12 if unit == "year" else 1))
    return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _in(match: Match, outlook: Outlook) -> Meaning:
    day = moved(outlook.today, counted(match), match["unit"].lower())
    return spans(day, day)


_LED = rf"(?:\b{WEEKDAY},? (?:the )?)?"
_BEFORE = r"(?:(?P<before>a week|week|a fortnight) on )"
_WHICH = r"(?:(?P<which>this coming|this|next|coming|last) )"
_LATER = r"(?:,? (?P<later>week|fortnight|(?:of )?next week)\b)"
_TOMORROW = r"(?:the )?day after tomorrow|tomorr?ow|tommorr?ow|tmrw"

FORMS = (
    form(ISO, _figures),
    form(rf"{_LED}{DAY} ?(?P<mark>[/.-]) ?(?P<figure>\d{{1,2}}) ?(?P=mark) ?(?P<year>\d{{2,5}}){ENDS}", _figures),
    form(rf"^\s*{DAY}[ ,](?P<figure>\d{{1,2}})[ ,](?P<year>\d{{2,5}})\s*$", _figures),
    form(rf"{_LED}{DAY} ?/ ?(?P<figure>\d{{1,2}}){ENDS}(?! ?%)(?! [a-z])", _short),
    form(rf"(?!^\W*24/7){DAY}[/.-](?P<figure>\d{{1,2}}){ENDS}(?! ?%| of\b)", _figures, bare=True),
    form(rf"{_LED}{DAY}{SUFFIX}?(?: |-)?(?:of )?{MONTH}(?:{YEAR})?{ENDS}", _named),
    form(rf"\b{MONTH} (?:the )?(?P<number>\d{{1,2}}){SUFFIX}?(?:{YEAR})?{ENDS}(?! ?%| [a-z])", _month_first),
    form(rf"{DAY}{SUFFIX}\b(?: of (?:(?P<of>this|next|last|the) )month)?", _nth, bare=True),
    form(rf"\b(?:(?P<ahead>a week|a fortnight) )?(?P<relative>today|yesterday|{_TOMORROW})\b", _relative),
    form(rf"\b{_BEFORE}?{_WHICH}{WEEKDAY}{_LATER}?", _weekday),
    form(rf"\b{_BEFORE}?{_WHICH}?{WEEKDAY}{_LATER}", _weekday),
    form(rf"(?<!\bthe )\b{_BEFORE}?{_WHICH}?{WEEKDAY}{_LATER}?", _weekday, bare=True),
    form(rf"\b(?P<nth>{either(WHICH)}) {WEEKDAY} (?:in|of) {MONTH}(?:{YEAR})?", _nth_weekday),
    form(rf"\b(?:in|within) (?:the next |about |around )?{COUNT} {UNITS}(?: time| from (?:now|today))?", _in),
    form(rf"\b{COUNT} {UNITS} (?:time|from (?:now|today))\b", _in),
    form(rf"\b{COUNT} {UNITS}", _in, bare=True),
)
