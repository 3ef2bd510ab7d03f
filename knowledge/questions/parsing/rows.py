"""Takes apart what somebody wrote as a list: questions on lines of their own, or numbered in one."""

from __future__ import annotations

import re
from itertools import pairwise

# More lines, or longer ones, are a letter, not a list of questions.
_MOST, _LONGEST = 8, 200
_MARK = re.compile(r"(?:^|(?<=[\s:]))\(?(?P<mark>[1-9]|[a-h])[.)](?!\d)\s*(?=[A-Za-z])")
_BULLET = re.compile(r"^\s*(?:[-*+>\u2022\u2023\u25aa\u25cf\u2013\u2014]+\s+|\(?(?:[1-9]|[a-h])[.)]\s+)")


def rows_of(message: str) -> list[str]:
    """The lines of a list without their bullets and numbers; none where a message is no list."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    if len(lines) == 1:
        return _numbered(lines[0])
    if not 1 < len(lines) <= _MOST or any(len(line) > _LONGEST for line in lines):
        return []
    return [_BULLET.sub("", line) for line in lines]


def _numbered(line: str) -> list[str]:
    """The pieces of "1) who leads 8 2) when is it due", with what stands before the first."""
    marks = list(_MARK.finditer(line)) if "." in line or ")" in line else []
    if not 1 < len(marks) <= _MOST or not _in_order([mark["mark"] for mark in marks]):
        return []
    before = line[: marks[0].start()].strip()
    if before and before[-1] not in ":.?!-":
        return []  # "recommendation 1. Who ..."
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    pieces = [line[mark.end() : end].strip(" ;,") for mark, end in zip(marks, ends, strict=True)]
    return [piece for piece in (before, *pieces) if piece]


def _in_order(marks: list[str]) -> bool:
    return marks[0] in "1a" and all(ord(after) - ord(before) == 1 for before, after in pairwise(marks))
