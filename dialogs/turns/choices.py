"""Takes the answer to a question back: "10", "recommendation 10", a pressed choice, "the second one"."""

from __future__ import annotations

import re

from dialogs.turns.turn import Memory

_NUMBER = re.compile(r"(?:(?:the|i|mean|meant)\s+)*(?:recommendation|rec|number|no|#)?\W*(?P<ref>[a-z]?\d+(?:\.\d+)*)")
_PLACE = re.compile(r"(?:the\s+)?(?P<place>first|second|third|fourth|last)(?:\s+(?:one|recommendation))?")
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def asked_on(text: str, memory: Memory) -> str:
    """A message that only chooses, put as going on with what was asked ("and 10"); any other as it is."""
    if not memory.pending.get("choosing"):
        return text
    said = text.lower().strip(" .,!?:;")
    if picked := _NUMBER.fullmatch(said):
        return f"and {picked['ref'].upper()}"
    if (placed := _PLACE.fullmatch(said)) and memory.refs:
        at = _PLACES[placed["place"]]
        return f"and {memory.refs[at]}" if at < len(memory.refs) else text
    return text
