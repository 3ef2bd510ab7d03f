"""Finds what a document's abbreviations stand for, only where the document itself spells them out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

_ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]*[A-Z](?:&[A-Z])?[A-Z]*\b(?:&[A-Z]+)?")
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on", "a"})
# Two letters fit too many pairs of words by chance; three or more rarely do.
_SHORTEST_UNMARKED = 3


def used(text: str) -> frozenset[str]:
    """Every abbreviation in a text, plural "s" dropped: words of two or more capitals."""
    found = {m[0] for m in _ABBREVIATION.finditer(text)} | set(re.findall(r"\b[A-Z]{1,3}&[A-Z]{1,3}\b", text))
    return frozenset(f.removesuffix("s") for f in found)


def spelled_out(text: str) -> Mapping[str, str]:
    """Abbreviation to what the text spells it out as: "Serious Case Review (SCR)", or a run of words with its initials."""
    words = re.findall(r"[A-Za-z][\w'’]*|&|[^\w\s]", text)
    meanings = {short: _meaning(short, text, words) for short in used(text)}
    return {short: meaning for short, meaning in meanings.items() if meaning}


def _meaning(short: str, text: str, words: list[str]) -> str:
    marked = re.search(rf"\({re.escape(short)}s?(?:[/)])", text)
    if marked:
        before = re.findall(r"[A-Za-z][\w'’]*|&|[^\w\s]", text[max(0, marked.start() - 120) : marked.start()])
        runs = [run for run in _runs(short, before) if run == before[-len(run) :]]
        if runs:
            return _tidy(runs[0])
    if len(short) < _SHORTEST_UNMARKED:
        return ""
    found = Counter(_tidy(run).removesuffix("'s").removesuffix("’s") for run in _runs(short, words))
    return max(found, key=lambda run: (run.istitle(), found[run]), default="")


def _runs(short: str, words: list[str]) -> Iterator[list[str]]:
    """Runs of words whose initials are the abbreviation; small words may stand between."""
    for start in range(len(words)):
        end = _spells(short, words, start)
        if end:
            yield words[start:end]


def _spells(short: str, words: list[str], start: int) -> int:
    """Where a run from `start` ends that spells the abbreviation; 0 where it doesn't."""
    letters = list(short.lower())
    for at in range(start, min(start + 2 * len(short) + 2, len(words))):
        word = words[at].lower()
        if letters and word[0] == letters[0] and (at > start or word not in _SMALL):
            letters.pop(0)
        elif at == start or word not in _SMALL:
            return 0
        if not letters:
            return at + 1
    return 0


def _tidy(run: list[str]) -> str:
    return re.sub(r"\s+([,.])", r"\1", " ".join(run)).strip(" ,.")
