"""Brings a list of people into the directory: who is new, who is changed, and what looks wrong about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.errors import UnreadablePeople
from knowledge.legible import legible
from knowledge.model import Programme
from knowledge.progress.acts.changes import Change, Occasion, Removal
from knowledge.progress.model import Delegation, Member, Role
from knowledge.progress.people import names
from knowledge.progress.people.directory import Directory, Entry
from knowledge.progress.people.membership import CHANGED, enrolled, key_for, rekeyed
from knowledge.progress.standings.leads import lead_names
from knowledge.progress.standings.records import Records

SAME_PERSON = "Line {line}: {name} is in line {first} already, by another e-mail address or object id."
SEVERAL = "Line {line}: several people have the address {email}. Give the object id."
ANOTHERS = "Line {line}: {email} is the address of {name}, who has another account."
UNKNOWN_LEAD = "Line {line}: no recommendation names {lead} as a lead so far.{meant}"
MEANT = " Did you mean {names}?"
OTHER_ACCOUNT = "Line {line}: {name} had another account until now. From here on only the new one counts."
NOT_AS_LEAD = (
    "Line {line}: {name} is also the name of a lead. Whoever is meant posts as that lead only with the name under "
    "“leads”, too."
)
# As many as are read at a glance.
_NEAREST = 3
NO_ADMINISTRATOR = "Nobody in the directory is an administrator. The setting ADMINS names the first ones."


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What bringing in a list comes to: each person as they were, None for somebody new, and as they are now."""

    people: tuple[tuple[Member | None, Member], ...]
    changes: tuple[Change | Removal, ...]
    warnings: tuple[str, ...]


def enrol(
    directory: Directory, programmes: Sequence[Programme], records: Records, tenant: str, occasion: Occasion
) -> Enrolment:
    """Everybody of a list, or nobody: raises UnreadablePeople with everything that is wrong.

    Somebody is found by their object id, else by their e-mail address. Nobody is removed.
    """
    known = _Known([member for member in records.members() if member.tenant == tenant])
    leads, delegations = lead_names(programmes, records), records.delegations()
    problems = (
        *directory.problems,
        *known.problems(directory.entries),
        *(problem for entry in directory.entries for problem in _unknown_leads(entry, known.meant(entry), leads)),
    )
    if problems:
        raise UnreadablePeople(problems)
    people = tuple((known.meant(e), _after(known.meant(e), e, leads, tenant)) for e in directory.entries)
    return Enrolment(
        people,
        tuple(change for was, now in people for change in _changes(was, now, delegations, occasion)),
        (*known.doubts(directory.entries, people), *_namesakes(directory.entries, people, leads)),
    )


def _unknown_leads(entry: Entry, before: Member | None, leads: Sequence[str]) -> Iterator[str]:
    """Leads whom nothing names, but for those that somebody is linked to; any will do before the first import."""
    kept = before.leads if before else ()
    for lead in entry.leads or () if leads else ():
        if lead not in kept and not names.same(lead, leads):
            near = " or ".join(names.near(lead, leads)[:_NEAREST])
            yield UNKNOWN_LEAD.format(
                line=entry.line, lead=legible(lead), meant=MEANT.format(names=near) if near else ""
            )


def _after(before: Member | None, entry: Entry, leads: Sequence[str], tenant: str) -> Member:
    """What an entry makes of somebody; what it leaves open stays."""
    was = before or Member(key="", roles=frozenset({Role.STAFF}))
    object_id, email = entry.object_id or was.object_id, entry.email or was.email
    return Member(
        key=key_for(tenant, object_id, email),
        tenant=tenant,
        object_id=object_id,
        name=entry.name,
        email=email,
        roles=was.roles if entry.roles is None else entry.roles or frozenset({Role.STAFF}),
        leads=was.leads if entry.leads is None else tuple(names.same(one, leads) or one for one in entry.leads),
    )


def _namesakes(
    entries: Sequence[Entry], people: Sequence[tuple[Member | None, Member]], leads: Sequence[str]
) -> Iterator[str]:
    """Those who are called like a lead and answer to none: a name gives nobody any rights."""
    for entry, (_, now) in zip(entries, people, strict=True):
        if names.same(now.name, leads) and not now.leads:
            yield NOT_AS_LEAD.format(line=entry.line, name=legible(now.name))


def _changes(
    was: Member | None, now: Member, delegations: Sequence[Delegation], occasion: Occasion
) -> tuple[Change | Removal, ...]:
    if was is None:
        return enrolled(now, occasion)
    return rekeyed(was, now, delegations, CHANGED, occasion) if was != now else ()


class _Known:
    """The people of one tenant, to be found in a list."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members
        self._by_id = {member.object_id: member for member in members if member.object_id}
        self._by_email: dict[str, list[Member]] = {}
        for member in members:
            self._by_email.setdefault(member.email, []).append(member)

    def meant(self, entry: Entry) -> Member | None:
        """Who an entry is about, None for somebody new."""
        return self._by_id.get(entry.object_id) or next(iter(self._having(entry.email)), None)

    def problems(self, entries: Sequence[Entry]) -> Iterator[str]:
        """What can't be brought together with who is known."""
        first: dict[str, int] = {}
        for entry in entries:
            meant, others = self.meant(entry), self._having(entry.email)
            if meant is None:
                continue
            if meant.key in first:
                yield SAME_PERSON.format(line=entry.line, name=meant.name, first=first[meant.key])
            elif entry.object_id in self._by_id and any(other != meant for other in others):
                yield ANOTHERS.format(line=entry.line, email=entry.email, name=others[0].name)
            elif entry.object_id not in self._by_id and len(others) > 1:
                yield SEVERAL.format(line=entry.line, email=entry.email)
            first.setdefault(meant.key, entry.line)

    def doubts(self, entries: Sequence[Entry], people: Sequence[tuple[Member | None, Member]]) -> Iterator[str]:
        """What may be meant otherwise."""
        for entry, (was, now) in zip(entries, people, strict=True):
            if was and was.object_id and was.object_id != now.object_id:
                yield OTHER_ACCOUNT.format(line=entry.line, name=now.name)
        replaced = {was.key for was, _ in people if was}
        after = [*(now for _, now in people), *(m for m in self.members if m.key not in replaced)]
        if not any(Role.ADMINISTRATOR in member.roles for member in after):
            yield NO_ADMINISTRATOR

    def _having(self, email: str) -> list[Member]:
        return self._by_email.get(email, []) if email else []
