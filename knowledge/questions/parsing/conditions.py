"""Finds each condition in a question: themes, leads, decisions and dates, with where it stands, perhaps denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from knowledge.model import Decision
from knowledge.questions import criteria as c
from knowledge.questions.language import when
from knowledge.questions.parsing.decided import verdicts
from knowledge.questions.parsing.denial import denials
from knowledge.questions.parsing.people import Mentioned
from knowledge.questions.searching.index import Index

T = TypeVar("T")
_WITHIN = frozenset({when.Relation.IN, when.Relation.BY})
_UNTIL = ("until", "till")
_BOTH = re.compile(r"\bboth\b")
# "... Sue does not lead"
_LEADS_NOT = re.compile(
    r"'?s?\s+(?:(?:do|does|did|is|are|has|have)?\s*(?:not|never)\s+(?:\w+\s+)?"
    r"(?:lead|leads|led|leading|own|owns|run|runs)\b|(?:do|does|did|is|are|has|have)\s+not(?:\s+(?:too|either))?\s*[?.!,;]*\s*$)"
)
_WITH_LEAD = re.compile(r"\b(?:with|having|that (?:has|have))\b(?: \w+){0,2} (?:leads?|owners?|officers?)\b")
_DECISIONS = frozenset({"accepted", *(f"decision {decision}" for decision in Decision)})
_ACCEPTED = (Decision.ACCEPT, Decision.ACCEPT_IN_PRINCIPLE)


@dataclass(frozen=True, slots=True)
class Themed:
    """Themes that a text means, and where."""

    numbers: tuple[str, ...]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """One condition with its kind and where it stands."""

    kind: str
    criterion: c.Criterion
    start: int
    end: int


def parts(
    text: str, found: frozenset[str], leads: Sequence[Mentioned], themed: Sequence[Themed], index: Index
) -> Iterator[Part]:
    """Every condition in lower-case text; `found` are its headings of cues.txt."""
    if themed:
        yield from _theme_parts(text, themed, index)
    if leads:
        yield from _lead_parts(text, found, leads, index)
    yield from _lead_states(text, found, leads, index)
    if not _DECISIONS.isdisjoint(found):
        yield from _decision_parts(text, found, index)
    yield from _date_states(text, found, index)
    if periods := when.periods(text, index.years):
        yield from _date_parts(text, periods, index)


def _theme_parts(text: str, themed: Sequence[Themed], index: Index) -> Iterator[Part]:
    spans = [one.span for one in themed]
    wanted, unwanted = _split(list(themed), denials(text, spans, index))
    for group, negative in ((wanted, False), (unwanted, True)):
        numbers = tuple(dict.fromkeys(n for one in group for n in one.numbers))
        if numbers:
            yield _part("theme", c.InTheme(numbers), [one.span for one in group], negative)


def _lead_parts(text: str, found: frozenset[str], leads: Sequence[Mentioned], index: Index) -> Iterator[Part]:
    """People asked for: any of them, or each of them where they lead together."""
    spans = [one.span for one in leads]
    denies = [
        no or bool(_LEADS_NOT.match(text, end)) for no, (_, end) in zip(denials(text, spans, index), spans, strict=True)
    ]
    wanted, unwanted = _split(list(leads), denies)
    each = "together" in found and len(wanted) > 1
    for group in [[one] for one in wanted] if each else [wanted]:
        if group:
            yield _part("lead", c.LedBy(tuple(one.name for one in group)), [one.span for one in group], False)
    if unwanted:
        yield _part("lead", c.LedBy(tuple(one.name for one in unwanted)), [one.span for one in unwanted], True)


def _lead_states(text: str, found: frozenset[str], leads: Sequence[Mentioned], index: Index) -> Iterator[Part]:
    if "alone" in found and leads:
        yield _state("alone", c.Not(c.SharedLead()), text, index)
    elif "shared lead" in found:
        yield _state("shared lead", c.SharedLead(), text, index)
    elif "no lead" in found and not _told_of_somebody(text, leads, index):
        yield _state("no lead", c.Not(c.HasLead()), text, index)
    elif "has lead" in found and "all" not in found:  # "all recommendations with their leads" shows them
        yield _state("has lead", c.HasLead(), text, index)
    elif {"has lead", "yes or no"} <= found and not _WITH_LEAD.search(text):
        # "has every one a lead?" is answered by those that have none
        yield _state("has lead", c.Not(c.HasLead()), text, index)


def _told_of_somebody(text: str, leads: Sequence[Mentioned], index: Index) -> bool:
    """Whether "not ... lead" is said of somebody: "what does Sue not lead?"."""
    spans = index.phrases["no lead"].find(text)
    inside = any(start <= one.span[0] < end for start, end in spans for one in leads)
    return inside or any(_LEADS_NOT.match(text, one.span[1]) for one in leads)


def _decision_parts(text: str, found: frozenset[str], index: Index) -> Iterator[Part]:
    """Decisions by name; "accepted" alone means in full, and "not accepted" neither in full nor in principle."""
    said = verdicts(text, found, index)
    wanted, unwanted = _split(said, denials(text, [(v.start, v.end) for v in said], index))
    if wanted:
        decisions = dict.fromkeys(v.decision for v in wanted if v.decision not in {u.decision for u in unwanted})
        decisions = decisions or dict.fromkeys(v.decision for v in wanted)
        yield _part("decision", c.Decided(tuple(decisions)), [(v.start, v.end) for v in wanted], False)
    elif unwanted:
        none_of = dict.fromkeys(d for v in unwanted for d in (_accepted(index) if v.loose else (v.decision,)))
        yield _part("decision", c.Decided(tuple(none_of)), [(v.start, v.end) for v in unwanted], True)


def _accepted(index: Index) -> tuple[Decision, ...]:
    """Decisions that aren't meant by "not accepted": in full and in principle, and with conditions where any is so."""
    has = any(rec.decision is Decision.ACCEPT_WITH_CONDITIONS for rec in index.programme.recommendations)
    return (*_ACCEPTED, Decision.ACCEPT_WITH_CONDITIONS) if has else _ACCEPTED


def _date_states(text: str, found: frozenset[str], index: Index) -> Iterator[Part]:
    if "no date" in found:
        yield _state("no date", c.Not(c.HasDate()), text, index)
    elif "has date" in found and {"all", "yes or no"} <= found:
        yield _state("has date", c.Not(c.HasDate()), text, index)
    elif "has date" in found:
        yield _state("has date", c.HasDate(), text, index)


def _date_parts(text: str, periods: Sequence[tuple[when.Period, tuple[int, int]]], index: Index) -> Iterator[Part]:
    """Periods asked for: any of several, or each of them where both are asked for."""
    dated = [(_as_dated(period, index), span) for period, span in periods]
    denies = denials(text, [span for _, span in dated], index)
    until = [no and text[slice(*span)].startswith(_UNTIL) for (_, span), no in zip(dated, denies, strict=True)]
    yield from _not_until([one for one, late in zip(dated, until, strict=True) if late])
    rest = [one for one, late in zip(dated, until, strict=True) if not late]
    wanted, unwanted = _split(rest, [no for no, late in zip(denies, until, strict=True) if not late])
    for group, negative in ((wanted, False), (unwanted, True)):
        either = negative or (not _BOTH.search(text) and all(period.relation in _WITHIN for period, _ in group))
        if len(group) > 1 and either:
            yield _part("date", c.DueEither(tuple(p for p, _ in group)), [span for _, span in group], negative)
        else:
            yield from (_part("date", c.Due(period), [span], negative) for period, span in group)


def _not_until(dated: Sequence[tuple[when.Period, tuple[int, int]]]) -> Iterator[Part]:
    """ "Not due until 2012" is due from then on, and not before."""
    for period, span in dated:
        yield _part("date", c.Due(replace(period, relation=when.Relation.FROM)), [span], False)
        yield _part("date", c.Due(replace(period, relation=when.Relation.BEFORE)), [span], True)


def _as_dated(period: when.Period, index: Index) -> when.Period:
    """A season means the dates given as that season, if there are any; else every date within it."""
    exact = any(when.falls(m, period) for rec in index.programme.recommendations for m in rec.milestones)
    return period if exact or not period.exact else replace(period, exact=False)


def _split(items: list[T], denies: list[bool]) -> tuple[list[T], list[T]]:
    """Those that aren't denied, and those that are."""
    paired = list(zip(items, denies, strict=True))
    return [one for one, no in paired if not no], [one for one, no in paired if no]


def _state(heading: str, criterion: c.Criterion, text: str, index: Index) -> Part:
    start, end = index.phrases[heading].find(text)[0]
    return Part(heading, criterion, start, end)


def _part(kind: str, criterion: c.Condition, spans: Sequence[tuple[int, int]], negative: bool) -> Part:
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return Part(kind, c.Not(criterion) if negative else criterion, start, end)
