"""Finds a time that is counted from today: "next month", "in the next 3 weeks", "soon"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_UNIT = r"(?P<{0}>day|week|fortnight|month|quarter|year)s?"
_TOLD = re.compile(
    rf"\b(?:next|coming|following)\s+(?P<many>\d+|two|few|couple(?: of)?)\s+{_UNIT.format('ahead')}\b"
    rf"|\b(?:within|in|inside)\s+(?:a\s+)?(?P<within>\d+|two|few|couple(?: of)?)\s+{_UNIT.format('in_')}\b"
    rf"|\b(?:in|within|over|during) the (?:next|coming)\s+{_UNIT.format('one')}\b"
    rf"|\b(?P<which>next|this|coming|current)\s+{_UNIT.format('unit')}\b"
    r"|\b(?P<day>today|tomorrow)\b|\b(?P<soon>soon|shortly|upcoming|coming (?:up|due))\b"
)
# "Has it gone by?", "which are still to come?"
_PASSED = re.compile(
    r"\b(?:(?:has|have|had|is|are|it|they)\b.{0,60}\b(?:gone(?: by| past)?|passed|lapsed|expired|elapsed|past)|"
    r"(?:already|all|now) (?:past|gone|passed|over)|behind us|in the (?:past|future)|(?:still|yet) to come)\b"
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
# "A few" weeks, and how long "soon" is (weeks).
_FEW, _SOON = 3, 6
_MOST = 200


def told(text: str) -> re.Match[str] | None:
    """Where lower-case text names such a time."""
    return _TOLD.search(text)


def whether_passed(text: str) -> bool:
    """Whether lower-case text asks if dates lie before today or after it."""
    return bool(_PASSED.search(text))


def span(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of such a time; None where text names none."""
    found = told(text)
    if not found:
        return None
    if found["day"]:
        day = today + timedelta(days=found["day"] == "tomorrow")
        return day, day
    if found["soon"]:
        return today, today + timedelta(weeks=_SOON)
    if found["many"] or found["within"]:
        return today, _after(today, _number(found["many"] or found["within"]), found["ahead"] or found["in_"])
    if found["one"] or found["unit"] == "fortnight":
        return today, _after(today, 1, found["one"] or found["unit"])
    return _whole(found["unit"], today, later=found["which"] != "this" and found["which"] != "current")


def _number(said: str) -> int:
    return min(int(said), _MOST) if said.isdigit() else _FEW if said == "few" else 2


def _after(today: date, many: int, unit: str) -> date:
    """So many days, weeks or months from today; the end of a shorter month where it has no such day."""
    if unit in _DAYS:
        return today + timedelta(days=many * _DAYS[unit])
    year, month = divmod(today.year * 12 + today.month - 1 + many * _MONTHS[unit], 12)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _whole(unit: str, today: date, *, later: bool) -> tuple[date, date]:
    """This day, week, month, quarter or year from its first day to its last, or the one after it."""
    if unit in _DAYS:
        start = today - timedelta(days=today.weekday()) if unit != "day" else today
        start += timedelta(days=later * (1 if unit == "day" else 7))
        return start, start + timedelta(days=_DAYS[unit] - 1)
    months = _MONTHS[unit]
    first = today.replace(month=(today.month - 1) // months * months + 1, day=1)
    start = _after(first, later, unit)
    return start, _after(start, 1, unit) - timedelta(days=1)
