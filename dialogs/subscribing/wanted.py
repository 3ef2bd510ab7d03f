"""What an order for a summary says besides how often, when and what about: nothing of it may go unheard."""

from __future__ import annotations

import re

from dialogs.subscribing.scopes import without_scope

# Words by which a summary is ordered and addressed, and those that only join others.
_ORDERING = frozenset(
    """
    arrange automatic automatically can come comes could daily deliver digest email forward fortnightly get give have i
    i'd id like mail monthly need now okay ok overview please pls post progress receive regular regularly report
    round-up roundup schedule send sent set share should sign status subscribe summaries summarise summary thank thanks
    want weekly will would bot hello hey hi just kindly let so then too also again new
    channel chat conversation group here me meeting my our team them this time us we you your all everything
    a about an and as at do for from in it o'clock of on out round that the to up uk gmt bst local london sharp
    """.split()
)
# What "weekly" and "monthly" say by themselves.
_BARE = re.compile(r"\b(?:(?:every|each) (?:week|month)|once a (?:week|month)|weekly|monthly)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;.!?()\"“”]+")
# That something is to come again and again, or at another time than now.
_REPEATS = re.compile(
    r"\b(?:every|each|once|twice|regularly|repeat\w*|tomorrow|tonight|next|later|"
    r"on the \d{1,2}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def unheard(rest: str) -> str:
    """The words that are left of an order without its schedule and what it is about; empty where all were heard."""
    words = _WORD.findall(without_scope(_BARE.sub("", rest)))
    return " ".join(word for word in words if word.lower().replace("’", "'") not in _ORDERING)


def repeats(said: str) -> bool:
    """Whether something is to come again and again, or later, though nobody can tell when."""
    return bool(_REPEATS.search(_BARE.sub("", said)))
