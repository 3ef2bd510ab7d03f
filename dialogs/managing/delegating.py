"""Lets somebody post for a lead, while they are away for instance, and ends that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.managing.mandate import first_match, only_asks, told_by
from dialogs.people import finding
from dialogs.people.choosing import ask_which
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer, propose
from dialogs.turns.rights import UNKNOWN, denied, people
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from dialogs.words.orders import POLITE
from dialogs.words.wordings import wording
from knowledge.progress.acts.changes import Change, audited, fresh
from knowledge.progress.model import Delegation, Member, Role
from knowledge.progress.standings.leads import lead_names
from knowledge.store.shelves import DELEGATIONS

# Somebody by address, by object id, or by name.
# No name is longer (characters); without a limit, a row of such orders would take its length in the square.
_WHO = r"(?P<who>[^\s:;?@]+@[^\s:;?@]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[^\d:;?]{1,100}?)"
_FOR = r"\s+for\s+(?P<lead>[^\d:;?]{1,100}?)(?P<until>\s+(?:until|till|while|during|when|from|this|next)\b.*)?"
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
# Words that name somebody, their title and team among them.
_LONGEST_NAME = 8
_ME = frozenset({"me", "myself", "mine", "my updates", "my recommendations"})

NOBODY_CALLED = (
    "I don’t have {name} in my directory, so nothing has been saved. An administrator can add them, and then they can "
    "post for somebody."
)
NO_LEAD = "I don’t know a lead called {name}. Nothing has been saved."
NOT_A_LEAD = "You aren’t linked to a lead’s name, so nobody can post for you. An administrator can link you."
SEVERAL = "You post as several leads."
NO_END = "I can’t end that by myself: say “stop … posting for me” when it is over."
WOULD = "{who} could post updates for {lead}, until somebody ends it."
WOULD_STOP = "{who} could no longer post updates for {lead}."
ALREADY = "{who} may post for {lead} already."
NOT_SO = "{who} doesn’t post for {lead}, so there is nothing to end."
SAVED = "Saved. {who} may now post for {lead}. Each update shows who wrote it."
STOPPED = "Saved. {who} may no longer post for {lead}."


@told_by(*_STOP, *_LET)
def take(moment: Moment) -> Turn | None:
    """ "Let Jane Doe post for me", "stop Jane Doe posting for Sue Myers"; None for any other message."""
    if only_asks(moment):
        return None
    for patterns, allow in ((_STOP, False), (_LET, True)):
        match = first_match(patterns, moment)
        if match and all(_may_be_named(match[group]) for group in ("who", "lead")):
            turn = _asked(match["who"].strip(), match["lead"].strip(), moment, allow=allow)
            return _without_end(turn) if allow and match.groupdict().get("until") else turn
    return None


def _may_be_named(words: str) -> bool:
    """Whether somebody may be called so: what stands before "report for" in a letter goes on for sentences."""
    return len(words.split()) <= _LONGEST_NAME


def _without_end(turn: Turn) -> Turn:
    """The turn, and that it doesn't end by itself, for who named a time."""
    (reply,) = turn.replies
    if turn.memory.draft.get("do") != "delegate":
        return turn
    return replace(turn, replies=(replace(reply, text=f"{NO_END}\n\n{reply.text}"),))


def _asked(who: str, lead: str, moment: Moment, *, allow: bool) -> Turn:
    if not moment.actor.key:
        return moment.turn(UNKNOWN)
    name = _lead(lead, moment, lambda meant: _order(who, meant, allow=allow))
    if isinstance(name, Turn):
        return name
    if not _may(name, moment):
        return moment.turn(denied(Role.MANAGER, moment))
    member = finding.person(moment, who, lambda meant: _order(meant, name, allow=allow))
    if isinstance(member, Turn):
        return member
    if moment.records.member(member.key) is None:
        return moment.turn(NOBODY_CALLED.format(name=phrases.escaped(who)))
    shown = {"who": phrases.escaped(member.name or member.email), "lead": phrases.escaped(name)}
    if allow == (_standing(member, name, moment) is not None):
        return moment.turn((ALREADY if allow else NOT_SO).format(**shown))
    told = (WOULD if allow else WOULD_STOP).format(**shown)
    return propose(moment, told, "delegate", member=member.key, lead=name, allow=allow)


def _order(who: str, lead: str, *, allow: bool) -> str:
    """The order in words that are understood again."""
    return f"let {who} post for {lead}" if allow else f"stop {who} posting for {lead}"


def _lead(words: str, moment: Moment, again: finding.Again) -> str | Turn:
    """The lead's name that is meant, or the question which, or that there is none."""
    led = lead_names(moment.knowledge.programmes, moment.records)
    if words.casefold() in _ME:
        mine = [name for name in moment.actor.leads if name in led]
        if len(mine) > 1:
            return ask_which(moment, SEVERAL, {name: again(name) for name in mine})
        return mine[0] if mine else moment.turn(NOT_A_LEAD)
    name = finding.lead(moment, words, again)
    known = {*led, *(one for member in people(moment) for one in member.leads)}
    return name if isinstance(name, Turn) or name in known else moment.turn(NO_LEAD.format(name=phrases.escaped(name)))


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
