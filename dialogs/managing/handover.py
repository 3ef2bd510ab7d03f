"""An order about who leads, taken apart: why, said before or behind it, and for how long; and whom it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.managing.known import known_names, nearest
from dialogs.managing.mandate import reasoned, without_please
from dialogs.managing.pointing import named_in, whom
from dialogs.turns.moment import Moment
from dialogs.turns.pronouns import is_pronoun, spoken_person
from dialogs.words.wordings import POLITE

ASSIGNS = r"(?:re-?)?assign"
GIVES = r"(?:give|hand|pass|allocate|transfer|move|switch)"
_VERB = rf"(?:{ASSIGNS}|un-?assign|{GIVES}|put|add|swap|replace|let|have|take|remove)"
# "Sandi's off sick, give …": why, before what.
_CLAUSE = re.compile(
    rf"(?!{POLITE}{_VERB}\b)(?P<clause>[^:;?\n]{{3,120}}?)\s*(?:[,;.–—]|\s-|\s(?=so\b))\s*"
    rf"(?:(?:so|and|then|please|pls|can|could|you|we|i['’]?d|like|to|need|let['’]?s|just)\b[\s,]*)*(?={_VERB}\b)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:is|are|has|have|had|will|was|off|away|leaving|left|leaves|retir\w+|going)\b|['’]s\b", re.IGNORECASE
)
# "…, Sue is too busy": why, behind a comma; whoever it is of is known, or was just named.
_BEHIND = re.compile(
    r",\s*(?P<why>(?P<of>(?:he|she|they|it|we)|[^\W\d][^\W\d]*(?:\s+[^\W\d]+)?)\s*(?:['’](?:s|re|ll|ve)|\b(?:is|are|has|have|was|"
    r"were|will|needs?|wants?|knows?|left|leaves|can(?:['’]?t|not)|does(?:n['’]?t|\s+not)))\b[^\d,;:?]*)\Z",
    re.IGNORECASE,
)
_SPAN = (
    r"(?:now|the\s+(?:moment|time\s+being|meantime|interim)|today|a\s+(?:bit|while|(?:few\s+)?(?:days?|weeks?|months?|"
    r"fortnight))|(?:\d+|two|three|four|six)\s+(?:days|weeks|months))"
)
_UNTIL = re.compile(
    rf"[\s,]+(?P<words>(?:(?:just|only|but)\s+)*(?:for\s+{_SPAN}|temporarily|meanwhile|in\s+the\s+(?:meantime|interim)|"
    r"(?:un)?['’]?til+\b.+|up\s+to\b.+|while\b.+|whilst\b.+|during\b.+).*)\Z",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"[\s,]+(?:and\s+)?(?:not|instead\s+of|rather\s+than|in\s+place\s+of)\s+(?P<who>[^\d:;?]{1,60})\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a message orders; `why`, and `until` when or for how long. `person` is whom it spoke of before it orders.

    `changed` says that something was taken off the order as it was typed.
    """

    order: str
    why: str = ""
    until: str = ""
    person: str = ""
    changed: bool = False


def apart(text: str, moment: Moment) -> Said:
    """A message taken apart."""
    clause, order = "", without_please(text)
    if (opens := _CLAUSE.match(order)) and _AWAY.search(opens["clause"]) and named_in(opens["clause"], moment):
        clause, order = opens["clause"].strip(), order[opens.end() :]
    head, why = _reasoned(order, moment)
    comma = why and reasoned(order)[1] != why
    until, not_them = _UNTIL.search(head), _NOT.search(head)
    if until:
        head = head[: until.start()]
    elif not_them and whom(not_them["who"], moment):
        head = head[: not_them.start()]
    because = "; ".join(filter(None, (clause, why)))
    person, changed = named_in(clause, moment), bool(clause or until or not_them or comma)
    return Said(head.strip(), because, until["words"].strip() if until else "", person, changed)


def _reasoned(order: str, moment: Moment) -> tuple[str, str]:
    """An order and its reason apart, where only a comma and who it is of may part them."""
    head, why = reasoned(order)
    behind = None if why else _BEHIND.search(head)
    if behind and (named_in(behind["of"], moment) or is_pronoun(behind["of"]) or behind["of"].lower() in {"it", "we"}):
        return head[: behind.start()], behind["why"]
    return head, why


def names(words: str, said: Said, moment: Moment) -> tuple[str, ...]:
    """Those who are named, as they are known or else as typed; none where "her" means nobody who was spoken of."""
    typed = [n for n in re.split(r"\s*(?:,|&|\band\b)\s*", words.strip(" ,")) if n]
    meant = [_called(name, said, moment) for name in typed]
    return tuple(meant) if all(meant) else ()


def all_known(meant: tuple[str, ...], moment: Moment) -> bool:
    """Whether all of these, and at least one, are people whom orders may name."""
    return bool(meant) and all(nearest(name, known_names(moment)) for name in meant)


def _called(name: str, said: Said, moment: Moment) -> str:
    if is_pronoun(name):
        return said.person or spoken_person(moment)
    return nearest(name, known_names(moment)) or name
