"""Takes messages about people, and the answers to what was asked about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogs.people import adding, giving, linking, telling
from dialogs.people.choosing import chosen
from dialogs.people.requests import CHANGES, Kind, Request, request
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer
from dialogs.turns.rights import denied
from dialogs.turns.turn import Turn
from knowledge.progress.model import Role

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
    if wanted.kind in CHANGES and not moment.actor.is_(Role.ADMINISTRATOR):
        return moment.turn(denied(Role.ADMINISTRATOR, moment))
    return _TAKERS[wanted.kind](moment, wanted)
