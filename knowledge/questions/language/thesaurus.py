"""Reads thesaurus.txt: what people say, and the words a document may have instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from knowledge.questions.language.words import is_stopword, stem, stems_of, tellings, words

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
    said = words(text)
    found = {key: _of_one_word(word, key) for word, key in zip(said, tellings(said), strict=True) if key}
    for start, length, others in _phrases_in(said, own):
        phrase = said[start : start + length]
        inside = stems_of(phrase)
        key = " ".join(inside if len(inside) > 1 else phrase)
        for other in inside:
            found.pop(other, None)
        found[key] = Concept(" ".join(phrase), key, others)
    return list(found.values())


@lru_cache(maxsize=20_000)
def _of_one_word(word: str, key: str) -> Concept:
    """What a word asks about, made once: a value takes longer to make than to find."""
    return Concept(word, key, _others().get(key, _NO_STEMS))


def vocabulary() -> frozenset[str]:
    """Every word of the thesaurus, so that a misspelt one can be mended."""
    return frozenset(w for said, meant in _lines() for phrase in [*said, *meant] for w in words(phrase) if len(w) > 3)


@cache
def terms() -> frozenset[str]:
    """The terms of several words that documents of the field use."""
    return frozenset(meant.replace("_", " ") for _, all_ in _lines() for meant in all_ if "_" in meant)


def _phrases_in(said: list[str], own: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """(start, length, other stems) of each phrase of several words, the longest first at each place.

    The thesaurus's are known in any form of their words; a council's own only as they were taught.
    """
    forms, known, after = list(map(stem, said)), _longest(), 0
    for i, begins in enumerate(pairwise(forms)):
        longest = _LONGEST if own else known.get(begins, 0)
        if not longest or i < after:
            continue
        for length in range(min(longest, len(said) - i), 1, -1):
            phrase = " ".join(said[i : i + length])
            if others := own.get(phrase) or _phrases().get(phrase) or _in_other_forms(forms[i : i + length]):
                yield i, length, others
                after = i + length
                break


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
    return _together((" ".join(words(phrase)), meant) for phrase, meant in _typed_phrases())


def _in_other_forms(forms: Sequence[str]) -> frozenset[str]:
    """What a phrase stands for that the thesaurus has in other forms; "look after" is no form of "looked after"."""
    meant = _by_stems().get(" ".join(forms), _NO_STEMS)
    return _NO_STEMS if meant and all(map(is_stopword, forms)) else meant


@cache
def _by_stems() -> Mapping[str, frozenset[str]]:
    return _together((" ".join(map(stem, words(phrase))), meant) for phrase, meant in _typed_phrases())


def _typed_phrases() -> Iterator[tuple[str, frozenset[str]]]:
    for said, meant in _lines():
        yield from ((phrase, _stems(meant)) for phrase in said if len(words(phrase)) > 1)


def _together(pairs: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    """Everything that each phrase stands for, on whichever lines."""
    found: dict[str, frozenset[str]] = {}
    for phrase, meant in pairs:
        found[phrase] = found.get(phrase, _NO_STEMS) | meant
    return found


@cache
def _longest() -> Mapping[tuple[str, ...], int]:
    """How many words the longest phrase has that begins with two stems."""
    found: dict[tuple[str, ...], int] = {}
    for said in map(str.split, _by_stems()):
        begins = tuple(said[:2])
        found[begins] = min(_LONGEST, max(len(said), found.get(begins, 0)))
    return found
