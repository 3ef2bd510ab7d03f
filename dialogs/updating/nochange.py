"""Notes that nothing has changed, which counts as contact; at once, since there are no words to get wrong."""

from __future__ import annotations

import re
from datetime import timedelta

from dialogs.answers import standings
from dialogs.answers.facts import no_such
from dialogs.turns.moment import Moment
from dialogs.turns.rights import UNKNOWN, denied_update
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import Deed
from knowledge.model import Field
from knowledge.progress.acts.acts import unchanged
from knowledge.progress.acts.changes import Change
from knowledge.progress.model import Kind, Status
from knowledge.progress.standings.standing import Standing
from knowledge.questions.index import Index
from knowledge.questions.numbers import by_name

NOTED = (
    "Saved: no change on Recommendation {ref}. It is still {status}.{run} Say “undo {ref}” within 10 minutes to take "
    "it back."
)
RUN = " That is {times} times in a row with no change."
NEVER = (
    "Nothing has been reported on Recommendation {ref} yet, so there is nothing to leave unchanged. "
    "Please post a first update: “update {ref}”."
)
COMPLETE = "Recommendation {ref} is complete and signed off, so it needs no more updates. Nothing has been saved."
TWICE = "You told me that a moment ago: no change on Recommendation {ref} is saved already."
WHICH = "On which recommendation is there no change? Say, for example, “no change on {example}”."
# The same word again so soon is one message delivered twice, or a button pressed twice.
_AGAIN = timedelta(minutes=10)
_SAME = re.compile(r"(?:and |ok |now )*(?:the )?same (?:for|with|on|about|thing)\b")


def take(moment: Moment) -> Turn | None:
    """ "No change on 10", "no change on 3 and 4"; None for any other message."""
    order = moment.order
    if moment.index is None or order is None or order.deed is not Deed.NO_CHANGE or _asks_the_same(moment):
        return None
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    refs = order.refs or (moment.memory.refs if len(moment.memory.refs) == 1 else ())
    if not refs:
        return moment.turn(WHICH.format(example=moment.index.refs[0]))
    return _noted(refs, moment.index, moment)


def _asks_the_same(moment: Moment) -> bool:
    """ "Same for 12" after a question on the document asks that of 12, and reports nothing."""
    return bool({*moment.memory.fields} & {*Field}) and _SAME.match(moment.said) is not None


def _noted(refs: tuple[str, ...], index: Index, moment: Moment) -> Turn:
    known, said, changes, done = by_name(index.by_ref), list[str](), list[Change](), list[str]()
    for typed in dict.fromkeys(refs):
        ref = known.get(typed.casefold())
        if ref is None:
            said.append(no_such((typed,), index))
            continue
        standing = moment.standing(index, ref)
        if reason := _reason_not(standing, moment):
            said.append(reason)
            continue
        changes += unchanged(standing, moment.occasion)
        said.append(_told(standing))
        done.append(ref)
    return moment.turn("\n\n".join(said), changes=tuple(changes), draft=moment.memory.draft, refs=tuple(done))


def _reason_not(standing: Standing, moment: Moment) -> str:
    """Why it can't be noted; empty where it can."""
    ref = phrases.escaped(standing.ref)
    if not moment.actor.may_update(standing):
        return denied_update(standing, moment)
    if standing.latest is None:
        return NEVER.format(ref=ref)
    if standing.status is Status.COMPLETE:
        return COMPLETE.format(ref=ref)
    latest = standing.latest
    mine = latest.kind is Kind.NO_CHANGE and latest.by == moment.actor.key
    return TWICE.format(ref=ref) if mine and moment.message.at - latest.at < _AGAIN else ""


def _told(standing: Standing) -> str:
    times = standing.unchanged + 1
    run = RUN.format(times=times) if times > 1 else ""
    return NOTED.format(ref=phrases.escaped(standing.ref), status=standings.status(standing.status), run=run)
