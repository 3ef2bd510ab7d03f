"""The parts of a report by the labels that officers type: "Next step: …", "; next step …", "Evidence: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.progress.reporting.statuses import status_of


class Part(StrEnum):
    """What a part of a report is about."""

    HEAD = "head"
    STATUS = "status"
    NARRATIVE = "narrative"
    NEXT_STEP = "next step"
    DUE = "due"
    EVIDENCE = "evidence"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Section:
    """A part with its words, and the label as typed, which the words of the head don't have."""

    part: Part
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class _Mark:
    part: Part
    start: int
    end: int


_LABELS = {
    Part.STATUS: r"(?:new |current |overall )?(?:rag(?: (?:rating|status))?|status)",
    Part.NARRATIVE: r"narrative|progress(?: (?:update|report|so far|to date))?|comments?|notes?|summary|update|details?"
    r"|what(?:['’]s| has)? happened",
    Part.NEXT_STEP: r"(?:and )?(?:(?:the|our) )?ne?xt (?:steps?|actions?|milestone)|next",
    Part.DUE: r"(?:next step |due |target |completion )?date|due(?: by| on)?|deadline|by(?: when)?|timescale",
    Part.EVIDENCE: r"evidence|proof|links?|attachments?",
    # What no field is for: it stays in the narrative, and ends whatever stands before it.
    Part.REMARK: r"(?:main |key |current )?(?:blockers?|blocked by|barriers?|obstacles?|risks?(?: and issues)?|issues?"
    r"|challenges?|concerns?|problems?|mitigations?|mitigating actions?|dependenc(?:y|ies)|(?:help|support) needed)",
}
_BETWEEN = r"\**[ \t]{0,3}(?::|=|(?<= )[-–—](?= ))\**"
_WITH_COLON = {
    part: re.compile(rf"(?<![\w/.-])(?:{label}){_BETWEEN}", re.IGNORECASE) for part, label in _LABELS.items()
}
_ALONE = {
    part: re.compile(rf"^[ \t*•-]{{0,9}}(?:{label})\**[ \t]*$", re.IGNORECASE | re.MULTILINE)
    for part, label in _LABELS.items()
}
_VERBS = r"were|was|have|has|had|agreed|discussed|identified|confirmed|and"
_BARE = {
    Part.STATUS: re.compile(rf"(?<![\w/.-])(?:{_LABELS[Part.STATUS]}) (?:is |now |= ?)*", re.IGNORECASE),
    Part.NEXT_STEP: re.compile(
        r"(?<![\w/.-])(?:and )?(?:(?:the|our) )?ne?xt (?:steps?|actions?) (?!(?:" + _VERBS + r")\b)"
        r"(?:(?:is|are|will be) )?(?:to )?",
        re.IGNORECASE,
    ),
    Part.EVIDENCE: re.compile(
        r"(?<![\w/.-])(?:the )?evidence (?:(?:is|are) )?(?:(?:at|in|here|attached|see)\b ?|(?=https?://|www\.)|"
        r"on (?=(?:the |our )?(?:web ?site|intranet|sharepoint|(?:shared )?drive|teams|www\.|https?://)))"
        r"|(?:(?<=[.;,(] )|(?<=[–-] )|(?<=\n))(?:please )?see (?=(?:the )?(?:minutes|board paper|cabinet paper|paper|report|link|website|www\.|https?://)"
        r"(?!\w))"
        r"|(?<=; )evidence (?!(?:shows?|suggests?|gather\w*|collected|being|was|were|has|that|from|of|base)\b)",
        re.IGNORECASE,
    ),
}
# A form typed in one line, without a colon: "status amber narrative started next step pilot date 30/1".
_ONE_LINE = re.compile(r"^\W*(?:status|rag)\b[^:=]*\bnarrative\b", re.IGNORECASE)
_ONE_LINE_LABEL = {
    Part.NARRATIVE: re.compile(r"\bnarrative ", re.IGNORECASE),
    Part.NEXT_STEP: re.compile(r"\bnext steps? ", re.IGNORECASE),
    Part.EVIDENCE: re.compile(r"\bevidence ", re.IGNORECASE),
}
_BOUNDARY = re.compile(r"(?:^|[.;,!?)\n–—:]|\s-+)[\s*•_–—-]*$")
_AT = re.compile(r"\bat[ \t]{1,3}\Z", re.IGNORECASE)
_NEAR = 20  # characters in which the boundary before a label is looked for


def sections(text: str) -> tuple[Section, ...]:
    """The head and then the labelled parts in their order, every character of the text in one of them."""
    marks = tuple(_without_overlaps(sorted(_marks(text), key=lambda mark: (mark.start, -mark.end))))
    starts = [*(mark.start for mark in marks), len(text)]
    labelled = (
        Section(mark.part, text[mark.start : mark.end], text[mark.end : following])
        for mark, following in zip(marks, starts[1:], strict=True)
    )
    return (Section(Part.HEAD, "", text[: starts[0]]), *labelled)


def _without_overlaps(marks: list[_Mark]) -> Iterator[_Mark]:
    end = 0
    for mark in marks:
        if mark.start >= end:
            yield mark
            end = mark.end


def _marks(text: str) -> Iterator[_Mark]:
    for part, pattern in _WITH_COLON.items():
        yield from (_Mark(part, *match.span()) for match in pattern.finditer(text) if _begins(text, match, part))
    for part, pattern in _ALONE.items():
        yield from (_Mark(part, *match.span()) for match in pattern.finditer(text) if "\n" in text)
    for part, pattern in (_ONE_LINE_LABEL if _ONE_LINE.match(text) else {}).items():
        yield from (_Mark(part, *match.span()) for match in pattern.finditer(text))
    for part, pattern in _BARE.items():
        found = (match for match in pattern.finditer(text) if _is_bounded(text, match))
        yield from (_Mark(part, *match.span()) for match in found if part is not Part.STATUS or _is_status(text, match))


def _begins(text: str, match: re.Match[str], part: Part) -> bool:
    """Whether a label with a colon is one; words that are everyday ones need a boundary before them as well."""
    everyday = part in {Part.NARRATIVE, Part.REMARK} or match[0].lower().startswith(
        ("next:", "next -", "next –", "date", "link", "by:", "by -", "by –", "by =")
    )
    if part is Part.REMARK and (_is_status(text, match) or _AT.search(text[: match.start()])):
        return False  # "risk: amber", "at risk - late"
    return not everyday or _is_bounded(text, match)


def _is_bounded(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    bounded = match.start() == 0 or match[0].lower().startswith("and ") or _BOUNDARY.search(before)
    return bool(bounded) or (match.start() < _NEAR and status_of(before) is not None)


def _is_status(text: str, match: re.Match[str]) -> bool:
    """Whether a status stands behind the word "status"; "status reports go to the board" has none."""
    words = re.split(r"[\s,;:.–—]+", text[match.end() : match.end() + 40])
    return any(status_of(" ".join(words[:length])) for length in (1, 2, 3))
