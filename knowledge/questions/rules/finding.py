"""The recommendation that a topic in the asker's own words is about, or several to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from knowledge.model import Field
from knowledge.questions import criteria as c
from knowledge.questions.answer import Answer, Facts, Found, OutOfScope, Which
from knowledge.questions.language.thesaurus import Concept
from knowledge.questions.language.words import is_stopword, plain, stems, words
from knowledge.questions.rules.asked import PROSE, SURE, Asked
from knowledge.questions.rules.claims import judged
from knowledge.questions.searching import topics
from knowledge.questions.searching.confidence import Evidence, evidence, scale
from knowledge.questions.searching.index import Index
from knowledge.questions.searching.scored import scored

T = TypeVar("T")
# A second recommendation at least this likely, beside the best, leaves it open which was meant.
_CLOSE = 0.7
# Others are as good when they are this likely, from 0 to 1; and may be meant when they are this likely, where it is
# open which is. In the banks, the third was meant at half of that sometimes, those after it hardly ever.
_OTHERS, _PERHAPS = 0.2, 0.06
_OFFERED = 3
# From how much on that the document has no word for, the best is doubtful; and from how much on it isn't there at all
# unless it is this likely. Of those in the question banks that are in the document, hardly one is less likely; most of
# a row of things that aren't in it are.
_DOUBTFUL, _LACKING, _DOUBTED = 0.6, 0.9, 0.6
# What a recommendation is about stands near its beginning; what it only mentions, further on (characters).
_OPENING = 180
# "The inspection ones", of which there are several.
_SEVERAL = re.compile(r"\b(?:the|these|those|all|both) (?:[a-z'-]+ ){1,4}(?:ones|recs|recommendations)\b")
# So many things tell which of two recommendations is meant by standing at its beginning, with so much more of what they
# tell than at the other's.
_SEVERAL_THINGS, _AHEAD = 2, 0.2
# Words in a row that name a recommendation, the more the better.
_RUNS = (7, 6, 5, 4)


def looks_for(asked: Asked) -> bool:
    """Whether a recommendation is looked for, not what the document says of something."""
    return asked.reading.has("find") or bool(asked.recorded and asked.recorded != (Field.TIMESCALE,))


def whole_field(asked: Asked) -> Answer | None:
    """A field of the recommendation that the topic is the very name of: "the response to the chief social worker one".

    Where the field itself speaks of the topic, its sentences answer better, unless "the ... one" is asked for; whether
    the council is for something is told by the whole of it, as long as no sentence is about that very thing.
    """
    own, known = (Field.ARGUMENT, Field.RESPONSE, Field.POSITION), asked.index.recorded
    fields = tuple(f for f in asked.fields if f in own and f in known)
    matches = topics.recommendations(asked.reading.topic, asked.index) if fields and not asked.recorded else []
    stance = asked.reading.has("attitude")
    if not matches or (_named(asked, matches) != matches[0].ref and not (stance and surely(asked))):
        return None
    hits = topics.passages(asked.reading.topic, asked.index, refs=(matches[0].ref,))
    speaks = any(h.passage.field in fields and (h.covered >= SURE or not stance) for h in hits)
    return None if speaks and not asked.reading.has("find") else Facts((matches[0].ref,), fields)


def found(asked: Asked) -> Answer:
    """The recommendation that the topic is about; several to choose from where none stands out."""
    topic, facts = asked.reading.topic, asked.recorded
    matches = _very_words_first(topics.recommendations(topic, asked.index), topic, asked.index)
    opening = _opening_with_most(topic, matches, asked.index)
    matches = sorted(matches, key=lambda match: match.ref != opening)
    if not matches:
        return OutOfScope(topic=asked.topic)
    told = evidence_of(asked, matches)
    likely = scale("found").probability(told)
    if _absent(told, likely):
        return OutOfScope(topic=asked.topic)
    hits = topics.passages(topic, asked.index)
    mentioned = bool(hits) and hits[0].covered >= SURE and (hits[0].literal >= SURE or likely >= scale("found").sure)
    told_apart = opening or (mentioned and asked.reading.has("mention"))
    options = () if told_apart else _options(asked, matches, likely)
    if options and facts and _SEVERAL.search(asked.reading.text):
        return Facts(tuple(sorted(options, key=asked.index.refs.index)), facts)
    if options:
        return Which(facts, options, asked.phrase, searched=True)
    if hits and asked.reading.has("mention") and not facts:
        return Found(hits[0].passage.ref, hits[0].passage, (), mentioned)
    return _found(asked, matches, likely)


def surely(asked: Asked) -> str:
    """The recommendation that the topic is surely about; empty where none stands out."""
    matches = topics.recommendations(asked.reading.topic, asked.index)
    told = evidence_of(asked, matches) if matches else None
    sure = told and scale("found").probability(told) >= scale("found").sure and told.lacking < _DOUBTFUL
    return matches[0].ref if sure else ""


def dated(asked: Asked) -> Found | None:
    """The dates of the recommendation that asks for what the topic is, with the sentence that shows it."""
    ref = surely(asked)
    if not ref or not asked.index.by_ref[ref].timescale:
        return None
    if not all(_asks_for(t, ref, asked) for t in asked.known) and _dated_elsewhere(asked, ref):
        return None
    return _found(asked, topics.recommendations(asked.reading.topic, asked.index), 1.0)


def _asks_for(concept: Concept, ref: str, asked: Asked) -> bool:
    """Whether the recommendation itself or its timescale speaks of something."""
    passages = (asked.index.passages[number] for number in asked.index.by_passage.having(concept))
    return any(p.ref == ref and p.field in (Field.RECOMMENDATION, Field.TIMESCALE) for p in passages)


def _dated_elsewhere(asked: Asked, ref: str) -> bool:
    """Whether another field gives a date of its own for the topic: "Salford is due to have a peer review in ..."."""
    hits = topics.passages(asked.reading.topic, asked.index, (ref,))
    others = (hit for hit in hits if hit.passage.field not in (Field.RECOMMENDATION, Field.TIMESCALE))
    return any(hit.covered >= SURE and topics.has_date(hit.passage.text) for hit in others)


def by_term(asked: Asked) -> Answer | None:
    """What is asked of the recommendation that opens with a term of the topic ("principal social worker"), if any.

    Such a term tells which is meant, whatever else is said that no sentence has.
    """
    if asked.unknown and asked.reading.has("how often", "how long"):
        return None  # how long something of which nothing is said is to be kept
    refs = [ref for ref in asked.index.refs if any(term in _opening_row(ref, asked.index) for term in _terms(asked))]
    matches = [m for m in topics.recommendations(asked.reading.topic, asked.index) if m.ref in refs]
    if len(refs) > 1:
        return Which(asked.recorded, tuple(refs), asked.phrase) if len(refs) <= _OFFERED else None
    return _found(asked, matches, 1.0) if matches else None


def _terms(asked: Asked) -> list[str]:
    return [f" {said} " for concept in asked.reading.topic for said in (concept.stem, *concept.others) if " " in said]


def _very_words_first(
    matches: Sequence[topics.Match], topic: Sequence[Concept], index: Index
) -> Sequence[topics.Match]:
    """The matches of a term of several words; those that have it as it stands come first."""
    if len(topic) != 1 or " " not in topic[0].word:
        return matches
    having = {index.passages[number].ref for number in index.by_passage.count(topic[0].stem)}
    return sorted(matches, key=lambda match: match.ref not in having) if having else matches


def _opening_with_most(topic: Sequence[Concept], matches: Sequence[topics.Match], index: Index) -> str:
    """Of two that are as likely, the one that has most of what several things tell at its beginning, if any."""
    if len(topic) < _SEVERAL_THINGS or len(matches) < 2 or matches[1].score < _CLOSE * matches[0].score:
        return ""
    found = scored(tuple(topic), index)
    shares = [(_opens_with(m.ref, topic, found.tells, index) / (found.whole or 1.0), m.ref) for m in matches[:2]]
    (other, _), (best, ref) = sorted(shares)
    return ref if best >= SURE and best - other >= _AHEAD else ""


def _opens_with(ref: str, topic: Sequence[Concept], tells: Sequence[float], index: Index) -> float:
    """How much of what things tell stands at a recommendation's beginning, in their words or in others for them."""
    row = _opening_row(ref, index)
    said = (any(f" {one} " in row for one in (concept.stem, *concept.others)) for concept in topic)
    return sum(much for much, has in zip(tells, said, strict=True) if has)


def _found(asked: Asked, matches: Sequence[topics.Match], likely: float) -> Found:
    """The first of these, with what is asked of it and the passage that shows it."""
    best, reading = matches[0], asked.reading
    fields = asked.recorded or tuple(f for f in asked.fields if f in PROSE)
    opens = _named(asked, matches) == best.ref
    hits = topics.passages(reading.topic, asked.index, (best.ref,), topics.Leaning(dated=Field.TIMESCALE in fields))
    preferred = (*fields, Field.RECOMMENDATION) if opens else (*fields, *asked.scopes)
    if _asks_reasons(asked):
        preferred = (Field.RESPONSE,)
    if Field.TIMESCALE in fields:
        preferred = ()  # the timescale is told in any case; a date may stand elsewhere
    return Found(
        ref=best.ref,
        passage=next((h for h in hits if h.passage.field in preferred), [*hits, best.best][0]).passage,
        fields=fields,
        sure=opens or (likely >= scale("found").sure and not _is_doubtful(asked, matches)),
        others=tuple(m.ref for m in matches[1:_OFFERED] if m.score >= _PERHAPS),
        claims=judged(asked, (best.ref,)),
        asked=asked.verdict,
    )


def _is_doubtful(asked: Asked, matches: Sequence[topics.Match]) -> bool:
    """Whether too much was said that the document has no word for."""
    return asked.partly_known or evidence_of(asked, matches).lacking >= _DOUBTFUL


def _asks_reasons(asked: Asked) -> bool:
    """Whether the reasons of a decision are asked for, which stand in the response."""
    decided = any(isinstance(x, c.Decided) for x in asked.reading.criteria)
    return decided and asked.recorded == (Field.DECISION,) and asked.reading.has("why")


def _absent(told: Evidence, likely: float) -> bool:
    """Whether what is looked for isn't in the document: no word of it is, or it isn't likely and some word isn't.

    Where little was said, one word may change everything: knife crime isn't crime, school uniforms aren't schools.
    """
    least = _DOUBTED if told.lacking >= _LACKING else scale("found").any if told.lacking else 0.0
    return not told.covered or likely < least


def evidence_of(asked: Asked, matches: Sequence[topics.Match]) -> Evidence:
    """What speaks for the first of these recommendations."""
    return evidence(asked.reading.topic, asked.index, matches[0], matches[0].lead)


def _options(asked: Asked, matches: Sequence[topics.Match], likely: float) -> tuple[str, ...]:
    """The recommendations that may as well be meant; empty where one stands out."""
    topic, facts = asked.reading.topic, asked.recorded
    if _named(asked, matches) == matches[0].ref:
        return ()
    if likely < scale("found").one:
        return tuple(m.ref for m in matches[:_OFFERED])
    if facts and len(begins := _beginning(topic, [m.ref for m in matches], asked.index)) > 1:
        return begins
    if len(matches) > 1 and matches[1].score < _OTHERS:
        return ()
    alike = [ref for ref, _ in topics.saying(topic, asked.index, (Field.RECOMMENDATION,))]
    if facts and len(topic) == 1 and len(alike) > 1:
        return tuple(m.ref for m in matches if m.ref in alike)
    close = [m.ref for m in matches[:_OFFERED] if m.score >= _CLOSE * matches[0].score]
    return tuple(close) if facts and len(close) > 1 else ()


def _named(asked: Asked, matches: Sequence[topics.Match]) -> str:
    """The only recommendation that begins with the topic, or that has most words in a row with the question there."""
    return _named_among(asked.reading.text, asked.reading.topic, tuple([m.ref for m in matches]), asked.index)


# It is asked several times of one question.
@lru_cache(maxsize=32)
def _named_among(text: str, topic: tuple[Concept, ...], refs: tuple[str, ...], index: Index) -> str:
    if len(begins := _beginning(topic, refs, index)) == 1:
        return begins[0]
    if whole := _beginning_with_all(text, topic, refs, index):
        return whole
    said = words(text)
    shortest = frozenset(_in_a_row(said, min(_RUNS)))
    if not shortest or all(shortest.isdisjoint(_opening_runs(ref, min(_RUNS), index)) for ref in refs):
        return ""  # then none has more words in a row
    for length in _RUNS:
        runs = _runs(said, length)
        shares = [ref for ref in refs if not runs.isdisjoint(_opening_runs(ref, length, index))]
        if shares:
            return shares[0] if len(shares) == 1 else ""
    return ""


def _beginning(topic: Sequence[Concept], refs: Sequence[str], index: Index) -> tuple[str, ...]:
    """The recommendations that begin with a topic of one word or one term."""
    if len(topic) != 1:
        return ()
    said = topic[0]
    return tuple(ref for ref in refs if said.word in _opening(ref, index) or said.stem in _opening_stems(ref, index))


def _beginning_with_all(text: str, topic: Sequence[Concept], refs: Sequence[str], index: Index) -> str:
    """The only recommendation that has the whole topic, which stands in a row in the question, at its beginning."""
    row = " ".join([t.word for t in topic])
    if len(topic) < 2 or row not in text:
        return ""
    said = " ".join(stems(row))
    having = [ref for ref in refs if f" {said} " in _opening_row(ref, index)]
    return having[0] if len(having) == 1 else ""


@lru_cache(maxsize=2_000)
def _opening_stems(ref: str, index: Index) -> frozenset[str]:
    return frozenset(stems(_opening(ref, index)))


@lru_cache(maxsize=2_000)
def _opening_row(ref: str, index: Index) -> str:
    return f" {' '.join(stems(_opening(ref, index)))} "


@lru_cache(maxsize=2_000)
def _opening(ref: str, index: Index) -> str:
    return plain(index.by_ref[ref].text[:_OPENING]).lower()


@lru_cache(maxsize=256)  # they take much room
def _opening_runs(ref: str, length: int, index: Index) -> frozenset[tuple[str, ...]]:
    return frozenset(_in_a_row(words(_opening(ref, index)), length))


def _runs(said: Sequence[str], length: int) -> frozenset[tuple[str, ...]]:
    """So many words in a row, wherever at least half of them tell something."""
    idle = _in_a_row(list(map(is_stopword, said)), length)
    return frozenset(row for row, stops in zip(_in_a_row(said, length), idle, strict=True) if 2 * sum(stops) <= length)


def _in_a_row(said: Sequence[T], length: int) -> Iterator[tuple[T, ...]]:
    return zip(*(said[begin:] for begin in range(length)), strict=False)
