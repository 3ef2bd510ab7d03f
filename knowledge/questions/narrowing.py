"""Finds what a question narrows by: themes, leads, decisions and dates, each perhaps negated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import Decision
from knowledge.questions import criteria as c
from knowledge.questions import when
from knowledge.questions.index import Index
from knowledge.questions.people import Mentioned

THEME = re.compile(
    r"\bthemes?\s*(?:number|no\.?|#)?\s*(?P<numbers>(?:\d+|one|two)\b"
    r"(?:\s*(?:,\s*(?:and|or)?|and|or|&)\s*(?:theme\s*)?(?:\d+|one|two)\b(?!\s*rec))*)"
)
_THEME_WORD = re.compile(r"\bthemes?\b")
_NUMBER = re.compile(r"\d+|one|two")
_SMALL = {"one": "1", "two": "2"}
_DECISIONS = (
    Decision.ACCEPT_IN_PRINCIPLE,
    Decision.ACCEPT_IN_PART,
    Decision.ACCEPT,
    Decision.CONSIDER_FURTHER,
    Decision.REJECT,
    Decision.NOTED,
)
_NOT_IN_PRINCIPLE = re.compile(r"\bnot\b[^?.!]{0,20}\bin princip")
_WITHIN = frozenset({when.Relation.IN, when.Relation.BY})
_ALL_OF = re.compile(r"\bboth\b")
_OR_ACCEPTED = re.compile(r"\baccepted,? or (?!in\b|accepted\b)|\bor accepted(?! in\b)")
# Words that may stand between "not" and what it denies.
_REACH = 3


def themes(text: str, index: Index) -> tuple[str, ...]:
    """The themes that lower-case text means, by number or by title, whether or not they exist."""
    numbered = [_SMALL.get(n, n) for match in THEME.finditer(text) for n in _NUMBER.findall(match["numbers"])]
    return tuple(dict.fromkeys([*numbered, *_titled(text, index)]))


def without_themes(text: str) -> str:
    """The text with blanks where it numbers themes, so that no number there is taken for a recommendation's."""
    return THEME.sub(lambda match: " " * len(match[0]), text)


def criteria(text: str, found: frozenset[str], leads: Sequence[Mentioned], index: Index) -> Iterator[c.Criterion]:
    """Everything in the text that a list could be narrowed by; `found` are its headings of cues.txt."""
    meant, numbered = themes(text, index), THEME.search(text)
    if meant:
        yield _negated(text, numbered.start() if numbered else 0, c.InTheme(meant), index)
    if leads:
        names = tuple(one.name for one in leads)
        wanted = [(name,) for name in names] if _ALL_OF.search(text) else [names]
        yield from (_negated(text, leads[0].span[0], c.LedBy(each), index) for each in wanted)
    yield from _lead_criteria(found)
    yield from _decision_criteria(text, found, index)
    yield from _date_criteria(text, found, index)


def _titled(text: str, index: Index) -> Iterator[str]:
    """Themes whose title the text gives: its first words at least, two with the word "theme" before, else three."""
    length = 2 if _THEME_WORD.search(text) else 3
    for number, title in index.titles:
        if title and " ".join(title[:length]) in text:
            yield number


def _lead_criteria(found: frozenset[str]) -> Iterator[c.Criterion]:
    if "shared lead" in found:
        yield c.SharedLead()
    elif "no lead" in found:
        yield c.Not(c.HasLead())
    elif "has lead" in found and "all" not in found:  # "all recommendations with their leads" shows them
        yield c.HasLead()


def _decision_criteria(text: str, found: frozenset[str], index: Index) -> Iterator[c.Criterion]:
    """Decisions by name; "accepted" alone means in full, and "not accepted" neither in full nor in principle."""
    exact = tuple(d for d in _DECISIONS if f"decision {d}" in found)
    if exact and _OR_ACCEPTED.search(text):
        exact = tuple(dict.fromkeys((Decision.ACCEPT, *exact)))
    if {Decision.ACCEPT, Decision.ACCEPT_IN_PRINCIPLE} <= set(exact) and _NOT_IN_PRINCIPLE.search(text):
        yield c.Decided((Decision.ACCEPT,))
    elif exact:
        first = min(start for d in exact for start, _ in index.phrases[f"decision {d}"].find(text))
        yield _negated(text, first, c.Decided(exact), index)
    elif "accepted" in found:
        start = index.phrases["accepted"].find(text)[0][0]
        either = _negated(text, start, c.Decided((Decision.ACCEPT, Decision.ACCEPT_IN_PRINCIPLE)), index)
        yield either if isinstance(either, c.Not) else c.Decided((Decision.ACCEPT,))


def _date_criteria(text: str, found: frozenset[str], index: Index) -> Iterator[c.Criterion]:
    if "no date" in found:
        yield c.Not(c.HasDate())
    elif "has date" in found:
        yield c.HasDate()
    dated = [(_as_dated(period, index), start) for period, (start, _) in when.periods(text, index.years)]
    if len(dated) > 1 and not _ALL_OF.search(text) and all(period.relation in _WITHIN for period, _ in dated):
        yield _negated(text, dated[0][1], c.DueEither(tuple(period for period, _ in dated)), index)
    else:
        yield from (_negated(text, start, c.Due(period), index) for period, start in dated)


def _as_dated(period: when.Period, index: Index) -> when.Period:
    """A season means the dates given as that season, if there are any; else every date within it."""
    exact = any(when.falls(m, period) for rec in index.programme.recommendations for m in rec.milestones)
    return period if exact or not period.exact else replace(period, exact=False)


def _negated(text: str, start: int, criterion: c.Condition, index: Index) -> c.Criterion:
    """The criterion, or its opposite where "not", "except" or "other than" stands just before it."""
    return c.Not(criterion) if denied(text, start, index) else criterion


def denied(text: str, start: int, index: Index) -> bool:
    """Whether "not", "except" or "other than" stands just before a place in the text."""
    before = [end for _, end in index.phrases["negated"].find(text) if end <= start]
    between = text[before[-1] : start] if before else ""
    return bool(before) and len(between.split()) <= _REACH and not re.search(r"[?.!,;]", between)
