"""What whoever imports a document should know of how it was read: what wasn't found, and what looks wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from knowledge.model import Decision, Recommendation

NOT_FOUND = (
    "I found {what} set apart for any recommendation. What the document says of that stands in its other text, where "
    "I can’t always tell it."
)
LONG = (
    "Recommendation {ref} is {length:,} characters long, and the others are about {usual:,}: some of it may belong to "
    "another part of the document."
)
# So many times as long as the others are, and so many characters, nobody writes on one of them.
_TIMES, _LENGTH = 10, 15_000


def doubts(recommendations: Sequence[Recommendation]) -> tuple[str, ...]:
    """Sentences for whoever imports the document."""
    return (*_not_found(recommendations), *_too_long(recommendations))


def _not_found(recs: Sequence[Recommendation]) -> Iterator[str]:
    there = {
        "no decision": any(rec.decision is not Decision.NOT_STATED for rec in recs),
        "no timescale": any(rec.timescale for rec in recs),
        "no lead officer": any(rec.leads for rec in recs),
    }
    absent = [what for what, found in there.items() if not found]
    if absent:
        *first, last = absent
        yield NOT_FOUND.format(what=f"{', '.join(first)} and {last}" if first else last)


def _too_long(recs: Sequence[Recommendation]) -> Iterator[str]:
    lengths = {rec.ref: _length(rec) for rec in recs}
    usual = round(median(lengths.values()))
    for ref, length in lengths.items():
        if length > max(_LENGTH, _TIMES * usual):
            yield LONG.format(ref=ref, length=length, usual=usual)


def _length(rec: Recommendation) -> int:
    return sum(map(len, (rec.text, rec.argument, rec.response, rec.timescale, rec.position)))
