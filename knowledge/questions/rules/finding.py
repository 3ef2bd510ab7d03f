"""The recommendation that a topic in the asker's own words is about, or several to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Field
from knowledge.questions import topics
from knowledge.questions.answer import Answer, Found, OutOfScope, Which
from knowledge.questions.confidence import Evidence, evidence, scale
from knowledge.questions.rules.asked import PROSE, SURE, Asked

# A second recommendation at least this likely, beside the best, leaves it open which was meant.
_CLOSE = 0.7
# Others are offered beside a recommendation that was found when they are this likely, from 0 to 1.
_OTHERS = 0.1
_OFFERED = 3


def looks_for(asked: Asked) -> bool:
    """Whether a recommendation is looked for, not what the document says of something."""
    return asked.reading.has("find") or bool(asked.recorded and asked.recorded != (Field.TIMESCALE,))


def found(asked: Asked) -> Answer:
    """The recommendation that the topic is about; several to choose from where none stands out."""
    words, facts = asked.reading.topic, asked.recorded
    matches = topics.recommendations(words, asked.index)
    if not matches:
        return OutOfScope(topic=asked.topic)
    told = evidence_of(asked, matches)
    likely = scale("found").probability(told)
    if likely < scale("found").any and told.unknown:
        return OutOfScope(topic=asked.topic)
    options = _options(asked, matches, likely)
    if options:
        return Which(facts, options, asked.topic)
    best = matches[0]
    if asked.reading.has("mention") and not facts:
        hit = topics.passages(words, asked.index)[0]
        return Found(hit.passage.ref, hit.passage, (), hit.covered >= SURE)
    fields = facts or tuple(f for f in asked.fields if f in PROSE)
    hits = topics.passages(words, asked.index, refs=(best.ref,))
    shown = next((h for h in hits if h.passage.field in fields), hits[0])
    others = tuple(m.ref for m in matches[1:_OFFERED] if m.score >= _OTHERS)
    return Found(best.ref, shown.passage, fields, likely >= scale("found").sure, others)


def evidence_of(asked: Asked, matches: Sequence[topics.Match]) -> Evidence:
    """What speaks for the first of these recommendations."""
    return evidence(asked.reading.topic, asked.index, matches[0], matches[0].score)


def _options(asked: Asked, matches: Sequence[topics.Match], likely: float) -> tuple[str, ...]:
    """The recommendations that may as well be meant; empty where one stands out."""
    words, facts = asked.reading.topic, asked.recorded
    if likely < scale("found").one:
        return tuple(m.ref for m in matches[:_OFFERED])
    if len(matches) > 1 and matches[1].score < _OTHERS:
        return ()
    alike = [ref for ref, _ in topics.saying(words, asked.index, (Field.RECOMMENDATION,))]
    if facts and len(words) == 1 and len(alike) > 1:
        return tuple(m.ref for m in matches if m.ref in alike)
    close = [m.ref for m in matches[:_OFFERED] if m.score >= _CLOSE * matches[0].score]
    return tuple(close) if facts and len(close) > 1 else ()
