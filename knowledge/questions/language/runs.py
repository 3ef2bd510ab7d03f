"""The runs of letters in a text, found once for everything that asks first whether a form's words are there at all."""

from __future__ import annotations

import re
from functools import lru_cache

_RUN = re.compile(r"[a-z]+|\d")


@lru_cache(maxsize=256)
def runs(text: str) -> frozenset[str]:
    """Each run of small letters in lower-case text, "who's" being two, and each figure."""
    return frozenset(_RUN.findall(text))
