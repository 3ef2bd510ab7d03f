"""Adds to what the council said it does about a recommendation what was posted on it since."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answers import standings
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Reply
from knowledge.questions import answer as a
from knowledge.questions.searching.index import Index

SINCE = "Since then: {told}"
# More would bury the answer.
_TOLD = 3


def added(reply: Reply, answer: a.Answer, moment: Moment, index: Index) -> Reply:
    """The reply with the latest updates on what "what are we doing about ..." asks of; the same for any other."""
    if not (isinstance(answer, a.Facts) and answer.doing):
        return reply
    zone = moment.knowledge.timezone
    found = [s for ref in answer.refs[:_TOLD] if (s := moment.standing(index, ref)).latest]
    if not found:
        return reply
    told = SINCE.format(told=" ".join(standings.summed_up(s, zone) for s in found))
    source = standings.source(*(s.report for s in found), timezone=zone)
    return replace(reply, text="\n\n".join(filter(None, (reply.text, told, source))))
