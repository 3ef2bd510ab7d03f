"""Tells what a text denies: "not", "except", "neither ... nor" and how far each reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.questions.searching.index import Index

# What has a "not" or "without" of its own, which reaches no further: "without a lead in theme 1".
_LACKING = ("no lead", "no date")
# Words that may stand between "not" and what it denies.
_REACH = 3
_TURNS = re.compile(r"\bbut\b|[.;?!]")
_JOINS = re.compile(r"\b(?:or|nor|and)\b|,|&|/")
# "Other than 10, ..." denies 10 and nothing after it.
_ENDS = re.compile(r"[?.!,;\d]")
# Words between two things of one kind that one "not" denies together.
_TOGETHER = 5


def denied(text: str, start: int, index: Index) -> bool:
    """Whether "not", "except" or "other than" stands just before a place in the text."""
    lacking = [span for heading in _LACKING for span in index.phrases[heading].find(text)]
    before = [
        end
        for begin, end in index.phrases["negated"].find(text)
        if end <= start and not any(first <= begin < last <= start for first, last in lacking)
    ]
    between = text[before[-1] : start] if before else ""
    return bool(before) and len(between.split()) <= _REACH and not _ENDS.search(between)


def denials(text: str, spans: Sequence[tuple[int, int]], index: Index) -> list[bool]:
    """Whether each of several things of one kind, in the order of the text, is denied.

    "Not A or B" denies both, "not A but B" and "A but not B" one of them.
    """
    found: list[bool] = []
    for number, (start, _) in enumerate(spans):
        between = text[spans[number - 1][1] : start] if number else ""
        goes_on = bool(found) and not _TURNS.search(between) and bool(_JOINS.search(between))
        close = len(between.split()) <= _TOGETHER
        found.append(denied(text, start, index) or (goes_on and close and found[-1]))
    return found
