"""Finds the phrases that fix a time, with the words that lead in to them: "by July 2012", "over the summer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.documents import periods
from knowledge.documents.calendar import FORMS, Form, Match, part, year
from knowledge.documents.periods import Period
from knowledge.model import Precision


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date with the words that lead in to it, as it stands in its text."""

    form: Form
    match: Match
    lead: str

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.match.start() - len(self.lead)

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.match.end()

    @property
    def year(self) -> int | None:
        """The year in its words; None where only another date can tell it."""
        return year(self.match)

    @property
    def is_season(self) -> bool:
        """Whether it names a season."""
        return "season" in self.match.groupdict()

    def period(self, in_year: int) -> Period | None:
        """What it means in a year; None where it means nothing, as the 45th of May."""
        found = self.form.period(self.match, in_year)
        return _led(found, self) if found else None


_FROM = (
    r"from|since|as of|as from|with effect from|no earlier than|not before|starting(?: in)?|beginning(?: in)?"
    r"|commencing"
)
_BY = r"by|no later than|not later than|until|till|before|after|towards?"
_ROUND = r"around|about|approximately|circa"
_LEAD = re.compile(
    rf"\b(?:(?:{_FROM}|{_BY}|{_ROUND}|in|on|at|during|over|throughout|up to|for|between|within|this) ){{1,4}}"
    r"(?:the )?\Z",
    re.IGNORECASE,
)
# A year alone is a date only behind one of these: "in the 2004 Act" and "about 2000 children" hold none.
_YEAR_LEAD = re.compile(
    rf"\b(?:{_FROM}|{_BY}|in|during|throughout|between)(?: (?:{_ROUND}))? $|\bcirca $", re.IGNORECASE
)
_LONGEST_LEAD = 60  # characters


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of a text in their order; no two overlap."""
    found = sorted(_candidates(text), key=lambda one: (one.match.start(), -one.end))
    kept: list[Phrase] = []
    for one in found:
        if not kept or one.match.start() >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _candidates(text: str) -> Iterator[Phrase]:
    found = ((form, match) for form in FORMS for match in form.pattern.finditer(text))
    candidates = (Phrase(form, match, _lead(text, match.start())) for form, match in found)
    return (one for one in candidates if _is_date(one))


def _lead(text: str, start: int) -> str:
    found = _LEAD.search(text, max(0, start - _LONGEST_LEAD), start)
    return found[0] if found else ""


def _is_date(one: Phrase) -> bool:
    if one.form.period(one.match, one.year or 2000) is None:
        return False
    if not one.form.bare or part(one.match):
        return True
    return bool(one.lead) if one.year is None else bool(_YEAR_LEAD.search(one.lead))


def _led(period: Period, one: Phrase) -> Period:
    """What the words that lead in make of a period."""
    lead = one.lead.lower()
    if re.match(_FROM, lead):
        return period if "start" in one.match.groupdict() else periods.onwards(period)  # "from April to June 2012" ends
    if lead.startswith("after"):
        return periods.after(period)
    if lead.startswith("before"):
        return periods.before(period)
    if "toward" in lead and part(one.match) == "end":
        return periods.late(period)
    is_rough = period.precision is Precision.MONTH and any(word in lead for word in _ROUND.split("|"))
    return replace(period, precision=Precision.MONTH_APPROX) if is_rough else period
