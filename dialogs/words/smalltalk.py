"""Greets, thanks and says goodbye: messages that ask nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dialogs.words import forms
from knowledge.questions.language.words import expand, plain

HELLO = (
    "Hello! Ask me about the recommendations, for example “who leads recommendation {ref}?”. "
    "Say “help” to see what else I can answer."
)
THANKS = "You’re welcome. Ask whenever you need something else."
BYE = "Goodbye. I’m here whenever you need something."
CANCELLED = "All right. Nothing was under way, so nothing has changed."

# A courtesy is short.
_LONGEST = 14


@lru_cache(256)
def reply_to(text: str, example_ref: str) -> str:
    """What to say to a message that only greets, thanks, takes leave or cancels; empty for any other."""
    said = expand(plain(text))
    if forms.says("cancel", said):
        return CANCELLED
    words = set(re.findall(r"[\w']+", said))
    if not words or len(said.split()) > _LONGEST or not words <= _courteous():
        return ""
    for kind, answer in (("thanks", THANKS), ("farewells", BYE), ("greetings", HELLO.format(ref=example_ref))):
        if words & forms.words(kind):
            return answer
    return THANKS if words & forms.words("praise") else ""


@cache
def _courteous() -> frozenset[str]:
    return frozenset[str]().union(*map(forms.words, ("fillers", "greetings", "thanks", "farewells", "praise")))
