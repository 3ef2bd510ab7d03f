"""Finds the decisions that a text mentions: "accepted", "in principle", "turned down"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from knowledge.model import Decision
from knowledge.questions.searching.index import Index

_DECISIONS = (
    Decision.ACCEPT_IN_PRINCIPLE,
    Decision.ACCEPT_WITH_CONDITIONS,
    Decision.ACCEPT_IN_PART,
    Decision.ACCEPT,
    Decision.CONSIDER_FURTHER,
    Decision.REJECT,
    Decision.NOTED,
)
# "accepted (only) in principle" is one thing, "accepted or in principle" are two.
_ATTACHED = re.compile(r"[\s,]*(?:\w+\s+){0,2}")
_BUT_ONLY = re.compile(r"\bbut (?=only|just|merely|simply)")
_COORDINATED = re.compile(
    r"[\s,]*(?:(?:or|nor|and|but|vs|versus|rather than|not|neither|either|both|just|only|merely|simply|those|which|"
    r"how many|is|are|was|were|been|have|has|also|got|fully)\b[\s,]*)+"
)
_JOINS = re.compile(r"\b(?:or|nor|and|but|vs|versus|rather than)\b")
# Decisions on each side of another that may be one with it: "accepted, fully or in principle".
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision and where the text mentions it; `loose` where "accepted" is said without how far."""

    decision: Decision
    start: int
    end: int
    loose: bool = False


def verdicts(text: str, found: frozenset[str], index: Index) -> list[Verdict]:
    """The decisions that lower-case text mentions, in its order; `found` are its headings of cues.txt.

    "Accepted" beside another decision counts only where the two are joined: "accepted or in principle".
    """
    accepted = index.phrases["accepted"].find(text) if "accepted" in found else []
    exact = sorted(_exact(text, found, accepted, index), key=lambda v: v.start)
    loose = [Verdict(Decision.ACCEPT, start, end, loose=True) for start, end in accepted]
    loose = [v for v in loose if not any(other.start < v.end and v.start < other.end for other in _beside(v, exact))]
    if not exact:
        return loose[:1]
    joined = [v for v in loose if any(_coordinated(text, v, other) for other in _beside(v, exact))]
    return sorted([*exact, *joined], key=lambda v: v.start)


def _beside(one: Verdict, ordered: Sequence[Verdict]) -> Sequence[Verdict]:
    """Those that stand nearest to one: what is farther away has others between, and isn't joined to it."""
    at = bisect_left(ordered, one.start, key=lambda v: v.start)
    return ordered[max(0, at - _NEAREST) : at + _NEAREST]


def _exact(text: str, found: frozenset[str], accepted: Sequence[tuple[int, int]], index: Index) -> Iterator[Verdict]:
    """Decisions by name; "accepted" just before or after belongs to them."""
    for decision in _DECISIONS:
        if f"decision {decision}" not in found:
            continue
        for start, end in index.phrases[f"decision {decision}"].find(text):
            before = bisect_right(accepted, start, key=itemgetter(1))
            after = bisect_left(accepted, end, key=itemgetter(0))
            starts = [s for s, e in accepted[max(0, before - 1) : before] if _attached(text[e:start])]
            ends = [e for s, e in accepted[after : after + 1] if not text[end:s].strip()]
            yield Verdict(decision, min([start, *starts]), max([end, *ends]))


def _attached(between: str) -> bool:
    between = _BUT_ONLY.sub(" ", between)
    return bool(_ATTACHED.fullmatch(between)) and not _JOINS.search(between)


def _coordinated(text: str, one: Verdict, other: Verdict) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return bool(_COORDINATED.fullmatch(between) and _JOINS.search(between))
