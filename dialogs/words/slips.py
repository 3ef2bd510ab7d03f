"""Hears orders with one typing slip in the word that tells them: "asign 4 to Sue Myers"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.questions.language import spelling

# Words that tell an order which is restated before anything is saved. "Undo", "no change" and "yes" do something at
# once, so they aren't guessed at.
TELLING = (
    "assign reassign unassign extend redact send sign set grant refuse approve summary weekly summarise export "
    "committee target deadline extension"
).split()
_WORD = re.compile(r"[A-Za-z]{3,}")
# An order's own words stand at its beginning; what follows is a name, a day or a reason.
_HEAD = re.compile(r"[^:;\d\n]{0,60}")


@lru_cache(256)
def mended(text: str) -> tuple[str, ...]:
    """The message with one word of its beginning as the order it may have meant; nothing for an everyday word."""
    return tuple(_mended(text))


def _mended(text: str) -> Iterator[str]:
    found = _HEAD.match(text)
    head = found[0] if found else ""
    if not any(map(_meant, _WORD.findall(head))):
        return  # as in nearly all that is said
    for word in _WORD.finditer(head):
        for meant in _meant(word[0]):
            yield text[: word.start()] + meant + text[word.end() :]


@lru_cache(10_000)  # words come again and again
def _meant(word: str) -> tuple[str, ...]:
    """The words that one may be a slip of."""
    said = word.lower()
    if said in TELLING or spelling.common(said):
        return ()
    return tuple(meant for meant in TELLING if OSA.distance(said, meant) == 1)
