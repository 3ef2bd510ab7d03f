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

_WORD = re.compile(r"[\w']+")
# A courtesy is short.
_LONGEST = 14
# "Lovely, thank you, that's me done for today": what somebody who takes leave says of themselves, and nothing more.
_DONE = re.compile(
    r"^(?:that is (?:me|us|all|it|everything|great|perfect|lovely|brilliant|really|very|just|what|the|a|so)|"
    r"that (?:is been|was|has been)|that will (?:do|be all|be it)|"
    r"that (?:helps|helped|answers|does it)|i am (?:done|off|all|sorted|finished|going)|"
    r"i have (?:got|all|everything|what)|i will (?:let|leave|be off|go|get back|be back|see|come back)|"
    r"we are (?:done|off|all|sorted)|you have (?:been|saved|made)|you are (?:a|an|the|(?:very|so) (?:kind|helpful))|"
    r"see you|have a|enjoy|speak|talk to you|until|back to|off (?:to|home)|time (?:for|to)|much appreciated|bye|"
    r"goodbye)\b"
)
_ASKS = re.compile(
    r"[?\d]|\b(?:who|what|when|where|which|why|how|but|also|can|could|would|please|recs?|recommendations?|save|update|"
    r"not|wrong|never|mistake)\b"
)


def reply_to(text: str, example_ref: str) -> str:
    """What to say to a message that only greets, thanks, takes leave or cancels; empty for any other."""
    return _reply(text).format(ref=example_ref)


@lru_cache(256)
def _reply(text: str) -> str:
    """As `reply_to`, with a gap where HELLO names a recommendation."""
    said = expand(plain(text))
    if forms.says("cancel", said):
        return CANCELLED
    words = set(_WORD.findall(said))
    if words.isdisjoint(_telling()):
        return ""  # as nearly all that is said
    if thanked := _thanked(said):
        return thanked
    if len(said.split()) > _LONGEST or not words <= _courteous():
        return ""
    for kind, answer in (("thanks", THANKS), ("farewells", BYE), ("greetings", HELLO)):
        if words & forms.words(kind):
            return answer
    return THANKS if words & forms.words("praise") else ""


def _thanked(said: str) -> str:
    """What to say to thanks with small talk, which ask nothing; empty for any other message."""
    first, *rest = [clause.strip() for clause in re.split(r"[,.!;]|\s-+\s", said) if clause.strip()] or [""]
    thanks = set(_WORD.findall(first)) <= _courteous()
    if not rest or not thanks or _ASKS.search(said):
        return ""
    polite = [clause for clause in rest if set(_WORD.findall(clause)) <= _courteous()]
    others = [clause for clause in rest if clause not in polite]
    words = set(_WORD.findall(" ".join([first, *polite])))
    if not others or not _DONE.match(others[0]) or not words & (forms.words("thanks") | forms.words("praise")):
        return ""
    return BYE if words & forms.words("farewells") else THANKS


@cache
def _courteous() -> frozenset[str]:
    return forms.words("fillers") | _telling()


@cache
def _telling() -> frozenset[str]:
    """The words of which whatever is answered here has one, unless it cancels."""
    return frozenset[str]().union(*map(forms.words, ("greetings", "thanks", "farewells", "praise")))
