"""Reads thesaurus.txt: what people say, and the words a document may have instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from knowledge.questions.language.words import stem, stems_of, telling, words

_NONE: Mapping[str, frozenset[str]] = {}
_NO_STEMS = frozenset[str]()
# Words that a phrase has at most.
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing asked about: the word as typed, its stem, and other stems that may stand for it."""

    word: str
    stem: str
    others: frozenset[str] = frozenset()


def concepts(text: str, own: Mapping[str, frozenset[str]] = _NONE) -> list[Concept]:
    """The things that lower-case text asks about, in order, each once; stopwords carry none.

    `own` are phrases beside those of the thesaurus, each with the stems that may stand for it.
    """
    said, known = words(text), _others()
    found = {key: Concept(w, key, known.get(key, _NO_STEMS)) for w in said if (key := telling(w))}
    for start, length, others in _phrases_in(said, own):
        phrase = said[start : start + length]
        inside = stems_of(phrase)
        key = " ".join(inside if len(inside) > 1 else phrase)
        for other in inside:
            found.pop(other, None)
        found[key] = Concept(" ".join(phrase), key, others)
    return list(found.values())


def vocabulary() -> frozenset[str]:
    """Every word of the thesaurus, so that a misspelt one can be mended."""
    return frozenset(w for said, meant in _lines() for phrase in [*said, *meant] for w in words(phrase) if len(w) > 3)


@cache
def terms() -> frozenset[str]:
    """The terms of several words that documents of the field use."""
    return frozenset(meant.replace("_", " ") for _, all_ in _lines() for meant in all_ if "_" in meant)


def _phrases_in(said: list[str], own: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """(start, length, other stems) of each phrase of several words, the longest first at each place."""
    i = 0
    while i < len(said):
        longest = _LONGEST if own else _longest().get(said[i], 0)
        for length in range(min(longest, len(said) - i), 1, -1):
            phrase = " ".join(said[i : i + length])
            if others := own.get(phrase) or _phrases().get(phrase):
                yield i, length, others
                i += length - 1
                break
        i += 1


@cache
def _lines() -> list[tuple[list[str], list[str]]]:
    text = (resources.files(__package__) / "thesaurus.txt").read_text(encoding="utf-8")
    rows = [line.split("=") for line in text.splitlines() if "=" in line and not line.startswith("#")]
    return [([s.strip() for s in said.split(",")], meant.split()) for said, meant in rows]


def _stems(meant: list[str]) -> frozenset[str]:
    """Stems of the right side; "value_for_money" stands for its words together, kept as texts have them: "valu money".

    A term of which only one word tells anything ("early_help") stands for nothing: it would be found everywhere.
    """
    terms = [stems_of(re.split("[_ -]", m)) for m in meant]
    telling = zip(meant, terms, strict=True)
    return frozenset(" ".join(term) for m, term in telling if len(term) > 1 or (term and "_" not in m))


@cache
def _others() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for said, meant in _lines():
        for word in said:
            if " " not in word:
                found[stem(word)] = found.get(stem(word), frozenset()) | _stems(meant)
    return {key: others - {key} for key, others in found.items()}


@cache
def _phrases() -> Mapping[str, frozenset[str]]:
    return {" ".join(words(p)): _stems(meant) for said, meant in _lines() for p in said if len(words(p)) > 1}


@cache
def _longest() -> Mapping[str, int]:
    """How many words the longest phrase has that begins with a word."""
    found: dict[str, int] = {}
    for said in map(str.split, _phrases()):
        found[said[0]] = min(_LONGEST, max(len(said), found.get(said[0], 0)))
    return found
