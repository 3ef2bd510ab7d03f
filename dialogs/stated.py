"""Hears an update that isn't put as one ("8 is going well", "that should have been green"), and asks whether it is.

Only of those who may post it. What they say yes to is an order like any other: restated, and saved after another yes.
"""

from __future__ import annotations

import re

from dialogs.answers import standings
from dialogs.people.choosing import ask_which
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.updating.mine import own
from dialogs.updating.undo import newest
from dialogs.words import phrases
from dialogs.words.wordings import RECS, REF
from knowledge.progress.model import Status
from knowledge.progress.reporting.statuses import opening, status_of
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

NOT_SAVED = "Nothing has been saved."
AN_UPDATE, CORRECTED = "an update on {ref}", "{ref}: {status}"
WHAT_IS_IT = "Is it an update?"

_LONGEST = 400  # characters; letters aren't updates
_MOST_OFFERED = 5
_BEHIND = re.compile(r"\s*[-–—:;,.]\s*[^\W\d]{2}")  # what has happened, behind a status
_SORRY = (
    r"(?:(?:oops|whoops|sorry|oh|no|wait|actually|hang on|argh|i (?:have )?made a mistake(?: (?:on|with|there))?|"
    r"my mistake|my bad|i got (?:it|that) wrong|that (?:was|is) wrong|correction|i meant)\b[\s,.!:–—-]*)"
)
_IT = rf"(?:(?:it|that|this|the status|(?:my|the) last (?:one|update))|{RECS}(?P<ref>{REF}))"
_SHOULD = r"(?:should|ought to|was (?:meant|supposed) to|needs to) (?:be|have been|say|read)"
# Either it says what the status should have been, or it is sorry for what was said.
_CORRECTS = (
    re.compile(rf"{_SORRY}*{_IT},? {_SHOULD} (?P<status>[a-z -]{{3,40}})"),
    re.compile(
        rf"{_SORRY}+(?:{_IT},? )?(?:it |that |its )?(?:is )?(?:really |actually )?(?P<status>[a-z][a-z -]{{2,40}})"
    ),
)
# "Amber not green", "green instead of red": the first counts.
_NOT_THAT = re.compile(r",? (?:not|instead of|rather than) .*")
# Who or what has done something, as against what is asked, wanted or only heard of.
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|i|we|they|looks?|seems?|remains?|needs?|started|finished|went|met|launched|began)\b"
)
_PROGRESS = re.compile(
    r"\b(?:go(?:ing|es)|went|gone|done|finish\w*|complet\w*|start\w*|begun|began|sent|held|agreed|signed|met|meeting|"
    r"appoint\w*|recruit\w*|trained|launch\w*|roll\w*|publish\w*|draft\w*|written|submit\w*|deliver\w*|delay\w*|"
    r"behind|late|slip\w*|stuck|waiting|hold|paused|progress\w*|under ?way|ahead|red|amber|green|track|risk|blocked|"
    r"well|ok|okay|fine|badly|struggling|stalled|back|ready|booked|set up)\b"
)
_ELSE = re.compile(
    r"\b(?:want|would like|like to|looking|after|wonder\w*|ask\w*|told|tell|hear\w*|heard|read|think|thought|believe|"
    r"know|see|find|understand|assume|interested|confused|unsure|sure|remind|led|leads?|lead|accept\w*|reject\w*|"
    r"government|munro|review|document|says?|recommend\w* that|who|whose|what|which|when|where|why|how|if|whether|"
    r"target|deadline|extension|assign\w*)\b"
)
_INVERTED = re.compile(r"\b(?:is|are|was|has|have|did|does|do|can|will) (?:it|that|this|they|there|any\w*|we|i|you)\b")


def take(moment: Moment) -> Turn | None:
    """The question whether it is an update; None for any other message."""
    index, text = moment.index, moment.message.text
    if index is None or moment.memory.draft or moment.order or "?" in text or len(text) > _LONGEST:
        return None
    if moment.says("asks") or moment.says("orders"):
        return None
    return _correcting(index, moment) or _telling(index, moment) or _unnumbered(index, moment)


def _correcting(index: Index, moment: Moment) -> Turn | None:
    """ "Sorry, that should have been green": another status, with the words of the speaker's last update."""
    found = next((match for one in _CORRECTS if (match := one.fullmatch(moment.said))), None)
    status = found and status_of(_NOT_THAT.sub("", found["status"]))
    if not found or not status:
        return None
    ref = by_name(index.by_ref).get(found["ref"] or "") if found["ref"] else None
    last = newest((ref,) if ref else (), index, moment)
    if last is None and (ref is None or not _may(ref, index, moment)):
        return None
    ref, words = (last.ref, last.narrative) if last else (ref or "", "")
    told = CORRECTED.format(ref=phrases.recommendations((ref,)), status=standings.status(status))
    return _which(moment, told, f"update {ref}: {status}" + (f"; narrative: {words}" if words else ""))


def _telling(index: Index, moment: Moment) -> Turn | None:
    """ "8 is going well", "we have finished the job description for 14"."""
    refs = moment.reading.named.refs if moment.reading else ()
    said = moment.said
    if len(refs) != 1 or not _TELLS.search(said) or not _PROGRESS.search(said):
        return None
    if _ELSE.search(said) or _INVERTED.search(said) or not _may(refs[0], index, moment):
        return None
    status, words = _status_in(said, refs[0]), moment.message.text.strip()
    order = f"update {refs[0]}: " + (f"{status}; " if status else "") + f"narrative: {words}"
    return _which(moment, AN_UPDATE.format(ref=phrases.recommendations(refs)), order)


def _unnumbered(index: Index, moment: Moment) -> Turn | None:
    """ "Amber – ward still shut", from somebody who leads some: an answer to a reminder, without its number."""
    text = moment.message.text.strip()
    heard = opening(text)
    if heard is None or not _BEHIND.match(text, heard.end) or (moment.reading and moment.reading.named.refs):
        return None
    refs = [standing.ref for standing in own(index, moment)]
    options = {AN_UPDATE.format(ref=phrases.recommendations((ref,))): f"update {ref}: {text}" for ref in refs}
    return ask_which(moment, NOT_SAVED, options, title=WHAT_IS_IT) if 0 < len(options) <= _MOST_OFFERED else None


def _status_in(said: str, ref: str) -> Status | None:
    """The status that is told first of the recommendation itself."""
    found = re.search(rf"\b{re.escape(ref.casefold())} (?:is|has been|looks|seems|remains) (?P<rest>.+)", said)
    heard = opening(found["rest"]) if found else None
    return heard.status if heard else None


def _may(ref: str, index: Index, moment: Moment) -> bool:
    return bool(moment.actor.key) and moment.actor.may_update(moment.standing(index, ref))


def _which(moment: Moment, told: str, order: str) -> Turn:
    return ask_which(moment, NOT_SAVED, {told: order}, title=WHAT_IS_IT)
