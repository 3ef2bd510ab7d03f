"""Finds who is meant: by e-mail address, by name, or "me"; asks where nobody can know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dialogs.people.choosing import ask_which
from dialogs.turns.moment import Moment
from dialogs.turns.rights import people
from dialogs.turns.turn import Turn, noting
from dialogs.words import phrases
from knowledge.progress.model import Member
from knowledge.progress.people import names
from knowledge.progress.standings.leads import lead_names

NO_PERSON = "I don’t know anybody called “{who}”."
NO_ADDRESS = "I don’t know anybody with the address {who}."
SEVERAL = "There are {count} people called “{who}”."
SHARED = (
    "Several people have the address {who}, so I can’t tell whom you mean. Whoever runs me can set their object ids "
    "with “python -m bot people import”."
)
HOW_TO_ADD = "To add somebody, say for example “add Jane Doe jane.doe@example.gov.uk as officer”."
NO_LEAD = "No recommendation names “{lead}” as a lead."
# Words by which people call themselves.
SPEAKER = frozenset({"me", "myself", "i", "my account"})
# Where an address is to stand in an order that waits for one, and what remembers that order.
PLACE, AWAITED = "‹address›", "address"
# Options that a question offers.
_OFFERED = 5

Again = Callable[[str], str]


def shown(member: Member) -> str:
    """ "Jane Doe (jane.doe@example.gov.uk)", as Markdown."""
    return phrases.escaped(labelled(member))


def labelled(member: Member) -> str:
    """The same as plain text."""
    told_by = member.email or member.object_id
    return f"{member.name} ({told_by})" if member.name and told_by else member.name or told_by


def person(moment: Moment, who: str, again: Again) -> Member | Turn:
    """Who is meant, or the question who it is. `again` words what was wanted for somebody else."""
    if who.casefold() in SPEAKER:
        return speaker(moment)
    found = called(moment, who)
    if len(found) == 1:
        return found[0]
    if found and "@" in who:
        return moment.turn(SHARED.format(who=phrases.escaped(who)))
    if found:
        return _which(moment, SEVERAL.format(count=len(found), who=phrases.escaped(who)), found, again)
    return unknown(moment, who, again)


def called(moment: Moment, who: str) -> list[Member]:
    """Everybody of this name, address or object id."""
    said = who.casefold()
    by_address = [member for member in people(moment) if said in (member.email, member.object_id) and said]
    return by_address or [member for member in people(moment) if names.same(who, (member.name,))]


def speaker(moment: Moment) -> Member:
    """Whoever speaks; made up from what Teams says of them where the directory hasn't got them."""
    person = moment.speaker
    return moment.records.member(moment.actor.key) or Member(
        key=moment.actor.key, tenant=person.tenant, object_id=person.object_id, name=person.name, email=person.email
    )


def unknown(moment: Moment, who: str, again: Again) -> Turn:
    """The answer where nobody is called so: who may have been meant, or how somebody is added."""
    why = (NO_ADDRESS if "@" in who else NO_PERSON).format(who=phrases.escaped(who))
    called_by = {member.key: _handle(member.email) if "@" in who else member.name for member in people(moment)}
    near = names.near(_handle(who), called_by.values())
    found = [member for one in near for member in people(moment) if called_by[member.key] == one]
    turn = _which(moment, why, found, again) if found else moment.turn(f"{why} {HOW_TO_ADD}")
    return turn if "@" in who else awaiting_address(turn, moment, who, again)


def awaiting_address(turn: Turn, moment: Moment, who: str, again: Again, *, by_name: bool = False) -> Turn:
    """The turn, after which an address alone takes up the order that nobody was known for.

    `by_name` says that the order names people as the directory has them, and never by their address.
    """
    kept = {"who": who, "order": again(PLACE), "by": moment.actor.key, "name": by_name}
    return noting(turn, **{AWAITED: kept})


def _handle(address: str) -> str:
    """What tells one address of a council from another."""
    return address.partition("@")[0]


def lead(moment: Moment, name: str, again: Again) -> str | Turn:
    """A lead's name as the documents have it, or the question which is meant; a name nobody knows stays as it is."""
    known = lead_names(moment.knowledge.programmes, moment.records)
    if same := names.same(name, known):
        return same
    near = names.near(name, known)[:_OFFERED]
    if not near:
        return name
    why = NO_LEAD.format(lead=phrases.escaped(name))
    return ask_which(moment, why, {one: again(one) for one in near})


def kept(moment: Moment, what: Mapping[str, Any]) -> Member | None:
    """Whom a proposal was about, as the directory has them now; None for somebody who has gone."""
    member = moment.records.member(what["key"])
    return member or (speaker(moment) if what["key"] == moment.actor.key else None)


def _which(moment: Moment, why: str, found: Iterable[Member], again: Again) -> Turn:
    offered = list(dict.fromkeys(found))[:_OFFERED]
    return ask_which(moment, why, {labelled(one): again(one.email or one.object_id) for one in offered})
