"""Whom "her", "him" and "his" mean in an order: whoever the speaker's last turn was about."""

from __future__ import annotations

import re

from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn, noting

# "Her" in "give it to her", "she" in "she takes it over".
PRONOUN = r"(?:her|him|them|she|he|they)"
_PRONOUN = re.compile(PRONOUN, re.IGNORECASE)
# "Make it the 28th": what is ordered is said of something spoken of.
_OF_IT = re.compile(
    r"\W*(?:(?:please|pls|just|can|could|you|actually|ok|okay|and|oh|sorry|no|yes|well|lets|let['’]s)\b[\s,]*)*"
    r"[a-z]+\s+(?:it|this|that|them|both)\b",
    re.IGNORECASE,
)
_JUST = "person"


def is_pronoun(words: str) -> bool:
    """Whether some words are only "her" or the like."""
    return _PRONOUN.fullmatch(words.strip()) is not None


def points_back(text: str) -> bool:
    """Whether an order is said of "it", which in an open form or question is what that is about."""
    return _OF_IT.match(text) is not None


def pronounced(turn: Turn, name: str, moment: Moment) -> Turn:
    """The turn, after which the speaker's "her" and "his" mean somebody."""
    return noting(turn, **{_JUST: {"name": name, "by": moment.actor.key}}) if name else turn


def just_named(moment: Moment) -> str:
    """Whom the turn before was about, where it was this speaker's and about one person; else empty."""
    just = moment.memory.pending.get(_JUST, {})
    return str(just["name"]) if just and just.get("by") == moment.actor.key else ""


def spoken_person(moment: Moment) -> str:
    """Whom the turn before was about, else the lead spoken of, else who alone leads what was; empty for nobody."""
    index = moment.index
    if (just := just_named(moment)) or index is None:
        return just
    refs = [ref for ref in moment.spoken_of if ref in index.by_ref]
    leads = {lead for ref in refs for lead in moment.standing(index, ref).leads}
    if moment.memory.person in leads:
        return moment.memory.person
    return next(iter(leads)) if len(leads) == 1 else ""
