"""What changes in the directory of people, as changes to keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from knowledge.progress.acts.actor import Actor
from knowledge.progress.acts.changes import Change, Occasion, Removal, audited
from knowledge.progress.model import Delegation, Member
from knowledge.progress.standings.records import Records
from knowledge.store.protocol import Reading
from knowledge.store.shelves import DELEGATIONS, MEMBERS

AnyChange: TypeAlias = Change | Removal

# What stands before an e-mail address in the key of somebody whose account nobody knows yet. No object id has it.
UNMET = "mail:"

ADDED, CHANGED, LINKED = "person added", "person changed", "account linked"


def key_for(tenant: str, object_id: str, email: str) -> str:
    """What somebody is kept under: by their account, or as long as that isn't known by their e-mail address."""
    return f"{tenant}/{object_id or UNMET + email}"


def subject(member: Member) -> str:
    """What the audit trail calls somebody."""
    return f"people/{member.key}"


def enrolled(member: Member, occasion: Occasion) -> tuple[Change, ...]:
    """Somebody new."""
    return audited(occasion, ADDED, Change(MEMBERS, member), subject=subject(member))


def altered(before: Member, after: Member, what: str, occasion: Occasion) -> tuple[Change, ...]:
    """Somebody with other roles, leads or the like, under the same key."""
    return audited(occasion, what, Change(MEMBERS, after), before, subject=subject(after))


def waiting(reading: Reading, tenant: str, addresses: Iterable[str]) -> Member | None:
    """Who is known by one of these addresses, but not yet by an account; None where that could be several people."""
    found = {m.key: m for one in addresses for m in reading.find(MEMBERS, email=one) if m.tenant == tenant and one}
    (member,) = found.values() if len(found) == 1 else (None,)
    return member if member and not member.object_id else None


def bound(member: Member, object_id: str, records: Records, at: datetime, conversation: str) -> tuple[AnyChange, ...]:
    """Somebody whose account Teams has vouched for; the entry says that they did it themselves, by writing."""
    after = replace(member, key=key_for(member.tenant, object_id, ""), object_id=object_id)
    occasion = Occasion(Actor(after.key, after.name or after.email), at, conversation)
    return rekeyed(member, after, records.delegations(), LINKED, occasion)


def rekeyed(
    before: Member, after: Member, delegations: Sequence[Delegation], what: str, occasion: Occasion
) -> tuple[AnyChange, ...]:
    """Somebody whose account is another than was known, with the right to post for others; perhaps only altered."""
    if before.key == after.key:
        return altered(before, after, what, occasion)
    moved = [Change(DELEGATIONS, replace(d, member=after.key)) for d in delegations if d.member == before.key]
    return Removal(MEMBERS, before.key), *altered(before, after, what, occasion), *moved
