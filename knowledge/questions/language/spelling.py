"""Mends typing mistakes: an unknown word becomes the one it clearly means, by its letters or by its sound."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import jellyfish
from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

# How alike two words must be (1 = equal). One slip in a four-letter word gives 0.75, and less could be anything;
# a word that also sounds the same ("polisy", "recomendashun") needs half.
_ALIKE, _ALIKE_SOUNDING = 0.74, 0.5
_SOUND_BONUS = 0.24
# What is less alike than this isn't looked at; whatever it sounds like, it is never near enough.
_FAR = 0.49
_SHORTEST = 4
# How often a word stands in pyspellchecker's corpus before it is an everyday one: "about" stands 5,000,000 times,
# "outcome" 8,170, "smith" 1,006.
_EVERYDAY, _VERY_COMMON = 5_000, 20_000
# "school" stands 314,000 times, "kids" 311,000, "help" 1,500,000.
_IN_EVERY_OTHER_SENTENCE = 400_000
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


@cache
def _frequencies() -> Mapping[str, int]:
    """Words that people know, with how often they stand in pyspellchecker's corpus of books and subtitles."""
    return dict(SpellChecker(language="en").word_frequency.dictionary)


def known(word: str) -> bool:
    """Whether a lower-case word is English as most people write it."""
    return word in _frequencies()


def frequency(word: str) -> int:
    """How often a lower-case word stands in the corpus."""
    return _frequencies().get(word, 0)


def common(word: str) -> bool:
    """Whether a lower-case word is an everyday one, more likely itself than anybody's name."""
    return frequency(word) >= _EVERYDAY


def everyday(word: str) -> bool:
    """Whether a lower-case word is so common that it tells no topic."""
    return frequency(word) >= _IN_EVERY_OTHER_SENTENCE


def mend(text: str, *vocabularies: frozenset[str]) -> str:
    """Lower-case text with each unknown word mended towards the vocabularies, or else towards everyday English."""
    said = {*_WORD.findall(text)}
    return text if all(_mended(word, vocabularies) == word for word in said) else _mended_text(text, vocabularies)


def _mended_text(text: str, vocabularies: tuple[frozenset[str], ...]) -> str:
    return _WORD.sub(lambda match: _mended(match[0], vocabularies), text)


@lru_cache(maxsize=20_000)
def _mended(word: str, vocabularies: tuple[frozenset[str], ...]) -> str:
    if len(word) < _SHORTEST or any(word in v for v in vocabularies) or "'" in word or known(word):
        return word
    if "z" in word and known(british := word.replace("z", "s")):
        return british
    return _nearest(word, vocabularies) or _nearest(word, (_everyday(),)) or word


def _nearest(word: str, vocabularies: tuple[frozenset[str], ...]) -> str:
    """The word most like a word by letters, a same sound counting for more; empty where none is near."""
    sound, more = _sound(word), max(2, len(word) // 4)
    keys = [f"sounds {sound}", *(f"{word[0]}{length}" for length in range(len(word) - more, len(word) + more + 1))]
    every = [target for of in map(_targets, vocabularies) for key in keys for target in of.get(key, ())]
    scored = process.extract(word, every, scorer=OSA.normalized_similarity, score_cutoff=_FAR, limit=None)
    near = [(_likeness(score, t, sound), -abs(len(t) - len(word)), frequency(t), t) for t, score, _ in scored]
    likeness, _, _, best = max(near, default=(0.0, 0, 0, ""))
    return best if likeness >= _ALIKE else ""


@lru_cache(maxsize=50_000)
def _sound(word: str) -> str:
    return str(jellyfish.metaphone(word.replace("sch", "sk")))  # it takes "school" for "shool"


def _likeness(score: float, target: str, sound: str) -> float:
    return score + _SOUND_BONUS if score >= _ALIKE_SOUNDING and _sound(target) == sound else score


@lru_cache(maxsize=16)
def _targets(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Words by their first letter and their length ("h4"), and by their sound under "sounds ..."."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in _plain(words):
        found[f"{word[0]}{len(word)}"].append(word)
        found[f"sounds {_sound(word)}"].append(word)
    return {key: tuple(sorted(group)) for key, group in found.items()}


def _plain(words: Iterable[str]) -> list[str]:
    return [word for word in words if len(word) > 2 and word.isalpha() and word.isascii()]


@cache
def _everyday() -> frozenset[str]:
    return frozenset(word for word, times in _frequencies().items() if times >= _VERY_COMMON)
