"""Finds what a document's abbreviations stand for, only where the document itself spells them out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from knowledge.questions import spelling

_ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]s?\b(?:&[A-Z]+)?")
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on", "a"})
# Two letters fit too many names by chance, and three fit too many plain words ("help provided to children" for HPC).
_SHORTEST = 3
_LONG = 4
_WORDS = re.compile(r"[A-Za-z][\w'’]*|[^\w\s]|\n")


class Runs:
    """A text's words in order, and where those of each first letter stand."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = _WORDS.findall(text)
        self.starts: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            self.starts[word[0].lower()].append(number)


def used(text: str) -> frozenset[str]:
    """Every abbreviation in a text, plural "s" dropped: words of two or more capitals."""
    found = {m[0] for m in _ABBREVIATION.finditer(text)} | set(re.findall(r"\b[A-Z]{1,3}&[A-Z]{1,3}\b", text))
    return frozenset(f.removesuffix("s") for f in found)


def spelled_out(text: str) -> Mapping[str, str]:
    """Abbreviation to what the text spells it out as: "Serious Case Review (SCR)", or words with its initials."""
    runs = Runs(text)
    meanings = {short: _marked(short, text) or _unmarked(short, runs) for short in used(text)}
    return {short: meaning for short, meaning in meanings.items() if meaning}


@lru_cache(maxsize=1_000)
def initials_of(short: str, runs: Runs) -> str:
    """Words of the text with these initials, for capitals that it doesn't use itself; empty where there are none."""
    return _unmarked(short, runs) if short.isupper() and not english(short) else ""


def english(word: str) -> bool:
    """Whether capitals are only an emphasised word."""
    return spelling.common(word.lower())


def _marked(short: str, text: str) -> str:
    """The words right before the abbreviation in brackets; "A / B (X/Y)" gives both."""
    marks = [rf"\((?:[\w&]+/)*{re.escape(short)}{plural}(?:/[\w&]+)*\)" for plural in ("", "s")]
    for match in (m for mark in marks for m in re.finditer(mark, text)):
        before = [*_WORDS.findall(text[max(0, match.start() - 120) : match.start()]), "/"]
        for start in range(len(before)):
            end = _spells(short, before, start)
            if end and before[end] == "/":
                return _tidy(before[start:end])
    return ""


def _unmarked(short: str, runs: Runs) -> str:
    """The commonest run of words with these initials: capitalised ones, or long enough to be no chance."""
    if len(short) < _SHORTEST:
        return ""
    spelling_it = [runs.words[i:end] for i in runs.starts[short[0].lower()] if (end := _spells(short, runs.words, i))]
    found = Counter(_tidy(run) for run in spelling_it if _is_name(run) or _is_plain(short, run))
    return max(found, key=lambda run: found[run], default="")


def _is_name(run: list[str]) -> bool:
    return all(word[0].isupper() or word in _SMALL or word == "&" for word in run)


def _is_plain(short: str, run: list[str]) -> bool:
    return len(short) >= _LONG and len(run) == len(short) and not _SMALL & {w.lower() for w in run}


def _spells(short: str, words: list[str], start: int) -> int:
    """Where a run from `start` ends that spells the abbreviation; 0 where it doesn't. Small words may stand between."""
    letters = list(short.lower())
    for at in range(start, min(start + 2 * len(short) + 2, len(words))):
        word = words[at].lower()
        if word[0] == letters[0] and (at > start or word not in _SMALL):
            letters.pop(0)
        elif at == start or word not in _SMALL:
            return 0
        if not letters:
            return at + 1
    return 0


def _tidy(run: list[str]) -> str:
    return re.sub(r"['’]s$", "", " ".join(run))
