"""Compares people's names as they are typed: which are the same, and which one was probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

# How alike two whole names are ("Sue Meyers", "Sue Myers"), and one word and a part of a name ("Sandie").
_ALIKE, _ALIKE_PART = 0.7, 0.8


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """A name as it is compared: without accents and capitals, its apostrophes and spaces all of one kind."""
    straight = unicodedata.normalize("NFKD", name).replace("’", "'").replace("‘", "'")
    bare = "".join(c for c in straight if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def same(name: str, known: Iterable[str]) -> str:
    """The known name that this is, as it is known; empty where it is none of them."""
    return next((one for one in known if folded(one) == folded(name)), "")


def is_part(name: str, known: Iterable[str]) -> bool:
    """Whether a name is one of the known ones, or a part of one: a first name alone."""
    parts = frozenset(folded(name).split())
    return any(parts <= frozenset(folded(one).split()) for one in known)


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that may have been meant, the likeliest first."""
    scored = [(likeness, one) for one in dict.fromkeys(known) if (likeness := _likeness(name, one))]
    return tuple(one for _, one in sorted(scored, key=lambda pair: -pair[0]))


def _likeness(name: str, known: str) -> float:
    """How alike a typed name, or a first or last name alone, is to a known one; 0 where it is plainly another."""
    whole = OSA.normalized_similarity(folded(name), folded(known))
    if whole >= _ALIKE or " " in folded(name):
        return float(whole) if whole >= _ALIKE else 0.0
    part = max((OSA.normalized_similarity(folded(name), one) for one in folded(known).split()), default=0.0)
    return float(part) if part >= _ALIKE_PART else 0.0
