"""Tells which dates of a timescale still hold, where old ones stand beside new: "Was March 2026, now June 2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.documents.dates import Phrase, phrases

_MOVED = (
    r"(?:revised|re-?scheduled|re-?profiled|extended|moved|changed|slipped|slipping|deferred|postponed|delayed|amended"
    r"|updated|(?:put|pushed|moved) back|brought forward|pushed out)"
)
_DUE = r"(?:(?:due|planned|set|scheduled|expected|intended|agreed|proposed|target|date|deadline|for|to be|it)\b[ :]*)*"
# "Slipped from June 2025 to June 2026", which might be a span of time.
_FROM_TO = re.compile(rf"\b{_MOVED},? from (?P<old>[^.;()]{{3,40}}?) (?:to|until|till) ", re.IGNORECASE)
# "Was March 2026", at the beginning or set apart; only where another date is left.
_OLD = re.compile(
    r"(?:(?:^|[(,;.–—-])\s*(?:was|were|not|instead of|rather than|replaces|replacing)"
    rf"|\b(?:originally|initially|previously|formerly|first|(?:original|initial|previous|old) {_DUE}))[ :]*{_DUE}$",
    re.IGNORECASE,
)
# "March 2026, now", "March 2026 (revised to", before another date.
_THEN = re.compile(
    r"(?: ?[(,;.–—-])*\s*(?:(?:but|this|it|has|have|was|is|been|since|now|then|later) )*"
    rf"(?:now(?: is)?|{_MOVED}(?: again)?(?: date| target| deadline)?:?(?: to| until| till| as)?|→|->)"
    rf"[ :]*{_DUE}(?:to |in )?",
    re.IGNORECASE,
)
_APPLIES_NOT = re.compile(
    r"(?: deadline| date| target)? (?:(?:does|do|did|will) not apply|(?:doesn|don|didn|won)[’']t apply"
    r"|no longer applies|(?:is|was|has been|been)? ?withdrawn)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    rf"{_MOVED}|\bwas\b|\bnow\b|\bnot\b|n[’']t apply|\bno longer\b|withdrawn|instead|original|initial"
    r"|previous|former|rather than|replac|→|->",
    re.IGNORECASE,
)
_NEAR = 60  # characters to look at before a date


def standing(text: str) -> tuple[Phrase, ...]:
    """The dates of a text in their order, but for those that it says another has taken the place of, or never hold."""
    if not _HINT.search(text):
        return phrases(text)
    found = phrases(_without_moved(text))
    left = [one for at, one in enumerate(found) if not _is_gone(text, found, at)]
    newest = [one for one in left if not _is_old(text, one)]
    return tuple(newest or left)


def _without_moved(text: str) -> str:
    """The text with blanks for what something was moved from."""
    for moved in _FROM_TO.finditer(text):
        old, end = moved.span("old")
        text = text[:old] + " " * (end - old) + text[end:]
    return text


def _is_gone(text: str, found: Sequence[Phrase], at: int) -> bool:
    """Whether a date doesn't apply, or the next one stands in its place."""
    one = found[at]
    if _APPLIES_NOT.match(text, one.end):
        return True
    then = _THEN.match(text, one.end) if at + 1 < len(found) else None
    return then is not None and then.end() >= found[at + 1].start


def _is_old(text: str, one: Phrase) -> bool:
    return bool(_OLD.search(text[max(0, one.start - _NEAR) : one.start]))
