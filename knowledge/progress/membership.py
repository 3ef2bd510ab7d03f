"""What changes in the directory of people, as changes to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.progress.changes import Change, Occasion, Removal, audited
from knowledge.progress.model import Delegation, Member
from knowledge.store.shelves import DELEGATIONS, MEMBERS

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


def rekeyed(
    before: Member, after: Member, delegations: Sequence[Delegation], what: str, occasion: Occasion
) -> tuple[Change | Removal, ...]:
    """Somebody whose account is another than was known, with the right to post for others; perhaps only altered."""
    if before.key == after.key:
        return altered(before, after, what, occasion)
    moved = [Change(DELEGATIONS, replace(d, member=after.key)) for d in delegations if d.member == before.key]
    return Removal(MEMBERS, before.key), *altered(before, after, what, occasion), *moved
