"""Says who is who: what the speaker may do, who has a role, who answers to a lead's name."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.help import UNBOUND
from dialogs.people import finding
from dialogs.people.finding import shown
from dialogs.people.linking import led
from dialogs.people.requests import Request
from dialogs.turns.moment import Moment
from dialogs.turns.pronouns import pronounced
from dialogs.turns.rights import ARE, holders, people
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.model import Member, Role
from knowledge.progress.people import names
from knowledge.progress.standings.leads import lead_names

UNKNOWN = (
    "I can’t tell: Teams didn’t say which account you are writing from. You can ask me anything about the "
    "recommendations, but I won’t change anything for you."
)
YOU = "You are {person}."
STRANGER = "You aren’t in my directory. You can ask me anything, but not post updates. {administrators}"
NO_ROLE = "You have no role in my directory, so you can ask me anything, but not post updates. {administrators}"
ROLES = "Your roles: {roles}."
APPOINTED = "The setting ADMINS makes you an administrator."
ANSWER_TO = "You post as the lead {lead}{led}."
COVERS = "You may post for {leads}."
LINKED = "{names} {post} as the lead {lead}."
NOT_LINKED = "Nobody is linked to {lead} yet. {administrators}"
HAS = "{person} is {roles}."
HAS_NONE = "{person} has no role."
MAY_POST = "{names} may post for {lead}."
NOBODY_MAY = "Nobody may post for {lead} but {lead}. They can say “let Jane Doe post for me”, and so can a manager."
NOBODY_COVERS = "Nobody may post for anybody else so far. A manager can say “Jane Doe may post for Sue Myers”."
STAY = (
    "Nobody is removed from the directory, since what they did stays on record. Take their roles away instead, such as "
    "“remove the officer role from {who}”, and unlink them. Nothing has changed."
)
WHICH_ROLES = (
    "There are these roles: staff, officer, manager and administrator. Say, for example, “add {who} {email} as "
    "officer”. Nothing has changed."
)
ROW = "- {person}: {roles}{leads}{unmet}"
EVERYBODY = "There {are} in the directory:"
NOBODY = "There is nobody in the directory yet. {how}"
MORE = "And {count} more; “python -m bot people list” shows everybody."
ONLY_SOME = "The whole directory is for administrators."
# Rows that one message holds comfortably.
_MOST = 60


def myself(moment: Moment, _: Request) -> Turn:
    """Who speaks, and what they may do."""
    actor = moment.actor
    if not actor.key:
        return moment.turn(UNKNOWN)
    member = moment.records.member(actor.key)
    said = [YOU.format(person=shown(finding.speaker(moment)))] if member or moment.speaker.name else []
    said += [UNBOUND] if actor.unbound else _standing(moment, member)
    said += [_answers_to(moment, lead) for lead in actor.leads]
    said += [COVERS.format(leads=phrases.joined(map(phrases.escaped, actor.covers)))] if actor.covers else []
    return moment.turn(" ".join(said))


def having(moment: Moment, request: Request) -> Turn:
    """Who has a role."""
    return moment.turn(holders(request.role or Role.STAFF, moment))


def roles_of(moment: Moment, request: Request) -> Turn:
    """What one person is. Whoever is no administrator is told who the managers and administrators are instead."""
    if not moment.actor.is_(Role.ADMINISTRATOR):
        return _for_all(moment)
    member = finding.person(moment, request.who, lambda meant: f"what roles does {meant} have?")
    if isinstance(member, Turn):
        return member
    text = HAS if member.roles else HAS_NONE
    told = text.format(person=shown(member), roles=_roles(member.roles))
    return pronounced(moment.turn(told), member.name, moment)


def linked(moment: Moment, request: Request) -> Turn:
    """Who answers to a lead's name."""
    every = {one for member in people(moment) for one in member.leads}
    lead = names.same(request.lead, every) or finding.lead(
        moment, request.lead, lambda meant: f"who is linked to {meant}?"
    )
    if isinstance(lead, Turn):
        return lead
    found = [_named(moment, member) for member in people(moment) if lead in member.leads]
    if not found:
        administrators = holders(Role.ADMINISTRATOR, moment)
        return moment.turn(NOT_LINKED.format(lead=phrases.escaped(lead), administrators=administrators))
    post = "posts" if len(found) == 1 else "post"
    said = LINKED.format(names=phrases.joined(found), post=post, lead=phrases.escaped(lead))
    return moment.turn(said)


def links(moment: Moment, _: Request) -> Turn:
    """Who answers to which lead's name, and for which leads nobody does."""
    found = [(member, lead) for member in people(moment) for lead in member.leads]
    rows = [
        f"- {LINKED.format(names=_named(moment, member), post='posts', lead=phrases.escaped(lead))}"
        for member, lead in found
    ]
    leads = lead_names(moment.knowledge.programmes, moment.records)
    alone = [phrases.escaped(lead) for lead in leads if lead not in {lead for _, lead in found}]
    administrators = holders(Role.ADMINISTRATOR, moment)
    none = NOT_LINKED.format(lead=phrases.joined(alone, "or"), administrators=administrators) if alone else ""
    more = MORE.format(count=len(rows) - _MOST) if len(rows) > _MOST else ""
    return moment.turn("\n\n".join(filter(None, ["\n".join(rows[:_MOST]), more, none])))


def covering(moment: Moment, request: Request) -> Turn:
    """Who may post for a lead, or for whom anybody may."""
    if not request.lead:
        return _all_covers(moment)
    if request.lead.casefold() in finding.SPEAKER:
        leads = moment.actor.leads
    else:
        lead = finding.lead(moment, request.lead, lambda meant: f"who may post for {meant}?")
        if isinstance(lead, Turn):
            return lead
        leads = (lead,)
    keys = dict.fromkeys(one.member for one in moment.records.delegations() if one.lead in leads)
    found = [_named(moment, member) for key in keys if (member := moment.records.member(key))]
    told = MAY_POST if found else NOBODY_MAY
    return moment.turn(told.format(names=phrases.joined(found), lead=phrases.joined(map(phrases.escaped, leads), "or")))


def _all_covers(moment: Moment) -> Turn:
    """Everybody who may post for a lead."""
    rows = [
        f"- {MAY_POST.format(names=_named(moment, member), lead=phrases.escaped(one.lead))}"
        for one in moment.records.delegations()
        if (member := moment.records.member(one.member))
    ]
    return moment.turn("\n".join(dict.fromkeys(rows[:_MOST])) or NOBODY_COVERS)


def never_removed(moment: Moment, request: Request) -> Turn:
    """That people stay in the directory, and how they come to be able to do nothing."""
    return moment.turn(STAY.format(who=phrases.escaped(request.who)))


def which_roles(moment: Moment, request: Request) -> Turn:
    """Which roles there are, for who named another."""
    return moment.turn(WHICH_ROLES.format(who=phrases.escaped(request.who), email=phrases.escaped(request.email)))


def everybody(moment: Moment, _: Request) -> Turn:
    """The directory, for administrators; for all others those whom they may need."""
    known = people(moment)
    if not moment.actor.is_(Role.ADMINISTRATOR):
        return _for_all(moment, ONLY_SOME)
    if not known:
        return moment.turn(NOBODY.format(how=finding.HOW_TO_ADD))
    are = "is one person" if len(known) == 1 else f"are {len(known)} people"
    more = [MORE.format(count=len(known) - _MOST)] if len(known) > _MOST else []
    rows = "\n".join(map(_row, known[:_MOST]))
    return moment.turn("\n\n".join([EVERYBODY.format(are=are), rows, *more]))


def _standing(moment: Moment, member: Member | None) -> list[str]:
    """What the directory and the settings make of whoever speaks."""
    appointed = [APPOINTED] if moment.speaker.appointed else []
    if member and member.roles:
        return [ROLES.format(roles=", ".join(_sorted(member.roles))), *appointed]
    if appointed:
        return appointed
    return [(NO_ROLE if member else STRANGER).format(administrators=holders(Role.ADMINISTRATOR, moment))]


def _answers_to(moment: Moment, lead: str) -> str:
    leads = led(moment, lead)
    return ANSWER_TO.format(lead=phrases.escaped(lead), led=f", who leads {leads}" if leads else "")


def _for_all(moment: Moment, *before: str) -> Turn:
    """Who may be asked for things, which everybody may know."""
    return moment.turn(" ".join([*before, *(holders(role, moment) for role in (Role.MANAGER, Role.ADMINISTRATOR))]))


def _named(moment: Moment, member: Member) -> str:
    """Addresses are for administrators."""
    return shown(member) if moment.actor.is_(Role.ADMINISTRATOR) or not member.name else phrases.escaped(member.name)


def _row(member: Member) -> str:
    return ROW.format(
        person=shown(member),
        roles=", ".join(_sorted(member.roles)) or "no role",
        leads=f"; posts as {phrases.joined(map(phrases.escaped, member.leads))}" if member.leads else "",
        unmet="" if member.object_id else "; hasn’t written to me yet",
    )


def _roles(roles: frozenset[Role]) -> str:
    return phrases.joined(ARE[role][0] for role in Role if role in roles)


def _sorted(roles: frozenset[Role]) -> Sequence[str]:
    return [str(role) for role in Role if role in roles]
