"""Hears what somebody wants to do to recommendations: "update 10: amber – …", "no change on 3 and 4", "undo"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from knowledge.progress.reporting import reported
from knowledge.questions import numbers
from knowledge.questions.numbers import NOUN


class Deed(StrEnum):
    """What is to be done."""

    UPDATE = "update"
    NO_CHANGE = "no change"
    UNDO = "undo"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Order:
    """A deed, and each recommendation it is to be done to, as typed, with the words that are for it."""

    deed: Deed
    items: tuple[tuple[str, str], ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """The recommendations, as typed."""
        return tuple(ref for ref, _ in self.items)


POLITE = (
    r"(?:(?:please|pls|hi|hello|ok|okay|now|so|and|then|also|can|could|may|i|i'd|we|you|would|want|need|like|to|let|me|"
    r"us|id|just|quick|bot)\b[\s,]*)*"
)
_REF = r"[a-z]{0,2}\d+(?:\.\d+)*[a-z]?"
_JOIN = rf"\s*(?:,\s*(?:and\b)?|&|\+|\band\b)\s*(?:{NOUN}\s*)?"
RECS = rf"(?:the\s+)?(?:{NOUN}\.?\s*(?:number|no\.?|#)?\s*|number\s+|no\.\s*|#\s*)?"
LISTED = rf"(?P<refs>{_REF}(?:{_JOIN}{_REF})*)(?![\w%/]|\.\d)"
ABOUT = r"(?:\s*(?:on|for|to|about|of|re|against|:))*\s*"
_SEPARATOR = r"\s*(?:[:;,.=–—-]+|\bis now\b|\bare now\b|\bis\b|\bare\b|\bto\b|\bas\b|\bnow\b|\n)?\s*"
_UPDATING = (
    r"(?:(?P<verb>[a-z]{5,8})\b|(?:(?:post|add|make|give|enter|submit|record|log|write|do)\s+)?"
    r"(?:(?:new|an|a|my|the|progress|status|latest)\s+)*(?:update|report)s?\b)"
)
_UPDATE = re.compile(rf"{POLITE}{_UPDATING}{ABOUT}{RECS}{LISTED}{_SEPARATOR}(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_MARK = re.compile(
    rf"{POLITE}(?:mark|set|change|move|put|turn|make|rate|flag|rag|show)\s+{RECS}{LISTED}{_SEPARATOR}(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_STATED = re.compile(rf"{RECS}{LISTED}{_SEPARATOR}(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_ITEM = re.compile(
    rf"(?:^|\n\s*|;\s*|\.\s+)(?:[-*•]\s*)?(?:and\s+)?{RECS}(?P<ref>{_REF})\s*(?:[:=–—-]+|\bis now\b|\bis\b)\s*",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(
    rf"{POLITE}(?:there\s+(?:is|was|has been)\s+|still\s+)?(?:no|without)\s+"
    r"(?:change|changes|update|updates|movement|news)"
    rf"(?:\s+(?:since|from|to report|this (?:week|month|time)|(?:since )?last time))*{ABOUT}(?:{RECS}{LISTED})?",
    re.IGNORECASE,
)
_NOTHING_NEW = re.compile(
    rf"{POLITE}(?:nothing|nowt)\s+(?:new|has changed|changed|to report|to add)"
    rf"(?:\s+(?:since|this (?:week|month|time)))*{ABOUT}(?:{RECS}{LISTED})?",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    rf"{RECS}{LISTED}{_SEPARATOR}(?:no change|no changes|unchanged|nothing new|as before|same as before)", re.IGNORECASE
)
_UNDO = re.compile(
    rf"{POLITE}(?:undo|take\s+(?:it|that|this|my (?:last )?update)\s+back|withdraw|revert|retract|"
    r"delete\s+(?:it|that|my))"
    rf"(?:\s+(?:my|the|that|this|it|last|latest|update|post|one|please))*{ABOUT}(?:{RECS}{LISTED})?",
    re.IGNORECASE,
)
_MINE = re.compile(
    rf"{POLITE}(?:update|updates|update (?:all )?(?:my|mine|our)(?: (?:{NOUN}|updates|stuff|ones))?|post an? update|"
    r"(?:what|which|any(?:thing)?)\b.*\b(?:i|we|me|us|my|mine)\b.*\b"
    r"(?:update|updates|updating|report(?: on)?|to do|due)|"
    rf"(?:what|which)(?: ones| {NOUN})? (?:is|are)(?: the)? (?:mine|ours|my (?:{NOUN}|actions|updates))|"
    rf"(?:show|list|give)?(?: me)?\s*(?:my|our) (?:{NOUN}|updates|actions|list|to-?do(?: list)?|tasks)|"
    r"what (?:do|should|must|can) (?:i|we) (?:have to |need to |still )*(?:update|report|post)(?: on)?"
    r"(?: (?:today|now|this week))?|"
    r"what am i (?:leading|responsible for|down for))",
    re.IGNORECASE,
)


def heard(text: str, refs: Mapping[str, str]) -> Order | None:
    """The order in a message; `refs` gives each recommendation by what people call it, in lower case.

    None where the message is no order: a question, or anything else.
    """
    said = text.strip()
    plain = said.rstrip(" .!?\n")
    if match := _UNDO.fullmatch(plain):
        return Order(Deed.UNDO, _items(match["refs"]))
    for pattern in (_NO_CHANGE, _NOTHING_NEW, _UNCHANGED):
        if match := pattern.fullmatch(plain):
            return Order(Deed.NO_CHANGE, _items(match["refs"]))
    if _MINE.fullmatch(plain):
        return Order(Deed.MINE)
    if said.endswith("?"):
        return None
    return _update(_digits(said), refs)


def _update(said: str, refs: Mapping[str, str]) -> Order | None:
    if (match := _UPDATE.fullmatch(said)) and _means_update(match["verb"]):
        return Order(Deed.UPDATE, _each(_items(match["refs"], match["rest"]), refs))
    for pattern in (_MARK, _STATED):
        if (match := pattern.fullmatch(said)) and reported(match["rest"]).status:
            return Order(Deed.UPDATE, _each(_items(match["refs"], match["rest"]), refs))
    return None


def _means_update(verb: str | None) -> bool:
    """Whether the one word before a number is "update", perhaps misspelt; phrases without one word are."""
    return verb is None or OSA.distance(verb.lower(), "update") <= 1 or verb.lower() in {"updated", "updates", "report"}


def split(listed: str | None) -> tuple[str, ...]:
    """ "10, 12 and 14" as three references, in lower case."""
    return tuple(ref.casefold() for ref in re.findall(_REF, listed or "", re.IGNORECASE))


def _items(listed: str | None, rest: str = "") -> tuple[tuple[str, str], ...]:
    """ "10, 12 and 14" as three items, each with the rest."""
    return tuple((ref, rest) for ref in split(listed))


def _each(items: tuple[tuple[str, str], ...], refs: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Items with what belongs to each: "update 10: amber – …; 12: green – …" is two, each with its own words."""
    if not items:
        return ()
    last = items[-1][1]
    starts = [
        m for m in _ITEM.finditer(last) if m.start() and m["ref"].casefold() in refs and _status_at(last, m.end())
    ]
    if not starts:
        return items
    ends = [*(m.start() for m in starts[1:]), len(last)]
    own = tuple((ref, last[: starts[0].start()].strip()) for ref, _ in items)
    return (
        *own,
        *((m["ref"].casefold(), last[m.end() : end].strip()) for m, end in zip(starts, ends, strict=True)),
    )


def _status_at(text: str, place: int) -> bool:
    return reported(text[place : place + 200]).status is not None


def _digits(said: str) -> str:
    """Number words before the first separator in digits: "update recommendation ten: …"."""
    head = re.match(r"[^:;–—\n]{0,60}", said)
    found = head[0] if head else ""
    lowered = numbers.in_digits(found.lower())
    return (lowered if lowered != found.lower() else found) + said[len(found) :]
