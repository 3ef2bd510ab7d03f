"""The council's own dates, with every earlier one."""

from __future__ import annotations

from dialogs import phrases
from dialogs.answers import standings
from dialogs.moment import Moment
from dialogs.progress.asked import named
from dialogs.progress.latest import asked_for
from dialogs.turn import Turn
from knowledge.progress.standing import Standing
from knowledge.questions.index import Index
from knowledge.questions.reading import Reading

SET_BY = "{ref}: the target is {day}, set by {who} on {on}."
NONE = "{ref}: no target of the council’s own is set."


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """The council's own date; where none is set, the document's dates are left to answer."""
    if not moment.asks("target of") or not (about := named(moment, reading)):
        return None
    stood = [moment.standing(index, ref) for ref in about]
    if not any(s.target for s in stood):
        return None
    text = "\n\n".join(part for s in stood for part in _told(s, moment))
    return moment.turn(text, draft=moment.memory.draft, refs=about)


def _told(standing: Standing, moment: Moment) -> list[str]:
    """The target with who set it, when and why; then the earlier ones."""
    shown, target = phrases.recommendations((standing.ref,)), standing.target
    earlier = standings.earlier_targets(moment.records.targets(standing.programme, standing.ref)[:-1])
    before = ["Earlier targets:", "\n".join(earlier)] if earlier else []
    if target is None or target.day is None:
        return [NONE.format(ref=shown), *before]
    on = standings.day_of(target.at, moment.knowledge.timezone)
    told = SET_BY.format(ref=shown, day=standings.day(target.day), who=phrases.escaped(target.by_name), on=on)
    reason = f"Reason: {standings.sentence(target.reason)}" if target.reason else ""
    return [" ".join(filter(None, (told, reason, asked_for(standing, moment)))), *before]
