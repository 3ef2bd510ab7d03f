"""What somebody is told who may not do what they asked for: that nothing was saved, and who may."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.turns.moment import Moment
from dialogs.words import phrases
from knowledge.progress.model import Member, Role
from knowledge.progress.standings.standing import Standing

UNKNOWN = (
    "Teams didn’t tell me which account you are writing from, and without that I change nothing for anybody. "
    "Nothing has been saved. Please write to me in Teams with your own work account. If you did, tell whoever "
    "looks after me."
)
NOT_YOURS = "You can’t post on {recommendation}, so nothing has been saved."
LEADS = "{names} {leads} it."
NOBODY_LEADS = "Nobody leads it yet. A manager can assign it to somebody. {managers}"
MAY_POST = "{names} may post for them."
NOT_LINKED = "{names} {isnt} linked to anybody’s account yet, which an administrator can do. {administrators}"
ONLY = "Only {a} may do that, so nothing has been saved. {who}"
ARE = {
    Role.STAFF: ("staff", "Staff: {names}."),
    Role.OFFICER: ("an officer", "Officers: {names}."),
    Role.MANAGER: ("a manager", "Managers: {names}."),
    Role.ADMINISTRATOR: ("an administrator", "Administrators: {names}."),
}
NO_ONE_YET = "Nobody has that role yet. An administrator can give it to somebody. {administrators}"
NO_ADMINISTRATOR = (
    "My directory names no administrator yet. Whoever runs me names the first ones in the setting ADMINS, by "
    "their object ids or sign-in names."
)
# Names in a sentence before it says how many more there are.
_NAMED = 10


def denied(role: Role, moment: Moment) -> str:
    """For somebody who lacks a role: who has it, by name, or how somebody comes by it."""
    if not moment.actor.key:
        return UNKNOWN
    return ONLY.format(a=ARE[role][0], who=holders(role, moment))


def denied_update(standing: Standing, moment: Moment) -> str:
    """For somebody who may not post on this recommendation: who leads it, and who may post for them."""
    if not moment.actor.key:
        return UNKNOWN
    may_not = NOT_YOURS.format(recommendation=phrases.recommendations((standing.ref,)))
    if not standing.leads:
        return f"{may_not} {NOBODY_LEADS.format(managers=holders(Role.MANAGER, moment))}"
    lead = LEADS.format(names=_names(standing.leads), leads="leads" if len(standing.leads) == 1 else "lead")
    return " ".join(filter(None, (may_not, lead, _delegates(standing, moment), _unlinked(standing, moment))))


def holders(role: Role, moment: Moment) -> str:
    """Who has a role, as a sentence; where nobody has, how that is changed."""
    found = [member for member in people(moment) if role in member.roles]
    if found:
        return ARE[role][1].format(names=_names(map(_shown, found)))
    if role is Role.ADMINISTRATOR:
        return NO_ADMINISTRATOR
    return NO_ONE_YET.format(administrators=holders(Role.ADMINISTRATOR, moment))


def people(moment: Moment) -> tuple[Member, ...]:
    """Everybody in the directory of the speaker's own organisation."""
    return tuple(member for member in moment.records.members() if member.key.startswith(f"{moment.speaker.tenant}/"))


def _delegates(standing: Standing, moment: Moment) -> str:
    keys = dict.fromkeys(d.member for d in moment.records.delegations() if d.lead in standing.leads)
    found = [member for key in keys if (member := moment.records.member(key))]
    return MAY_POST.format(names=_names(map(_shown, found))) if found else ""


def _unlinked(standing: Standing, moment: Moment) -> str:
    """Which of those who lead it nobody speaks for; the person who is denied may be one of them."""
    linked = {lead for member in people(moment) for lead in member.leads}
    missing = [lead for lead in standing.leads if lead not in linked]
    if not missing:
        return ""
    administrators = holders(Role.ADMINISTRATOR, moment)
    isnt = "isn’t" if len(missing) == 1 else "aren’t"
    return NOT_LINKED.format(names=_names(missing), isnt=isnt, administrators=administrators)


def _shown(member: Member) -> str:
    return member.name or member.email or "somebody without a name"


def _names(names: Iterable[str]) -> str:
    every = list(map(phrases.escaped, names))
    more = [f"{len(every) - _NAMED} more"] if len(every) > _NAMED else []
    return phrases.joined([*every[:_NAMED], *more])
