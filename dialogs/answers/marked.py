"""Says how far the document itself marks its recommendations to be, beside what officers have reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dialogs.words import phrases
from knowledge.model import Field, Recommendation
from knowledge.progress.standings.wanted import Wanted, wanted
from knowledge.questions.searching.index import Index

SEVERAL = "The document itself marks {many} of them so: {told}."
OTHERWISE = "The document itself marks {many} of them otherwise: {told}."
THE_ONE = "The document itself marks it {told}."
DOCUMENTED = "The document itself says: {quoted}"
_SHARES = ("%", "per")  # what a line begins with that says how much is done: "% complete: 40%" isn't complete


def told(recommendations: Iterable[Recommendation], conditions: Sequence[Wanted]) -> tuple[tuple[str, ...], str]:
    """Which of these the document marks as asked for, and that in a sentence; both empty where there is none.

    Where something is asked for that isn't so ("not complete"), the sentence names those that are marked as being so.
    """
    every = list(recommendations)
    if len({*conditions}) != 1:
        return (), ""
    as_asked = _by_words(every, conditions[0].one)
    found = as_asked or _by_words(every, conditions[0].denied[0])
    if not found:
        return (), ""
    refs = tuple(ref for some in found.values() for ref in some)
    if len(every) == 1:
        return refs if as_asked else (), THE_ONE.format(told=phrases.quoted(next(iter(found))))
    groups = [f"{phrases.recommendations(some)} ({phrases.quoted(words)})" for words, some in found.items()]
    template = SEVERAL if as_asked else OTHERWISE
    said = template.format(many="one" if len(refs) == 1 else len(refs), told=phrases.joined(groups))
    return refs if as_asked else (), said


def status(rec: Recommendation, index: Index) -> str:
    """What the document says of how far one is, with its source; empty where it says nothing of that."""
    if not rec.status:
        return ""
    text = DOCUMENTED.format(quoted=phrases.quoted(in_a_line(rec)))
    return phrases.sourced(text, index.programme, Field.RECOMMENDATION, (rec.ref,))


def in_a_line(rec: Recommendation) -> str:
    """All that a recommendation is marked with: "Status: On track; % complete: 40%"."""
    return "; ".join(rec.status.split("\n"))


def _by_words(recommendations: Iterable[Recommendation], clause: str) -> Mapping[str, list[str]]:
    """The recommendations that are marked as a clause has it ("is complete"), by the words that say so."""
    found: dict[str, list[str]] = defaultdict(list)
    for rec in recommendations:
        if words := next((line for line in _lines(rec) if _says(line, clause)), ""):
            found[words].append(rec.ref)
    return found


def _lines(rec: Recommendation) -> list[str]:
    """What a recommendation is marked with, without the names of the marks and how much is done."""
    lines = [line for line in rec.status.split("\n") if not line.lower().startswith(_SHARES)]
    return [line.partition(": ")[2] or line for line in lines] if "\n" in rec.status else lines


def _says(line: str, clause: str) -> bool:
    """Whether words mean what a clause says. What is closed needn't be complete: it may have been given up."""
    meant = wanted(line.lower())
    return any(one.one.startswith(clause) and one.words != ("closed",) for one in meant)
