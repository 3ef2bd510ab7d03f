"""Tells the lines that name a part of a recommendation from the lines that are its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Field


@dataclass(frozen=True, slots=True)
class Label:
    """A line that opens something.

    `words` is the label as printed, without number, colon or decision; `owner` whose it is ("Munro", "Salford").
    `ref` is the number after "Recommendation" or "Theme", empty for any other. `rest` follows on the same line.
    """

    field: Field
    words: str
    owner: str = ""
    ref: str = ""
    rest: str = ""


# How far something is, in a word or a colour.
STATUS = (
    r"(?:current |delivery )?status|(?:rag|brag|bragb)(?: (?:status|rating))?|traffic light"
    r"|(?:%|per ?cent|percentage) completed?"
)

_OWNED = {
    Field.ARGUMENT: r"arguments?|rationale|reasons?|reasoning|findings?|safety issues?|evidence|background",
    Field.RESPONSE: r"responses?|comments?",
    Field.DECISION: r"decisions?",
    Field.POSITION: r"positions?|progress(?: updates?| to date| so far| made)?|(?:status )?updates?|actions? taken",
}
_PLAIN = {
    Field.ARGUMENT: r"what (?:the )?(?P<owner>[\w’'-]+(?: [\w’'-]+){0,2}) (?:found|said|told us)|why this matters",
    Field.RESPONSE: r"what (?:we|the council) (?:will|plans? to) do|(?:planned|agreed) actions?"
    r"|actions? to (?:be taken|take)",
    Field.POSITION: r"what (?:we|the council) (?:have|has) done(?: so far)?|where we are(?: now)?|work to date"
    rf"|{STATUS}",
    Field.RECOMMENDATION: r"(?:action/)?recommendation(?: text)?|(?:proposed )?action|area for improvement",
    Field.DECISION: r"accepted\?|agreed\?",
    Field.TIMESCALE: r"time-?scales?|timescale\(s\)|time-?table|by when|(?:target|due|original|revised|completion) date"
    r"|due|deadline|when|(?:completion|implementation|delivery|expected) date|date (?:due|for completion)"
    r"|(?:to be )?completed? by",
    Field.LEADS: r"lead(?: officer| agency| person)?(?:s|\(s\))?|(?:responsible|accountable) officer(?:s|\(s\))?"
    r"|responsibility|(?:action )?owners?|recipients?|who(?: is|[’']s)? (?:responsible|accountable|leading)|who leads"
    r"|responsible|(?:responsible|accountable|delivery|named) (?:person|lead|manager|director|body|service)"
    r"|(?:officer|person|manager)(?:s|\(s\))? responsible|senior responsible (?:officer|owner)",
}
_OWNER = r"(?:(?P<owner>[A-Z][\w&.-]*(?: (?:of|and|for|the|&|[A-Z][\w&.-]*)){0,4})(?:[’'‘`´]s?)? )?"
_END = r" ?(?:[:.]?|: ?(?P<said>.+)|[–—-] ?(?P<dashed>.+)|\((?P<bracketed>[^()]+)\)[:.]?)"
REF = r"(?P<ref>(?:[A-Z]{1,4}[ .-]?)?[0-9]{1,4}(?:\.[0-9]{1,4})*[a-z]?)"

_FIELDS = tuple(
    (field, re.compile(rf"(?P<words>{owner}(?i:{words})){_END}"))
    for owner, table in (("", _PLAIN), (_OWNER, _OWNED))
    for field, words in table.items()
)
_RECORD = re.compile(
    r"(?P<words>(?i:recommendation|rec|action|afi|area for improvement))(?i: (?:no|number))?\.? "
    + REF
    + r" ?(?:[:.]?|: ?(?P<said>.+)|[–—-] (?P<dashed>[^a-z].*))"
)
# A grouping's own letter is its number as well: "Priority B: Licensing".
_GROUP = REF.replace("(?P<ref>", "(?P<ref>[A-H](?= ?[:–—-])|")
_THEME = re.compile(
    rf"(?P<words>(?i:theme|priority|workstream|strand|pillar)) {_GROUP} ?"
    r"(?:[:.]?|: ?(?P<said>.+)|[–—-] ?(?P<dashed>.+))"
)
_OPENERS = ((Field.THEME, _THEME), (Field.RECOMMENDATION, _RECORD))

_MARKUP = re.compile(r"^ ?#{1,6} |\*\*|__")
_LEADERS = re.compile(r"\.{4}|…{2}|(?:\. ){4}")
_NOBODYS = {"current", "key", "latest", "local", "main", "our", "the", "their", "your"}


def label(line: str) -> Label | None:
    """What a line opens; None for a line of text, and for one of a table of contents, with its row of dots.

    A label starts with a capital, so that the last word of a wrapped paragraph ("response.") isn't one.
    """
    clean = " ".join(_MARKUP.sub("", line).split())
    if not (clean[:1].isupper() or clean[:1] == "%") or is_contents(clean):
        return None
    matches = ((field, pattern.fullmatch(clean)) for field, pattern in (*_OPENERS, *_FIELDS))
    return next((_label(field, match) for field, match in matches if match), None)


def is_contents(line: str) -> bool:
    """Whether a line ends in a row of dots and a page, as in a table of contents."""
    return bool(_LEADERS.search(line))


def _label(field: Field, match: re.Match[str]) -> Label:
    found = match.groupdict()
    rest = found.get("said") or found.get("dashed") or found.get("bracketed") or ""
    return Label(field, found["words"], _owner(found.get("owner") or ""), found.get("ref") or "", rest)


def _owner(words: str) -> str:
    """A name, without "The"; nobody for "Our" and the like."""
    name = words.removeprefix("The ")
    return "" if name.lower() in _NOBODYS or name[:1].islower() else name
