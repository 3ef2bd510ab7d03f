"""Reads lead officers from a lead field: one or several, with or without a role."""

from __future__ import annotations

import re

from knowledge.model import Lead

_NOBODY = re.compile(
    r"(?:tb[acd]|to be (?:confirmed|agreed|decided|determined|appointed)|n/?a|none|nil|not (?:named|assigned)"
    r"|[-–—?. ]*)\.?",
    re.IGNORECASE,
)
_DASH = re.compile(r" ?[–—] ?| - ?|- ")
_BRACKETS = re.compile(r"([^()]+)\(([^()]+)\)\.?")
_AND = re.compile(r" (?:and|&) ")
_PARTICLES = {"al", "bin", "da", "de", "den", "der", "la", "le", "van", "von"}
_OFFICE = re.compile(
    r"\b(?:agency|assistant|board|chair|chief|clerk|council|deputy|directors?|group|head|lead|managers?|member|officers?"
    r"|partnership|principal|services?|social|team)\b",
    re.IGNORECASE,
)


def leads(field: str) -> tuple[Lead, ...]:
    """The leads in their order; none where the field is empty or says that nobody is named yet."""
    pieces = (" ".join(piece.split()) for line in field.split("\n") for piece in line.removeprefix("• ").split(";"))
    return tuple(_lead(part) for piece in pieces for part in _apart(piece) if not _NOBODY.fullmatch(part))


def _apart(piece: str) -> list[str]:
    """Leads that share a line. A slash or an "and" stands between two of them only where names are on both sides."""
    parts: list[str] = []
    for part in piece.split(" / "):
        if parts and not _is_name(_DASH.split(part, maxsplit=1)[0]):
            parts[-1] += " / " + part
        else:
            parts.append(part)
    joined = _AND.split(piece)
    return joined if len(joined) > 1 and all(map(_is_name, joined)) else parts


def _is_name(words: str) -> bool:
    """Two to four capitalised words, none of which belongs to an office."""
    names = words.split()
    capitals = all(name[0].isupper() or name in _PARTICLES for name in names)
    return 2 <= len(names) <= 4 and capitals and not _OFFICE.search(words)


def _lead(part: str) -> Lead:
    name, role = _name_and_role(part)
    return Lead(name.strip(" .,"), role.strip().removesuffix("."))


def _name_and_role(part: str) -> tuple[str, str]:
    if bracketed := _BRACKETS.fullmatch(part):
        return bracketed[1], bracketed[2]
    if len(dashed := _DASH.split(part, maxsplit=1)) == 2:
        return dashed[0], dashed[1]
    name, _, role = part.partition(",")
    return (name, role) if _is_name(name) else (part, "")
