"""What waits for a manager's decision, and what has become of requests for more time."""

from __future__ import annotations

import re

from dialogs.answers import standings
from dialogs.managing.extending import told_open
from dialogs.progress.asked import named
from dialogs.turns.moment import Moment
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.model import Extension, Status
from knowledge.progress.standings.standing import Standing
from knowledge.progress.standings.wanted import wanted
from knowledge.questions.parsing.reading import Reading
from knowledge.questions.searching.index import Index

_EXTENSION = re.compile(r"\b(?:extensions?|requests? for more time|more time)\b")
# What is asked of an extension, as against what a document says of extending something.
_STATE = re.compile(
    r"\b(?:granted|approved|refused|rejected|declined|decided|agreed|allowed|waiting|wait|pending|open|outstanding|"
    r"requested|requests?|asked|news|status|happened|undecided|awaiting|decision|my|there)\b"
)
_WITHDRAWS = re.compile(
    r"(?:please\s+|can i\s+|i (?:want|need|would like) to\s+)*(?:withdraw|take\s+back|cancel|retract|undo|drop|remove|"
    r"delete|scrap|revoke)\b.*\bextensions?\b.*"
)
_SIGN_OFF = re.compile(
    r"\b(?:awaits?|awaiting|waits?|waiting|needs?|needing|due|ready|pending|outstanding|anything|what|which)\b.*"
    r"\b(?:sign[\s-]?off|signing[\s-]off|signed[\s-]off|to sign\b.*\boff)\b"
)
_DECIDE = re.compile(
    r"\b(?:needs?|awaits?|awaiting|waits?|waiting|requires?)\b.*"
    r"\b(?:(?:my|our|a|the|manager'?s?) (?:decision|approval|say)|approv\w+|decid\w+)\b|"
    r"\b(?:do|should|must) (?:i|we) (?:have to |need to )?(?:decide|approve|sign off)\b|\bto (?:decide|approve)\b"
)
# Of these, whatever is asked of decisions here has one.
_PIECES = ("exten", "more time", "sign", "decid", "decision", "approv", " say")
# Whose decisions are the document's matter.
_OTHERS = re.compile(r"\b(?:government\w*|minist\w*|parliament|ofsted|review\w*|document)\b")
_ASKS = re.compile(r"(?:what|which|who|is|are|has|have|was|were|did|any|anything|show|list|when|how|status|news|do)\b")

CANT = (
    "A request for an extension can’t be withdrawn; nothing has been done. “Extend {example} to …: why” puts another "
    "in its place, or a manager refuses it. Until one decides, the target stays."
)
NOBODY = "Nobody has asked for an extension{on}."
YOU_HAVENT = "You haven’t asked for an extension{on}."
NONE_OPEN = "No extension waits for a decision."
OPEN = "**Extensions that wait for a manager’s decision:**"
SIGN_OFF = "**Complete, awaiting sign-off:**"
NONE_TO_SIGN = "Nothing awaits sign-off."
GRANTED = "{who} granted the extension of {ref} to {day} on {on}{remark}"
REFUSED = "{who} refused the extension of {ref} to {day} on {on}{remark}"
REPLACED = "Another request took the place of that for {ref} to {day}."


def answer(moment: Moment, index: Index, reading: Reading) -> Turn | None:
    """ "Has my extension been granted?", "what needs my decision?", "which await sign-off?"; None for any other."""
    said = moment.said
    if _WITHDRAWS.fullmatch(said):
        return _withdrawing(moment, index, reading)
    if not any(map(said.__contains__, _PIECES)) or not _ASKS.match(said):
        return None
    if _EXTENSION.search(said) and _STATE.search(said):
        return _extensions(moment, index, reading)
    if reading.named.refs or _OTHERS.search(said):
        return None
    if _DECIDE.search(said):
        return _said([*_to_sign(moment, index), *_open(moment, index)], moment)
    asks = _SIGN_OFF.search(said) and "not" not in said.split() and not wanted(reading.text)
    return _said(_to_sign(moment, index), moment) if asks else None


def _said(parts: list[str], moment: Moment) -> Turn:
    return moment.turn("\n\n".join(parts), draft=moment.memory.draft)


def _withdrawing(moment: Moment, index: Index, reading: Reading) -> Turn:
    example = next(iter(reading.named.refs), index.refs[-1])
    stood = [moment.standing(index, ref) for ref in reading.named.refs or index.refs]
    return _said([CANT.format(example=example), *filter(None, (_line(s, moment) for s in stood))], moment)


def _to_sign(moment: Moment, index: Index) -> list[str]:
    """Those that are reported complete, under a heading; that there are none."""
    every = moment.records.standings(index.programme)
    found = [s for s in every if s.status is Status.AWAITING_SIGN_OFF]
    lines = [f"- {standings.row(s, moment.today, moment.knowledge.timezone)}" for s in found]
    return [SIGN_OFF, "\n".join(lines)] if lines else [NONE_TO_SIGN]


def _open(moment: Moment, index: Index) -> list[str]:
    lines = [f"- {line}" for s in moment.records.standings(index.programme) if (line := _line(s, moment))]
    return [OPEN, "\n".join(lines)] if lines else [NONE_OPEN]


def _line(standing: Standing, moment: Moment) -> str:
    told = told_open(standing, moment)
    return f"{phrases.recommendations((standing.ref,))}: {told}" if told else ""


def _extensions(moment: Moment, index: Index, reading: Reading) -> Turn:
    """What became of the last request on each that is named, or of the speaker's own; else those that wait."""
    about, mine = named(moment, reading, pointing=True), re.search(r"\b(?:my|i|mine)\b", moment.said) is not None
    if not (about or mine):
        return _said(_open(moment, index), moment)
    told = [line for ref in about or index.refs if (line := _last(moment.standing(index, ref), moment, mine=mine))]
    on = f" of {phrases.recommendations(about)}" if about else ""
    return _said(told or [(YOU_HAVENT if mine else NOBODY).format(on=on)], moment)


def _last(standing: Standing, moment: Moment, *, mine: bool) -> str:
    """What became of the request that was made last; empty where none was, or none of the speaker's own."""
    every = moment.records.extensions(standing.programme, standing.ref)
    found = [one for one in every if not mine or one.by == moment.actor.key]
    return _became(found[-1], standing, moment) if found else ""


def _became(asked: Extension, standing: Standing, moment: Moment) -> str:
    ref, day = phrases.recommendations((standing.ref,)), standings.day(asked.day)
    if asked.granted is None or asked.decided is None:
        open_ = standing.extension is not None and standing.extension.id == asked.id
        return _line(standing, moment) if open_ else REPLACED.format(ref=ref, day=day)
    template = GRANTED if asked.granted else REFUSED
    remark = f": {standings.sentence(asked.remark)}" if asked.remark else "."
    on = standings.day_of(asked.decided, moment.knowledge.timezone)
    return template.format(who=phrases.escaped(asked.decided_by_name), ref=ref, day=day, on=on, remark=remark)
