"""Tells a yes from a question ("sure?"), and one that nothing asked for from praise and from a wish for more."""

from __future__ import annotations

import re

from dialogs.turns.moment import Moment
from dialogs.words.smalltalk import reply_to

_QUESTION_MARK = re.compile(r"[?？⁇⁈⁉❓❔]")


def asks_whether(moment: Moment) -> bool:
    """Whether the words of a yes are put as a question: "sure?", "go ahead?", "yes 10?"."""
    agrees = moment.says("yes") or moment.says("agrees")
    return agrees and _QUESTION_MARK.search(moment.message.text) is not None


def goes_ahead(moment: Moment) -> bool:
    """Whether "yes", "go ahead", "do it" and the like are said, and nothing else."""
    if moment.says("agrees"):
        return True
    return moment.says("yes") and not (moment.says("but") or moment.says("more") or reply_to(moment.message.text, ""))
