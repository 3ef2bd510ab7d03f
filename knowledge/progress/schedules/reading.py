"""Finds a schedule in what somebody typed: "every Monday at 9", "monthly on the first Monday"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from knowledge.progress.schedules.clock import Stated, in_figures, time_in, without_dayparts
from knowledge.progress.schedules.model import LAST, NINE, Every, Schedule
from knowledge.progress.schedules.words import EACH, MONTHS, NTH, NTHS, WEEKDAY, either, mended, weekday

Match = re.Match[str]


class Unclear(StrEnum):
    """Why words for a schedule don't give one."""

    SEVERAL_DAYS = "more than one day"
    OTHER_RHYTHM = "a rhythm that isn't offered"
    NO_SUCH_TIME = "no such time"
    NO_SUCH_DAY = "no such day"


@dataclass(frozen=True, slots=True)
class Found:
    """A schedule, what was assumed for it, and the text without its words."""

    schedule: Schedule
    assumed_day: bool
    assumed_time: bool
    rest: str


_OF_MONTH = rf"(?:of|in)? ?(?:{EACH}|the|a) (?:calendar )?month"
_MONTHLY = rf"(?:monthly|(?:once )?{EACH} month)"
_NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th)?"
_ORDINAL = r"(?P<number>\d{1,2})(?:st|nd|rd|th)"
_UNIT = r"mon|tue|wed|thu|fri|sat|sun|day|week|fortnight|month|quarter|year|working|hour"
_LAST_DAY = r"(?P<last>last)(?: day)?"
_FROM = rf"(?: (?:from|starting)(?: on)? (?P<day>\d{{1,2}}) (?P<month>{either(MONTHS)}) (?P<year>\d{{4}}))?"

_EACH_AND = re.compile(r"\beach and (?=every\b)", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"\b{WEEKDAY}(?:,? and |, ?| ?& ?| ?/ ?| or )(?:on |{EACH} )?{WEEKDAY.replace('weekday', 'other')}\b"
)
_OTHER = re.compile(
    r"\b(?:hourly|quarterly|yearly|annually|biweekly|bi-weekly|bimonthly|bi-monthly|twice an? \w+"
    rf"|{EACH} (?:hour|quarter|year|weekend|minute|few \w+"
    r"|(?:other|second) (?:day|month)|(?:three|four|five|six|\d+)(?:st|nd|rd|th)? \w+s))\b"
)


def read_schedule(text: str, now: datetime) -> Found | Unclear | None:
    """The schedule in a text, None where there is none.

    Without a time it is 09:00; "weekly" alone means Mondays and "monthly" the 1st, and `Found` says what was assumed.
    `now` is the council's own time: a fortnight begins with the first such day still to come.
    """
    text = in_figures(mended(_EACH_AND.sub("", text)))
    lower = text.lower()
    for pattern, meaning in _FORMS:
        if match := pattern.search(lower):
            return _found(match, meaning, text, now)
    return Unclear.OTHER_RHYTHM if _OTHER.search(lower) else None


def _found(match: Match, meaning: Callable[[Match], Schedule | None], text: str, now: datetime) -> Found | Unclear:
    lower = text.lower()
    if _SEVERAL.search(lower):
        return Unclear.SEVERAL_DAYS
    if _OTHER.search(lower) and meaning in (_weekly_assumed, _monthly_assumed):
        return Unclear.OTHER_RHYTHM
    schedule = meaning(match)
    if schedule is None:
        return Unclear.NO_SUCH_DAY
    stated = time_in(lower, match.end())
    if stated is None:
        return Unclear.NO_SUCH_TIME
    schedule = begun(replace(schedule, at=stated.at or NINE), now)
    rest = _without(text, match.span() if meaning is not _weekly_assumed else (0, 0), stated)
    return Found(schedule, meaning in _ASSUMING, stated.at is None, rest)


def _without(text: str, days: tuple[int, int], stated: Stated) -> str:
    """The text without the schedule's words."""
    for start, end in sorted([days, stated.span], reverse=True):
        text = f"{text[:start]} {text[end:]}"
    text = without_dayparts(text) if stated.at else text
    return " ".join(text.split())


def begun(schedule: Schedule, now: datetime) -> Schedule:
    """A fortnight with its first day, if it has none yet."""
    if schedule.every is not Every.FORTNIGHT or schedule.start:
        return schedule
    first = now.date() + timedelta(days=(schedule.weekday - now.weekday()) % 7)
    passed = first == now.date() and schedule.at <= now.time()
    return replace(schedule, start=first + timedelta(days=7 if passed else 0))


def _weekly(match: Match) -> Schedule:
    return Schedule(Every.WEEK, weekday=weekday(match["weekday"]))


def _fortnightly(match: Match) -> Schedule | None:
    """Without a weekday it is Monday."""
    day = weekday(match["weekday"] or "monday")
    if not match["day"]:
        return Schedule(Every.FORTNIGHT, weekday=day)
    try:
        start = date(int(match["year"]), MONTHS[match["month"]], int(match["day"]))
    except ValueError:
        return None
    return Schedule(Every.FORTNIGHT, weekday=day, start=start) if start.weekday() == day else None


def _monthly(match: Match) -> Schedule | None:
    number = LAST if match.groupdict().get("last") else int(match["number"])
    return Schedule(Every.MONTH, number=number) if number == LAST or 1 <= number <= 31 else None


def _month_end(_: Match) -> Schedule:
    return Schedule(Every.MONTH, number=LAST)


def _monthly_weekday(match: Match) -> Schedule:
    return Schedule(Every.MONTHLY_WEEKDAY, weekday=weekday(match["weekday"]), nth=NTHS[match["nth"]])


def _first_workday(_: Match) -> Schedule:
    """The 1st gives way to the next day on which people work, so this is the same."""
    return Schedule(Every.MONTH, number=1)


def _workdays(_: Match) -> Schedule:
    return Schedule(Every.WORKDAY)


def _daily(_: Match) -> Schedule:
    return Schedule(Every.DAY)


def _monthly_assumed(_: Match) -> Schedule:
    return Schedule(Every.MONTH)


def _weekly_assumed(_: Match) -> Schedule:
    return Schedule(Every.WEEK)


_ASSUMING = (_weekly_assumed, _monthly_assumed)
# In this order: what says more comes first.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[Match], Schedule | None]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), meaning)
    for pattern, meaning in (
        (rf"(?:(?:on|at) )?the end {_OF_MONTH}", _month_end),
        (rf"(?:(?:on|at) )?the (?:start|beginning) {_OF_MONTH}", _first_workday),
        (rf"(?:on )?(?:the |{EACH} )(?:first|1st) {_OF_MONTH}", _first_workday),
        (rf"(?:on )?the (?:first|1st) (?:working day|workday|work day) {_OF_MONTH}", _first_workday),
        (rf"(?:{_MONTHLY},? )?(?:on )?(?:the |{EACH} )?{NTH} {WEEKDAY} {_OF_MONTH}", _monthly_weekday),
        (rf"{_MONTHLY},? (?:on )?(?:the )?{NTH} {WEEKDAY}", _monthly_weekday),
        (rf"{EACH} {NTH.replace('second|2nd|', '')} {WEEKDAY}", _monthly_weekday),
        (rf"(?:{_MONTHLY},? )?(?:on )?(?:(?:the|{EACH}) )?(?:{_NUMBER}|{_LAST_DAY})(?: day)? {_OF_MONTH}", _monthly),
        (rf"{_MONTHLY},? (?:on )?(?:the )?(?:{_NUMBER}\b|{_LAST_DAY})(?! ?[:.]\d| ?[ap]m)", _monthly),
        (rf"(?:on )?{EACH} {_ORDINAL}(?! (?:{_UNIT}))", _monthly),
        (rf"(?:{EACH} (?:other|second|2nd)) {WEEKDAY}{_FROM}", _fortnightly),
        (
            rf"(?:fortnightly|once a fortnight|{EACH} (?:fortnight|(?:other|second|two|2) weeks?)),?"
            rf"(?: on)?(?: an?)?(?: {WEEKDAY})?{_FROM}",
            _fortnightly,
        ),
        (
            rf"{EACH} (?:weekday|working day|workday|week day)s?|(?:on )?(?:weekdays|working days)"
            r"|(?:from )?mon(?:day)?s? (?:to|-|until) fri(?:day)?s?",
            _workdays,
        ),
        (rf"daily|{EACH} (?:day|morning)|once a day", _daily),
        (rf"(?:on )?{EACH} {WEEKDAY}", _weekly),
        (rf"(?:weekly|once a week|{EACH} week),? (?:on )?{WEEKDAY}", _weekly),
        (rf"(?:on )?{WEEKDAY.replace('s?', 's')}", _weekly),
        (rf"(?<=weekly )(?:(?:summary|summaries|digest|report|one) )?(?:to (?:me|us|here) )?on {WEEKDAY}", _weekly),
        (rf"{_MONTHLY}", _monthly_assumed),
        (rf"weekly|{EACH} week|once a week", _weekly_assumed),
    )
)
