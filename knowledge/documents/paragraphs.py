"""Joins hard-wrapped lines back into the paragraphs and bullets they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_BULLET = re.compile(r"[•·●▪\uf0b7] ?|\* ")
_INNER = re.compile(r"[◦○] ?|o ")
_LISTED = re.compile(r"[-–] |\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)] ")
_ENDED = re.compile(r"[.!?:;][)\]’”'\"]*$")
_NEXT_LISTED = re.compile(r"[,;] (?:and|or)$")
_TAIL = 40  # characters; enough to see how a line ends
_OPENING = "([‘“'\""
_RUNS_ON = re.compile(
    r"(?:[,/(–-]|\b(?:a|an|and|as|at|be|been|by|for|from|her|his|in|into|is|its|more|most|nor|of|on|or|our|see|such|than"
    r"|that|the|their|these|this|those|to|under|was|were|which|who|will|with|within))$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\s*$")
_BEGINS = re.compile(
    r"(?:A|All|An|As|At|Each|For|He|If|In|It|No|On|Our|She|Some|The|There|These|They|This|Those|To|We)\b"
)


def text(lines: Iterable[str], *, wrapped: bool) -> str:
    """Paragraphs separated by newlines, bullets as "• " and "◦ ", runs of spaces as one.

    Blank lines mean nothing: many documents have one after every line.
    """
    paragraphs: list[list[str]] = []
    for line in _filled(lines):
        if paragraphs and _continues(paragraphs[-1][-1], line, wrapped=wrapped):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([_bulleted(line)])
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs)


def are_wrapped(bodies: Iterable[Iterable[str]]) -> bool:
    """Whether these texts, set alike, were cut at a margin rather than where a paragraph ends.

    So it is where most of their line ends come in the middle of a sentence.
    """
    breaks = [
        (one, next_one) for body in bodies for one, next_one in pairwise(_filled(body)) if not _is_bullet(next_one)
    ]
    deliberate = sum(_is_break(one, next_one) for one, next_one in breaks)
    return deliberate * 2 < len(breaks)


def _filled(lines: Iterable[str]) -> list[str]:
    joined = (" ".join(line.split()) for line in lines)
    return [line for line in joined if line]


def runs_on(line: str) -> bool:
    """Whether a line ends in a word or mark that something must follow; the slash of an address isn't one."""
    return bool(_RUNS_ON.search(line[-_TAIL:].rstrip())) and not _ADDRESS.search(line)


def _is_finished(line: str) -> bool:
    return bool(_ENDED.search(line[-_TAIL:]))


def _continues(before: str, line: str, *, wrapped: bool) -> bool:
    if _is_bullet(line) or (_LISTED.match(line) and (_is_finished(before) or _NEXT_LISTED.search(before))):
        return False
    if line.lstrip(_OPENING)[:1].islower() or runs_on(before):
        return True
    return wrapped and not _is_break(before, line)


def _is_break(before: str, line: str) -> bool:
    """Whether a line looks finished, or the next begins as only a sentence does."""
    return not runs_on(before) and (_is_finished(before) or bool(_BEGINS.match(line)))


def _is_bullet(line: str) -> bool:
    return bool(_BULLET.match(line) or _INNER.match(line))


def _bulleted(line: str) -> str:
    if outer := _BULLET.match(line):
        return "• " + line[outer.end() :]
    if inner := _INNER.match(line):
        return "◦ " + line[inner.end() :]
    return line
