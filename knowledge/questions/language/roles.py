"""Finds who is meant by a role: "the head of safeguarding"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge.questions.language.words import is_stopword, stem

TITLES = frozenset({"head", "director", "manager", "officer", "chief"})
_RANKS = frozenset({"head", "director", "manag", "offic", "chief", "servic", "assist", "lead", "team"})
# Whoever is called so is the head of something.
BOSSES = frozenset({"boss", "gaffer", "bigwig"})
_WORD, _BRACKETED = re.compile(r"[a-z][a-z-]*"), re.compile(r"\([^()]*\)")
# A role is no longer than this (words).
_LONGEST = 8


def holders(words: Sequence[str], roles: Mapping[str, Sequence[str]]) -> tuple[list[str], tuple[int, int]]:
    """Whose role has every word of a phrase such as "head of safeguarding", and the phrase's first and last word.

    The phrase with the most words counts.
    """
    words = [_title(words, at) for at in range(len(words))]
    most, best, place = 1, list[str](), (0, 0)
    for start, end in _phrases(words, roles) if not TITLES.isdisjoint(words) else ():
        meant = _stems(" ".join(words[start:end]))
        found = _holding(meant, roles) if len(meant) > most else []
        if found:
            most, best, place = len(meant), found, (start, end - 1)
    return (best, place) if best else _by_whole_role(words, roles)


def untitled(roles: Mapping[str, Sequence[str]]) -> Mapping[tuple[str, ...], list[str]]:
    """The words of each role of two or more that has no title ("Principal Social Worker"), with whose it is."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, role in ((name, role) for name, held in roles.items() for role in held):
        words = _words(role)
        if len(words) > 1 and TITLES.isdisjoint(words):
            found.setdefault(words, []).append(name)
    return found


@lru_cache(maxsize=1_000)
def _words(role: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_BRACKETED.sub("", role.lower())))


def _by_whole_role(words: Sequence[str], roles: Mapping[str, Sequence[str]]) -> tuple[list[str], tuple[int, int]]:
    """Whose role a text has in full, though nothing in it is a title."""
    for role, names in untitled(roles).items():
        for start in range(len(words) - len(role) + 1):
            if tuple(words[start : start + len(role)]) == role:
                return names, (start, start + len(role) - 1)
    return [], (0, 0)


def _title(words: Sequence[str], at: int) -> str:
    """A word, or "head" for the boss of something."""
    follows = words[at + 1] if at + 1 < len(words) else ""
    return "head" if words[at] in BOSSES and follows in {"of", "for"} else words[at]


def _phrases(words: Sequence[str], roles: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Where each run of two or more words begins and ends that has a title, and nothing that no role has."""
    known = frozenset[str]().union(*(_stems(role) for held in roles.values() for role in held))
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            if not _stems(words[end - 1]) <= known:
                break
            if end > start + 1 and not TITLES.isdisjoint(words[start:end]):
                yield start, end


def _holding(meant: frozenset[str], roles: Mapping[str, Iterable[str]]) -> list[str]:
    return [name for name, held in roles.items() if any(_means(meant, role) for role in held)]


def _means(meant: frozenset[str], role: str) -> bool:
    """Whether words mean a role: its rank alone, or enough of what tells it from others of its rank.

    That is at least half of the whole, or more than half of what stands on one side of an "and" or "/".
    """
    if not meant <= _stems(role):
        return False
    sides = [_stems(side) - _RANKS for side in re.split(r"[/,&]|\band\b", role.lower())]
    enough = 2 * len(meant & _stems(role) - _RANKS) >= len(_stems(role) - _RANKS)
    return not meant - _RANKS or enough or any(2 * len(meant & side) > len(side) for side in sides)


@lru_cache(maxsize=1_000)
def _stems(role: str) -> frozenset[str]:
    """The words of a role that tell anything; "in need" does here."""
    return frozenset(stem(w) for w in re.findall(r"[a-z]+", role.lower()) if w == "need" or not is_stopword(w))
