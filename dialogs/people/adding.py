"""Adds somebody to the directory, by the address with which Teams will know them when they first write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.people import giving
from dialogs.people.finding import awaiting_address, called, shown
from dialogs.people.requests import Request
from dialogs.turns.moment import Moment
from dialogs.turns.pronouns import pronounced
from dialogs.turns.proposing import Doer, ask_for_more, propose
from dialogs.turns.rights import ARE, denied
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.legible import one_line
from knowledge.progress.model import Member, Role
from knowledge.progress.people import names
from knowledge.progress.people.directory import LONGEST, is_email
from knowledge.progress.people.membership import enrolled, key_for
from knowledge.progress.standings.leads import lead_names

WILL = "I’ll add {person} to the directory as {role}{lead}. It counts from their first message to me."
AND_LEAD = ", who posts as the lead {lead}"
NOT_AS_LEAD = (
    "{name} is also the name of a lead: they post as that lead only once they are linked, with “link {name} to "
    "{email}”."
)
DONE = "Saved: {person} is in the directory now."
NO_ADDRESS = "I need the e-mail address as well, for example “add {who} jane.doe@example.gov.uk as {role}”."
NO_NAME = "I need the name as well, for example “add Jane Doe {email} as {role}”."
BAD_ADDRESS = "“{email}” doesn’t look like an e-mail address, so nothing has changed."
BAD_NAME = "I can’t take that as a name, so nothing has changed."
THERE = "{person} is in the directory already. Nothing has changed."


def add(moment: Moment, request: Request) -> Turn:
    """Propose somebody new; whoever is there already is only given the role."""
    role = request.role or Role.STAFF
    there = called(moment, request.email or request.who)
    if there and request.role:
        return giving.give(moment, request)
    if there:
        return moment.turn(THERE.format(person=shown(there[0])))
    if not request.email:
        turn = moment.turn(NO_ADDRESS.format(who=phrases.escaped(request.who), role=role))
        return awaiting_address(turn, moment, request.who, lambda meant: f"add {request.who} {meant} as {role}")
    if not request.who:
        asked = NO_NAME.format(email=phrases.escaped(request.email), role=role)
        return ask_for_more(moment, asked, "add ", end=f" {request.email} as {role}")
    return propose_new(moment, request.who, request.email, role)


def propose_new(moment: Moment, name: str, email: str, role: Role, lead: str = "") -> Turn:
    """Restate who would be added, and ask."""
    email, name = email.casefold(), one_line(name, LONGEST + 1)
    if not is_email(email):
        return moment.turn(BAD_ADDRESS.format(email=phrases.escaped(email)))
    if len(name) > LONGEST or not any(c.isalpha() for c in name):
        return moment.turn(BAD_NAME)
    person = phrases.escaped(f"{name} ({email})")
    linked = AND_LEAD.format(lead=phrases.escaped(lead)) if lead else ""
    restated = WILL.format(person=person, role=ARE[role][0], lead=linked)
    if not lead and (same := names.same(name, lead_names(moment.knowledge.programmes, moment.records))):
        restated += " " + NOT_AS_LEAD.format(name=phrases.escaped(same), email=phrases.escaped(email))
    turn = propose(moment, restated, "person added", name=name, email=email, role=str(role), lead=lead)
    return pronounced(turn, name, moment)


def added(moment: Moment, what: Mapping[str, Any]) -> Turn:
    """Add them, unless somebody else just has."""
    if not moment.actor.is_(Role.ADMINISTRATOR):
        return moment.turn(denied(Role.ADMINISTRATOR, moment))
    if there := called(moment, what["email"]):
        return moment.turn(THERE.format(person=shown(there[0])))
    member = Member(
        key=key_for(moment.speaker.tenant, "", what["email"]),
        tenant=moment.speaker.tenant,
        name=what["name"],
        email=what["email"],
        roles=frozenset({Role(what["role"])}),
        leads=(what["lead"],) if what["lead"] else (),
    )
    turn = moment.turn(DONE.format(person=shown(member)), changes=enrolled(member, moment.occasion))
    return pronounced(turn, member.name, moment)


DOERS: dict[str, Doer] = {"person added": added}
