"""Whose account posts for somebody who is given a recommendation to lead: a name alone gives nobody any rights."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.people.linking import LINK
from dialogs.turns.moment import Moment
from dialogs.turns.rights import people
from dialogs.words import phrases
from knowledge.progress.acts.changes import Change
from knowledge.progress.model import Member
from knowledge.progress.people.membership import altered

COULD = "{names} could then post updates on it."
NOBODY_COULD = (
    "Nobody is linked to the lead {name} yet, so nobody could post on it for now: an administrator links an account to "
    "that name."
)
SEVERAL = (
    "{count} people in my directory are called {name}, so none of them could post on it for now: an administrator "
    "links the right one to that name."
)


def to_link(names: Sequence[str], moment: Moment) -> list[tuple[Member, str]]:
    """The accounts that are linked together with the assignment: of who is in the directory under a name that no
    document has as a lead's, as the only one. A document's lead may be somebody else of the same name."""
    return [
        (found[0], name) for name in names if not _settled(name, moment) and len(found := _called(name, moment)) == 1
    ]


def told(names: Sequence[str], moment: Moment) -> str:
    """Who could post on it, where that isn't settled already; empty where it is."""
    if moment.actor.unbound:
        return ""
    linking = [name for _, name in to_link(names, moment)]
    could = [COULD.format(names=phrases.joined(map(phrases.escaped, linking)))] if linking else []
    others = [name for name in names if name not in linking and not _linked(name, moment)]
    return " ".join([*could, *(_nobody(name, moment) for name in others)])


def linked(names: Sequence[str], moment: Moment) -> tuple[Change, ...]:
    """The links, as changes to keep with the assignment."""
    return tuple(
        change
        for member, name in to_link(names, moment)
        for change in altered(member, LINK.after(member, name), LINK.name, moment.occasion)
    )


def _settled(name: str, moment: Moment) -> bool:
    """Whether somebody is linked to a name, or it is for an administrator to say whose it is."""
    leads = {lead.name for one in moment.knowledge.programmes for rec in one.recommendations for lead in rec.leads}
    return name in leads or _linked(name, moment)


def _linked(name: str, moment: Moment) -> bool:
    return any(name in member.leads for member in people(moment))


def _called(name: str, moment: Moment) -> list[Member]:
    return [member for member in people(moment) if member.name == name]


def _nobody(name: str, moment: Moment) -> str:
    count = len(_called(name, moment))
    text = SEVERAL if count > 1 else NOBODY_COULD
    return text.format(name=phrases.escaped(name), count=count)
