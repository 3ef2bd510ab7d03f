"""Finds the passage, or the recommendation, that a topic in somebody's own words is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score, how much of the topic it covers, 0 to 1, and how much of that in the very words."""

    passage: Passage
    score: float
    covered: float
    literal: float


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a question prefers: some fields, by so much, and passages with a date, a number or an explanation."""

    fields: Mapping[Field, float] = field(default_factory=dict)
    dated: bool = False
    numbered: bool = False
    explained: bool = False

    def factor(self, passage: Passage) -> float:
        """By how much a passage counts for more."""
        wanted = ((_DATED, self.dated), (_NUMBER, self.numbered), (_EXPLAINED, self.explained))
        favoured = any(asked and pattern.search(passage.text) for pattern, asked in wanted)
        return self.fields.get(passage.field, 1.0) * (_FAVOURED if favoured else 1.0)


@dataclass(frozen=True, slots=True)
class Match:
    """A recommendation, as a `Hit` is a passage; `literal` is that of its best passage."""

    ref: str
    score: float
    covered: float
    literal: float


def passages(
    topic: Sequence[Concept], index: Index, refs: Collection[str] = (), leaning: Leaning | None = None
) -> list[Hit]:
    """The passages that answer best, best first; only of these recommendations where any are given."""
    leaning = leaning or Leaning()
    scored = [
        (score * leaning.factor(index.passages[number]), number)
        for number, score in _scores(tuple(topic), index, MIX)
        if not refs or index.passages[number].ref in refs
    ]
    best = sorted(scored, key=lambda found: (-found[0], found[1]))[:_KEPT]
    return [
        Hit(
            index.passages[number],
            score,
            coverage.covered(topic, index, number),
            coverage.literal(topic, index, number),
        )
        for score, number in best
    ]


@lru_cache(maxsize=32)
def _scores(topic: tuple[Concept, ...], index: Index, mix: Mix) -> tuple[tuple[int, float], ...]:
    """Each passage that has anything of the topic, by number, with its score in its place."""
    own, by_field, by_rec = (r.scores(topic) for r in (index.by_passage, index.by_field, index.by_recommendation))
    found = []
    for number, score in own.items():
        passage = index.passages[number]
        field, rec = by_field.get(index.field_number(passage), 0.0), by_rec.get(index.rec_number(passage.ref), 0.0)
        found.append((number, mix.own * score + mix.field * field + mix.rec * rec))
    return tuple(found)


def has_number(text: str) -> bool:
    """Whether a text has a number in it, in digits or words."""
    return bool(_NUMBER.search(text))


def recommendations(topic: Sequence[Concept], index: Index, mix: Mix = MIX) -> list[Match]:
    """The recommendations that are most about the topic, best first."""
    best: dict[str, tuple[float, int]] = {}
    for number, score in _scores(tuple(topic), index, mix):
        ref = index.passages[number].ref
        best[ref] = max(best.get(ref, (0.0, -1)), (score, number))
    by_rec, by_field = index.by_recommendation.scores(topic), index.by_field.scores(topic)
    totals = {
        ref: score
        + mix.whole * by_rec.get(index.rec_number(ref), 0.0)
        + mix.text * by_field.get(index.field_numbers.get((ref, Field.RECOMMENDATION), -1), 0.0)
        for ref, (score, _) in best.items()
    }
    leading = sorted(totals, key=lambda ref: -totals[ref])[:_KEPT]
    return [_match(ref, totals[ref], best[ref][1], topic, index) for ref in leading]


def _match(ref: str, score: float, number: int, topic: Sequence[Concept], index: Index) -> Match:
    """A recommendation with its best passage's number."""
    covered = max(coverage.covered(topic, index, number), coverage.within(topic, index, ref))
    return Match(ref, score, covered, coverage.literal(topic, index, number))


def saying(topic: Sequence[Concept], index: Index, fields: Collection[Field] = ()) -> list[tuple[str, Passage]]:
    """Every recommendation with a sentence that has the whole topic in it, each with the first such sentence."""
    numbers = [index.by_passage.having(t) for t in topic]
    found: dict[str, Passage] = {}
    for number in sorted(frozenset.intersection(*numbers) if numbers else range(len(index.passages))):
        passage = index.passages[number]
        if not fields or passage.field in fields:
            found.setdefault(passage.ref, passage)
    return sorted(found.items(), key=lambda item: index.refs.index(item[0]))
