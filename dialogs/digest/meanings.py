"""What the statuses and their colours mean, which no document says."""

from __future__ import annotations

import re

from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from knowledge.progress.model import Status
from knowledge.progress.standings.brag import KEY, coloured

MEANS = "{status} means: {meaning}."
_CALLED = {
    Status.OFF_TRACK: r"red|off[\s-]track",
    Status.AT_RISK: r"amber|orange|yellow|at[\s-]risk",
    Status.ON_TRACK: r"green|on[\s-]track",
    Status.NOT_STARTED: r"gr[ea]y|not[\s-]started",
    Status.AWAITING_SIGN_OFF: r"(?:complete,?\s+)?awaiting sign[\s-]?off|blue outlined?",
    Status.COMPLETE: r"blue|completed?|done",
}
_ALL = r"(?:(?:the|your|our|all|these|those)\s+)*(?:b?rag\s+)?(?:colou?rs?|status(?:es)?|ratings?|codes?)(?:\s+codes?)?"
_WHAT = re.compile(
    r"(?:and\s+)?(?:what(?:'s| is| are| does| do)?|explain|define)\s+(?:meant by\s+|the meaning of\s+)?(?:an?\s+)?"
    rf"(?P<what>{_ALL}|{'|'.join(_CALLED.values())})(?:\s+(?:status|rating|rated|colou?r))?"
    r"(?P<mean>\s+(?:means?|stands? for))?"
)


def answer(moment: Moment, *_: object) -> Turn | None:
    """ "What does amber mean?", "what do the colours mean?"; None for any other message."""
    said = moment.said.replace('"', "").replace("“", "").replace("”", "")
    found = _WHAT.fullmatch(said)
    if found is None or not (found["mean"] or re.match(r"explain|define|what is meant", said)):
        return None
    one = next((status for status, names in _CALLED.items() if re.fullmatch(names, found["what"])), None)
    wanted = [one] if one else [status for status in _CALLED if status in KEY]
    lines = [MEANS.format(status=_capital(coloured(status)), meaning=KEY[status].means) for status in wanted]
    text = lines[0] if one else "\n".join(f"- {line}" for line in lines)
    return moment.turn(text, draft=moment.memory.draft)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
