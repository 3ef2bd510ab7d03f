"""Says who leads a recommendation from now on; what the document says stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.managing import accounts
from dialogs.managing.known import known_names, nearest
from dialogs.managing.mandate import REASON, first_match, named, only, only_asks, so_already, told_by, why
from dialogs.people import finding
from dialogs.turns import again
from dialogs.turns.moment import Moment
from dialogs.turns.pronouns import pronounced
from dialogs.turns.proposing import Doer, ask_for_more, propose, stale
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import LISTED, POLITE, RECS
from dialogs.words.wordings import wording
from knowledge.progress.acts.acts import assigned
from knowledge.progress.model import Role
from knowledge.progress.standings.standing import Standing

_NAMES = r"(?P<names>[^\d:;?]+?)"
_WHY = rf"(?:\s+as\s+(?:the\s+|a\s+)?(?:new\s+)?leads?(?:\s+officers?)?)?(?P<why>{REASON}.+)?"
_NO_QUESTION = r"(?!(?:who|whoever|whom|which|what|does|do|did|is)\b)"
_ASSIGN = (
    wording(
        "assign reassign",
        rf"{POLITE}(?:re-?)?assign\s+{RECS}{LISTED}\s*(?:from\s+[^\d:;?]+?\s+)?(?:to\b|:)?\s*{_NAMES}?{_WHY}",
    ),
    wording("give hand pass allocate", rf"{POLITE}(?:give|hand|pass|allocate)\s+{RECS}{LISTED}\s+to\s+{_NAMES}{_WHY}"),
    wording(
        "make",
        rf"{POLITE}make\s+{_NAMES}\s+(?:the\s+)?(?:new\s+)?leads?(?:\s+officers?)?\s+"
        rf"(?:(?:of|for|on)\s+)?{RECS}{LISTED}{_WHY}",
    ),
    wording(
        "take have lead pick own",
        rf"{POLITE}(?:can|could|let|get|have)\s+(?!(?:you|i|we|me|us|any\w+|some\w+)\b){_NAMES}\s+(?:to\s+)?"
        rf"(?:take(?:\s+(?:on|over))?|have|lead|pick\s+up|own)\s+{RECS}{LISTED}{_WHY}",
    ),
    wording("put", rf"{POLITE}put\s+{_NAMES}\s+(?:on|down\s+for|in\s+charge\s+of)\s+{RECS}{LISTED}{_WHY}"),
    wording(
        "lead leads take takes",
        rf"{POLITE}{_NO_QUESTION}{_NAMES}\s+(?:now\s+)?(?:leads?|takes?\s+over)\s+{RECS}{LISTED}\s+"
        rf"(?:from now on|now){_WHY}",
    ),
)
_UNASSIGN = wording(
    "assign unassign assignment assignments assigned lead leads",
    rf"{POLITE}(?:un-?assign|(?:remove|drop|clear|delete|take away)\s+(?:the\s+|its\s+)?"
    r"(?:assignment|(?:assigned\s+)?lead)s?(?:\s+officers?)?\s+(?:of|for|on|from))\s+"
    rf"{RECS}{LISTED}{_WHY}",
)
_OFF = (
    wording(
        "take",
        rf"{POLITE}take\s+{RECS}{LISTED}\s+(?:off|away\s+from|from)\s+(?P<who>[^\d:;?]{{1,60}}?){_WHY}",
    ),
    wording(
        "remove take",
        rf"{POLITE}(?:remove|take)\s+(?P<who>[^\d:;?]{{1,60}}?)\s+"
        r"(?:(?:as|from)\s+(?:the\s+)?leads?(?:\s+officers?)?\s+)?"
        rf"(?:of|for|on|from|off)\s+{RECS}{LISTED}{_WHY}",
    ),
    wording(
        "longer more",
        rf"{POLITE}{_NO_QUESTION}(?P<who>[^\d:;?]{{1,60}}?)\s+"
        r"(?:no\s+longer\s+leads?|(?:does\s+not|doesn['’]t)\s+lead|is\s+no\s+longer\s+(?:the\s+)?(?:lead|leading)"
        rf"(?:\s+(?:of|for|on))?)\s+{RECS}{LISTED}(?:\s+any\s*more)?{_WHY}",
    ),
)
_AS_WELL = re.compile(r"\s+(?:as\s+well|too|also)\Z", re.IGNORECASE)
_TO_NOBODY = frozenset({"nobody", "no one", "noone", "none", "no-one", "anybody", "no lead"})
_ME = frozenset({"me", "myself"})

TO_WHOM = "Who is to lead {refs}? Say the name, such as “{example}”."
UNKNOWN_NAME = (
    "I don’t know anybody called {name}, so nothing has been saved. I know {known}. An administrator can add people to "
    "the directory."
)
DID_YOU_MEAN = "I took “{typed}” for {name}."
WOULD = "{names} would lead {ref}{instead}."
STAYS = "The document’s own words stay as they are."
ALREADY = "{names} already {lead} {refs}. Nothing has been saved."
WOULD_NOT = "The assignment of {ref} would end, so that {names}."
BECAUSE = " Reason: {reason}."
NOT_ASSIGNED = (
    "{refs} {isnt} assigned to anybody by the council, so there is nothing to take back. Nothing has been saved."
)
TO_ANOTHER = "The document names {names}; “assign {plain} to …” has somebody else lead it."
LEADS_NOT = "{name} doesn’t lead {refs}, so there is nothing to take back. Nothing has been saved."
SAVED = "Saved. {told}"
LEADS = "{names} now {lead} {ref}."
DOCUMENTS = "{ref} is led again by whom the document names: {names}."
NOBODYS = "{ref} is led by nobody again, as in the document."
NOBODY = "nobody leads it"


def hears(moment: Moment) -> bool:
    """Whether a message assigns something in the words that are understood here."""
    return first_match(_ASSIGN, moment) is not None


@told_by(_UNASSIGN, *_OFF, *_ASSIGN)
def take(moment: Moment) -> Turn | None:
    """ "Assign 4 to Sue Myers", "unassign 4"; None for any other message."""
    if only_asks(moment):
        return None
    ending = first_match((_UNASSIGN,), moment)
    off = None if ending else first_match(_OFF, moment)
    match = ending or off or first_match(_ASSIGN, moment)
    if match is None or (off and nearest(off["who"], known_names(moment)) is None):
        return None
    if refused := only(Role.MANAGER, moment):
        return refused
    found = named(match["refs"], moment)
    if isinstance(found, Turn):
        return found
    stood, reason = found.standings(moment), why(match["why"] or "")
    if off:
        return _taking_off(nearest(off["who"], known_names(moment)) or "", stood, reason, moment)
    if not ending and " ".join((match["names"] or "").lower().split()) in _TO_NOBODY:
        return _ending(stood, reason, moment)
    return _ending(stood, reason, moment) if ending else _assigning(stood, match["names"] or "", reason, moment)


def _taking_off(name: str, stood: list[Standing], reason: str, moment: Moment) -> Turn:
    """Somebody leads it no longer: whoever else was assigned goes on leading it, or whom the document names."""
    refs = tuple(s.ref for s in stood)
    if not_so := [s.ref for s in stood if name not in s.leads]:
        told = LEADS_NOT.format(name=phrases.escaped(name), refs=phrases.recommendations(not_so))
        return moment.turn(told, refs=refs)
    others = [[lead for lead in s.leads if lead != name] for s in stood]
    if any(others) and (len(stood) == 1 or all(one == others[0] for one in others)):
        return _assigning(stood, " and ".join(others[0]), reason, moment)
    return _ending(stood, reason, moment)


def _assigning(stood: list[Standing], words: str, reason: str, moment: Moment) -> Turn:
    refs = tuple(s.ref for s in stood)
    words = _AS_WELL.sub("", words.strip(" ,"))
    typed = [n.strip() for n in re.split(r"\s*(?:,|&|\band\b)\s*", words) if n.strip()]
    known = known_names(moment)
    if not typed:
        asked = TO_WHOM.format(refs=phrases.recommendations(refs), example=next(iter(known), "Sue Myers"))
        end = f": {reason}" if reason else ""
        return ask_for_more(moment, asked, f"assign {', '.join(refs)} to ", refs, end=end)
    meant = [moment.actor.name if name.casefold() in _ME else nearest(name, known) for name in typed]
    if None in meant:
        unknown = phrases.joined(phrases.escaped(t) for t, m in zip(typed, meant, strict=True) if m is None)
        shown = phrases.joined(map(phrases.escaped, known[:12])) or "no names yet"
        turn = moment.turn(UNKNOWN_NAME.format(name=unknown, known=shown), refs=refs)
        return _awaiting(turn, typed, [name or "" for name in meant], reason, moment)
    names = [name for name in meant if name]
    took = [
        DID_YOU_MEAN.format(typed=phrases.escaped(t), name=phrases.escaped(n))
        for t, n in zip(typed, names, strict=True)
        if t.casefold() != n.casefold()
    ]
    if all({*s.leads} == {*names} for s in stood) and not accounts.to_link(names, moment):
        return so_already(moment.turn(" ".join([*took, _already(names, refs)]), refs=refs))
    could = accounts.told(names, moment)
    told = "\n\n".join(filter(None, [*took, *(_would(s, names) for s in stood), could, STAYS]))
    order = f"assign {', '.join(refs)} to {' and '.join(names)}: "
    return _proposed(moment, told, refs, order, names=names, reason=reason, seen=_seen(stood))


def _awaiting(turn: Turn, typed: Sequence[str], meant: Sequence[str], reason: str, moment: Moment) -> Turn:
    """The turn, after which the address of the one who isn't known takes the order up."""
    unknown = [name for name, known in zip(typed, meant, strict=True) if not known]
    if len(unknown) > 1:
        return turn
    why_so = f": {reason}" if reason else ""

    def again_for(who: str) -> str:
        return f"assign {', '.join(turn.memory.refs)} to {' and '.join(known or who for known in meant)}{why_so}"

    return finding.awaiting_address(turn, moment, unknown[0], again_for, by_name=True)


def _proposed(
    moment: Moment, told: str, refs: tuple[str, ...], order: str, *, names: list[str], reason: str, seen: list[str]
) -> Turn:
    because = BECAUSE.format(reason=phrases.quoted(reason)) if reason else ""
    turn = propose(
        moment,
        f"{told}{because}",
        "assign",
        refs,
        order=order,
        amend=f"assign {', '.join(refs)} to ",
        refs=refs,
        names=names,
        reason=reason,
        seen=seen,
    )
    return _spoken(turn, names, reason, moment)


def _spoken(turn: Turn, names: Sequence[str], reason: str, moment: Moment) -> Turn:
    """The turn, after which "her" means who was named, and "and 5" the same of 5."""
    why_so = f": {reason}" if reason else ""
    turn = again.repeatable(turn, moment, "assign ", f" to {' and '.join(names) or 'nobody'}{why_so}")
    return pronounced(turn, names[0], moment) if len(names) == 1 else turn


def _seen(stood: list[Standing]) -> list[str]:
    """The assignments that a proposal rests on."""
    return [s.assignment.id if s.assignment else "" for s in stood]


def _ending(stood: list[Standing], reason: str, moment: Moment) -> Turn:
    refs = tuple(s.ref for s in stood)
    if not_so := [s.ref for s in stood if not s.assignment]:
        isnt = "isn’t" if len(not_so) == 1 else "aren’t"
        told = NOT_ASSIGNED.format(refs=phrases.recommendations(not_so), isnt=isnt)
        named_there = [s.leads for s in stood if s.ref == not_so[0] and s.leads]
        if len(not_so) == 1 and named_there:
            names = phrases.joined(map(phrases.escaped, named_there[0]))
            told = f"{told} {TO_ANOTHER.format(names=names, plain=not_so[0])}"
        return moment.turn(told, refs=refs)
    told = " ".join(
        WOULD_NOT.format(ref=phrases.recommendations((s.ref,)), names=_documents(s.ref, moment)) for s in stood
    )
    return _proposed(moment, told, refs, f"unassign {', '.join(refs)}: ", names=[], reason=reason, seen=_seen(stood))


def _already(names: Sequence[str], refs: Sequence[str]) -> str:
    shown, lead = phrases.joined(map(phrases.escaped, names)), "leads" if len(names) == 1 else "lead"
    return ALREADY.format(names=shown, lead=lead, refs=phrases.recommendations(refs))


def _would(standing: Standing, names: Sequence[str]) -> str:
    others = [name for name in standing.leads if name not in names]
    instead = f" instead of {phrases.joined(map(phrases.escaped, others))}" if others else ""
    shown = phrases.joined(map(phrases.escaped, names))
    return WOULD.format(names=shown, ref=phrases.recommendations((standing.ref,)), instead=instead)


def _documents(ref: str, moment: Moment) -> str:
    """Who leads it by the document, as a clause."""
    rec = moment.index.by_ref[ref] if moment.index else None
    names = phrases.joined(phrases.escaped(lead.name) for lead in rec.leads) if rec else ""
    return f"{names} would lead it again, as the document has it" if names else f"{NOBODY} any more"


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    if refused := only(Role.MANAGER, moment):
        return refused
    found = named(", ".join(what["refs"]), moment)
    if isinstance(found, Turn):
        return found
    why_so, stood = what.get("reason", ""), found.standings(moment)
    if _seen(stood) != what.get("seen"):
        words = " and ".join(what["names"])
        return stale(_assigning(stood, words, why_so, moment) if words else _ending(stood, why_so, moment))
    changes = [c for s in stood for c in assigned(s, what["names"], moment.occasion, why_so)]
    told = " ".join(_told(ref, what["names"], found.index.by_ref[ref].leads) for ref in found.refs)
    links = accounts.linked(what["names"], moment)
    turn = moment.turn(SAVED.format(told=told), changes=(*changes, *links), refs=found.refs)
    return _spoken(turn, what["names"], "", moment)


def _told(ref: str, names: Sequence[str], leads: Sequence[Any]) -> str:
    shown = phrases.recommendations((ref,))
    if names:
        lead = "leads" if len(names) == 1 else "lead"
        return LEADS.format(names=phrases.joined(map(phrases.escaped, names)), lead=lead, ref=shown)
    documents = phrases.joined(phrases.escaped(one.name) for one in leads)
    if not documents:
        return NOBODYS.format(ref=shown)
    return DOCUMENTS.format(ref=shown, names=documents)


DOERS: dict[str, Doer] = {"assign": _do}
