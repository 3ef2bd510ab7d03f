"""Makes a list of what meets every criterion, with what is worth knowing besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.model import Decision, Field, Recommendation
from knowledge.questions import criteria as c
from knowledge.questions.answer import Listing
from knowledge.questions.language import when
from knowledge.questions.rules.asked import RECORDED, Asked
from knowledge.questions.searching.index import Index

_NOT_IN_FULL = {
    Decision.ACCEPT_IN_PRINCIPLE: "accepted in principle",
    Decision.ACCEPT_IN_PART: "accepted in part",
}
_WITHIN = (when.Relation.IN, when.Relation.BY)


def listing(asked: Asked, wanted: Sequence[c.Criterion]) -> Listing:
    """The recommendations that meet all of these, in natural order."""
    refs = meeting(wanted, asked.index)
    return Listing(
        refs=refs,
        criteria=tuple(wanted),
        fields=shown(asked),
        counted=asked.reading.has("count"),
        near=tuple(_near(wanted, refs, asked.index)),
        asked=asked.verdict,
    )


def meeting(wanted: Iterable[c.Criterion], index: Index) -> tuple[str, ...]:
    """The recommendations that meet every criterion, in natural order."""
    every = tuple(wanted)
    return tuple(ref for ref in index.refs if all(x.holds(index.by_ref[ref]) for x in every))


def _near(wanted: Sequence[c.Criterion], refs: Sequence[str], index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Others worth knowing of: accepted in principle beside accepted, longer spans of time beside none."""
    rest = [x for x in wanted if not isinstance(x, c.Decided | c.Due | c.DueEither)]
    for x in wanted:
        if x == c.Decided((Decision.ACCEPT,)):
            fewer = {words: meeting((c.Decided((less,)), *rest), index) for less, words in _NOT_IN_FULL.items()}
            yield from ((words, found) for words, found in fewer.items() if found)
        periods = [p for p in c.periods_of(x) if p.relation in _WITHIN]  # nothing is "around" a time before July
        if periods and not refs:
            around = [ref for ref in index.refs if _takes_in(index.by_ref[ref], periods)]
            yield "around then", meeting((c.Mentions("", tuple(around)), *rest), index)
        conditional = meeting((c.Decided((Decision.ACCEPT_WITH_CONDITIONS,)), *rest), index)
        if x == c.Decided((Decision.ACCEPT,)) and conditional:
            yield "accepted with conditions", conditional


def _takes_in(rec: Recommendation, periods: Iterable[when.Period]) -> bool:
    return any(when.takes_in(m, period) for period in periods for m in rec.milestones)


def shown(asked: Asked) -> tuple[Field, ...]:
    """Fields that a list shows beside each: those asked for that the criteria don't already give."""
    given = {f for x in asked.reading.criteria for f in c.fields_of(x) if not _leaves_open(x)}
    asks = [f for f in asked.fields if f in RECORDED and f not in given]
    open_ = any(map(_leaves_open, asked.reading.criteria)) and not asked.reading.has("count")
    return tuple(dict.fromkeys((*asks, *([Field.DECISION] if open_ else []))))


def _leaves_open(criterion: c.Criterion) -> bool:
    """Whether what meets it may have got one decision or another, so that each must be told."""
    return isinstance(criterion, c.Decided) and len(criterion.decisions) > 1
