"""Gives people roles, and takes roles away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.people import finding
from dialogs.people.changing import Act
from dialogs.people.finding import shown
from dialogs.people.requests import Request
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer
from dialogs.turns.rights import ARE, people
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.model import Member, Role

WILL = "{person} will be {a}{able}."
WONT = "{person} will no longer be {a}."
ABLE = {
    Role.STAFF: "",
    Role.OFFICER: "",
    Role.MANAGER: ", and may assign leads, set targets, decide on extensions and sign off",
    Role.ADMINISTRATOR: ", and may link accounts, give roles and import documents",
}
LAST = (
    "After that nobody whom I know is an administrator in my directory: only those named in the setting ADMINS could "
    "make somebody one again."
)
NOBODY_LEFT = (
    "{person} is the only administrator, and nobody could give that role again: the setting ADMINS, in which whoever "
    "runs me names the first ones, names nobody. Make somebody else an administrator first, such as “make Jane Doe an "
    "administrator”. Nothing has changed."
)
# An address may be mistyped; only who has written once surely is somebody.
NOBODY_KNOWN = (
    "{person} is the only administrator whom I know: {others} {have} not written to me yet, and the setting ADMINS "
    "names nobody, so perhaps nobody could give that role again. Wait until one of them has written to me. Nothing has "
    "changed."
)
YOU = "That is you."
LAST_YOU = "You are the last administrator in my directory. {last}"


def _given(member: Member, role: str) -> Member:
    return replace(member, roles=member.roles | {Role(role)})


def _taken(member: Member, role: str) -> Member:
    return replace(member, roles=member.roles - {Role(role)})


def _a(role: str) -> str:
    return ARE[Role(role)][0]


GIVE = Act(
    "role given", "Saved: {person} is {detail} now.", "{person} is {detail} already. Nothing has changed.", _given, _a
)
TAKE = Act(
    "role taken away",
    "Saved: {person} is no longer {detail}.",
    "{person} isn’t {detail}. Nothing has changed.",
    _taken,
    _a,
)


def give(moment: Moment, request: Request) -> Turn:
    """Propose that somebody has a role."""
    role = request.role or Role.STAFF
    who = request.email or request.who
    member = finding.person(moment, who, lambda meant: f"make {meant} {_a(role)}")
    if isinstance(member, Turn):
        return member
    return GIVE.proposed(moment, member, role, WILL.format(person=shown(member), a=_a(role), able=ABLE[role]))


def take_away(moment: Moment, request: Request) -> Turn:
    """Propose that somebody no longer has a role; that nobody would be left to give it back is said first."""
    role = request.role or Role.STAFF
    member = finding.person(moment, request.who, lambda meant: f"remove the {role} role from {meant}")
    if isinstance(member, Turn):
        return member
    if refused := _nobody_left(moment, member, role):
        return refused
    restated = WONT.format(person=shown(member), a=_a(role))
    if member.key == moment.actor.key:
        restated += f" {YOU}"
    if role is Role.ADMINISTRATOR and _last(moment, member):
        restated += f" {LAST_YOU.format(last=LAST) if member.key == moment.actor.key else LAST}"
    return TAKE.proposed(moment, member, role, restated)


def _take(moment: Moment, what: Mapping[str, Any]) -> Turn:
    """What a yes leads to; somebody else may have lost the role in the meantime."""
    member = finding.kept(moment, what)
    refused = _nobody_left(moment, member, Role(what["detail"])) if member else None
    return refused or TAKE.doer(moment, what)


DOERS: dict[str, Doer] = {GIVE.name: GIVE.doer, TAKE.name: _take}


def _nobody_left(moment: Moment, member: Member, role: Role) -> Turn | None:
    """The refusal where nobody who is known would be an administrator any more."""
    if role is not Role.ADMINISTRATOR or moment.knowledge.appoints or moment.actor.unbound:
        return None
    if not _last(moment, member):
        return None
    others = [shown(one) for one in _administrators(moment) if one.key != member.key]
    if not others:
        return moment.turn(NOBODY_LEFT.format(person=shown(member)))
    have = "has" if len(others) == 1 else "have"
    return moment.turn(NOBODY_KNOWN.format(person=shown(member), others=phrases.joined(others), have=have))


def _last(moment: Moment, member: Member) -> bool:
    """Whether nobody but this person is an administrator, of all whose account is known."""
    known = {one.key for one in _administrators(moment) if one.object_id or one.key == moment.actor.key}
    return known | {member.key} == {member.key} and Role.ADMINISTRATOR in member.roles


def _administrators(moment: Moment) -> list[Member]:
    return [one for one in people(moment) if Role.ADMINISTRATOR in one.roles]
