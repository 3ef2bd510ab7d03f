"""Takes out of a message what only says how to answer: "in plain English", "just the numbers, please"."""

from __future__ import annotations

import re

from knowledge.questions.searching.index import Index

# What may stand alone is cut off by these.
_MARKS = re.compile(r"[.?!;:,]+(?=\s|$)|\s-+(?=\s|$)")


def without_manner(said: str, index: Index) -> str:
    """Plain text without what says how to answer; as it is where nothing else would be left."""
    inside = _blanked(said, index.phrases["manner"].find(said.lower()))
    kept = _blanked(inside, [span for span in _clauses(inside) if _alone(inside[slice(*span)], index)])
    return kept if any(map(str.isalnum, kept)) else said


def _clauses(said: str) -> list[tuple[int, int]]:
    """Where each piece between two marks stands."""
    ends = [match.span() for match in _MARKS.finditer(said)]
    starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(said)]
    return [span for span in zip(starts, stops, strict=True) if said[slice(*span)].strip()]


def _alone(clause: str, index: Index) -> bool:
    return bool(index.phrases["manner alone"].find(clause.strip().lower()))


def _blanked(said: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks at these places; case and the rest stay."""
    for start, end in spans:
        said = said[:start] + " " * (end - start) + said[end:]
    return " ".join(said.split()) if spans else said
