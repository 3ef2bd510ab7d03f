"""Hears an update that isn't put as one ("8 is going well", "nearly done on 10"), and asks whether it is.

Only of those who may post it. What they say yes to is an order like any other: restated, and saved after another yes.
"""

from __future__ import annotations

import re

from dialogs.answers import standings
from dialogs.people.choosing import ask_which
from dialogs.turns.moment import Moment, free
from dialogs.turns.rights import NOT_YOURS
from dialogs.turns.turn import Turn
from dialogs.updating import loosely
from dialogs.updating.mine import own
from dialogs.updating.opening import begin
from dialogs.words import phrases
from dialogs.words.orders import Deed, split
from dialogs.words.wordings import ASKS, LISTED, POLITE, RECS, letters, ungreeted
from knowledge.progress.reporting.statuses import opening
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

NOT_SAVED = "Nothing has been saved."
AN_UPDATE, UPDATES, WITH_STATUS = "an update on {ref}", "updates on {ref}", "{update}: {status}"
WHAT_IS_IT = "Is it an update?"

_LONGEST = 400  # characters; letters aren't updates
_MOST_OFFERED = 5
_BEHIND = re.compile(r"\s*[-–—:;,.]\s*[^\W\d]{2}")  # what has happened, behind a status
# That somebody means to report, or wants it done for them; what follows is the number, and perhaps the report.
_POST = r"(?:do|give|write|send|sort|post|put|file|log|tell|report|make|fill\s+in|submit|enter)\s+"
_YOU, _MY = r"(?:(?:you|u|in|your)\s+)*", r"(?:my|our|this\s+(?:week|month)['’]?s)\s+"
_NEWS = r"(?:bit|updates?|reports?|return|piece|stuff|news|progress)"
_WANTS = re.compile(
    rf"{POLITE}(?:(?:u\s+(?:please\s+)?)?{_POST}{_YOU}{_MY}{_NEWS}|"
    rf"(?<!\S)(?:need|want|have|got|like|going|time|ready|here|trying|able)\s+to\s+{_POST}{_YOU}"
    rf"(?:about|on|(?:an?\s+|{_MY})?{_NEWS})|"
    rf"(?:i['’]?(?:ve|\s+have)\s+)?got\s+(?:an?|my|our)\s+{_NEWS}|"
    rf"(?:here|this)(?:['’]?s|\s+is|\s+are|\s+comes)\s+(?:an?|my|our)\s+{_NEWS})\b"
    r"(?:[\s,]+(?:for|on|about|of|re|with|me|us|you|u|please|pls|it['’]?s|it\s+is|is|that['’]?s))*[\s:,.–—-]*"
    rf"{RECS}{LISTED}(?P<sep>\s*[:;,.–—-]+|\s+(?=[^\W\d]))?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MEANS = frozenset(
    "do give write send sort post put file log tell report make fill submit enter got here heres this".split()
)


def take(moment: Moment) -> Turn | None:
    """The question whether it is an update; None for any other message."""
    index, text = moment.index, moment.message.text
    if index is None or moment.memory.draft or moment.order or "?" in text or len(text) > _LONGEST:
        return None
    if ASKS.fullmatch(text.rstrip(" .!\n")):
        return None
    if turn := _wanting(index, moment):
        return turn
    if moment.says("asks") or moment.says("orders"):
        return None
    return _telling_of_several(index, moment) or _telling(index, moment) or _unnumbered(index, moment)


def _wanting(index: Index, moment: Moment) -> Turn | None:
    """ "Need to do my bit for 8", "I have to tell you about 14 and 2 – 14 is finished …": the form, or the updates."""
    text = ungreeted(moment.message.text.strip())
    wants = None if _MEANS.isdisjoint(letters(text)) else _WANTS.fullmatch(text)
    refs = split(wants["refs"]) if wants else ()
    if not wants or not {*refs} <= {*by_name(index.by_ref)}:
        return None
    each = free(moment, f"update {wants['rest']}").order
    if each and each.deed is Deed.UPDATE:
        return begin(each.items, index, moment)
    return begin([(ref, wants["rest"]) for ref in refs], index, moment)


def _telling(index: Index, moment: Moment) -> Turn | None:
    """ "8 is going well", "we have finished the job description for 14", "nearly done on 10"."""
    named = moment.reading.named.refs if moment.reading else ()
    ref = loosely.told_of(moment.said, named, by_name(index.by_ref))
    if not ref or not may(ref, index, moment):
        return None
    status, words = loosely.status_in(moment.said, ref), moment.message.text.strip()
    told = AN_UPDATE.format(ref=phrases.recommendations((ref,)))
    if status is None:
        return ask_whether(moment, told, f"update {ref}: narrative: {words}")
    told_so = loosely.behind_status(words)
    order = f"update {ref}: {status}" + (f"; narrative: {told_so}" if told_so else "")
    return ask_whether(moment, WITH_STATUS.format(update=told, status=standings.status(status)), order)


def _telling_of_several(index: Index, moment: Moment) -> Turn | None:
    """ "10 and 8 both going well": those that the speaker may post on; of the others, that they may not is said."""
    refs, rest = loosely.told_of_several(moment.said, by_name(index.by_ref))
    own_refs = tuple(ref for ref in refs if may(ref, index, moment))
    if not own_refs or len(refs) < 2:
        return None
    heard = opening(rest)
    words = moment.message.text.strip()
    updates = UPDATES if len(own_refs) > 1 else AN_UPDATE
    told, order = updates.format(ref=phrases.recommendations(own_refs)), f"update {', '.join(own_refs)}: "
    if heard:
        told, order = WITH_STATUS.format(update=told, status=standings.status(heard.status)), f"{order}{heard.status}; "
    others = [ref for ref in refs if ref not in own_refs]
    why = NOT_YOURS.format(recommendation=phrases.recommendations(others)) if others else NOT_SAVED
    return ask_which(moment, why, {told: f"{order}narrative: {words}"}, title=WHAT_IS_IT)


def _unnumbered(index: Index, moment: Moment) -> Turn | None:
    """ "Amber – ward still shut", from somebody who leads some: an answer to a reminder, without its number."""
    text = moment.message.text.strip()
    heard = opening(text)
    if heard is None or not _BEHIND.match(text, heard.end) or (moment.reading and moment.reading.named.refs):
        return None
    refs = [standing.ref for standing in own(index, moment)]
    options = {AN_UPDATE.format(ref=phrases.recommendations((ref,))): f"update {ref}: {text}" for ref in refs}
    return ask_which(moment, NOT_SAVED, options, title=WHAT_IS_IT) if 0 < len(options) <= _MOST_OFFERED else None


def may(ref: str, index: Index, moment: Moment) -> bool:
    """Whether the speaker may post on it."""
    return bool(moment.actor.key) and moment.actor.may_update(moment.standing(index, ref))


def ask_whether(moment: Moment, told: str, order: str) -> Turn:
    """The question whether this is meant, with the order that a yes then stands for."""
    return ask_which(moment, NOT_SAVED, {told: order}, title=WHAT_IS_IT)
