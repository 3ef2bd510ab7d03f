"""Hears that a part of an update is wrong, and what it should be: "next step is wrong, it's a meeting"."""

from __future__ import annotations

import re

_PART = r"(?:(?:the|our|my)\s{1,9})?(?P<part>next\s{1,9}step|evidence)s?"
_IS = r"(?:\s?['’]?s|\s{1,9}(?:is|was|are|were))"
_IT_IS = (
    r"(?:(?:it|that|this)(?:['’]?s|\s{1,9}(?:is|was|should\s{1,9}(?:be|have\s{1,9}been|say|read)))|should\s{1,9}be)"
)
_WRONG = re.compile(
    rf"{_PART}{_IS}?\s{{1,9}}(?:wrong|incorrect|not\s{{1,9}}right|a\s{{1,9}}mistake)[\s.!]*"
    rf"(?:[\s,.;:–—-]{{1,9}}{_IT_IS}\s{{0,9}}:?\s{{0,9}}(?P<words>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)
_NOT_BUT = re.compile(
    rf"{_PART}(?:\s{{1,9}}(?:is|was|are|were)n[’']?t|{_IS}\s{{1,9}}not)\s{{1,9}}.{{1,100}}?"
    rf"(?:[\s,.;–—-]{{1,9}}{_IT_IS}|[\s,]{{1,9}}but)\s{{1,9}}(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 400  # characters; what is longer is new wording itself


def labelled(said: str) -> str:
    """What puts a part right as that part under its label, "next step: a meeting"; any other words as they are."""
    match = _heard(said)
    return f"{match['part']}: {match['words']}" if match and match["words"] else said


def only_says_so(said: str) -> bool:
    """Whether words only say that a part is wrong, and not what it should be."""
    match = _heard(said)
    return match is not None and not match["words"]


def _heard(said: str) -> re.Match[str] | None:
    said = said.strip()
    return (_WRONG.fullmatch(said) or _NOT_BUT.fullmatch(said)) if len(said) <= _LONGEST else None
