"""Reads phrase files such as cues.txt: forms of words under headings, as patterns that find them in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

# What people say before they come to the point, and after.
_OPENERS = "and so but ok okay now then hi hello hey please pls well wait sorry right also oh um just alright no"
_START = rf"^(?:(?:{_OPENERS.replace(' ', '|')})\b[\s,!.:-]*)*"
_END = r"(?:[\s,]*\b(?:please|pls|then|though|now|mate|thanks|thank you)\b)*\s*[?.!]*\s*$"
_GAP = r"(?:[^\s?.!]+\s+){0,4}?"
_MACROS = {
    "<recs>": r"(?:recommendations?|recs?|ones?|actions?|number|no|r|#)",
    "<n>": r"#?\d+(?:\.\d+)*",
    "<lead>": r"\w+",
}


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases under one heading: what counts, and where it doesn't."""

    counts: re.Pattern[str]
    excepted: re.Pattern[str] | None

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where the phrases stand in lower-case text, as (start, end), in order."""
        spans = [m.span() for m in self.counts.finditer(text)]
        if not spans or self.excepted is None:
            return spans
        holes = [m.span() for m in self.excepted.finditer(text)]
        return [s for s in spans if not any(s[0] < end and start < s[1] for start, end in holes)]


def load(package: str | None, name: str) -> Mapping[str, list[str]]:
    """The sections of a phrase file that lies in a package."""
    return sections((resources.files(package or "") / name).read_text(encoding="utf-8"))


def sections(text: str) -> Mapping[str, list[str]]:
    """A phrase file's lines under their headings; comments and empty lines left out."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            current.append(line)
    return found


def compiled(lines: list[str], names: Mapping[str, str]) -> Phrases:
    """The phrases of one heading; `names` gives what "<reviewer>" and the like stand for, lower case."""
    macros = {**_MACROS, **{name: re.escape(word) for name, word in names.items()}}
    excepted = [line.removeprefix("not ") for line in lines if line.startswith("not ")]
    counts = [line for line in lines if not line.startswith("not ")]
    return Phrases(_union(counts, macros), _union(excepted, macros) if excepted else None)


def _union(lines: list[str], macros: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(line, macros) for line in lines))


def _pattern(line: str, macros: Mapping[str, str]) -> str:
    """One phrase as a regular expression; it starts and ends at whole words."""
    marks = line.split()
    start = _START if marks[0] == "^" else r"(?<![\w-])(?<!\w')(?<!\d\.)"
    end = _END if marks[-1] == "$" else r"(?![\w-])(?!'\w)"
    return start + _joined([_part(mark, macros) for mark in marks if mark not in {"^", "$"}]) + end


def _part(mark: str, macros: Mapping[str, str]) -> tuple[str, bool]:
    """A mark's pattern, and whether it may be left out."""
    if mark == "...":
        return _GAP, True
    names = set(macros.values())  # "leeds" is a way to mistype "leads", but not where Leeds is the council
    choices = "|".join(_word(c, macros) for c in mark.rstrip("?").strip("()").split("|") if c not in names)
    return f"(?:{choices})", mark.endswith("?")


def _word(word: str, macros: Mapping[str, str]) -> str:
    pieces = re.split(r"(<[a-z]+>)", word.replace("_", " "))
    return "".join(macros.get(p) or re.escape(p).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for p in pieces)


def _joined(parts: list[tuple[str, bool]]) -> str:
    """Parts with a space between; a part that may be left out brings its own space."""
    pattern, spaced = "", True
    for part, optional in parts:
        if part == _GAP:
            pattern, spaced = pattern + ("" if spaced else r"\s+") + part, True
        elif optional and spaced:
            pattern += rf"(?:{part}\s+)?"
        elif optional:
            pattern += rf"(?:\s+{part})?"
        else:
            pattern, spaced = pattern + ("" if spaced else r"\s+") + part, False
    return pattern
