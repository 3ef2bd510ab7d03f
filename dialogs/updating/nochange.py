"""Notes that nothing has changed, which counts as contact; at once, since there are no words to get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from dialogs import emergency
from dialogs.answers import standings
from dialogs.answers.facts import no_such
from dialogs.turns.moment import Moment, free
from dialogs.turns.proposing import STALE, Doer, propose
from dialogs.turns.rights import UNKNOWN, denied_update
from dialogs.turns.turn import Turn, beginning
from dialogs.updating.mine import own
from dialogs.updating.opening import begin
from dialogs.words import phrases
from dialogs.words.orders import Deed, Order
from knowledge.progress.acts.acts import unchanged
from knowledge.progress.acts.changes import Change
from knowledge.progress.model import Kind, Status
from knowledge.progress.reporting.report import reported
from knowledge.progress.standings.standing import Standing
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

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
WHICH = "On which recommendation is there no change?{yours} Say, for example, “no change on {example}”."
YOURS = " Yours are {refs}."
NONE_OF_YOURS = (
    "None of yours has an update that could stay unchanged, so nothing has been saved. Say “what do I have to update?” "
    "to see them."
)
ONE_AT_A_TIME = (
    "I can’t tell which recommendation each part of that is about, so nothing has been saved. Please say one at a "
    "time, such as “no change on {example}”, and then the update."
)
OFFER = "Shall I note that nothing has changed on {refs}?"
# What a complaint or a question may say as well, and what goes on with whatever was said before.
_DOUBTFUL = re.compile(r"\b(?:no|without)\s+(?:updates?|news|movement)\b", re.IGNORECASE)
_SAME = r"(?:no changes?|nothing (?:new|to report|has changed)|unchanged|the same|not changed)"
_MINE = (
    r"(?:all|any|each|every one|everything|both)\s+(?:of\s+)?(?:mine|ours|(?:my|our)\s+(?:ones|recs|recommendations))"
)
_ALL_MINE = re.compile(
    rf"(?:{_MINE}\W+(?:(?:is|are|have|has|still)\s+)*{_SAME}|{_SAME}\s+(?:on|for|to|with)\s+{_MINE})"
)
_SAME_FOR = re.compile(r"\W*(?:and\s+)?(?:the\s+)?same\s+(?:for|with|on)\b", re.IGNORECASE)
# The same word again so soon is one message delivered twice, or a button pressed twice.
_AGAIN = timedelta(minutes=10)
# More isn't posted in that time.
_LOOK_AT = 50


def take(moment: Moment) -> Turn | None:
    """ "No change on 10", "no change on 3 and 4"; None for any other message."""
    order = moment.order
    if moment.index and _ALL_MINE.fullmatch(moment.said) and moment.actor.key:
        return _on_all(moment.index, moment)
    if moment.index is None or order is None or order.deed is not Deed.NO_CHANGE:
        return None
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    if _SAME_FOR.match(moment.message.text) and not _just_noted(moment):
        return None
    if not order.refs:
        return _unnamed(moment.index, moment)
    if emergency.suggests_danger(order.items[0][1]):
        return None  # that a child is in danger is no progress
    if _tells_of_another(order, moment):
        return moment.turn(ONE_AT_A_TIME.format(example=phrases.escaped(order.refs[0])), draft=moment.memory.draft)
    if order.items[0][1]:
        return begin([(ref, _as_before(ref, words, moment)) for ref, words in order.items], moment.index, moment)
    if _DOUBTFUL.search(moment.message.text):
        return _offered(order.refs, moment.index, moment)
    return _noted(order.refs, moment.index, moment)


def _tells_of_another(order: Order, moment: Moment) -> bool:
    """Whether what is said behind them may be on one alone, or on another: "no change on 8, 10: amber – late"."""
    words = order.items[0][1]
    another = free(moment, words).order if words else None
    last = len(order.refs) > 1 and reported(words).status is not None
    return last or (another is not None and another.deed is Deed.UPDATE and not {*another.refs} <= {*order.refs})


def _as_before(typed: str, words: str, moment: Moment) -> str:
    """An update with the status that there is, where any was reported, and with what is said."""
    ref = by_name(moment.index.by_ref).get(typed.casefold()) if moment.index else None
    standing = moment.standing(moment.index, ref) if moment.index and ref else None
    status = f"{standing.status}; " if standing and standing.latest else ""
    return f"{status}narrative: {words}"


def _unnamed(index: Index, moment: Moment) -> Turn:
    """Which one is meant, where several may be; else it is asked first, since no number was given.

    What was spoken of last needn't be what is meant: a reminder may have named another since.
    """
    refs = [standing.ref for standing in own(index, moment)]
    spoken = moment.spoken_of if len(moment.spoken_of) == 1 else ()
    meant = spoken if len(refs) < 2 and spoken else tuple(refs)
    if len(meant) == 1:
        return _offered(meant, index, moment)
    yours = YOURS.format(refs=phrases.recommendations(refs)) if refs else ""
    example = phrases.escaped((*spoken, *refs, index.refs[0])[0])
    return moment.turn(WHICH.format(yours=yours, example=example), draft=moment.memory.draft)


def _on_all(index: Index, moment: Moment) -> Turn:
    """Ask first, since it is many at once."""
    refs = tuple(s.ref for s in own(index, moment) if not _reason_not(s, moment))
    return _offered(refs, index, moment) if refs else moment.turn(NONE_OF_YOURS, draft=moment.memory.draft)


def _offered(refs: tuple[str, ...], index: Index, moment: Moment) -> Turn:
    """Ask first, where any can be noted."""
    known = by_name(index.by_ref)
    possible = [ref for typed in refs if (ref := known.get(typed.casefold()))]
    if not any(not _reason_not(moment.standing(index, ref), moment) for ref in possible):
        return _noted(refs, index, moment)
    ask = OFFER.format(refs=phrases.recommendations(possible))
    seen = _seen(possible, index, moment)
    return propose(moment, "", "note no change", tuple(possible), ask=ask, refs=list(refs), seen=seen)


def _seen(refs: Iterable[str], index: Index, moment: Moment) -> list[str]:
    """The newest update of each, on which a proposal rests."""
    return [s.latest.id if s.latest else "" for s in _stood(refs, index, moment)]


def _stood(refs: Iterable[str], index: Index, moment: Moment) -> list[Standing]:
    return [moment.standing(index, ref) for ref in refs if ref in index.by_ref]


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if moment.index is None:
        return moment.turn(UNKNOWN)
    known = by_name(moment.index.by_ref)
    refs = [known.get(ref.casefold(), ref) for ref in what["refs"]]
    if _seen(refs, moment.index, moment) != what.get("seen"):
        stood, zone = _stood(refs, moment.index, moment), moment.knowledge.timezone
        told = [standings.told(s.latest, zone) for s in stood if s.latest]
        return beginning(_offered(tuple(refs), moment.index, moment), " ".join([STALE, *told]))
    return replace(turn := _noted(tuple(what["refs"]), moment.index, moment), memory=replace(turn.memory, draft={}))


def _just_noted(moment: Moment) -> bool:
    """Whether the speaker has noted "no change" on another a moment ago."""
    mine = [one for one in moment.records.recent(_LOOK_AT) if one.by == moment.actor.key]
    return bool(mine) and mine[-1].kind is Kind.NO_CHANGE and moment.message.at - mine[-1].at < _AGAIN


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


DOERS: dict[str, Doer] = {"note no change": _do}
