"""Whether somebody has reported on something, and what nobody has reported on."""

from __future__ import annotations

import re

from dialogs.answers import standings
from dialogs.managing.known import known_names, nearest
from dialogs.progress.asked import named
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.standings.standing import Standing
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.searching.index import Index

_DID = r"(?:updated?|reported|report|posted|post)"
_WHETHER = re.compile(rf"(?:has|have|did)\s+(?P<name>[^\d:;?,]{{2,40}}?)\s+(?:already\s+|ever\s+)?{_DID}\b.*")
_NOBODY = re.compile(
    rf"(?:what|which|list|show)\b.*\b(?:(?:nobody|no[\s-]one)\b.*\b{_DID}|(?:never|not) (?:yet )?(?:been )?{_DID})"
    r"(?:\s+(?:on|yet|so far))*"
)
YES, NO = "Yes. {told}", "No. {name} has posted nothing on {ref} so far. {now}"
NOTHING = "Nobody has posted an update on {refs} yet."
ALL = "{all_of_them} an update."


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "Has Sue updated 10?", "which has nobody updated?"; None for any other message."""
    if _NOBODY.fullmatch(moment.said) and not reading.named.refs:
        return _nobody(moment, index)
    found = _WHETHER.fullmatch(moment.said)
    about = named(moment, reading) if found else ()
    name = nearest(found["name"], known_names(moment)) if found and about else None
    if name is None:
        return None
    told = [_told(moment.standing(index, ref), name, moment) for ref in about]
    return moment.turn("\n\n".join(told), draft=moment.memory.draft, refs=about)


def _nobody(moment: Moment, index: Index) -> Turn:
    every = moment.records.standings(index.programme)
    refs = tuple(sorted((s.ref for s in every if s.latest is None), key=index.refs.index))
    text = NOTHING.format(refs=phrases.recommendations(refs)) if refs else _all(len(every))
    return moment.turn(text, draft=moment.memory.draft, refs=refs)


def _all(many: int) -> str:
    whose = {1: "The only recommendation has", 2: "Both recommendations have"}
    return ALL.format(all_of_them=whose.get(many, f"Every one of the {many} recommendations has"))


def _told(standing: Standing, name: str, moment: Moment) -> str:
    every, zone = moment.records.updates(standing.programme, standing.ref), moment.knowledge.timezone
    own = [u for u in every if u.withdrawn is None and u.by_name.casefold() == name.casefold()]
    if own:
        return YES.format(told=standings.told(own[-1], zone))
    now = standings.summed_up(standing, zone) if standing.latest else ""
    ref = phrases.recommendations((standing.ref,))
    return NO.format(name=phrases.escaped(name), ref=ref, now=now).strip()
