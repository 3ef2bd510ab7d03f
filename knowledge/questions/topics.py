"""Finds the passage, or the recommendation, that a topic in somebody's own words is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from heapq import nsmallest

from knowledge.model import Field
from knowledge.questions import coverage
from knowledge.questions.index import Index
from knowledge.questions.passages import Passage
from knowledge.questions.thesaurus import Concept

_DATED = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|june|july|august|september|october|november|december|"
    r"spring|summer|autumn|winter|once|until|as soon as|dependent|determine)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b(?:\d{1,3}(?:st|nd|rd|th)?|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_REPEATED = re.compile(
    r"\b(?:every|each|annual\w*|yearly|quarterly|monthly|weekly|fortnightly|daily|regular\w*|twice|once a)\b",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"[A-Z][\w’']+ \((?:an?|the|which|who|made|set) ")
_FAVOURED = 1.4
# Hits that are looked at more closely.
_KEPT = 12


@dataclass(frozen=True, slots=True)
class Mix:
    """What counts how much in a score.

    A sentence is read in its place: its field and its recommendation say what it is about. A recommendation is besides
    about what stands anywhere under it (`whole`), and about what it recommends first of all (`text`). The shares were
    found by leaving each out in turn; `make bench` shows what each adds.
    """

    own: float = 1.0
    field: float = 0.45
    rec: float = 0.35
    whole: float = 1.0
    text: float = 0.6


MIX = Mix()


@dataclass(frozen=True)
class Hit:
    """A passage, by its number too, with its score for a topic; what else is told is worked out when it is asked."""

    passage: Passage
    score: float
    number: int
    topic: Sequence[Concept] = field(repr=False)
    index: Index = field(repr=False)

    @cached_property
    def covered(self) -> float:
        """How much of the topic it covers, 0 to 1."""
        return coverage.covered(self.topic, self.index, self.number)

    @cached_property
    def literal(self) -> float:
        """How much of the topic it covers in the very words, 0 to 1."""
        return coverage.literal(self.topic, self.index, self.number)


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a question prefers: some fields, by so much, and passages with a date, a number or the like."""

    fields: Mapping[Field, float] = field(default_factory=dict)
    dated: bool = False
    numbered: bool = False
    explained: bool = False
    repeated: bool = False

    def factor(self, passage: Passage) -> float:
        """By how much a passage counts for more."""
        wanted = (self.dated, self.numbered, self.explained, self.repeated)
        favoured = any(wanted) and _has_any(passage.text, *wanted)
        return self.fields.get(passage.field, 1.0) * (_FAVOURED if favoured else 1.0)


@lru_cache(maxsize=5_000)
def _has_any(text: str, date: bool, number: bool, explanation: bool, repetition: bool) -> bool:
    wanted = ((_DATED, date), (_NUMBER, number), (_EXPLAINED, explanation), (_REPEATED, repetition))
    return any(asked and pattern.search(text) for pattern, asked in wanted)


@dataclass(frozen=True)
class Match:
    """A recommendation with its score, and its best passage."""

    ref: str
    score: float
    best: Hit

    @cached_property
    def covered(self) -> float:
        """How much of the topic its best passage covers, or the whole of it, 0 to 1."""
        return max(self.best.covered, coverage.within(self.best.topic, self.best.index, self.ref))

    @property
    def literal(self) -> float:
        """How much of the topic its best passage covers in the very words, 0 to 1."""
        return self.best.literal


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores for one topic: of each passage that has anything of it in its place, each field, each recommendation."""

    passages: Mapping[int, float]
    fields: Mapping[int, float]
    recommendations: Mapping[int, float]


def passages(
    topic: Sequence[Concept], index: Index, refs: Collection[str] = (), leaning: Leaning | None = None
) -> list[Hit]:
    """The passages that answer best, best first; only of these recommendations where any are given."""
    asked, leaning = tuple(topic), leaning or Leaning()
    scored = [
        (-score * leaning.factor(index.passages[number]), number)
        for number, score in _scored(asked, index, MIX).passages.items()
        if not refs or index.passages[number].ref in refs
    ]
    return [_hit(number, -score, asked, index) for score, number in nsmallest(_KEPT, scored)]


def _hit(number: int, score: float, topic: tuple[Concept, ...], index: Index) -> Hit:
    return Hit(index.passages[number], score, number, topic, index)


@lru_cache(maxsize=32)
def _scored(topic: tuple[Concept, ...], index: Index, mix: Mix) -> Scored:
    own, fields, recs = (r.scores(topic) for r in (index.by_passage, index.by_field, index.by_recommendation))
    found = {}
    for number, score in own.items():
        field, rec = index.stands_in[number]
        found[number] = mix.own * score + mix.field * fields.get(field, 0.0) + mix.rec * recs.get(rec, 0.0)
    return Scored(found, fields, recs)


def has_number(text: str) -> bool:
    """Whether a text has a number in it, in digits or words."""
    return bool(_NUMBER.search(text))


def recommendations(topic: Sequence[Concept], index: Index, mix: Mix = MIX) -> list[Match]:
    """The recommendations that are most about the topic, best first."""
    asked, best = tuple(topic), dict[str, tuple[float, int]]()
    scored = _scored(asked, index, mix)
    for number, score in scored.passages.items():
        ref = index.passages[number].ref
        best[ref] = max(best.get(ref, (0.0, -1)), (score, number))
    totals = {
        ref: score
        + mix.whole * scored.recommendations.get(index.rec_numbers[ref], 0.0)
        + mix.text * scored.fields.get(index.field_numbers.get((ref, Field.RECOMMENDATION), -1), 0.0)
        for ref, (score, _) in best.items()
    }
    leading = nsmallest(_KEPT, totals, key=lambda ref: -totals[ref])
    return [Match(ref, totals[ref], _hit(best[ref][1], best[ref][0], asked, index)) for ref in leading]


def saying(topic: Sequence[Concept], index: Index, fields: Collection[Field] = ()) -> list[tuple[str, Passage]]:
    """Every recommendation with a sentence that has the whole topic in it, each with the first such sentence."""
    numbers = [set(index.by_passage.having(t)) for t in topic]
    found: dict[str, Passage] = {}
    for number in sorted(set.intersection(*numbers) if numbers else range(len(index.passages))):
        passage = index.passages[number]
        if not fields or passage.field in fields:
            found.setdefault(passage.ref, passage)
    return sorted(found.items(), key=lambda item: index.refs.index(item[0]))
