"""Gives the first and last day of the months, seasons, quarters and years that a document names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.model import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both included; `latest` is None where it has no end."""

    earliest: date
    latest: date | None
    precision: Precision


# First month and how many. Winter 2011 begins in December 2011 and ends in February 2012.
SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3)}
# Parts of a year, in months after its first; "end" is the last month, as in "by the end of 2012".
_PARTS_OF_YEAR = {
    "early": (0, 3, Precision.VAGUE),
    "mid": (4, 4, Precision.VAGUE),
    "late": (9, 3, Precision.VAGUE),
    "end": (11, 1, Precision.YEAR_END),
}
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def day(year: int, month: int, number: int) -> Period | None:
    """One day; the month where it has no such day (31 September), None where there is no such month."""
    if not 1 <= month <= 12:
        return None
    if not 1 <= number <= _days(year, month):
        return months(year, month, 1, Precision.MONTH)
    found = date(year, month, number)
    return Period(found, found, Precision.DAY)


def months(year: int, first: int, count: int, precision: Precision) -> Period:
    """So many months from one of them on; `first` may be past 12, and is then in a later year."""
    last = first + count - 1
    return Period(_date(year, first, 1), _date(year, last, _days(*_real(year, last))), precision)


def month(year: int, number: int, part: str = "") -> Period:
    """A month, or its first, middle or last ten days; its end is the whole of it, as with "the end of 2012"."""
    whole = months(year, number, 1, Precision.MONTH)
    if part not in _THIRDS or whole.latest is None:
        return whole
    first, last = _THIRDS[part]
    latest = min(whole.latest, whole.earliest + timedelta(days=last - 1))
    return Period(whole.earliest + timedelta(days=first - 1), latest, Precision.VAGUE)


def season(year: int, first: str, last: str, part: str = "") -> Period:
    """A season, or two of them together ("spring/summer"), or the first, middle or last month of one."""
    start, count = SEASONS[first]
    if last != first:
        count += (SEASONS[last][0] - start) % 12
    if part in _THIRDS:
        return months(year, start + list(_THIRDS).index(part), 1, Precision.VAGUE)
    return months(year, start, count, Precision.SEASON)


def feast(year: int, name: str) -> Period:
    """Christmas and Easter with the holidays around them, whose days differ; by New Year means by its day."""
    if name == "easter":
        sunday = easter(year)
        return Period(sunday - timedelta(days=2), sunday + timedelta(days=1), Precision.VAGUE)
    first, last = ((12, 24), (12, 26)) if name == "christmas" else ((1, 1), (1, 1))
    return Period(date(year, *first), date(year, *last), Precision.VAGUE)


def easter(year: int) -> date:
    """Easter Sunday, by Gauss's rule as it holds from 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    days = moon + (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    late = days == 35 or (days == 34 and moon == 28 and year % 19 > 10)
    return date(year, 3, 22) + timedelta(days=days - (7 if late else 0))


def share(year: int, number: int, of: int, *, financial: bool) -> Period:
    """One quarter (`of` 4) or half (`of` 2) of a year; a financial year begins in April."""
    length = 12 // of
    precision = Precision.QUARTER if of == 4 else Precision.HALF_YEAR
    return months(year, (4 if financial else 1) + (number - 1) * length, length, precision)


def year(number: int, part: str = "", *, financial: bool = False) -> Period:
    """A year, or its early, middle or late months, or its last one."""
    offset, count, precision = _PARTS_OF_YEAR.get(part, (0, 12, Precision.YEAR))
    return months(number, (4 if financial else 1) + offset, count, precision)


def late(period: Period) -> Period:
    """What "towards the end of" makes of the end of a year: its last three months."""
    if period.precision is not Precision.YEAR_END:
        return period
    start = period.earliest
    return replace(period, earliest=_date(start.year, start.month - 2, 1), precision=Precision.VAGUE)


def before(period: Period) -> Period:
    """What "before" makes of it: the last day, or the last month, that isn't in it yet."""
    latest = period.earliest - timedelta(days=1)
    return replace(
        period, earliest=latest if period.precision is Precision.DAY else latest.replace(day=1), latest=latest
    )


def after(period: Period) -> Period:
    """What "after" makes of it: from the day after its last on."""
    return period if period.latest is None else onwards(replace(period, earliest=period.latest + timedelta(days=1)))


def onwards(period: Period) -> Period:
    """What "from" makes of it."""
    precision = Precision.MONTH_FROM if period.precision is Precision.MONTH else period.precision
    return Period(period.earliest, None, precision)


def _real(year_: int, month_: int) -> tuple[int, int]:
    return year_ + (month_ - 1) // 12, (month_ - 1) % 12 + 1


def _date(year_: int, month_: int, day_: int) -> date:
    return date(*_real(year_, month_), day_)


def _days(year_: int, month_: int) -> int:
    following = _date(year_, month_ + 1, 1)
    return (following - timedelta(days=1)).day
