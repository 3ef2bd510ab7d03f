"""Lets somebody post for a lead, while they are away for instance, and ends that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs import phrases
from dialogs.assigning import known_names, nearest
from dialogs.managing import first_match, only_asks
from dialogs.moment import Moment
from dialogs.orders import POLITE
from dialogs.proposing import Doer, propose
from dialogs.rights import UNKNOWN, denied
from dialogs.turn import Turn
from dialogs.wordings import wording
from knowledge.progress.changes import Change, audited, fresh
from knowledge.progress.model import Delegation, Member, Role
from knowledge.store.shelves import DELEGATIONS

_WHO = r"(?P<who>[^\d:;?]+?)"
_FOR = r"\s+for\s+(?P<lead>[^\d:;?]+)"
_LET = (
    wording(
        "post update report",
        rf"{POLITE}{_WHO}\s+(?:may|can|is allowed to)\s+(?:post|update|report)(?:\s+updates?)?{_FOR}",
    ),
    wording(
        "post update report", rf"{POLITE}(?:allow\s+)?{_WHO}\s+(?:to\s+)?(?:post|update|report)(?:\s+updates?)?{_FOR}"
    ),
    wording(
        "delegate deputy cover",
        rf"{POLITE}(?:make\s+)?{_WHO}\s+(?:is\s+|as\s+)?(?:a\s+|the\s+|my\s+)?(?:delegate|deputy|cover){_FOR}",
    ),
    wording("delegate", rf"{POLITE}delegate\s+(?P<lead>me|my updates|mine|my recommendations)\s+to\s+{_WHO}"),
)
_STOP = (
    wording("stop", rf"{POLITE}stop\s+{_WHO}\s+(?:from\s+)?(?:posting|updating|reporting){_FOR}"),
    wording(
        "post update report",
        rf"{POLITE}{_WHO}\s+(?:may|can|must)\s*(?:not|n't|no longer)\s+(?:post|update|report){_FOR}",
    ),
    wording(
        "delegate deputy cover",
        rf"{POLITE}(?:remove|end)\s+{_WHO}\s+as\s+(?:a\s+|the\s+|my\s+)?(?:delegate|deputy|cover){_FOR}",
    ),
)
_ME = frozenset({"me", "myself", "mine", "my updates", "my recommendations"})

NOBODY_CALLED = (
    "I don’t have {name} in my directory, so nothing has been saved. An administrator can add them, and then they can "
    "post for somebody."
)
NO_LEAD = "I don’t know a lead called {name}. Nothing has been saved."
NOT_A_LEAD = "You aren’t linked to a lead’s name, so nobody can post for you. An administrator can link you."
WOULD = "{who} could post updates for {lead}, until somebody ends it."
WOULD_STOP = "{who} could no longer post updates for {lead}."
ALREADY = "{who} may post for {lead} already."
NOT_SO = "{who} doesn’t post for {lead}, so there is nothing to end."
SAVED = "Saved. {who} may now post for {lead}. Each update shows who wrote it."
STOPPED = "Saved. {who} may no longer post for {lead}."


def take(moment: Moment) -> Turn | None:
    """ "Let Jane Doe post for me", "stop Jane Doe posting for Sue Myers"; None for any other message."""
    if only_asks(moment):
        return None
    for patterns, allow in ((_STOP, False), (_LET, True)):
        if match := first_match(patterns, moment):
            return _asked(match["who"].strip(), match["lead"].strip(), moment, allow=allow)
    return None


def _asked(who: str, lead: str, moment: Moment, *, allow: bool) -> Turn:
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    name = _lead(lead, moment)
    if name is None:
        mine = lead.casefold() in _ME
        return moment.turn(NOT_A_LEAD if mine else NO_LEAD.format(name=phrases.escaped(lead)))
    if not _may(name, moment):
        return moment.turn(denied(Role.MANAGER, moment))
    member = _member(who, moment)
    if member is None:
        return moment.turn(NOBODY_CALLED.format(name=phrases.escaped(who)))
    shown = {"who": phrases.escaped(member.name or member.email), "lead": phrases.escaped(name)}
    if allow == (_standing(member, name, moment) is not None):
        return moment.turn((ALREADY if allow else NOT_SO).format(**shown))
    told = (WOULD if allow else WOULD_STOP).format(**shown)
    return propose(moment, told, "delegate", member=member.key, lead=name, allow=allow)


def _lead(words: str, moment: Moment) -> str | None:
    if words.casefold() in _ME:
        return next(iter(moment.actor.leads), None)
    return nearest(words, known_names(moment))


def _member(words: str, moment: Moment) -> Member | None:
    """The one person of the directory who is meant, by name or e-mail."""
    members = moment.records.members()
    by_mail = [m for m in members if m.email and m.email.casefold() == words.casefold()]
    if by_mail:
        return by_mail[0]
    name = nearest(words, [m.name for m in members if m.name])
    found = [m for m in members if m.name == name]
    return found[0] if name and len(found) == 1 else None


def _may(lead: str, moment: Moment) -> bool:
    """A lead decides for themselves, a manager for everybody."""
    return lead in moment.actor.leads or moment.actor.is_(Role.MANAGER)


def _standing(member: Member, lead: str, moment: Moment) -> Delegation | None:
    return next((d for d in moment.records.delegations() if (d.member, d.lead) == (member.key, lead)), None)


def _do(moment: Moment, what: Mapping[str, Any]) -> Turn:
    lead, member = what["lead"], moment.records.member(what["member"])
    if member is None or not _may(lead, moment):
        return moment.turn(denied(Role.MANAGER, moment))
    shown = {"who": phrases.escaped(member.name or member.email), "lead": phrases.escaped(lead)}
    before = _standing(member, lead, moment)
    if what["allow"] == (before is not None):
        return moment.turn((ALREADY if what["allow"] else NOT_SO).format(**shown))
    occasion = moment.occasion
    if before:
        change, did = Change(DELEGATIONS, replace(before, ended=occasion.at)), "delegation ended"
    else:
        made = Delegation(fresh(), lead, member.key, occasion.actor.key, occasion.at, occasion.actor.name)
        change, did = Change(DELEGATIONS, made), "delegate named"
    changes = audited(occasion, did, change, before, subject=f"lead/{lead}")
    return moment.turn((SAVED if what["allow"] else STOPPED).format(**shown), changes=changes)


DOERS: dict[str, Doer] = {"delegate": _do}
