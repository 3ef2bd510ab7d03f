"""Takes messages about people, and the answers to what was asked about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.people import adding, coming, giving, linking, telling
from dialogs.people.choosing import chosen
from dialogs.people.requests import CHANGES, Kind, Request, request
from dialogs.turns.moment import Moment
from dialogs.turns.pronouns import is_pronoun, spoken_person
from dialogs.turns.proposing import Doer
from dialogs.turns.rights import ARE, denied
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.model import Role

THEY_SAY = "They say “make {name} {a}”."
WHOM = "Whom do you mean? Please say it with the name. Nothing has changed."
DOERS: dict[str, Doer] = {**linking.DOERS, **giving.DOERS, **adding.DOERS}

_TAKERS: Mapping[Kind, Callable[[Moment, Request], Turn]] = {
    Kind.LINK: linking.link,
    Kind.UNLINK: linking.unlink,
    Kind.GIVE: giving.give,
    Kind.TAKE: giving.take_away,
    Kind.ADD: adding.add,
    Kind.MYSELF: telling.myself,
    Kind.LINKED: telling.linked,
    Kind.HOLDERS: telling.having,
    Kind.ROLES: telling.roles_of,
    Kind.EVERYBODY: telling.everybody,
    Kind.COVERS: telling.covering,
    Kind.REMOVE: telling.never_removed,
    Kind.NAMELESS: telling.which_roles,
    Kind.LINKS: telling.links,
    Kind.ACCESS: coming.access,
    Kind.ADDRESS: coming.address,
}


def going_on(moment: Moment) -> Turn | None:
    """The turn for a no, or an answer that leaves "who is meant?" open; None for any other message."""
    meant = chosen(moment)
    return None if isinstance(meant, str) else meant


def waiting(moment: Moment) -> str | None:
    """The words that an answer to "who is meant?" stands for; None where that wasn't asked or isn't answered."""
    meant = chosen(moment)
    return meant if isinstance(meant, str) else None


def take(moment: Moment) -> Turn | None:
    """The turn for a message about people; None for any other."""
    wanted = request(moment.message.text)
    if wanted is None:
        return None
    named = _named(wanted, moment)
    if wanted.kind in CHANGES and not moment.actor.is_(Role.ADMINISTRATOR):
        return moment.turn(" ".join([denied(Role.ADMINISTRATOR, moment), *_how(wanted, named, moment)]))
    return _TAKERS[wanted.kind](moment, named) if named else moment.turn(WHOM)


def _how(wanted: Request, named: Request | None, moment: Moment) -> list[str]:
    """How an administrator says it, with the name of whom "her" means."""
    if named is None or wanted.kind is not Kind.GIVE or wanted.who == named.who or not moment.actor.key:
        return []
    return [THEY_SAY.format(name=phrases.escaped(named.who), a=ARE[named.role or Role.STAFF][0])]


def _named(wanted: Request, moment: Moment) -> Request | None:
    """The wish with the name of whom "her" means; None where nobody was spoken of."""
    who, lead = (spoken_person(moment) if is_pronoun(one) else one for one in (wanted.who, wanted.lead))
    return None if (wanted.who and not who) or (wanted.lead and not lead) else replace(wanted, who=who, lead=lead)
