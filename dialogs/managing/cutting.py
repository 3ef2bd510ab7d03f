"""Takes a name or a phrase out of every text that is kept, wherever it stands; the rest of each text stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.managing.mandate import first_match, only, told_by
from dialogs.managing.redactable import places, seen
from dialogs.managing.redacting import ALREADY, FOR_GOOD, STAYS
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, propose, stale
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import POLITE
from dialogs.words.wordings import wording
from knowledge.progress.acts.redaction import Worded, cut, holding
from knowledge.progress.model import Role

_REDACT = rf"{POLITE}redact\b"
# What is kept has one of these words first, where a passage is named by itself.
_KEPT = (
    r"(?:the|an?|its|last|latest|newest|updates?|reports?|reasons?|targets?|extensions?|requests?|deadlines?|assign\w*|"
    r"answers?|questions?|glossary|it|that|this|those|them|these|all|everything|my|our|on|for|of|from|why|what|rec\w*|"
    r"number|no|decision|refusal|words|text|narrative|next|evidence)"
)
_SOME = r"(?P<passage>.{1,300}?)"
_Q = r"[\"“”'‘’«»]"
_EVERYWHERE = r"(?:\s*,?\s*(?:everywhere|wherever\s+(?:it|that|they)\s+(?:is|are|stands?)|in\s+(?:every|all)\b.*))?"
# A passage, by its marks, by a word that says what it is, or by what can't be the name of anything that is kept.
_PASSAGES = (
    wording(
        "redact",
        rf"{_REDACT}\s+(?:(?!glossary|question|answer)[a-z’'-]+\s+){{0,4}}?{_Q}(?P<passage>.{{1,2000}}){_Q}{_EVERYWHERE}",
    ),
    wording(
        "redact",
        rf"{_REDACT}\s+(?:(?:the|any|all|every|each|child|child's|child’s|full|first)\s+)*"
        r"(?:names?|surnames?|words?|phrase|passage|sentence|postcode|address|(?:phone|case|nhs)?\s*number|date\s+of\s+birth|dob|"
        r"e-?mail(?:\s+address)?|mentions?\s+of|references?\s+to)\s+(?!(?:of|in|on|for|from)\b)"
        rf"{_SOME}{_EVERYWHERE}",
    ),
    wording("redact", rf"{_REDACT}\s+{_SOME}\s*,?\s+(?:everywhere|wherever\s+(?:it|that)\s+(?:is|stands))"),
    wording("redact", rf"{_REDACT}\s+(?P<passage>[^\d]{{1,300}}?)['’]s?\s+(?:full\s+|first\s+|last\s+)?(?:sur)?name"),
    wording("redact", rf"{_REDACT}\s+(?P<passage>\+?\d[\d ()/.-]{{4,40}}\d)"),
    wording("redact", rf"{_REDACT}\s+(?P<passage>(?!{_KEPT}(?:\s|$))[^\d]{{3,300}})"),
)

WOULD_CUT = (
    "You would redact “{passage}” in {places}. It would be gone for good, there, in the audit trail and in what "
    f"conversations remember; the rest of each text stays. {STAYS}"
)
NOT_FOUND = (
    "I don’t find “{passage}” in anything that officers and managers have written, so nothing has been changed. I look "
    "for the words as they were typed, capitals aside."
)
TOO_SHORT = "That is too short to look for: give me a name or a phrase. Nothing has been changed."
CUT = "Done. It is gone from {places}; that something was redacted there, and by you, stays on record."
_SHORTEST = 3  # letters


@told_by(*_PASSAGES)
def take(moment: Moment) -> Turn | None:
    """ "Redact the name Jo Smith", "redact “the family in Eccles”"; None for any other message."""
    match = first_match(_PASSAGES, moment)
    if match is None:
        return None
    return only(Role.MANAGER, moment) or _passage(" ".join(match["passage"].strip(" ,.;:\"“”'‘’«»").split()), moment)


def _passage(passage: str, moment: Moment) -> Turn:
    if sum(map(str.isalnum, passage)) < _SHORTEST:
        return moment.turn(TOO_SHORT)
    found = holding(passage, moment.records)
    if not found:
        return moment.turn(NOT_FOUND.format(passage=phrases.escaped(passage)))
    return _proposed(passage, found, moment)


def _proposed(passage: str, found: Sequence[Worded], moment: Moment) -> Turn:
    told = WOULD_CUT.format(passage=phrases.escaped(passage), places=places(found))
    return propose(moment, told, "redact passage", ask=FOR_GOOD, passage=passage, seen=seen(found))


def _cut(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    found = holding(what["passage"], moment.records)
    if not found:
        return moment.turn(ALREADY)
    if seen(found) != what.get("seen"):
        return stale(_proposed(what["passage"], found, moment))
    changes = cut(what["passage"], moment.records, moment.occasion)
    return moment.turn(CUT.format(places=places(found)), changes=changes, erases=True)


DOERS: dict[str, Doer] = {"redact passage": _cut}
