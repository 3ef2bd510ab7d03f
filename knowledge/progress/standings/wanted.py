"""What a question over progress asks for: which standings, in the words that people use for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from knowledge.progress.model import Kind, Status
from knowledge.progress.standings.standing import STALE_AFTER, Standing, contradictions
from knowledge.questions.language.kept import Kept
from knowledge.questions.language.lookback import just_before
from knowledge.questions.language.phrase import heard_keys, keys_of
from knowledge.questions.language.runs import runs


@dataclass(frozen=True, slots=True)
class Now:
    """The moment of a question: the day where the council is, and the instant in UTC."""

    today: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that a recommendation's standing is or isn't.

    `one` and `several` are the clause for it ("is overdue", "are overdue"), negated where it is; `denied` is the
    opposite of both. `words` are those of the question that it was found in. `holds` tells of a standing.
    """

    one: str
    several: str
    words: tuple[str, ...]
    holds: Callable[[Standing, Now], bool]
    denied: tuple[str, str]
    negated: bool = False


_STATUS_WORDS = {
    Status.AWAITING_SIGN_OFF: r"(?:complete,? )?(?:awaiting|waiting for|pending|needing|need|needs|to be) "
    r"(?:sign(?:ed)?[- ]off|a sign[- ]off|approval)|(?:ready|due) for sign[- ]off|unsigned|not (?:yet )?signed off"
    r"|sign[- ]offs?",
    Status.NOT_STARTED: r"gr[ea]y|not (?:yet )?(?:started|begun)|haven't (?:been )?(?:started|begun)|unstarted",
    Status.ON_TRACK: r"green(?! (?:paper|light|space)s?\b)|on[- ]track|on[- ]target|going well",
    Status.AT_RISK: r"amber|at[- ]risk|slipping",
    Status.OFF_TRACK: r"red(?! (?:tape|(?:flag|light|line|herring)s?)\b)|off[- ]track|behind(?: schedule)?|failing",
    Status.COMPLETE: r"blue(?! (?:light|badge)s?\b)|completed?|done|finished|implemented|delivered|signed[- ]off"
    r"|closed",
}
_COLOURS = {
    Status.NOT_STARTED: "not started (grey)",
    Status.ON_TRACK: "on track (green)",
    Status.AT_RISK: "at risk (amber)",
    Status.OFF_TRACK: "off track (red)",
    Status.AWAITING_SIGN_OFF: "complete, awaiting sign-off",
    Status.COMPLETE: "complete (blue)",
}
_LIVE = (
    r"(?<=is )live|(?<=are )live|(?<=still )live|live (?=rec|ones|action|item)|open|outstanding|"
    r"not (?:yet )?(?:complete|completed|done|finished|closed)|incomplete|unfinished|still to do"
)
_OVERDUE = (
    r"overdue|over due|late|past (?:its|their|the) (?:target|deadline)(?: dates?)?"
    r"|missed (?:its|their|the) (?:target|deadline)s?"
)
_STALE = r"stale|gone quiet|quiet|out of date|neglected|not (?:been )?updated (?:for|in|lately|recently)[\w ]*|silent"
_NO_UPDATE = (
    r"(?:no|without(?: an| any)?|never had(?: an)?|not had(?: an| any)?|lacking(?: an)?) "
    r"(?:updates?|reports?|progress|news)(?: yet| at all)?"
    r"|never (?:been )?updated|not (?:yet )?(?:been )?(?:updated|reported)(?: yet| at all)?|unreported"
)
_NO_TARGET = (
    r"(?:no|without(?: an?| any)?|lacking(?: an?)?|missing(?: an?| the)?|haven't (?:got )?an?|don't have an?) "
    r"(?:own )?targets?(?: dates?)?"
)
_TARGET = (
    r"(?:have|has|with|got|having)(?: (?:an?|their|its|our|any))? (?:own )?targets?(?: dates?)?(?: set)?"
    r"|targets? (?:(?:is|are|has been|have been) )?set"
)
_EXTENSION = (
    r"(?:extensions?|extension requests?)(?: (?:are|is|still|asked for|requested|pending|outstanding|to decide))*"
)
_SENT_BACK = r"sent back|returned"
_ODD = r"contradict\w*|inconsisten\w*|(?:don't|doesn't|does not|do not) add up|green but (?:late|overdue)"
_UNCHANGED = r"no changes?(?: (?:in a row|reported))?|unchanged"
# Of each condition, the words of which a text that has it has one at least, "..*" for what begins so.
_UPDATED = "update updates updated report reports reported progress news unreported"
_TELLS = {
    Status.AWAITING_SIGN_OFF: "sign signed approval unsigned",
    Status.NOT_STARTED: "grey gray started begun unstarted",
    Status.ON_TRACK: "green track target well",
    Status.AT_RISK: "amber risk slipping",
    Status.OFF_TRACK: "red track behind failing",
    Status.COMPLETE: "blue complete completed done finished implemented delivered signed closed",
}
_NOT = re.compile(
    r"\b(?:not|isn't|aren't|never|no longer|other than|except|but not|neither|nor)\s+(?:yet\s+|all\s+|currently\s+)?$"
)
_OR = re.compile(r"\s*(?:,|/|\bor\b|\bnor\b|,\s*(?:or|nor)\b)\s*(?:yet\s+)?")


def _standing(status: Status) -> Callable[[Standing, Now], bool]:
    return lambda standing, _: standing.status is status


def _conditions() -> Iterator[tuple[str, str, Wanted]]:
    """Each condition with what tells of it and the words for it; the more particular ones first."""
    yield (
        "contradict* inconsisten* add green",
        _ODD,
        _plain("doesn’t add up | don’t add up | adds up | add up", lambda s, now: bool(contradictions(s, now.today))),
    )
    yield (
        _UPDATED,
        _NO_UPDATE,
        _plain(
            "has no update yet | have no update yet | has an update | have an update", lambda s, _: s.latest is None
        ),
    )
    target, none = "has a target | have a target", "has no target | have no target"
    yield "target targets", _NO_TARGET, _plain(f"{none} | {target}", lambda s, _: s.due is None)
    yield "target targets", _TARGET, _plain(f"{target} | {none}", lambda s, _: s.due is not None)
    yield (
        "live open outstanding complete completed done finished closed incomplete unfinished still",
        _LIVE,
        _plain(
            "isn’t complete | aren’t complete | is complete | are complete",
            lambda s, _: s.status is not Status.COMPLETE,
        ),
    )
    yield _status(Status.AWAITING_SIGN_OFF)
    yield "stale quiet date neglected updated silent", _STALE, _stale()
    yield (
        "overdue due late past missed",
        _OVERDUE,
        _plain("is overdue | are overdue | is not overdue | are not overdue", lambda s, now: s.overdue(now.today)),
    )
    yield "extension extensions", _EXTENSION, _extension()
    yield "sent returned", _SENT_BACK, _sent_back()
    yield (
        "change changes unchanged",
        _UNCHANGED,
        _plain(
            "has had no change | have had no change | has had a change | have had a change",
            lambda s, _: s.unchanged > 0,
        ),
    )
    for status in (Status.NOT_STARTED, Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK, Status.COMPLETE):
        yield _status(status)


def _stale() -> Wanted:
    without, within = f"had no update for {STALE_AFTER} days", f"had an update within {STALE_AFTER} days"
    clauses = f"has {without} | have {without} | has {within} | have {within}"
    return _plain(clauses, lambda s, now: s.stale(now.at))


def _extension() -> Wanted:
    asked = "extension asked for"
    clauses = f"has an {asked} | have an {asked} | has no {asked} | have no {asked}"
    return _plain(clauses, lambda s, _: s.extension is not None)


def _sent_back() -> Wanted:
    clauses = "was sent back | were sent back | was not sent back | were not sent back"
    return _plain(clauses, lambda s, _: s.latest is not None and s.latest.kind is Kind.SENT_BACK)


def _plain(clauses: str, holds: Callable[[Standing, Now], bool]) -> Wanted:
    """A condition by its clauses: for one, for several, and the opposite of both."""
    one, several, not_one, not_several = clauses.split(" | ")
    return Wanted(one, several, (), holds, (not_one, not_several))


def _status(status: Status) -> tuple[str, str, Wanted]:
    is_, isnt = _COLOURS[status], f"not {_COLOURS[status]}"
    isnt = "not grey (not started)" if status is Status.NOT_STARTED else isnt
    meant = _plain(f"is {is_} | are {is_} | is {isnt} | are {isnt}", _standing(status))
    return _TELLS[status], _STATUS_WORDS[status], meant


_CONDITIONS = [
    (frozenset(tells.split()), re.compile(rf"\b(?:{words})\b"), meant) for tells, words, meant in _conditions()
]


_TELLING = frozenset[str]().union(*(tells for tells, _, _ in _CONDITIONS))
# For each word whether it may tell of a condition; for so many words it is kept.
_tells = Kept(lambda word: not _TELLING.isdisjoint(keys_of(word)), 2_000)


def wanted(text: str) -> tuple[Wanted, ...]:
    """What a lower-case question asks for, in its order; each of "red or amber" on its own."""
    if not any(map(_tells.__getitem__, runs(text))):
        return ()  # as nearly all that is asked
    whole, keys, found = text, heard_keys(text), list[tuple[re.Match[str], Wanted, bool]]()
    for tells, pattern, condition in _CONDITIONS:
        for match in pattern.finditer(text) if not tells.isdisjoint(keys) else ():
            found.append((match, condition, just_before(_NOT, text, match.start()) is not None))
            text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    found.sort(key=lambda one: one[0].start())
    return tuple(_carried(found, whole))


def _carried(found: Iterable[tuple[re.Match[str], Wanted, bool]], text: str) -> Iterator[Wanted]:
    """Each condition; a "not" before the first of "red or amber" is one before both."""
    negated, end = False, 0
    for match, condition, denied in found:
        negated = denied or (negated and _OR.fullmatch(text[end : match.start()]) is not None)
        end = match.end()
        yield _found(condition, tuple(re.findall(r"[a-z'-]+", match[0])), negated=negated)


def _found(condition: Wanted, words: tuple[str, ...], *, negated: bool) -> Wanted:
    if not negated:
        return replace(condition, words=words)
    (one, several), affirmed = condition.denied, (condition.one, condition.several)
    return Wanted(one, several, words, lambda standing, now: _known(condition, standing, now), affirmed, negated=True)


def _known(condition: Wanted, standing: Standing, now: Now) -> bool:
    """Whether it is known not to hold: of what nobody has reported on, nobody knows that it isn't red."""
    return not condition.holds(standing, now) and (standing.latest is not None or "(" not in condition.one)
