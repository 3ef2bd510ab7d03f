"""Sets the council's own date for a recommendation; every earlier one is kept with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dialogs.answers import standings
from dialogs.managing.mandate import REASON, Named, first_match, named, only, only_asks, so_already, told_by
from dialogs.managing.mandate import reason as given_reason
from dialogs.turns import again, days
from dialogs.turns.days import Doubt, besides, day_asked_for, longer, unconditional
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import PROPOSAL, Doer, ask_for_more, propose, stale
from dialogs.turns.turn import Turn, beginning, ending
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
WHY = "{now} {it} would be {then}. Why is it changed? The reason is kept with the earlier target."
NONE_YET = "{ref} has no target yet."
NOW = "The target of {ref} is {told}"
WOULD = "The target of {ref} would be {day}{was}."
WOULD_REMOVE = "The target of {ref}, {day}, would be taken away."
NO_TARGET = "No target is set for {refs}, so there is none to take away. Nothing has been saved."
SAME = "The target of {refs} is {day} already."
SAVED = "Saved. {told}"
YOU_EXTEND = "You lead it, so you can ask for more time: “extend {plain} to {to}: why”."
IS = "The target of {ref} is now {day}."
ONLY_A_DAY = (
    "A target is only a day, so “{words}” isn’t kept with it. What you say behind a colon is kept as the reason."
)
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
    found = named(match["refs"], moment)
    if refused := only(Role.MANAGER, moment):
        return refused if removing else ending(refused, _extends(found, match["rest"], moment))
    if isinstance(found, Turn):
        return found
    stood = found.standings(moment)
    return _removing(stood, match["rest"], moment) if removing else _setting(stood, match["rest"], moment)


def _extends(found: Named | Turn, rest: str, moment: Moment) -> str:
    """How whoever leads the one recommendation asks for more time instead; empty for all others."""
    if isinstance(found, Turn) or len(found.refs) != 1 or not moment.actor.may_update(found.standings(moment)[0]):
        return ""
    day = day_asked_for(unconditional(_parted(rest)[0])[0], moment.today)
    to = "…" if isinstance(day, Doubt) else standings.day(day)
    return YOU_EXTEND.format(plain=found.refs[0], to=to)


def _ordered(match: re.Match[str], moment: Moment) -> bool:
    """Whether a target is to be set: "deadline for rec 14" only asks for one, "target for 14: 31 March" sets it."""
    words, _ = unconditional(_parted(match["rest"])[0])
    return bool(_ORDERS.match(moment.message.text.strip())) or (
        bool(words) and not isinstance(day_asked_for(words, moment.today), Doubt)
    )


def _setting(stood: list[Standing], rest: str, moment: Moment) -> Turn:
    """The target to set, or what there is to ask; what a target can't keep is said."""
    words, reason = _parted(rest)
    words, condition = unconditional(words)
    turn = _setting_to(stood, words, reason, moment)
    left = condition or ("" if _moved(words, stood, moment) else besides(words, moment.today))
    told = ONLY_A_DAY.format(words=phrases.escaped(left)) if left and _has_day(turn) else ""
    return beginning(turn, told)


def _has_day(turn: Turn) -> bool:
    """Whether the day is settled: it is asked for a yes, or for a reason."""
    draft = turn.memory.draft
    return bool(draft) and (draft.get("form") == PROPOSAL or str(draft.get("order", "")).endswith(": "))


def _setting_to(stood: list[Standing], words: str, reason: str, moment: Moment) -> Turn:
    refs = tuple(s.ref for s in stood)
    order = f"set the target for {', '.join(refs)} to "
    if not words:
        return ask_for_more(moment, WHEN.format(refs=phrases.recommendations(refs)), order, refs)
    day = _moved(words, stood, moment) or day_asked_for(words, moment.today)
    if isinstance(day, Doubt):
        asked = days.instead(day, WHEN.format(refs=phrases.recommendations(refs)))
        return ask_for_more(moment, asked, order, refs, end=f": {reason}" if reason else "", yes=day.yes)
    if all(s.due == day for s in stood):
        told = SAME.format(refs=phrases.recommendations(refs), day=standings.day(day))
        return so_already(moment.turn(told, refs=refs))
    if not reason and any(s.due for s in stood):
        now = " ".join(_now(s, moment) for s in stood)
        why = WHY.format(now=now, it="It" if len(stood) == 1 else "Each", then=standings.day(day))
        return ask_for_more(moment, why, f"{order}{standings.day(day)}: ", refs, amend=order)
    told = "\n\n".join(_would(s, day, reason) for s in stood)
    what: dict[str, Any] = {"refs": refs, "day": day.isoformat(), "reason": reason, "seen": _seen(stood)}
    turn = propose(moment, told, "set target", refs, order=f"{order}{standings.day(day)}: ", amend=order, **what)
    return _repeatable(turn, day, reason, moment)


def _repeatable(turn: Turn, day: date, reason: str, moment: Moment) -> Turn:
    """The turn, after which "and 5" sets the same target there."""
    tail = f" to {standings.day(day)}" + (f": {reason}" if reason else "")
    return again.repeatable(turn, moment, "set the target for ", tail)


def _now(standing: Standing, moment: Moment) -> str:
    """The target that there is, or that there is none, as a sentence that names its recommendation."""
    if standing.due is None:
        return NONE_YET.format(ref=phrases.recommendations((standing.ref,)))
    told = standings.target(standing, moment.today).removeprefix("Target: ")
    return NOW.format(ref=phrases.recommendations((standing.ref,)), told=told)


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
        now = " ".join(_now(s, moment) for s in stood)
        it = "It" if len(stood) == 1 else "Each"
        return ask_for_more(moment, WHY.format(now=now, it=it, then="taken away"), order, refs)
    told = "\n\n".join(
        WOULD_REMOVE.format(ref=phrases.recommendations((s.ref,)), day=standings.day(s.due)) for s in stood if s.due
    )
    told = f"{told} Reason: {phrases.quoted(reason)}."
    return propose(moment, told, "set target", refs, order=order, refs=refs, reason=reason, seen=_seen(stood))


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
        new = _setting(stood, f"{standings.day(day)}{because}", moment) if day else _removing(stood, because, moment)
        return stale(new)
    changes = [c for s in stood for c in targeted(s, day, what["reason"], moment.occasion)]
    told = " ".join(
        IS.format(ref=phrases.recommendations((ref,)), day=standings.day(day))
        if day
        else GONE.format(ref=phrases.recommendations((ref,)))
        for ref in found.refs
    )
    turn = moment.turn(SAVED.format(told=told), changes=tuple(changes), refs=found.refs)
    return _repeatable(turn, day, "", moment) if day else turn


def _seen(stood: list[Standing]) -> list[str]:
    """The targets that a proposal rests on."""
    return [s.target.id if s.target else "" for s in stood]


def _parted(rest: str) -> tuple[str, str]:
    """The words of the day, and those of the reason."""
    parts = re.split(REASON, rest.strip(" ,"), maxsplit=1)
    return parts[0].strip(), given_reason(parts[1]) if len(parts) > 1 else ""


DOERS: dict[str, Doer] = {"set target": _do}
