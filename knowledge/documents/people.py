"""Reads lead officers from a lead field: one or several, with or without a role."""

from __future__ import annotations

import re

from knowledge.model import Lead

_DONE = r"(?:confirmed|agreed|decided|determined|appointed|recruited|identified|allocated|assigned|named|known)"
_NOBODY = re.compile(
    r"(?:(?:the |this )?(?:post|position|role)s?(?: is)? )?(?:tb[acd]|n/?a|nil|nobody|no[ -]one|unassigned|unallocated|"
    r"not applicable|"
    rf"unknown|vacan(?:t|cy)(?: post| role| position)?|(?:still |yet )?to be {_DONE}|"
    r"(?:none|no lead|no lead officer)(?: (?:at present|at the moment|as yet|yet|currently|assigned|identified))*|"
    rf"not (?:yet |currently )*(?:{_DONE}|in post)(?: yet)?|(?:out to |under )recruitment|"
    r"recruitment (?:under ?way|in progress)|awaiting (?:appointment|recruitment)|[-–—?. ]*)\.?",
    re.IGNORECASE,
)
_DASH = re.compile(r" ?[–—] ?| - ?|- ")
_BRACKETS = re.compile(r"([^()]+)\(([^()]+)\)\.?")
_BRACKETED_FIRST = re.compile(r"([^()–—-]+)\(([^()]+)\)(?: ?[–—] ?| - ?|, )(.+)")
# What stands between leads that share a line, outside of brackets.
_BETWEEN = re.compile(r"(?: ?/ ?|, (?:and )?| (?:and|&) )(?![^()]*\))")
_PARTICLES = {"al", "bin", "da", "de", "den", "der", "la", "le", "van", "von"}
_OFFICE = re.compile(
    r"\b(?:agency|assistant|board|care|chair|chief|children|clerk|commissioning|communit(?:y|ies)|corporate|council|"
    r"deputy|development|directors?|early|education|executive|famil(?:y|ies)|finance|group|head|health|help|housing|"
    r"improvement|inclusion|intervention|lead|learning|legal|managers?|member|officers?|operations|partnerships?|"
    r"performance|planning|policy|practice|prevention|principal|programme|project|public|quality|safeguarding|services?|"
    r"social|strategy|support|team|workforce|youth)\b",
    re.IGNORECASE,
)

_ORGANISATION = re.compile(
    r"\b(?:associations?|authorit(?:y|ies)|college|commission|committee|company|constabulary|department|directorate|fire|"
    r"forum|homes|hospitals?|limited|ltd|nhs|ombudsman|plc|police|school|society|trust|university)\b",
    re.IGNORECASE,
)
# What stands behind an office without being its holder's name: "Area Manager North West".
_PLACE = re.compile(
    r"\b(?:adults?|areas?|assets?|central|culture|customers?|data|digital|east(?:ern)?|economy|environment|estates?|"
    r"governance|growth|highways|homes|management|north(?:ern)?|place|property|regeneration|regions?|resources|"
    r"south(?:ern)?|systems|technology|transport|waste|west(?:ern)?)\b",
    re.IGNORECASE,
)
_TITLE = r"(?:officer|manager|director|inspector|commissioner|chair|nurse|treasurer|superintendent|secretary|lead)"
_IN_OFFICE = re.compile(
    rf"(?:[A-Z][\w’'&-]* )+(?i:{_TITLE})"
    r"|(?:[A-Z]\w* ){0,2}(?i:head|director|chief|chair|lead|manager) (?:of|for) [A-Z].*"
)
# What stands between two offices, outside of brackets: "Chief Information Officer and Head of Mental Health, Trust".
_BETWEEN_OFFICES = (re.compile(r" ?/ ?(?![^()]*\))"), re.compile(r",? (?:and|&) (?![^()]*\))"))


def leads(field: str) -> tuple[Lead, ...]:
    """The leads in their order; none where the field is empty or says that nobody is named yet."""
    pieces = (" ".join(piece.split()) for line in field.split("\n") for piece in line.removeprefix("• ").split(";"))
    found = [_lead(part) for piece in pieces for part in _apart(piece) if not _NOBODY.fullmatch(part)]
    return tuple(lead for lead in found if not _NOBODY.fullmatch(lead.name))


def _apart(piece: str) -> list[str]:
    """Leads that share a line. Something stands between two of them only where names or offices are on both sides."""
    if offices := _offices(piece):
        return offices
    parts: list[str] = []
    for part in piece.split(" / "):
        if parts and not _is_name(_DASH.split(part, maxsplit=1)[0]):
            parts[-1] += " / " + part
        else:
            parts.append(part)
    joined = _BETWEEN.split(piece)
    several = len(joined) > 1 and all(map(_is_whole, joined))
    return joined if several and not _is_office(piece, joined) else parts


def _offices(piece: str) -> list[str]:
    """Two or more offices that share a line, each with its holder or its body behind a comma; none otherwise."""
    if _DASH.search(piece):
        return []
    ways = (between.split(piece) for between in _BETWEEN_OFFICES)
    return next((parts for parts in ways if len(parts) > 1 and all(map(is_held, parts))), [])


def is_held(part: str) -> bool:
    """Whether it is an office, one and its holder ("Area Manager Jo Ash"), or a name, alone or with an office."""
    first, _, more = (one.strip() for one in part.partition(","))
    if _IN_OFFICE.fullmatch(first) or _titled(first)[0]:
        return True
    return _is_name(first) and (not more or bool(_IN_OFFICE.fullmatch(more)))


def _titled(words: str) -> tuple[str, str]:
    """The name and the office of "Area Manager Jo Ash"; both empty for anything else."""
    *office, first, last = ("", "", *words.split())
    name, title = f"{first} {last}".strip(), " ".join(office).strip()
    if _is_name(name) and not _PLACE.search(name) and _IN_OFFICE.fullmatch(title):
        return name, title
    return "", ""


def _is_whole(part: str) -> bool:
    """Whether it is a name, perhaps with a role in brackets."""
    bracketed = _BRACKETS.fullmatch(part)
    return _is_name((bracketed[1] if bracketed else part).strip(" ."))


def _is_office(piece: str, parts: list[str]) -> bool:
    """Whether two names with a comma between them may be one and an office: "Jo Ash, Highways Area"."""
    return len(parts) == 2 and "," in piece and "(" not in piece


def _is_name(words: str) -> bool:
    """Two to four capitalised words, none of which belongs to an office."""
    names = words.split()
    capitals = all(name[0].isupper() or name in _PARTICLES for name in names)
    return 2 <= len(names) <= 4 and capitals and not (_OFFICE.search(words) or _ORGANISATION.search(words))


def _lead(part: str) -> Lead:
    name, role = (one.strip(" .,:") for one in _name_and_role(part))
    if _is_name(role) and not _is_name(name):
        name, role = role, name  # "Head of Libraries – Ann Lee"
    return Lead(name, "" if _NOBODY.fullmatch(role) else role)


def _name_and_role(part: str) -> tuple[str, str]:
    if (acting := _BRACKETED_FIRST.fullmatch(part)) and _is_name(acting[1].strip()):
        return acting[1], f"{acting[3].strip(' .')} ({acting[2]})"
    dashed = _DASH.split(part, maxsplit=1)
    bracketed = _BRACKETS.fullmatch(part)
    if bracketed and not (len(dashed) > 1 and _is_name(dashed[0])):
        return bracketed[1], bracketed[2]
    if len(dashed) > 1:
        return dashed[0], dashed[1]
    if (titled := _titled(part))[0]:
        return titled
    name, _, role = part.partition("," if "," in part else ":")
    return (name, role) if _is_name(name) or _is_name(role.strip(" .")) else (part, "")
