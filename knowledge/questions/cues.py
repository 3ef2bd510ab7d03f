"""Reads cues.txt, the forms of words by which people ask, into patterns that find them in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from knowledge.questions.words import stem

_START = r"^(?:(?:and|so|but|ok|okay|now|then|hi|hello|hey|please|pls|well|wait|sorry|right|also|oh|um|just|alright|no)\b[\s,!.:-]*)*"
_END = r"\s*(?:please|pls|then|though|now|mate|thanks|thank you)?\s*[?.!]*\s*$"
_MACROS = {
    "<recs>": r"(?:recommendations?|recs?|ones?|actions?|number|no|r|#)",
    "<n>": r"#?\d+(?:\.\d+)*",
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


@cache
def phrases(reviewer: str = "", council: str = "") -> Mapping[str, Phrases]:
    """Every heading of cues.txt with its phrases; the reviewer's and the council's lower-case names put in."""
    macros = {**_MACROS, "<reviewer>": re.escape(reviewer) or "reviewer", "<council>": re.escape(council) or "council", "<lead>": r"\w+"}
    return {heading: _compiled(lines, macros) for heading, lines in _sections().items() if not heading.startswith("words ")}


@cache
def idle(heading: str) -> frozenset[str]:
    """Stems that carry no topic once this heading is found."""
    return frozenset(stem(w) for line in _sections().get(f"words {heading}", []) for w in line.split())


@cache
def vocabulary() -> frozenset[str]:
    """Every plain word that cues.txt uses, so that a misspelt one can be mended."""
    lines = [line.removeprefix("not ") for section in _sections().values() for line in section]
    return frozenset(word for line in lines for word in re.findall(r"(?<![<\w-])[a-z]{3,}(?![>*\w-])", line))


@cache
def _sections() -> Mapping[str, list[str]]:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for raw in (resources.files(__package__) / "cues.txt").read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            current.append(line)
    return sections


def _compiled(lines: list[str], macros: Mapping[str, str]) -> Phrases:
    excepted = [line.removeprefix("not ") for line in lines if line.startswith("not ")]
    counts = [line for line in lines if not line.startswith("not ")]
    return Phrases(_union(counts, macros), _union(excepted, macros) if excepted else None)


def _union(lines: list[str], macros: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(line, macros) for line in lines))


def _pattern(line: str, macros: Mapping[str, str]) -> str:
    """One phrase as a regular expression; it starts and ends at whole words."""
    tokens = line.split()
    start = _START if tokens[0] == "^" else r"(?<![\w-])(?<!\w')"
    end = _END if tokens[-1] == "$" else r"(?![\w-])(?!'\w)"
    parts = [_token(t, macros) for t in tokens if t not in {"^", "$"}]
    return start + _joined(parts) + end


def _token(token: str, macros: Mapping[str, str]) -> tuple[str, bool]:
    """A token's pattern, and whether it may be left out."""
    optional = token.endswith("?")
    if token == "...":
        return r"(?:[^\s?.!]+\s+){0,4}?", True
    choices = "|".join(_word(choice, macros) for choice in token.rstrip("?").strip("()").split("|"))
    return f"(?:{choices})", optional


def _word(word: str, macros: Mapping[str, str]) -> str:
    pieces = re.split(r"(<[a-z]+>)", word.replace("_", " "))
    return "".join(macros.get(p) or re.escape(p).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for p in pieces)


def _joined(parts: list[tuple[str, bool]]) -> str:
    """Parts with a space between, where an optional part brings its own."""
    pattern = ""
    for i, (part, optional) in enumerate(parts):
        last = i == len(parts) - 1
        if part.endswith("{0,4}?"):
            pattern += part
        elif optional:
            pattern += rf"(?:\s+{part})?" if last else rf"(?:{part}\s+)?"
        else:
            follows_optional_end = all(o for _, o in parts[i + 1 :]) and not last
            pattern += part if last or follows_optional_end else part + r"\s+"
    return pattern
