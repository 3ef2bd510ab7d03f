"""Looks for words that stand just before a place, and no farther back: else a text of many places takes for ever."""

from __future__ import annotations

import re

# Longer than any words that are looked for so (characters).
_BACK = 100


def just_before(pattern: re.Pattern[str], text: str, place: int, back: int = _BACK) -> re.Match[str] | None:
    """Where the pattern, which ends in "$", stands right before a place."""
    return pattern.search(text, max(0, place - back), place)
