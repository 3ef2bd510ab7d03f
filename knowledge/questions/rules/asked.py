"""A question with everything that a rule looks at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Context
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.parsing.narrowing import without_themes
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.parsing.resolving import Meant
from knowledge.questions.searching import topics
from knowledge.questions.searching.index import Index

# Shares of a topic, by weight, that a passage must cover to be what is asked for (SURE), or near it (NEAR); they only
# choose between rules. How sure an answer is stands in confidence.json.
SURE, NEAR = 0.62, 0.38

PROSE = (Field.RECOMMENDATION, Field.ARGUMENT, Field.RESPONSE, Field.POSITION)
RECORDED = (Field.LEADS, Field.TIMESCALE, Field.DECISION, Field.THEME)
# In so short a topic each word counts.
_FEW = 2
# More words of a question are no phrase to give back.
_IN_A_ROW = 6
# What the council may be for or against.
_FELT_ABOUT = frozenset({Field.TIMESCALE, Field.DECISION})
SCOPES = {"scope position": Field.POSITION, "scope response": Field.RESPONSE}


# Who decides by default, where a sentence says so; anybody else only does on their own recommendations.
_DECIDES_ALL = re.compile(
    r"(?i:(?:the )?(?:(?:uk|hm|welsh|scottish|local|city|county|borough) )*(?:government|council))"
)
_NUMBER = re.compile(r"\d")
_TURNS = re.compile(
    r"\b(?:all|every\w*|each|none|nobody|nothing|neither|only|alone|just|sole|more|fewer|less|wrong|untrue|false|same|"
    r"most|lot|whole|half|majority|third|quarter|many|few|several|bulk)\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: what it says, what the conversation was about, and the recommendations it means."""

    reading: Reading
    context: Context
    index: Index
    meant: Meant

    @property
    def refs(self) -> tuple[str, ...]:
        """The recommendations meant, in the order of the question."""
        return self.meant.refs

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields asked for in so many words."""
        return self.reading.fields

    @property
    def recorded(self) -> tuple[Field, ...]:
        """The fields asked for that are facts, not prose, of those that the document has at all."""
        recorded = tuple(f for f in self.fields if f in RECORDED and f in self.index.recorded)
        return tuple(f for f in recorded if f not in _FELT_ABOUT) if self._asks_how_council_feels else recorded

    @property
    def _asks_how_council_feels(self) -> bool:
        """Whether it is asked if the council is happy "about the deadlines being scrapped", not when or whether."""
        return self.asks_council and Field.POSITION in self.fields and self.reading.has("stance") and not self.refs

    @property
    def absent(self) -> tuple[Field, ...]:
        """The facts that the question turns on, and that the document has for none of its recommendations."""
        told_apart = [field for x in self.reading.criteria for field in c.tells_apart(x)]
        every = dict.fromkeys((*told_apart, *(f for f in self.fields if f in RECORDED)))
        return tuple(f for f in every if f not in self.index.recorded)

    @property
    def asks_council(self) -> bool:
        """Whether it is the council that is asked about, whose word is its position, not the decision."""
        reading, index = self.reading, self.index
        decides = index.council_decides or Field.POSITION not in index.recorded
        return reading.has("scope position") and not (decides or reading.has("scope response"))

    @property
    def asks_another(self) -> bool:
        """Whether somebody is asked about who didn't decide: the decisions are the council's own, or a third one's.

        No "yes" is true then.
        """
        if self.index.council_decides and self.reading.has("scope response"):
            return True
        by = [self.index.by_ref[ref].decided_by for ref in self.refs]
        return any(one and not _DECIDES_ALL.fullmatch(one) for one in by) and self.reading.has(*SCOPES)

    @property
    def verdict(self) -> bool:
        """Whether "yes" or "no" answers the question: not where it turns on "all", "only" or "more than"."""
        asks = self.reading.has("yes or no") and not self.asks_another
        return asks and not _TURNS.search(self.reading.text) and not self._numbers_something_else

    @property
    def _numbers_something_else(self) -> bool:
        """Whether a number was said that is neither a recommendation's nor part of a date: "were seven rejected?"."""
        if self.refs or any(c.periods_of(x) for x in self.reading.criteria):
            return False
        return bool(_NUMBER.search(without_themes(self.reading.text)))

    @property
    def scopes(self) -> tuple[Field, ...]:
        """The fields of whoever is named: the council's position, and its response where the decisions are its own."""
        named = [field for scope, field in SCOPES.items() if self.reading.has(scope)]
        return (Field.RESPONSE, *named) if named == [Field.POSITION] and self.index.council_decides else tuple(named)

    @property
    def topic(self) -> str:
        """The topic's words as typed."""
        return " ".join(t.word for t in self.reading.topic)

    @property
    def unknown(self) -> int:
        """How many things of the topic the document has no word for, not even another."""
        return len(self.reading.topic) - len(self.known)

    @property
    def known(self) -> tuple[Concept, ...]:
        """The things of the topic for which the document has a word, perhaps another."""
        return tuple(concept for concept in self.reading.topic if self.index.by_recommendation.having(concept))

    @property
    def partly_known(self) -> bool:
        """Whether so little was said that each word counts, and one isn't there: "knife crime" isn't crime."""
        return len(self.reading.topic) <= _FEW and self.unknown > 0

    @property
    def phrase(self) -> str:
        """The topic as the asker put it, where that is a few words in a row; else empty."""
        text, said = self.reading.text, [re.escape(t.word) for t in self.reading.topic]
        found = [match for word in said if (match := re.search(rf"\b{word}\b", text))]
        if not found or len(found) < len(said):
            return ""
        words = text[min(m.start() for m in found) : max(m.end() for m in found)]
        return self._as_typed(words) if len(words.split()) <= _IN_A_ROW else ""

    def _as_typed(self, words: str) -> str:
        """Lower-case words in the capitals that the asker gave them."""
        at = self.reading.plain.lower().find(words)
        return self.reading.plain[at : at + len(words)] if at >= 0 else words

    def covers(self, refs: Sequence[str] = ()) -> float:
        """How much of the topic the best passage covers, 0 to 1; of these recommendations where any are given."""
        hits = topics.passages(self.reading.topic, self.index, refs=refs)
        return hits[0].covered if hits else 0.0
