"""Finds days, months, seasons and years in a question, and how it relates to them: in, by, before, after."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from knowledge.model import Milestone
from knowledge.questions.language.lookback import just_before
from knowledge.questions.language.runs import runs


class Relation(StrEnum):
    """How a milestone must lie to the period."""

    IN = "in"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both included, with the words for them ("December 2011") and how exactly they are meant."""

    earliest: date
    latest: date
    words: str
    relation: Relation = Relation.IN
    exact: bool = True


_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
_MONTHS |= {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9, "christmas": 12, "xmas": 12}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
# Words that are months or seasons only in company: "recommendations that fall under", "it may".
_AMBIGUOUS = frozenset({"may", "mar", "march", "sun", "fall", "spring"})
_PARTS = {
    "early": (1, 3),
    "beginning of": (1, 3),
    "start of": (1, 3),
    "first half of": (1, 6),
    "1st half of": (1, 6),
    **{f"q{n}": (3 * n - 2, 3 * n) for n in (1, 2, 3, 4)},
    "1st quarter of": (1, 3),
    "first quarter of": (1, 3),
    "2nd quarter of": (4, 6),
    "second quarter of": (4, 6),
    "3rd quarter of": (7, 9),
    **{f"{last} quarter of": (10, 12) for last in ("4th", "last", "final")},
    **{f"{last} of": (10, 12) for last in ("back end", "tail end", "latter part")},
    "latter half of": (7, 12),
    "early part of": (1, 3),
    "mid": (5, 8),
    "middle of": (5, 8),
    "second half of": (7, 12),
    "2nd half of": (7, 12),
    "late": (10, 12),
    "end of": (12, 12),
}
_RELATIONS = {
    Relation.BEFORE: r"before|prior to|earlier than|ahead of",
    Relation.AFTER: r"after|later than|beyond|following|past",
    Relation.BY: r"by|no later than|until|up to|till",
    Relation.FROM: r"since|from|onwards from|starting",
    Relation.IN: r"in|during|for|within|of|over|around|on",
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WHEN = re.compile(
    r"(?:\b(?P<relation>" + "|".join(_RELATIONS.values()) + r")\s+)?(?:the\s+)?"
    r"(?:(?P<part>" + "|".join(_PARTS) + r")[\s-]+(?:the\s+)?)?"
    r"(?:(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b"
    + _MONTH
    + r"\b|\b(?P<season>"
    + "|".join(_SEASONS)
    + r")\b)?"
    r"\s*(?:of\s+|')?(?P<year>(?:19|20)\d\d)?\b(?P<onwards>\s+onwards?)?"
)
# "2011/12", "the end of the financial year".
_YEARS = (
    r"(?:\b(?P<relation>" + "|".join(_RELATIONS.values()) + r")\s+)?(?:the\s+)?"
    r"(?:(?P<part>start|beginning|end|close)\s+of\s+)?(?:the\s+)?"
)
_TWO_YEARS = re.compile(
    _YEARS + r"(?:(?:financial\s+|fiscal\s+)?year\s+)?(?P<first>(?:19|20)\d\d)\s?[/-]\s?(?:20)?\d\d\b(?![/-])"
)
_THE_YEAR = re.compile(_YEARS + r"(?:financial|fiscal)\s+year\b")
# Without any of these words no period is looked for.
_HINTS = frozenset({*_MONTHS, *_SEASONS})
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURES = frozenset("12")
_IN_COMPANY = re.compile(
    r"\b(?:in|by|before|after|during|until|since|from|due|end of|early|late|between|between \w+(?: \d+)? and)"
    r"\s+(?:the\s+)?$"
)
_LAW = re.compile(r"\b(?:act|bill|order|regulations)\s+(?:of\s+)?$")
_BETWEEN = re.compile(r"\b(?:between|from)\b")


@lru_cache(maxsize=64)
def periods(text: str, years: tuple[int, ...]) -> Sequence[tuple[Period, tuple[int, int]]]:
    """Each period in lower-case text with its place; a month or season without a year takes the first of `years`."""
    said = runs(text)
    dated = not _FIGURES.isdisjoint(said) and bool(_YEAR.search(text))
    if (dated or "year" in said) and (spanning := _two_years(text, years, dated=dated)):
        return spanning
    if not dated and _HINTS.isdisjoint(said):
        return []
    matches = [m for m in _WHEN.finditer(text) if _is_dated(text, m)]
    found = [
        (p, m) for m, own in zip(matches, _years(text, matches, years), strict=True) if (p := _period(text, m, own))
    ]
    if len(found) != 2:
        return [(p, m.span()) for p, m in found]
    joined = _joined(text, [m for _, m in found], years) or _bounded(*(p for p, _ in found))
    return [(joined, (found[0][1].start(), found[1][1].end()))] if joined else [(p, m.span()) for p, m in found]


def _two_years(text: str, years: tuple[int, ...], *, dated: bool) -> Sequence[tuple[Period, tuple[int, int]]]:
    """A financial year, from April to March, its end or its start; without a year the one of the first of `years`."""
    named = list(_TWO_YEARS.finditer(text)) if dated else []
    if not named and "year" in text:
        named = list(_THE_YEAR.finditer(text)) if years else []
    return [(_financial(match, years), match.span()) for match in named]


def _financial(match: re.Match[str], years: tuple[int, ...]) -> Period:
    first = int(match["first"]) if "first" in match.re.groupindex else years[0]
    said = f"the financial year {first}/{(first + 1) % 100:02}"
    start, end = date(first, 4, 1), date(first + 1, 3, 31)
    relation = _relation_of(match["relation"])
    match match["part"]:
        case "end" | "close":
            earliest = start if relation is Relation.BY else date(first + 1, 3, 1)
            return Period(earliest, end, f"the end of {said}", relation, exact=False)
        case "start" | "beginning":
            return Period(start, date(first, 4, 30), f"the start of {said}", relation, exact=False)
    return Period(start, end, said, relation, exact=False)


def _is_dated(text: str, match: re.Match[str]) -> bool:
    """Whether there is a time in it; "the Children Act 1989" is none for anything to be due."""
    if match["month"] or match["season"]:
        return True
    return bool(match["year"]) and not just_before(_LAW, text, match.start("year"))


def _years(text: str, matches: Sequence[re.Match[str]], years: Collection[int]) -> list[Collection[int]]:
    """The years that each may be in: in "March or April 2012" March is in 2012 too."""
    found: list[Collection[int]] = [years for _ in matches]
    for i, (one, following) in reversed(list(enumerate(itertools.pairwise(matches)))):
        if one["year"] and not one["month"] and not (following["year"] or one["part"] or one["season"]):
            found[i + 1] = (int(one["year"]),)  # "in 2012 but not in May"
        if len(text[one.end() : following.start()].split()) <= 1:
            found[i] = (int(following["year"]),) if following["year"] else found[i + 1]
    return found


def _bounded(first: Period, last: Period) -> Period | None:
    """ "After March and before August" as one period."""
    if {first.relation, last.relation} != {Relation.AFTER, Relation.BEFORE}:
        return None
    after, before = sorted((first, last), key=lambda period: period.relation)
    if after.latest >= before.earliest - timedelta(days=1):
        return None
    start, end = after.latest + timedelta(days=1), before.earliest - timedelta(days=1)
    return Period(start, end, f"the time from {_day(start)} to {_day(end)}", exact=False)


def _joined(text: str, matches: Sequence[re.Match[str]], years: Collection[int]) -> Period | None:
    """ "Between January and May 2012" as one period; a month without a year is in the other's, or in the one beside."""
    first, last = matches
    if len(text[first.end() : last.start()].split()) > 1 or not _BETWEEN.search(text[: first.end()]):
        return None
    year = int(first["year"] or last["year"] or min(years, default=0))
    start, end = _period(text, first, (year,)), _period(text, last, (year,))
    if start and end and end.earliest < start.earliest:
        start = _period(text, first, (year - 1,)) if last["year"] else start
        end = end if last["year"] else _period(text, last, (year + 1,))
    if not (start and end and start.earliest < end.earliest):
        return None
    words = f"the time from {start.words} to {end.words}"
    return Period(start.earliest, end.latest, words, Relation.IN, exact=False)


def _period(text: str, match: re.Match[str], years: Collection[int]) -> Period | None:
    month, season, year = match["month"], match["season"], match["year"]
    named = month or season
    place = match.start("month" if month else "season")
    if named in _AMBIGUOUS and not year and not just_before(_IN_COMPANY, text, place):
        return None
    which = int(year) if year else min(years, default=0)
    if not which:
        return None
    earliest, latest, words = _days(match, which)
    return Period(earliest, latest, words, _relation(match), exact=bool(month or season) and not match["part"])


def _days(match: re.Match[str], year: int) -> tuple[date, date, str]:
    """First and last day, and the words, of a match that has a month, a season or a year."""
    if match["month"]:
        month = _MONTHS[match["month"]]
        last = calendar.monthrange(year, month)[1]
        name = f"{calendar.month_name[month]} {year}"
        if match["day"] and 1 <= int(match["day"]) <= last:
            day = date(year, month, int(match["day"]))
            return day, day, _day(day)
        return date(year, month, 1), date(year, month, last), name
    first, last_month = _SEASONS[match["season"]] if match["season"] else _PARTS.get(match["part"] or "", (1, 12))
    last_year = year + (last_month < first)
    last = calendar.monthrange(last_year, last_month)[1]
    part = re.sub(r"\bq(?=\d)", "Q", match["part"] or "")
    part = f"the {part}" if part.endswith(" of") else part
    name = " ".join(w for w in (part, match["season"], str(year)) if w)
    return date(year, first, 1), date(last_year, last_month, last), name


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _relation(match: re.Match[str]) -> Relation:
    if match["onwards"]:
        return Relation.FROM
    if match["relation"] == "before" and match["part"] == "end of":
        return Relation.BY  # whatever falls in its last month is before its end, too
    return _relation_of(match["relation"])


def _relation_of(words: str | None) -> Relation:
    """How words such as "no later than" relate to a time; "in" where there are none."""
    found = (relation for relation, pattern in _RELATIONS.items() if words and re.fullmatch(pattern, words))
    return next(found, Relation.IN)


def falls(milestone: Milestone, period: Period) -> bool:
    """Whether a milestone lies so to the period.

    "By December 2011" means the dates named so, as "in December 2011" does; by a whole year, or by its end, means
    everything up to then. A season that is `exact` matches dates given as that season only.
    """
    if milestone.earliest is None:
        return False
    latest = milestone.latest or milestone.earliest
    match period.relation:
        case Relation.BEFORE:
            return latest < period.earliest
        case Relation.AFTER:
            return milestone.earliest > period.latest
        case Relation.FROM:
            return milestone.earliest >= period.earliest
        case Relation.BY if not period.exact:
            return latest <= period.latest
    if period.exact and (period.latest - period.earliest).days > 31:
        return (milestone.earliest, latest) == (period.earliest, period.latest)
    return period.earliest <= milestone.earliest and latest <= period.latest


def takes_in(milestone: Milestone, period: Period) -> bool:
    """Whether a milestone's span shares any day with the period."""
    if milestone.earliest is None or milestone.latest is None:
        return False
    return milestone.earliest <= period.latest and milestone.latest >= period.earliest
