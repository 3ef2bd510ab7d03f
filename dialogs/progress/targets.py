"""The council's own dates, with every earlier one."""

from __future__ import annotations

import re

from dialogs.answers import standings
from dialogs.answers.own_targets import THE_DOCUMENT
from dialogs.ask import worded
from dialogs.managing.extending import told_open
from dialogs.progress.asked import named
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.model import Field
from knowledge.progress.standings.standing import Standing
from knowledge.questions.answer import Facts
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.searching.index import Index

_TARGET = re.compile(r"\btargets?\b")
SET_BY = "{ref}: the target is {day}, set by {who} on {on}."
REFUSED = "{who} refused an extension to {day} on {on}{remark}"
NONE = "{ref}: no target of the council’s own is set."


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """The council's own date; where none is set, that and what the document gives, or its dates alone."""
    if not moment.asks("target of") or not (about := named(moment, reading)):
        return None
    stood = [moment.standing(index, ref) for ref in about]
    none = not any(s.target for s in stood)
    if none and not _says_target(reading, index):
        return None
    text = "\n\n".join(part for s in stood for part in _told(s, moment))
    if none:
        dates = worded(Facts(about, (Field.TIMESCALE,)), index)
        return moment.turn(f"{text}\n\n{THE_DOCUMENT} {dates}", draft=moment.memory.draft, refs=about)
    return moment.turn(text, draft=moment.memory.draft, refs=about)


def _says_target(reading: Reading, index: Index) -> bool:
    """Whether it asks for a target in so many words, by which the document doesn't mean its own dates."""
    own = "target" in index.programme.labels.get(Field.TIMESCALE, "").casefold()
    return not own and bool(_TARGET.search(reading.text))


def _told(standing: Standing, moment: Moment) -> list[str]:
    """The target with who set it, when and why; then the earlier ones."""
    shown, target = phrases.recommendations((standing.ref,)), standing.target
    earlier = standings.earlier_targets(moment.records.targets(standing.programme, standing.ref)[:-1])
    before = ["Earlier targets:", "\n".join(earlier)] if earlier else []
    if target is None or target.day is None:
        return [NONE.format(ref=shown), *before]
    on = standings.day_of(target.at, moment.knowledge.timezone)
    told = SET_BY.format(ref=shown, day=standings.day(target.day), who=phrases.by(target.by_name), on=on)
    reason = f"Reason: {standings.sentence(target.reason)}" if target.reason else ""
    return [" ".join(filter(None, (told, reason, told_open(standing, moment), _refused(standing, moment)))), *before]


def _refused(standing: Standing, moment: Moment) -> str:
    """The extension that was refused last, where nothing has been asked for or set since."""
    (*_, last) = (None, *moment.records.extensions(standing.programme, standing.ref))
    if last is None or last.granted is not False or last.decided is None:
        return ""
    if standing.target and standing.target.at > last.decided:
        return ""
    on = standings.day_of(last.decided, moment.knowledge.timezone)
    remark = f": {standings.sentence(last.remark)}" if last.remark else "."
    return REFUSED.format(who=phrases.escaped(last.decided_by_name), day=standings.day(last.day), on=on, remark=remark)
