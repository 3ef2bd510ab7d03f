"""Finds the passage, or the recommendation, that a topic in somebody's own words is about."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from functools import lru_cache
from typing import NamedTuple

from knowledge.model import Field
from knowledge.once import once
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.passages import TEXT_FIELDS, Passage
from knowledge.questions.searching.arrays import Doubles, Floats, Numbers, np
from knowledge.questions.searching.index import Index
from knowledge.questions.searching.scored import Scored, scored

_DATED = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|june|july|august|september|october|november|december|"
    r"spring|summer|autumn|winter|once|until|as soon as|dependent|determine)\b",
    re.IGNORECASE,
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# The day of a month numbers nothing.
_NUMBER = re.compile(
    rf"\b(?:\d{{1,3}}(?:st|nd|rd|th)?(?! (?:{_MONTHS})\b)|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_REPEATED = re.compile(
    r"\b(?:every|each|annual\w*|yearly|quarterly|monthly|weekly|fortnightly|daily|regular\w*|twice|once a)\b",
    re.IGNORECASE,
)
_FAULTED = re.compile(
    r"\b(?:lack\w*|fail\w*|shallow\w*|blam\w+|not (?:consistent|well|linked)|unprepared|rarely|distort\w*|skew\w*|poor"
    r"|too (?:often|much|little|many)|missing|risks?|problems?|difficult\w*|drift|damag\w+|fragment\w*|compromis\w+"
    r"|undermin\w+|unnecessary|burden\w*|divorced|confus\w+|concerns?|weak\w*|inadequate|insufficient|unclear|barriers?"
    r"|constraints?)\b",
    re.IGNORECASE,
)
# "To whom does she report?": what reports to somebody, not what is reported.
_ANSWERS_TO = re.compile(
    r"\b(?:(?:will |would |should |must )report (?:\w+ )?to|reports? (?:jointly|directly) to"
    r"|(?:accountable|answerable|responsible) to|line[- ]managed by)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:accept\w*|agree\w*|reject\w*|support\w*|welcom\w+|commit\w*|retain\w*|keep\w*|will|do(?:es)? not)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(r"[£€$]\d|\d(?:%| per ?cent\b| (?:million|billion)\b)", re.IGNORECASE)
_REASONED = re.compile(
    r"\b(?:because|since (?:they|it|there)|so that|due to|owing to|as a result|in order (?:to|that)|therefore"
    r"|reasons? (?:for|why)|thereby|otherwise)\b",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"[A-Z][\w’']+ \((?:an?|the|which|who|made|set) ")
# What shows that a passage is as a leaning wishes it.
_SIGNS = {
    "dated": _DATED,
    "numbered": _NUMBER,
    "explained": _EXPLAINED,
    "repeated": _REPEATED,
    "faulted": _FAULTED,
    "decided": _DECIDED,
    "priced": _PRICED,
    "reasoned": _REASONED,
    "answering_to": _ANSWERS_TO,
}
_FAVOURED, _RARE = 1.4, 2.0
# Logarithms of odds between which a match's lead is told: from one in eight to fifty to one.
_ODDS, _SMALL = (-2.0, 4.0), 1e-9
# Hits that are looked at more closely.
_KEPT = 12


@dataclass(frozen=True, slots=True)
class Mix:
    """What counts how much for a recommendation.

    It has a share of what the topic tells in what it recommends (`text`), in its best field (`field`), in its best
    sentence (`sentence`) and anywhere under it (`whole`); and what it recommends (`sense`), and all of it (`senses`),
    mean something more or less alike.
    These are the weights of a regression on the question banks: with them, the totals are the logarithms of how likely
    each recommendation is the one. `make bench` shows what each adds, left out in turn.
    """

    text: float = 6.2
    field: float = 5.6
    sentence: float = 4.1
    whole: float = 4.9
    sense: float = 2.6
    senses: float = 4.6


MIX = Mix()


class Hit(NamedTuple):
    """A passage, by its number too, with its score for a topic.

    A dozen are made at a time: a tuple is made in a third of the time of a dataclass.
    """

    passage: Passage
    score: float
    number: int
    scored: Scored

    @property
    def covered(self) -> float:
        """How much of the topic it covers, 0 to 1."""
        return self.scored.covered(self.number)

    @property
    def literal(self) -> float:
        """How much of the topic it covers in the very words, 0 to 1."""
        return self.scored.literal(self.number)


@dataclass(frozen=True)
class Leaning:
    """What a question prefers: some fields, by so much, and passages with a date, a number or the like."""

    fields: Mapping[Field, float] = field(default_factory=dict)
    dated: bool = False
    numbered: bool = False
    explained: bool = False
    repeated: bool = False
    faulted: bool = False
    decided: bool = False
    priced: bool = False
    reasoned: bool = False
    answering_to: bool = False

    def best(self, scores: Doubles, numbers: Numbers, index: Index) -> tuple[Doubles, Numbers]:
        """The scores of these passages, each counting for more as is wished, without those that can't be the best."""
        if self.fields:
            much = np.array([self.fields.get(field, 1.0) for field in TEXT_FIELDS])
            scores = scores * much[index.kinds[numbers]]
        if not self._signs:
            return scores, numbers
        more = _RARE if self.answering_to else _FAVOURED
        reach = _in_reach(scores, more)
        scores, numbers = scores[reach], numbers[reach]
        shown = [_has_any(index.passages[number].text, self._signs) for number in numbers.tolist()]
        return scores * np.where(shown, more, 1.0), numbers

    @once
    def _signs(self) -> tuple[str, ...]:
        """What shows that a passage is as wished, by name."""
        return tuple(name for name in _SIGNS if getattr(self, name))


@lru_cache(maxsize=5_000)
def _has_any(text: str, signs: tuple[str, ...]) -> bool:
    return any(_SIGNS[name].search(text) for name in signs)


@dataclass(eq=False)  # a frozen one takes three times as long to make, and a dozen are made at a time
class Match:
    """A recommendation, by its number too, with how likely it is the one among all (0 to 1)."""

    ref: str
    score: float
    number: int
    topic: tuple[Concept, ...] = field(repr=False)
    index: Index = field(repr=False)

    @property
    def lead(self) -> float:
        """How far it is ahead of all the others together, 0 to 1: its odds, by their logarithm."""
        odds = math.log(max(self.score, _SMALL) / max(1 - self.score, _SMALL))
        least, most = _ODDS
        return (min(max(odds, least), most) - least) / (most - least)

    @once
    def best(self) -> Hit:
        """Its best passage."""
        own = np.flatnonzero(self.index.in_recommendation == self.number)
        found = scored(self.topic, self.index)
        scores = found.passages[own]
        number = int(own[scores.argmax()])
        return Hit(self.index.passages[number], float(scores.max()), number, found)

    @once
    def covered(self) -> float:
        """How much of the topic its best passage covers, or the whole of it, 0 to 1."""
        return max(self.best.covered, scored(self.topic, self.index).within(self.number))

    @property
    def literal(self) -> float:
        """How much of the topic its best passage covers in the very words, 0 to 1."""
        return self.best.literal


def passages(
    topic: Sequence[Concept], index: Index, refs: Collection[str] = (), leaning: Leaning | None = None
) -> list[Hit]:
    """The passages that answer best, best first; only of these recommendations where any are given.

    Each has a word of the topic, or one that a thesaurus has for it: what only means something alike answers nothing.
    """
    asked = tuple(topic)
    return _passages(asked, index, tuple(refs), leaning) if leaning else list(_plainly(asked, index, tuple(refs)))


# Several rules ask for the same.
@lru_cache(maxsize=32)
def _plainly(topic: tuple[Concept, ...], index: Index, refs: tuple[str, ...]) -> Sequence[Hit]:
    return _passages(topic, index, refs, Leaning())


def _passages(topic: tuple[Concept, ...], index: Index, refs: tuple[str, ...], leaning: Leaning) -> list[Hit]:
    found, every = scored(topic, index), index.passages
    numbers = found.having
    if refs:
        numbers = np.array([number for number in numbers.tolist() if every[number].ref in refs], np.int64)
    scores, numbers = leaning.best(found.passages[numbers].astype(np.float64), numbers, index)
    near = _in_reach(scores)
    leading = near[np.argsort(-scores[near], kind="stable")[:_KEPT]]
    told = zip(numbers[leading].tolist(), scores[leading].tolist(), strict=True)
    return [Hit(every[number], score, number, found) for number, score in told]


def _in_reach(scores: Doubles, much: float = 1.0) -> Numbers:
    """The places of those that can be among the hits if each may count for so much more."""
    if len(scores) <= _KEPT:
        return np.arange(len(scores))
    return np.asarray((scores * much >= np.partition(scores, -_KEPT)[-_KEPT]).nonzero()[0])


def has_date(text: str) -> bool:
    """Whether a text has a date in it, or says upon what one depends."""
    return bool(_DATED.search(text))


def has_number(text: str) -> bool:
    """Whether a text has a number in it, in digits or words."""
    return bool(_NUMBER.search(text))


def is_repeated(text: str) -> bool:
    """Whether a text tells how often something is."""
    return bool(_REPEATED.search(text))


def recommendations(topic: Sequence[Concept], index: Index, mix: Mix = MIX) -> list[Match]:
    """The recommendations that are most about the topic, best first; none that has nothing of it."""
    return list(_recommendations(tuple(topic), index, mix)) if topic else []


# Several rules ask for the same.
@lru_cache(maxsize=32)
def _recommendations(asked: tuple[Concept, ...], index: Index, mix: Mix) -> Sequence[Match]:
    likely = shares(_totals(asked, index, mix))
    said = _most(scored(asked, index).alone, index.in_recommendation, len(likely))
    leading = np.argsort(-likely, kind="stable")[:_KEPT].tolist()
    recs = index.programme.recommendations
    return [Match(recs[number].ref, float(likely[number]), number, asked, index) for number in leading if said[number]]


def _totals(asked: tuple[Concept, ...], index: Index, mix: Mix) -> Floats:
    """The weighted sum for each recommendation."""
    return features(asked, index) @ _weights(mix)


@lru_cache(maxsize=8)
def _weights(mix: Mix) -> Floats:
    return np.array(astuple(mix), np.float32)


# The score of what isn't there.
_NONE = np.zeros(1, np.float32)


def features(topic: Sequence[Concept], index: Index) -> Floats:
    """What is weighed for each recommendation (a row): a column for each part of a mix."""
    found = scored(tuple(topic), index)
    whole = found.whole or 1.0
    worded = np.concatenate((found.fields, _NONE))[list(index.wording)]  # the last one is for those without a wording
    field = _most(found.fields, index.field_in_recommendation, len(worded))
    sentence = _most(found.alone, index.in_recommendation, len(worded))
    shares = [each / whole for each in (worded, field, sentence, found.recommendations)]
    return np.array([*shares, *index.senses.alike(topic)]).T


def _most(scores: Floats, owners: Numbers, size: int) -> Floats:
    """The best of the scores that each owner has."""
    best = np.zeros(size, np.float32)
    np.maximum.at(best, owners, scores)
    return best


def shares(totals: Floats) -> Floats:
    """Logarithms of likelihoods as probabilities that come to 1."""
    odds = np.exp(totals - totals.max(initial=-np.inf))
    return np.asarray(odds / odds.sum() if len(odds) else odds)


def saying(topic: Sequence[Concept], index: Index, fields: Collection[Field] = ()) -> list[tuple[str, Passage]]:
    """Every recommendation with a sentence that has the whole topic in it, each with the first such sentence."""
    found: dict[str, Passage] = {}
    for number in scored(tuple(topic), index).having_all.tolist() if topic else range(len(index.passages)):
        passage = index.passages[number]
        if not fields or passage.field in fields:
            found.setdefault(passage.ref, passage)
    return sorted(found.items(), key=lambda item: index.refs.index(item[0]))
