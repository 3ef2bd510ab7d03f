"""Checks that every recommendation has its own number and that none is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from knowledge.documents.outline import Entry
from knowledge.documents.parts import Part
from knowledge.documents.themes import listed
from knowledge.errors import UnreadableDocument

ASK = "Please correct the numbers and send the document again."
MOST = 10  # lines, and sentences of each kind; a reply has to stay readable


def refuse_clashes(entries: Sequence[Entry], headings: Sequence[Part]) -> None:
    """Raises UnreadableDocument where two recommendations have one number, so that neither hides the other."""
    lines = defaultdict(list)
    for entry in entries:
        lines[entry.opening.label.ref].append(entry.opening.number)
    clashes = [_clash(ref, numbers) for ref, numbers in lines.items() if len(numbers) > 1]
    if clashes:
        raise UnreadableDocument(" ".join((*clashes[:MOST], *missing(entries, headings)[:MOST], ASK)))


def missing(entries: Sequence[Entry], headings: Sequence[Part]) -> tuple[str, ...]:
    """A sentence for each recommendation that the heading of a theme lists and the document doesn't have."""
    there = {entry.opening.label.ref for entry in entries}
    absent = dict.fromkeys(
        (heading.label.ref, ref) for heading in headings for ref in listed(heading) if ref not in there
    )
    return tuple(
        f"The heading of theme {of} lists recommendation {ref}, which isn’t in the document." for of, ref in absent
    )


def _clash(ref: str, numbers: list[int]) -> str:
    times = "twice" if len(numbers) == 2 else f"{len(numbers)} times"
    *most, last = map(str, numbers[:MOST])
    return f"Recommendation {ref} occurs {times}, on lines {', '.join(most)} and {last}."
