"""Sets the council's own date for a recommendation; every earlier one is kept with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dialogs.answers import standings
from dialogs.managing.mandate import REASON, first_match, named, only, only_asks, told_by
from dialogs.managing.mandate import reason as given_reason
from dialogs.turns import days
from dialogs.turns.days import Doubt, day_asked_for, longer
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, ask_for_more, propose, stale
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import LISTED, POLITE, RECS
from dialogs.words.wordings import wording
from knowledge.progress.acts.acts import targeted
from knowledge.progress.days.words import MONTHS, either
from knowledge.progress.model import Role
from knowledge.progress.standings.standing import Standing

_VERBS = (
    r"(?:set|change|move|make|put|update|revise|bring forward|bring|push back|push|put back|move back|shift|postpone|"
    r"delay|add|give)\b"
)
_VERB = rf"(?:{_VERBS})?\s*"
_ORDERS = re.compile(rf"{POLITE}{_VERBS}", re.IGNORECASE)
_TARGET = r"(?:the\s+|a\s+|its\s+|our\s+)?(?:new\s+)?(?:targets?|due|end|deadlines?)(?:\s+dates?)?"
_DUE = "target targets due end deadline deadlines"
_MONTH = rf"(?:{either(MONTHS)})\b"
# A number that no day or span goes on with.
_NO_DAY = rf"(?!\s*(?:{_MONTH}|st\b|nd\b|rd\b|th\b|[/.]\d|days?\b|weeks?\b|months?\b|years?\b))"
_TO = r"\s*(?:\b(?:back|forward|out)\s+(?=to\b))?(?:\bto\b|\bat\b|\bas\b|\bis\b|\bof\b|:|=)?\s*"
_SET = (
    wording(_DUE, rf"{POLITE}{_VERB}{_TARGET}\s+(?:for|of|on)\s+{RECS}{LISTED}{_TO}(?P<rest>.*)"),
    wording(_DUE, rf"{POLITE}(?:set|give|change|move)\s+{RECS}{LISTED}(?:'s|’s)?\s+{_TARGET}{_TO}(?P<rest>.*)"),
    wording(
        _DUE,
        rf"{POLITE}(?:set|change|move|make)\s+(?:the\s+)?targets?(?:\s+date)?\s+{RECS}{LISTED}"
        rf"{_NO_DAY}{_TO}(?P<rest>.*)",
    ),
    wording(
        "due done finished complete completed",
        rf"{POLITE}{RECS}{LISTED}\s+"
        r"(?:(?:is|are)\s+(?:to be\s+)?|(?:should|must|shall|has to|needs? to|have to)\s+be\s+)"
        r"(?:due|done|finished|completed?)\s+by(?P<rest>.*)",
    ),
)
_REMOVING = rf"{POLITE}(?:remove|delete|clear|drop|take away)\s+"
_REMOVE = (
    wording(_DUE, rf"{_REMOVING}{_TARGET}\s+(?:for|of|on|from)\s+{RECS}{LISTED}(?P<rest>.*)"),
    wording(_DUE, rf"{_REMOVING}(?:the\s+)?targets?(?:\s+date)?\s+{RECS}{LISTED}{_NO_DAY}(?P<rest>.*)"),
)

_BY = re.compile(
    r"(?:back\s+|forward\s+)?(?:by\s+)?(?P<much>.+?)(?P<earlier>\s+(?:earlier|sooner|forward))?", re.IGNORECASE
)
_FORWARD = re.compile(r"\bforward\b", re.IGNORECASE)

WHEN = "To which day shall I set the target of {refs}? For example 31 March 2027."
WHY = "{now} It would be {then}. Why is it changed? The reason is kept with the earlier target."
NOW = "The target of {ref} is {due}."
WOULD = "The target of {ref} would be {day}{was}."
WOULD_REMOVE = "The target of {ref}, {day}, would be taken away."
NO_TARGET = "No target is set for {refs}, so there is none to take away. Nothing has been saved."
SAME = "The target of {refs} is {day} already."
SAVED = "Saved. {told}"
IS = "The target of {ref} is now {day}."
GONE = "{ref} has no target any more; the earlier ones are kept."


@told_by(*_SET, *_REMOVE)
def take(moment: Moment) -> Turn | None:
    """ "Set the target for 10 to 31 March 2027"; None for any other message."""
    if only_asks(moment):
        return None
    removing = first_match(_REMOVE, moment)
    match = removing or first_match(_SET, moment)
    if match is None or not (removing or _ordered(match, moment)):
        return None
    if refused := only(Role.MANAGER, moment):
        return refused
    found = named(match["refs"], moment)
    if isinstance(found, Turn):
        return found
    stood = found.standings(moment)
    return _removing(stood, match["rest"], moment) if removing else _setting(stood, match["rest"], moment)


def _ordered(match: re.Match[str], moment: Moment) -> bool:
    """Whether a target is to be set: "deadline for rec 14" only asks for one, "target for 14: 31 March" sets it."""
    words, _ = _parted(match["rest"])
    return bool(_ORDERS.match(moment.message.text.strip())) or (
        bool(words) and not isinstance(day_asked_for(words, moment.today), Doubt)
    )


def _setting(stood: list[Standing], rest: str, moment: Moment) -> Turn:
    words, reason = _parted(rest)
    refs = tuple(s.ref for s in stood)
    order = f"set the target for {', '.join(refs)} to "
    if not words:
        return ask_for_more(moment, WHEN.format(refs=phrases.recommendations(refs)), order, refs)
    day = _moved(words, stood, moment) or day_asked_for(words, moment.today)
    if isinstance(day, Doubt):
        asked = days.instead(day, WHEN.format(refs=phrases.recommendations(refs)))
        return ask_for_more(moment, asked, order, refs, end=f": {reason}" if reason else "", yes=day.yes)
    if all(s.due == day for s in stood):
        return moment.turn(SAME.format(refs=phrases.recommendations(refs), day=standings.day(day)), refs=refs)
    if not reason and any(s.due for s in stood):
        why = WHY.format(now=_now(stood, moment), then=standings.day(day))
        return ask_for_more(moment, why, f"{order}{standings.day(day)}: ", refs, amend=order)
    told = "\n\n".join(_would(s, day, reason) for s in stood)
    what: dict[str, Any] = {"refs": refs, "day": day.isoformat(), "reason": reason, "seen": _seen(stood)}
    return propose(moment, told, "set target", refs, order=f"{order}{standings.day(day)}: ", amend=order, **what)


def _moved(words: str, stood: list[Standing], moment: Moment) -> date | None:
    """The day that "by 2 weeks" moves the target to, counted from the one that is set; None for other words."""
    by = _BY.fullmatch(words)
    dues = {s.due for s in stood}
    if by is None or len(dues) != 1 or not (due := dues.pop()):
        return None
    later = longer(by["much"], due)
    earlier = by["earlier"] or _FORWARD.search(moment.message.text.split(":")[0])
    return due - (later - due) if later and earlier else later


def _removing(stood: list[Standing], rest: str, moment: Moment) -> Turn:
    refs = tuple(s.ref for s in stood)
    order = f"remove the target for {', '.join(refs)}: "
    _, reason = _parted(rest)
    if without := [s.ref for s in stood if not s.due]:
        return moment.turn(NO_TARGET.format(refs=phrases.recommendations(without)), refs=refs)
    if not reason:
        return ask_for_more(moment, WHY.format(now=_now(stood, moment), then="taken away"), order, refs)
    told = "\n\n".join(
        WOULD_REMOVE.format(ref=phrases.recommendations((s.ref,)), day=standings.day(s.due)) for s in stood if s.due
    )
    told = f"{told} Reason: {phrases.quoted(reason)}."
    return propose(moment, told, "set target", refs, order=order, refs=refs, reason=reason, seen=_seen(stood))


def _now(stood: list[Standing], moment: Moment) -> str:
    """The target that each has now, by its number: several may be in the air."""
    return " ".join(
        NOW.format(
            ref=phrases.recommendations((s.ref,)),
            due=standings.target(s, moment.today).removeprefix("Target: ").rstrip("."),
        )
        for s in stood
        if s.due
    )


def _would(standing: Standing, day: date, reason: str) -> str:
    was = f"; it was {standings.day(standing.due)}, which stays on record" if standing.due else ""
    told = WOULD.format(ref=phrases.recommendations((standing.ref,)), day=standings.day(day), was=was)
    return f"{told} Reason: {phrases.quoted(reason)}." if reason else told


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    found = named(", ".join(what["refs"]), moment)
    if isinstance(found, Turn):
        return found
    day, stood = date.fromisoformat(what["day"]) if what.get("day") else None, found.standings(moment)
    if _seen(stood) != what.get("seen"):
        because = f": {what['reason']}" if what["reason"] else ""
        again = _setting(stood, f"{standings.day(day)}{because}", moment) if day else _removing(stood, because, moment)
        return stale(again)
    changes = [c for s in stood for c in targeted(s, day, what["reason"], moment.occasion)]
    told = " ".join(
        IS.format(ref=phrases.recommendations((ref,)), day=standings.day(day))
        if day
        else GONE.format(ref=phrases.recommendations((ref,)))
        for ref in found.refs
    )
    return moment.turn(SAVED.format(told=told), changes=tuple(changes), refs=found.refs)


def _seen(stood: list[Standing]) -> list[str]:
    """The targets that a proposal rests on."""
    return [s.target.id if s.target else "" for s in stood]


def _parted(rest: str) -> tuple[str, str]:
    """The words of the day, and those of the reason."""
    parts = re.split(REASON, rest.strip(" ,"), maxsplit=1)
    return parts[0].strip(), given_reason(parts[1]) if len(parts) > 1 else ""


DOERS: dict[str, Doer] = {"set target": _do}
