"""Hears that what was saved a moment ago should be otherwise ("that should have been green"), and offers to post that.

What is kept isn't changed: what they say yes to is a new update, restated, and saved after another yes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from dialogs.answers import standings
from dialogs.stated import ask_whether, may
from dialogs.turns.another import About, another
from dialogs.turns.moment import Moment, free
from dialogs.turns.rewording import cut_out, may_reword, reworded, without
from dialogs.turns.turn import Turn
from dialogs.updating.opening import begin
from dialogs.updating.reports import in_words
from dialogs.updating.undo import newest
from dialogs.updating.undo import take as undo
from dialogs.words import phrases
from dialogs.words.wordings import RECS, REF
from knowledge.progress.model import Kind, Status, Update
from knowledge.progress.reporting.statuses import status_of
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

WITH_EVIDENCE = "a new update on {ref} with the evidence {words}"
CORRECTED, REWORDED = "{ref}: {status}", "a new update on {ref}: {words}"

_LONGEST = 600  # characters

_SORRY = (
    r"(?:(?:oops|whoops|sorry|oh|no|wait|actually|hang on|argh|i (?:have )?made a mistake(?: (?:on|with|there))?|"
    r"my mistake|my bad|i got (?:it|that) wrong|that (?:was|is) wrong|correction|i meant)\b[\s,.!:–—-]*)"
)
_IT = rf"(?:(?:it|that|this|the status|(?:my|the) last (?:one|update))|{RECS}(?P<ref>{REF}))"
_SHOULD = r"(?:should|ought to|was (?:meant|supposed) to|needs to) (?:be|have been|say|read|have said)"
# Either it says what the status should have been, or it is sorry for what was said.
_CORRECTS = (
    re.compile(rf"(?:{_SORRY}*{_IT},? |{_SORRY}+){_SHOULD} (?P<status>[a-z -]{{3,40}})"),
    re.compile(
        rf"{_SORRY}+(?:{_IT},? )?(?:it |that |its )?(?:is )?(?:really |actually )?(?P<status>[a-z][a-z -]{{2,40}})"
    ),
)
# "Amber not green", "green instead of red": the first counts.
_NOT_THAT = re.compile(r",? (?:not|instead of|rather than) .*")
_EVIDENCE = re.compile(
    r"(?:(?:oh|and|also|sorry|ps|the|my|our|add)\b[\s,]*)*evidence(?:[’']s|\s+is|\s+are)?\s*[:–-]?\s+(?P<words>\S.{1,400})",
    re.IGNORECASE | re.DOTALL,
)
# What is posted so shortly before is what a mere "sorry, 8" puts right.
_JUST_NOW = timedelta(minutes=1)


def take(moment: Moment) -> Turn | None:
    """The question whether that is to be posted instead; None for any other message."""
    index, text = moment.index, moment.message.text
    if index is None or moment.memory.draft or moment.order or len(text) > _LONGEST:
        return None
    if turn := _for_another(index, moment) or _rewording(index, moment):
        return turn
    asks = "?" in text or moment.says("asks") or moment.says("orders")
    return None if asks else _correcting(index, moment)


def _correcting(index: Index, moment: Moment) -> Turn | None:
    """ "Sorry, that should have been green": another status, with the words of the speaker's last update."""
    found = next((match for one in _CORRECTS if (match := one.fullmatch(moment.said))), None)
    status = found and status_of(_NOT_THAT.sub("", found["status"]))
    if not found or not status:
        return None
    ref = by_name(index.by_ref).get(found["ref"] or "") if found["ref"] else None
    last = newest((ref,) if ref else (), index, moment)
    if last is None and (ref is None or not may(ref, index, moment)):
        return None
    ref = last.ref if last else ref or ""
    told = CORRECTED.format(ref=phrases.recommendations((ref,)), status=standings.status(status))
    return ask_whether(moment, told, _again(last, status) if last else f"update {ref}: {status}")


def _for_another(index: Index, moment: Moment) -> Turn | None:
    """ "Oops, that was for 8": what the speaker posted last is taken back, and shown for that one instead."""
    other = another(moment.message.text, by_name(index.by_ref))
    last = newest((), index, moment) if other and other.ref else None
    if not other or not last or last.kind is not Kind.REPORT or other.ref == last.ref:
        return None
    just_now = moment.message.at - last.at < _JUST_NOW
    if other.about is not About.INSTEAD or not (other.surely or just_now) or not may(other.ref, index, moment):
        return None
    undone = undo(free(moment, f"undo {last.ref}"))
    if undone is None or not undone.changes:
        return undone
    shown = begin([(other.ref, in_words(last))], index, moment, [undone.replies[0].text])
    return replace(shown, changes=undone.changes)


def _rewording(index: Index, moment: Moment) -> Turn | None:
    """The speaker's last update once more, with other words ("change agreed to nearly agreed") or with evidence."""
    text = moment.message.text.strip()
    evidence, cut = _EVIDENCE.fullmatch(text), cut_out(text)
    last = newest((), index, moment) if evidence or cut or may_reword(text.rstrip("?")) else None
    if last is None or last.kind is not Kind.REPORT:
        return None
    refs = phrases.recommendations((last.ref,))
    if evidence:
        told = WITH_EVIDENCE.format(ref=refs, words=phrases.quoted(evidence["words"]))
        return ask_whether(
            moment, told, _again(replace(last, evidence=(*last.evidence, evidence["words"])), last.status)
        )
    words = reworded(text.rstrip("?"), last.narrative) or (without(cut, last.narrative) if cut else "")
    if not words or words == last.narrative:
        return None
    told = REWORDED.format(ref=refs, words=phrases.quoted(words))
    return ask_whether(moment, told, _again(replace(last, narrative=words), last.status))


def _again(last: Update, status: Status) -> str:
    """The order that posts an update once more, with whatever it says, under this status."""
    return f"update {last.ref}: {in_words(replace(last, status=status))}"
