"""Links a person's account to a lead's name, so that they may post where that name leads, and takes the link away."""

from __future__ import annotations

from dataclasses import replace

from dialogs.people import adding, finding
from dialogs.people.changing import Act
from dialogs.people.choosing import ask_which
from dialogs.people.finding import called, labelled, shown
from dialogs.people.requests import Request
from dialogs.turns.moment import Moment
from dialogs.turns.proposing import Doer
from dialogs.turns.rights import people
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.model import Member, Role
from knowledge.progress.people import names
from knowledge.progress.standings.leads import lead_names

ANSWERS = "{person} will post as the lead {lead}, and may post updates on what that name leads: {led}."
LEADS_NOTHING = "nothing so far, no recommendation names it"
BESIDES = "{names} {answer} as that lead as well, and will go on doing so."
WONT = "{person} will no longer post as the lead {lead}, and may no longer post for it."
COVERED = "{names} may still post for that lead; a manager ends it with “stop {first} posting for {lead}”."
NOBODY = "Nobody is linked to {lead}, so there is nothing to take away."
SEVERAL = "Several people are linked to {lead}."


def _linked(member: Member, lead: str) -> Member:
    leads = member.leads if lead in member.leads else (*member.leads, lead)
    return replace(member, leads=leads, roles=member.roles | {Role.OFFICER})


def _unlinked(member: Member, lead: str) -> Member:
    return replace(member, leads=tuple(one for one in member.leads if one != lead))


LINK = Act(
    "lead linked",
    "Saved: {person} posts as the lead {detail} now.",
    "{person} posts as the lead {detail} already. Nothing has changed.",
    _linked,
    phrases.escaped,
)
UNLINK = Act(
    "lead unlinked",
    "Saved: {person} no longer posts as the lead {detail}.",
    "{person} doesn’t post as the lead {detail}. Nothing has changed.",
    _unlinked,
    phrases.escaped,
)


def link(moment: Moment, request: Request) -> Turn:
    """Propose that a person answers to a lead's name, whichever of the two was said first."""
    name, who = sides(moment, request)
    lead = finding.lead(moment, name, lambda meant: f"link {meant} to {who}")
    if isinstance(lead, Turn):
        return lead
    if "@" in who and not called(moment, who):
        return adding.propose_new(moment, lead, who, Role.OFFICER, lead)
    member = finding.person(moment, who, lambda meant: f"link {lead} to {meant}")
    return member if isinstance(member, Turn) else LINK.proposed(moment, member, lead, _restated(moment, member, lead))


def unlink(moment: Moment, request: Request) -> Turn:
    """Propose that a person no longer answers to a lead's name; where several do, which of them."""
    name, who = sides(moment, request) if request.who else (request.lead, "")
    every = {one for member in people(moment) for one in member.leads}
    lead = names.same(name, every) or finding.lead(moment, name, lambda meant: f"unlink {meant}")
    if isinstance(lead, Turn):
        return lead
    if who:
        member = finding.person(moment, who, lambda meant: f"unlink {lead} from {meant}")
        return member if isinstance(member, Turn) else _unlink(moment, member, lead)
    linked = [member for member in people(moment) if lead in member.leads]
    if not linked:
        return moment.turn(NOBODY.format(lead=phrases.escaped(lead)))
    if len(linked) == 1:
        return _unlink(moment, linked[0], lead)
    says = {labelled(member): f"unlink {lead} from {member.email or member.object_id}" for member in linked}
    return ask_which(moment, SEVERAL.format(lead=phrases.escaped(lead)), says)


def led(moment: Moment, lead: str) -> str:
    """What a name leads now: "Recommendations 8 and 10"."""
    held = [
        phrases.recommendations(refs)
        + (f" of {phrases.told_apart(index.programme, moment.knowledge.programmes)}" if several else "")
        for several in [len(moment.knowledge.indexes) > 1]
        for index in moment.knowledge.indexes
        if (refs := [one.ref for one in moment.records.standings(index.programme) if lead in one.leads])
    ]
    return phrases.joined(held)


DOERS: dict[str, Doer] = {act.name: act.doer for act in (LINK, UNLINK)}


def _unlink(moment: Moment, member: Member, lead: str) -> Turn:
    restated = WONT.format(person=shown(member), lead=phrases.escaped(lead))
    return UNLINK.proposed(moment, member, lead, " ".join(filter(None, (restated, _covering(moment, lead)))))


def _covering(moment: Moment, lead: str) -> str:
    """Who goes on posting for the lead all the same, and how that ends; empty where nobody does."""
    keys = dict.fromkeys(one.member for one in moment.records.delegations() if one.lead == lead)
    found = [member.name or member.email for key in keys if (member := moment.records.member(key))]
    if not found:
        return ""
    names = phrases.joined(map(phrases.escaped, found))
    return COVERED.format(names=names, first=phrases.escaped(found[0]), lead=phrases.escaped(lead))


def _restated(moment: Moment, member: Member, lead: str) -> str:
    said = ANSWERS.format(person=shown(member), lead=phrases.escaped(lead), led=led(moment, lead) or LEADS_NOTHING)
    others = [shown(other) for other in people(moment) if lead in other.leads and other.key != member.key]
    if not others:
        return said
    answer = "posts" if len(others) == 1 else "post"
    return f"{said} {BESIDES.format(names=phrases.joined(others), answer=answer)}"


def sides(moment: Moment, request: Request) -> tuple[str, str]:
    """The lead's name and the person: an address or "me" is the person, and so is whoever is no lead."""
    one, other = request.lead, request.who
    known = lead_names(moment.knowledge.programmes, moment.records)
    if "@" in one or one.casefold() in finding.SPEAKER:
        return other, one
    if "@" not in other and names.same(other, known) and not names.same(one, known):
        return other, one
    return one, other
