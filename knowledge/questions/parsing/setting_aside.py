"""Takes out of a message what somebody says that they don't mean: "I'm not after the one on students, I want ..."."""

from __future__ import annotations

import re

_WANTED = (
    r"after|interested in|looking for|asking (?:about|for|after)|on about|bothered (?:about|with)|talking about|"
    r"thinking of|fussed about|want(?:ing)?|mean(?:ing)?|need(?:ing)?|chasing"
)
# Up to the next mark, or to what is meant instead.
_UP_TO = r"[^.,;?!]{2,120}?(?:[.,;!]|(?= - )|\bbut\b|$)"
_NOT_MEANT = re.compile(
    rf"\b(?:i|we)(?:'m| am|'re| are| do|) ?(?:not|n't|dont|don't) (?:really |just |actually )?(?:{_WANTED}) {_UP_TO}|"
    rf"\bnot (?:(?:{_WANTED}) )?(?:the|that) (?:one|recommendation|rec|un) "
    rf"(?:on|about|for|that|which|where|with|dealing|to do with)\b {_UP_TO}",
    re.IGNORECASE,
)
# Without any of these nothing is looked for.
_NOTS = ("not", "Not", "n't", "dont")
# So few words are no question of their own.
_FEWEST = 3


def without_what_is_not_meant(said: str) -> str:
    """Plain text without it; as it is where too little else would be left."""
    if not any(word in said for word in _NOTS) or not _NOT_MEANT.search(said):
        return said
    kept = " ".join(_NOT_MEANT.sub(" ", said).split()).strip(" ,;-")
    return kept if len(kept.split()) >= _FEWEST else said
