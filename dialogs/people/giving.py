"""Gives people roles, and takes roles away."""

from __future__ import annotations

from dataclasses import replace

from dialogs.people import finding
from dialogs.people.changing import Act
from dialogs.people.finding import shown
from dialogs.people.requests import Request
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer
from dialogs.turns.rights import ARE, people
from dialogs.turns.turn import Turn
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
    "After that nobody in my directory is an administrator: only those named in the setting ADMINS could make "
    "somebody one again."
)
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
    restated = WONT.format(person=shown(member), a=_a(role))
    if role is Role.ADMINISTRATOR and _last(moment, member):
        restated += f" {LAST_YOU.format(last=LAST) if member.key == moment.actor.key else LAST}"
    return TAKE.proposed(moment, member, role, restated)


DOERS: dict[str, Doer] = {act.name: act.doer for act in (GIVE, TAKE)}


def _last(moment: Moment, member: Member) -> bool:
    """Whether nobody but this person is an administrator."""
    administrators = [one.key for one in people(moment) if Role.ADMINISTRATOR in one.roles]
    return administrators == [member.key]
