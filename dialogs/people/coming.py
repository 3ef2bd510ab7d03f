"""Says how somebody new comes in, and what there is to do about an address that has changed."""

from __future__ import annotations

from dialogs.people import finding
from dialogs.people.finding import called, shown
from dialogs.people.requests import Request
from dialogs.turns.moment import Moment
from dialogs.turns.pronouns import pronounced
from dialogs.turns.rights import holders
from dialogs.turns.turn import Turn
from dialogs.words import phrases
from knowledge.progress.model import Member, Role

EVERYBODY = "Nobody needs access to ask me: everybody in your organisation may."
ADD = "To post updates, {who} must be in the directory: say “add {name} jane.doe@example.gov.uk as officer”."
ADDED = (
    "To post updates, {who} must be in the directory. An administrator says “add {name} jane.doe@example.gov.uk as "
    "officer”. {administrators}"
)
THERE = "{person} is in the directory already."
THEN = (
    "After that, a manager says “assign 10 to {name}”, or an administrator “link {lead} to {name}”, where they post as "
    "that lead."
)
SOMEBODY = "they"
NO_NAME, NO_LEAD = "Jane Doe", "Sue Myers"
KEEPS = (
    "I don’t change addresses by chat, so nothing has changed. {person} has written to me, and since then it is their "
    "account that counts: with another address they keep their roles and links. Whoever runs me puts the new address "
    "in with “python -m bot people import”."
)
UNMET = (
    "I don’t change addresses by chat, so nothing has changed. {person} hasn’t written to me yet and is known by that "
    "address alone. Say “add {name} {email} as officer” to have them under the right one, and take away what the old "
    "one has: “remove the officer role from {old}”, “unlink {lead}”."
)
# What no name has in it, and the most words of one.
_NO_NAMES = frozenset("and or has have is who started starts starting joined joins joining they she he".split())
_MOST_WORDS = 4
# Words that name nobody.
_NOBODY = frozenset(
    "a an the my our new starter starters person people member members of staff colleague colleagues somebody someone "
    "officer officers lead leads manager managers user users team they he she who".split()
)


def access(moment: Moment, request: Request) -> Turn:
    """How somebody comes to be able to post; that everybody may ask already."""
    named = _name(request.who)
    there = called(moment, named) if named and moment.actor.is_(Role.ADMINISTRATOR) else []
    if there:
        return pronounced(moment.turn(f"{THERE.format(person=shown(there[0]))} {EVERYBODY}"), there[0].name, moment)
    name = phrases.escaped(named or NO_NAME)
    administrators = holders(Role.ADMINISTRATOR, moment)
    how = ADD if moment.actor.is_(Role.ADMINISTRATOR) else ADDED
    told = how.format(who=phrases.escaped(named or SOMEBODY), name=name, administrators=administrators)
    return moment.turn(" ".join([EVERYBODY, told, THEN.format(name=name, lead=_lead(moment))]))


def _name(who: str) -> str:
    """The name in what somebody new is called: "our new officer Priya Patel"; empty where there is none."""
    words = who.split()
    while words and words[0].casefold().strip(",") in _NOBODY:
        words = words[1:]
    plain = all(word.replace("-", "").replace("'", "").isalpha() and word.casefold() not in _NO_NAMES for word in words)
    return " ".join(words) if 0 < len(words) <= _MOST_WORDS and plain else ""


def address(moment: Moment, request: Request) -> Turn:
    """Why an address isn't changed here, and what is done instead."""
    member = finding.person(moment, request.who, lambda meant: f"change {meant}’s email")
    if isinstance(member, Turn):
        return member
    return pronounced(moment.turn(_instead(moment, member, request.email)), member.name, moment)


def _instead(moment: Moment, member: Member, email: str) -> str:
    person = shown(member)
    if member.object_id:
        return KEEPS.format(person=person)
    new = phrases.escaped(email or "jane.doe@example.gov.uk")
    lead = phrases.escaped(next(iter(member.leads), _lead(moment)))
    name, old = phrases.escaped(member.name or NO_NAME), phrases.escaped(member.email)
    return UNMET.format(person=person, name=name, email=new, old=old, lead=lead)


def _lead(moment: Moment) -> str:
    return phrases.escaped(next(iter(moment.index.roles), NO_LEAD) if moment.index else NO_LEAD)
