"""Hears that what was saved a moment ago should be otherwise ("that should have been green"), and offers to post that.

What is kept isn't changed: what they say yes to is a new update, restated, and saved after another yes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.answers import standings
from dialogs.stated import ask_whether, may
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.updating.undo import newest
from dialogs.words import phrases
from dialogs.words.wordings import POLITE, RECS, REF
from knowledge.progress.days import spell
from knowledge.progress.model import Kind, Status, Update
from knowledge.progress.reporting.statuses import status_of
from knowledge.questions.language.numbers import by_name
from knowledge.questions.searching.index import Index

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
# "Change placements agreed to placements nearly agreed", once an update is saved.
_REWORDS = re.compile(
    rf"{POLITE}(?:(?:oops|sorry|oh|no|wait|actually|u)\b[\s,.!–—-]*)*{POLITE}"
    r"(?:change|amend|correct|replace|edit|reword|fix|swap)\s+(?P<old>.{2,200}?)\s+(?:to|with|into|for|by)\s+"
    r"(?:say\s+|read\s+)?(?P<new>.{1,300}?)[\s.!]*",
    re.IGNORECASE | re.DOTALL,
)
_QUOTES = "“”\"'‘’"


def take(moment: Moment) -> Turn | None:
    """The question whether that is to be posted instead; None for any other message."""
    index, text = moment.index, moment.message.text
    if index is None or moment.memory.draft or moment.order or len(text) > _LONGEST:
        return None
    if turn := _rewording(index, moment):
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


def _rewording(index: Index, moment: Moment) -> Turn | None:
    """ "Change agreed to nearly agreed": the speaker's last update once more, with other words."""
    found = _REWORDS.fullmatch(moment.message.text.rstrip("?"))
    last = newest((), index, moment) if found else None
    if last is None or last.kind is not Kind.REPORT:
        return None
    old, new = (found["old"].strip(_QUOTES), found["new"].strip(_QUOTES)) if found else ("", "")
    if not old or old.casefold() not in last.narrative.casefold():
        return None
    words = re.sub(re.escape(old), lambda _: new, last.narrative, count=1, flags=re.IGNORECASE)
    told = REWORDED.format(ref=phrases.recommendations((last.ref,)), words=phrases.quoted(words))
    return ask_whether(moment, told, _again(replace(last, narrative=words), last.status))


def _again(last: Update, status: Status) -> str:
    """The order that posts an update once more, with whatever it says, under this status."""
    by = f" by {spell(last.next_step_date)}" if last.next_step_date else ""
    parts = [("narrative", last.narrative), ("next step", last.next_step and f"{last.next_step}{by}")]
    parts.append(("evidence", "; ".join(last.evidence)))
    return f"update {last.ref}: {status}" + "".join(f"; {label}: {words}" for label, words in parts if words)
