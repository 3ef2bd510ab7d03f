"""Works out whom a question is passed on to, and how they are called."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.turns.moment import Moment
from dialogs.words import phrases
from knowledge.progress.model import Member
from knowledge.progress.passing import managers, posting
from knowledge.progress.standings.standing import Standing
from knowledge.questions.searching.index import Index


@dataclass(frozen=True, slots=True)
class Whom:
    """Those whom the bot can reach, and the leads that the question is for; both may be empty.

    `posting` says that those reached lead it or post for who does; else they are managers.
    """

    members: tuple[Member, ...]
    leads: tuple[str, ...] = ()
    posting: bool = False

    @property
    def names(self) -> str:
        """Those who are reached, by name."""
        return phrases.joined(phrases.escaped(member.name or member.email) for member in self.members)


def standing_of(programme: str, ref: str, moment: Moment) -> Standing | None:
    """How the recommendation of a question stands; None for none in particular, and for one that is gone."""
    found = [i for i in moment.knowledge.indexes if i.programme.name == programme and ref in i.by_ref]
    return moment.standing(found[0], ref) if found else None


def for_lead(standing: Standing | None, moment: Moment) -> Whom:
    """Who leads it, or posts for who does; else the managers."""
    if standing is None or not standing.leads:
        return for_manager(moment)
    found = posting(standing, moment.records, moment.actor.key)
    return Whom(found or for_manager(moment).members, standing.leads, bool(found))


def for_manager(moment: Moment) -> Whom:
    """The managers."""
    return Whom(managers(moment.records, moment.actor.key))


def for_person(name: str, standing: Standing | None, index: Index, moment: Moment) -> Whom | None:
    """Somebody by their name: a lead of this recommendation, a manager, or any lead where none is in question."""
    if standing and name in standing.leads:
        return for_lead(standing, moment)
    named = tuple(m for m in for_manager(moment).members if m.name == name)
    if named:
        return Whom(named)
    return None if standing else for_lead(Standing(index.programme.name, "", leads=(name,)), moment)
