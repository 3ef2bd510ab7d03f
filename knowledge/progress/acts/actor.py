"""Who may do what: roles from the directory, leads from the recommendations, and who may post for whom."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.legible import one_line
from knowledge.model import Person
from knowledge.progress.model import Role
from knowledge.progress.standings.records import Records
from knowledge.progress.standings.standing import Standing


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who wants to change something, as the directory knows them at this moment.

    `key` is empty for whom nobody can know: then nothing may be changed. `leads` are the leads' names that somebody
    linked them to, `covers` those they may post for. What they are called themselves gives no rights: two people may
    have one name, and an unlinked lead keeps theirs. `unbound` is local mode, in which everybody may do everything.
    """

    key: str
    name: str = ""
    roles: frozenset[Role] = frozenset()
    leads: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    unbound: bool = False

    def is_(self, role: Role) -> bool:
        """Whether they have this role."""
        return bool(self.key) and (self.unbound or role in self.roles)

    def may_update(self, standing: Standing) -> bool:
        """Whether they may post on a recommendation: they lead it, or may post for somebody who does."""
        return bool(self.key) and (self.unbound or bool({*self.leads, *self.covers} & {*standing.leads}))


def key_of(person: Person) -> str:
    """What a person is kept under; empty where their object id is missing, and nobody may be taken for anybody."""
    return f"{person.tenant}/{person.object_id}" if person.object_id else ""


def actor(person: Person, records: Records) -> Actor:
    """Who a person is now. Looked up for each turn, and again inside the transaction that writes."""
    key = key_of(person)
    member = records.member(key) if key else None
    roles = member.roles if member else frozenset[Role]()
    covers = tuple(d.lead for d in records.delegations() if d.member == key) if key else ()
    return Actor(
        key=key,
        name=one_line((member.name if member else "") or person.name) or "somebody unknown",
        roles=roles | {Role.ADMINISTRATOR} if person.appointed else roles,
        leads=member.leads if member else (),
        covers=covers,
        unbound=person.unbound,
    )
