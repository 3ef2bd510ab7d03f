"""Finds what a timescale gives instead of a date: "as soon as practicable", "once the Bill gains Royal Assent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLAUSE = re.compile(r"[^.,;:()]+")
_NUMBER = (
    r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four|several"
    r"|a few|a couple of)"
)
_UNIT = (
    r"(?:working |calendar |academic |financial )?(?:day|week|fortnight|month|term|quarter|year|parliament|session)s?"
)
_EVENT = (
    r"(?:(?:the|its|their) )?(?:passage|passing|publication|completion|outcomes?|results?|approval|enactment"
    r"|conclusion|consultation|agreement|implementation|commencement|royal assent|legislation)\b"
)
_HAPPENS = (
    r"(?:allows?|permits?|becomes?|available|agreed|approved|published|completed?|enacted|passed|known|confirmed"
    r"|in place|in force)\b"
)

# What depends on something, which is the group "on". The first two take the clause, whose subject belongs to it.
_DEPENDS = (
    r"^.*\b(?:is|are|be|remains?) (?:\w+ )?(?:dependent|contingent|conditional) (?:up)?on (?P<on>.+)",
    r"^.*\b(?:depends?|hinges?) (?:up)?on (?P<on>.+)",
    r"\b(?:depending|dependent|contingent|conditional) (?:up)?on (?P<on>.+)",
    r"\b(?:subject to|pending|provided that|on condition that|unless and until|once) (?P<on>.+)",
    r"\bas soon as (?!(?:is |reasonably )*(?:possible|practicabl[ey]|practical|feasible))(?P<on>.+)",
    rf"\b(?:when|whenever|if) (?P<on>.+ {_HAPPENS}.*)",
    rf"\b(?:after|following|upon|on) (?P<on>{_EVENT}.*)",
    rf"\bwithin {_NUMBER} {_UNIT} (?:of|from|after) (?P<on>.+)",
)
_VAGUE = (
    r"\bit (?:will|would|is) (?:be )?for (?:[\w’'-]+ ){1,8}to .+",
    r"\bas soon as (?:is |reasonably )*(?:possible|practicable|practical|feasible)",
    r"\b(?:with )?immediate effect\b|\bimmediately\b|^ ?immediate$|\bstraight ?away\b|\bforthwith\b",
    r"\b(?:on an )?ongoing basis\b|\bongoing\b(?! \w)|\bcontinuous(?:ly)?$",
    r"\b(?:kept|keep|remains?) (?:\w+ )?under (?:\w+ )?review\b",
    r"\bin due course\b|\bshortly\b|\bin the (?:near|foreseeable) future\b",
    r"\bin the (?:short|medium|long)(?:er)?-?(?: (?:to|or|and) (?:medium|long)(?:er)?)?[- ]term\b",
    rf"\b(?:within|in|over|during) (?:the )?(?:(?:next|coming|first|following) )?{_NUMBER} {_UNIT}\b",
    rf"\b(?:within|in|over|during|throughout) the (?:next|coming|following|current) {_UNIT}\b",
    rf"\b(?:by|before|at) (?:the )?(?:very )?(?:end|close|start|beginning) of (?:the|this|next) {_UNIT}\b",
    rf"\b(?:next|each|every) (?:{_UNIT}|spring|summer|autumn|winter)\b",
    r"\bat an? (?:[\w-]+ ){0,2}pace\b(?: (?:determined|set|decided|agreed)(?: \w+){0,2})?",
    r"\bto be (?:confirmed|agreed|determined|decided|announced)\b|\btb[acd]\b",
    r"\b(?:no|not yet a) (?:\w+ )?(?:date|timescale|deadline)\b(?: (?:has been |is |was )?(?:set|given|agreed|known))?",
    r"\b(?:annually|quarterly|monthly|weekly|termly)\b",
)
_PATTERNS = tuple(re.compile(words, re.IGNORECASE) for words in _DEPENDS + _VAGUE)


@dataclass(frozen=True, slots=True)
class Condition:
    """Where the words stand in their text; what they depend on, empty where on nothing; `on` is where that begins."""

    start: int
    end: int
    depends_on: str
    on: int


def conditions(text: str, start: int, end: int) -> list[Condition]:
    """The conditions and undated times between two places, in order; no two overlap, each lies in one clause."""
    clauses = _CLAUSE.finditer(text, start, end)
    return [condition for clause in clauses for condition in _of(clause[0], clause.start())]


def _of(clause: str, offset: int) -> Iterator[Condition]:
    """Where two overlap, the one that begins first counts, and then the one that stands first above."""
    found = sorted((match for pattern in _PATTERNS for match in pattern.finditer(clause)), key=lambda one: one.start())
    end = 0
    for match in found:
        if match.start() >= end:
            end = match.end()
            yield _condition(match, offset)


def _condition(match: re.Match[str], offset: int) -> Condition:
    words, groups = match[0], match.groupdict()
    start = match.start() + len(words) - len(words.lstrip())
    end = match.start() + len(words.rstrip())
    on = match.start("on") if groups.get("on") else end
    return Condition(offset + start, offset + end, (groups.get("on") or "").strip(), offset + on)
