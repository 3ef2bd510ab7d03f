"""What a message wants of the directory of people: "make Jane Doe a manager", "who is linked to Sue Myers?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dialogs.words.wordings import letters
from knowledge.progress.model import Role
from knowledge.progress.people.roles import role_called
from knowledge.questions.language.words import plain

# Nobody needs more to name two people (characters).
LONGEST = 300


class Kind(StrEnum):
    """What is wanted."""

    LINK = "link"
    UNLINK = "unlink"
    GIVE = "give"
    TAKE = "take"
    ADD = "add"
    MYSELF = "myself"
    LINKED = "linked"
    HOLDERS = "holders"
    ROLES = "roles"
    EVERYBODY = "everybody"
    COVERS = "covers"
    REMOVE = "remove"
    NAMELESS = "nameless"
    LINKS = "links"
    ACCESS = "access"
    ADDRESS = "address"


CHANGES = frozenset({Kind.LINK, Kind.UNLINK, Kind.GIVE, Kind.TAKE, Kind.ADD, Kind.REMOVE, Kind.NAMELESS, Kind.ADDRESS})


@dataclass(frozen=True, slots=True)
class Request:
    """One wish, with the names in it as they were typed. `who` is a person by name or e-mail, or "me"."""

    kind: Kind
    who: str = ""
    lead: str = ""
    role: Role | None = None
    email: str = ""


# "Lead" and "delegate" are left out: who leads what is assigned to them, not their role here.
_ROLE = r"(?P<role>(?:members? of )?staff|officers?|managers?|administrators?|admins?)"
_A = r"(?:an? |the |our )?"
# How a statement begins ("Jane Doe is a manager"); with a question mark it asks.
_STATES = r"(?!(?:who|what|which|how|when|where|why|is|are|was|does|did|there|that|this|it|nobody)\b)"
EMAIL = r"(?P<email>[^\s@()<>,;]+@[^\s@()<>,;]+)"

# Somebody who is to come in: "new starter needs access", "Priya Patel starts on Monday and needs adding".
_COMES = (
    r"(?:,? (?:who )?(?:is|'s|has|will be)? ?(?:just )?(?:starting|joining|starts|joins|started|joined|new)\b.*?"
    r"(?:,| and| so))?"
)
_ACCESS = r"(?:an? )?(?:access|account|log-?in|to be added|adding|setting up|permissions?)"
_LATER = (
    r"(?: (?:to (?:this|the bot|it|you|here|teams|the system)|too|as well|asap|today|tomorrow|now|"
    r"(?:on|from|by|next) .*))*"
)
_MAIL = r"(?:e-?mail(?: address)?|mail address|address)"

_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.LINK, r"(?:link|connect) (?P<lead>.+?)(?:’s account)? (?:to|with) (?P<who>.+)"),
    (Kind.UNLINK, r"(?:unlink|disconnect) (?P<lead>.+?)(?: from (?P<who>.+))?"),
    (Kind.TAKE, rf"(?:remove|revoke|withdraw|take) (?:the )?{_ROLE}(?: (?:role|rights?))? (?:away )?from (?P<who>.+)"),
    (Kind.TAKE, rf"(?:remove|revoke|take) (?P<who>.+?)'s? {_ROLE} (?:role|rights?)(?: away)?"),
    (Kind.TAKE, rf"(?:remove|demote) (?P<who>.+?) (?:as|from) {_A}{_ROLE}(?: role)?"),
    (Kind.TAKE, rf"{_STATES}(?P<who>.+?) (?:is no longer|am no longer|is not|isn't) {_A}{_ROLE}(?: any ?more)?"),
    (Kind.GIVE, rf"make (?P<who>.+?) (?:into )?{_A}{_ROLE}(?: too| as well)?"),
    (Kind.GIVE, rf"(?:give|add|grant|assign) (?:the )?{_ROLE} (?:role|rights?) to (?P<who>.+)"),
    (Kind.GIVE, rf"(?:give|grant) (?P<who>.+?) (?:the )?{_ROLE} (?:role|rights?)"),
    (Kind.GIVE, rf"promote (?P<who>.+?) to {_A}{_ROLE}"),
    (Kind.GIVE, rf"{_STATES}(?P<who>.+?)(?:'s| is| should be| becomes| will be) (?:now )?an? {_ROLE}(?: now)?"),
    (Kind.ADD, rf"(?:add|enrol|register) (?P<who>.*?)[\s,(<]*{EMAIL}[)>]?(?:,? (?:as )?{_A}{_ROLE})?"),
    (Kind.ADD, rf"(?:add|enrol|register) (?P<who>.+?) as {_A}{_ROLE}"),
    (Kind.NAMELESS, rf"(?:add|enrol|register) (?P<who>.*?)[\s,(<]*{EMAIL}[)>]?,? as {_A}.+"),
    (Kind.ACCESS, rf"{_STATES}(?P<who>[^?]+?){_COMES} (?:needs?|wants?|requires?|hasn't got|has no|can't get) "
     rf"{_ACCESS}{_LATER}"),
    (Kind.ACCESS, rf"{_STATES}(?P<who>[^?]+?) (?:can't|cannot|can not|isn't able to) (?:get in|log ?in|get on|sign in)"
     rf"{_LATER}"),
    (Kind.ACCESS, r"(?:we have|we've got|i have|i've got|i've|got|there is|there's) (?P<who>an? new (?:starter|person|"
     r"colleague|officer|lead|manager|member of staff|member))(?: (?:who )?(?:needs?|wants?|on|starting|joining) .*)?"),
    (Kind.ACCESS, r"(?:how (?:do|can) (?:i|we) )?(?:give|get|arrange|sort(?: out)?) (?P<who>[^?]{2,60}?) (?:with )?"
     rf"{_ACCESS}{_LATER}"),
    (Kind.ACCESS, r"(?:how (?:do|can) (?:i|we) )?set (?P<who>(?!(?:it|this|that|these|those)\b)[^?\d]{2,60}?) up"
     rf"{_LATER}"),
    (Kind.ADDRESS, r"(?:change|update|correct|fix|amend|edit) (?P<who>.+?)(?:'s|s')? "
     rf"{_MAIL}(?: (?:to|is(?: now)?) {EMAIL})?"),
    (Kind.ADDRESS, rf"{_STATES}(?P<who>.+?)(?:'s|s')? {_MAIL} (?:has changed|is wrong|is now {EMAIL})"),
    (Kind.REMOVE, r"(?:remove|delete|drop|rename) (?P<who>.+?) (?:from|in) the (?:directory|list)(?: to .+)?"),
)  # fmt: skip
_QUESTIONS: tuple[tuple[Kind, str], ...] = (
    (Kind.MYSELF, r"who am i|whoami|(?:show |list )?my (?:roles?|rights|permissions)"),
    (Kind.MYSELF, r"what(?: is| are|'s)? my (?:roles?|rights|permissions)|what am i allowed to do"),
    (Kind.MYSELF, r"(?:what|which) (?:roles?|rights|permissions) (?:do i have|have i got)"),
    (Kind.MYSELF, rf"am i {_A}{_ROLE}"),
    (Kind.LINKS, r"(?:who is|who's|who are|which (?:people|accounts|leads) are) (?:all )?linked"
     r"(?: (?:to|with) (?:who|whom|what|which|anyone|anybody)(?: leads?| names?)?)?"),
    (Kind.LINKS, r"(?:who|what|which (?:lead|name|account)) (?:is|are) .+? linked (?:to|with)"),
    (Kind.LINKS, r"(?:list|show)(?: me)?(?: all)?(?: the| our)? links"),
    (Kind.LINKED, r"(?:who is|who's|who are|is any(?:one|body)) linked (?:to|with) (?P<lead>.+)"),
    (Kind.LINKED, r"who answers (?:to|for) (?:the name )?(?P<lead>.+)"),
    (Kind.HOLDERS, r"who are (?:all )?(?:the|our|your)? ?(?P<role>managers|administrators|admins)"),
    (Kind.HOLDERS, r"(?:list|show)(?: me)?(?: all)?(?: the| our)? (?P<role>managers|administrators|admins)"),
    (Kind.HOLDERS, r"who(?: is|'s) (?:an? (?P<role>manager|administrator|admin))"),
    (Kind.HOLDERS, r"who(?: is|'s) (?:the|our|your) (?P<role>administrator|admin)"),
    (Kind.HOLDERS, rf"who has (?:the )?{_ROLE} (?:role|rights?)"),
    (Kind.ROLES, r"(?:what|which) (?:roles|rights) (?:does|has) (?P<who>.+?)(?: have| got)?"),
    (Kind.ROLES, r"what are (?P<who>.+?)'s? (?:roles|rights)"),
    (Kind.ROLES, rf"is (?P<who>.+?) an? {_ROLE}"),
    (Kind.COVERS, r"who (?:may|can|is allowed to) (?:post|update|report)(?: updates?)? for (?:who|whom|which leads?)"),
    (Kind.COVERS, r"who covers for (?:who|whom)"),
    (Kind.COVERS, r"who (?:may|can|is allowed to) (?:post|update|report)(?: updates?)? for (?P<lead>.+)"),
    (Kind.COVERS, r"who (?:are|is) (?P<lead>.+?)'s? (?:delegates?|deput(?:y|ies)|cover)"),
    (Kind.EVERYBODY, r"(?:list|show)(?: me)?(?: all)?(?: the)? (?:people|directory|members|users|everyone|everybody)"),
    (Kind.EVERYBODY, r"who is in (?:the|your) directory|list (?:everyone|everybody|people) in the directory"),
)  # fmt: skip
_COMPILED = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in (*_PATTERNS, *_QUESTIONS)]
# Each of the patterns has one of these words.
_TELLING = frozenset(
    "link linked connect unlink disconnect add enrol register staff officer officers manager managers administrator "
    "administrators admin admins role roles right rights permissions am whoami allowed answers people directory "
    "members users everyone everybody post update report delegate delegates deputy deputies cover links access account "
    "login adding email mail address starter added up log sign colleague covers".split()
)
_ASKED = re.compile(r"(?:please|pls|can you|could you|would you|hi|hello|ok|okay|now|and|also)[\s,]+", re.IGNORECASE)
_ENDING = re.compile(r"(?:[\s,]+(?:please|pls|thanks|thank you|then))*[\s.!?]*$", re.IGNORECASE)
_WHOS = re.compile(r"\bwhos\b|\bwhose(?= linked\b)", re.IGNORECASE)
_MAIL_LINK = re.compile(r"\[([^\[\]]+)\]\(mailto:[^()\s]*\)", re.IGNORECASE)


@lru_cache(256)
def request(text: str) -> Request | None:
    """What a message wants; None where it is about something else."""
    if not tells(text):
        return None
    said = _cleared(text) if len(text) <= 2 * LONGEST else text
    if len(said) > LONGEST:
        return None
    for kind, pattern in _COMPILED:
        if found := pattern.fullmatch(said):
            doubted = text.rstrip().endswith("?") and pattern.pattern.startswith(_STATES)
            return _request(Kind.ROLES if doubted else kind, found.groupdict(""))
    return None


def tells(text: str) -> bool:
    """Whether a message has any of the words without which it wants nothing of the directory."""
    return not _TELLING.isdisjoint(letters(text))


def _request(kind: Kind, named: dict[str, str]) -> Request | None:
    """A number names no person: whoever says "link 10 to 12" means something else."""
    named = {name: value.strip(' ,."') for name, value in named.items()}
    if any(value.isdecimal() for value in named.values()):
        return None
    role = role_called(named.get("role", ""))
    return Request(
        kind, named.get("who", ""), named.get("lead", ""), role, named.get("email", "").casefold().strip(".")
    )


def _cleared(text: str) -> str:
    """A message without what is only polite, and without what Teams makes of an e-mail address, "whos" mended."""
    said = _WHOS.sub("who's", plain(unlinked(text)))
    while opening := _ASKED.match(said):
        said = said[opening.end() :]
    return _ENDING.sub("", said)


def unlinked(text: str) -> str:
    """A message without what Teams makes of an e-mail address."""
    return _MAIL_LINK.sub(r"\1", text)
