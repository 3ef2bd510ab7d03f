"""Tells a yes that nothing asked for from praise ("great"), and from a wish for more ("go on")."""

from __future__ import annotations

from dialogs.turns.moment import Moment
from dialogs.words.smalltalk import reply_to


def goes_ahead(moment: Moment) -> bool:
    """Whether "yes", "go ahead", "do it" and the like are said, and nothing else."""
    if moment.says("agrees"):
        return True
    return moment.says("yes") and not (moment.says("but") or moment.says("more") or reply_to(moment.message.text, ""))
