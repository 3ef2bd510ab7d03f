"""Which recommendations meet what a question narrows by, and how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.model import Decision, Field, Recommendation
from knowledge.questions import criteria as c
from knowledge.questions import narrowing, topics, when
from knowledge.questions.answer import Answer, Gap, Listing, NotRecorded
from knowledge.questions.index import Index
from knowledge.questions.rules.asked import PROSE, RECORDED, SCOPES, SURE, Asked

# A topic that more than half of all recommendations mention is no way to tell them apart.
_MOST = 0.5
_SEVERAL = 2
# Topic words beside a criterion that may be a manner of speaking.
_ASIDE = 2


# "which of 8, 10 and 13 ..."
_OF_NAMED = re.compile(r"\b(?:which|any|how many|what) of (?:the |recs? |recommendations? )*#?\d")


def narrowed(asked: Asked) -> Answer | None:
    """ "Which of those have no lead?", and "which ones?" after a count."""
    reading = asked.reading
    several = _OF_NAMED.search(reading.text) if asked.meant.named else reading.has("back to several")
    if len(asked.refs) < _SEVERAL or not several:
        return None
    if reading.criteria and reading.has("list", "count", "find", "asks"):
        refs = tuple(r for r in asked.refs if all(x.holds(asked.index.by_ref[r]) for x in reading.criteria))
        return Listing(refs, reading.criteria, _shown(asked), reading.has("count"), asked.refs)
    if reading.has("list") and not asked.fields and not reading.topic:
        return Listing(asked.refs, (), _shown(asked))
    return None


def excepted(asked: Asked) -> Answer | None:
    """ "All recommendations except 10 and 12"."""
    reading = asked.reading
    plural = reading.has("all", "list", "count") and not reading.has("yes or no")
    if not (asked.meant.named and plural and not reading.topic):
        return None
    if not narrowing.denied(reading.text, reading.named.spans[0][0], asked.index):
        return None
    return listing(asked, (*reading.criteria, c.Not(c.OneOf(asked.refs))))


def criteria(asked: Asked) -> Answer | None:
    """Every recommendation that meets all criteria; every one there is where the question says so."""
    reading, plural = asked.reading, asked.reading.has("list", "count", "all")
    if asked.asks_council and any(c.field_of(x) is Field.DECISION for x in reading.criteria):
        return NotRecorded(Gap.COUNCIL)
    if not (reading.criteria or (plural and not reading.topic and _wants_all(asked))):
        gaps = reading.has("gap") and reading.has("list") and not reading.topic
        return listing(asked, (c.Not(c.HasLead()),)) if gaps else None
    if reading.topic and not plural and (len(reading.topic) > _ASIDE or asked.covers() >= SURE):
        return None
    if reading.topic and reading.has("list") and (len(reading.topic) > 1 or reading.has("find", "mention")):
        about = _about(asked)
        if about:
            return listing(asked, (*reading.criteria, about))
    return listing(asked, reading.criteria)


def mentions(asked: Asked) -> Answer | None:
    """ "Which recommendations mention RIAT?", "where does it come up?"."""
    reading = asked.reading
    if not reading.topic or not (reading.has("mention") or (reading.has("list") and not reading.has("compare", "why"))):
        return None
    if reading.abbreviation and reading.has("mention") and len(reading.topic) == 1:
        return listing(asked, (c.Mentions(reading.abbreviation, using(reading.abbreviation, asked.index)),))
    about = _about(asked)
    if (
        about is None
        or (len(about.refs) == 1 and not reading.has("count"))
        or len(about.refs) > _MOST * len(asked.index.refs)
    ):
        return None
    return listing(asked, (*reading.criteria, about))


def listing(asked: Asked, wanted: Sequence[c.Criterion]) -> Listing:
    """The recommendations that meet all of these, in natural order."""
    refs = _meeting(wanted, asked.index)
    return Listing(
        refs=refs,
        criteria=tuple(wanted),
        fields=_shown(asked),
        counted=asked.reading.has("count"),
        near=tuple(_near(wanted, refs, asked.index)),
        asked=asked.verdict,
    )


def using(short: str, index: Index) -> tuple[str, ...]:
    """The recommendations that use an abbreviation, in natural order; "LSCBs" uses "LSCB"."""
    word = re.compile(rf"(?<![\w&]){re.escape(short)}s?(?![\w&])")
    found = {passage.ref for passage in index.passages if word.search(passage.text)}
    return tuple(ref for ref in index.refs if ref in found)


def _wants_all(asked: Asked) -> bool:
    return asked.reading.has("all", "count") or (
        asked.reading.has("list") and asked.reading.has("asks") and not asked.fields
    )


def _meeting(wanted: Iterable[c.Criterion], index: Index) -> tuple[str, ...]:
    every = tuple(wanted)
    return tuple(ref for ref in index.refs if all(x.holds(index.by_ref[ref]) for x in every))


def _near(wanted: Sequence[c.Criterion], refs: Sequence[str], index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Others worth knowing of: accepted in principle beside accepted, longer spans of time beside none."""
    rest = [x for x in wanted if not isinstance(x, c.Decided | c.Due | c.DueEither)]
    for x in wanted:
        if x == c.Decided((Decision.ACCEPT,)):
            yield "accepted in principle", _meeting((c.Decided((Decision.ACCEPT_IN_PRINCIPLE,)), *rest), index)
        if (periods := c.periods_of(x)) and not refs:
            around = [ref for ref in index.refs if _takes_in(index.by_ref[ref], periods)]
            yield "around then", _meeting((c.Mentions("", tuple(around)), *rest), index)


def _takes_in(rec: Recommendation, periods: Iterable[when.Period]) -> bool:
    return any(when.takes_in(m, period) for period in periods for m in rec.milestones)


def _shown(asked: Asked) -> tuple[Field, ...]:
    """Fields that a list shows beside each: those asked for that the criteria don't already give."""
    given = {c.field_of(x) for x in asked.reading.criteria}
    return tuple(f for f in asked.fields if f in RECORDED and f not in given)


def _about(asked: Asked) -> c.Mentions | None:
    """The recommendations that a plural question's topic is about: those that say all of it.

    It is looked for in the fields that the question names, then in what the recommendations say, then anywhere.
    """
    reading, index = asked.reading, asked.index
    named = [f for f in PROSE if f in asked.fields] or [f for scope, f in SCOPES.items() if reading.has(scope)]
    texts = [] if reading.has("mention") or named else [Field.RECOMMENDATION]
    for fields in (named, texts, []):
        found = topics.saying(reading.topic, index, fields)
        if found:
            words = index.as_written(asked.topic)
            return c.Mentions(words, tuple(ref for ref, _ in found), fields[0] if fields else None)
    return None
