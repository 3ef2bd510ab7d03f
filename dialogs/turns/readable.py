"""Whether a text that is to be kept can be read by others."""

from __future__ import annotations

import unicodedata

# Characters that a text about one recommendation may have: an update's, a reason's, an answer's.
LONGEST_TEXT = 2_000
TOO_LONG = (
    "That is {length:,} characters, and {what} holds up to {longest:,}. Please shorten it; nothing has been saved."
)
UNREADABLE = (
    "There are characters in that which can’t be shown (control characters, perhaps from a copied document). "
    "Please type it again without them; nothing has been saved."
)
_TURNING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def garbled(text: str) -> bool:
    """Whether a text has characters that can't be shown, or that turn the direction of writing."""
    return any(map(_garbles, text))


def _garbles(character: str) -> bool:
    if character in "\n\t\r":
        return False
    return unicodedata.category(character) in {"Cc", "Cs", "Co"} or character in _TURNING
