"""One form of words as people write it down in cues.txt: the pattern that finds it, and the words that tell of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.questions.language import spelling
from knowledge.questions.language.runs import runs

# What people say before they come to the point, and after.
_OPENERS = "and so but ok okay now then hi hello hey please pls well wait sorry right also oh um just alright no"
_START = rf"^[\s,.:;!-]*(?:(?:{_OPENERS.replace(' ', '|')})\b[\s,!.:-]*)*"
_END = r"(?:[\s,]*\b(?:please|pls|then|though|now|mate|thanks|thank you)\b)*\s*[?.!]*\s*$"
_GAP = r"(?:[^\s?.!]+\s+){0,4}?"
MACROS = {
    "<recs>": r"(?:recommendations?|recs?|ones?|actions?|number|no|r|#)",
    "<n>": r"#?\d+(?:\.\d+)*",
    "<lead>": r"\w+",
}
_MACRO = re.compile(r"<[a-z]+>")
# A whole word of a choice, or the beginning of one.
_FIXED = re.compile(r"(?<![a-z*])([a-z]+)(\*?)(?![a-z*])")
# A word with any ending ("lead*") is told by a beginning of so many letters.
_SHORTEST, _LONGEST = 3, 14
# What every text has, and what those with a number have.
_KEYLESS, _NUMBERED = frozenset({""}), "0"
# How often people say a number, as words are counted: it tells less than most words.
_OFTEN = 300_000
# What stands before a phrase is looked at once its first word is found: a pattern that begins with a fixed letter is
# looked for at that letter only, not at each place of a text.
_BEFORE = r"(?<![\w-]{0})(?<!\w'{0})(?<!\d\.{0})"
_BEGINS = re.compile(r"[a-z\d=]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A regular expression, and groups of keys: a text that has the phrase has a key of each group.

    A key is a word, or the beginning of one: "lead", "lead*". The first group tells most.
    """

    source: str
    groups: tuple[frozenset[str], ...]

    @property
    def keys(self) -> frozenset[str]:
        """The group that tells most; empty where any text may have the phrase."""
        return self.groups[0] if self.groups else frozenset()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first needed: most phrases are seldom looked for."""
        return _compiled(self.source)

    def search(self, text: str) -> re.Match[str] | None:
        """Where lower-case text has it first."""
        return FINDERS[self.source](text)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


class _Finders(dict[str, Callable[[str], re.Match[str] | None]]):
    """What finds each expression; what can only stand at the beginning is looked for nowhere else."""

    def __missing__(self, source: str) -> Callable[[str], re.Match[str] | None]:
        pattern = _compiled(source)
        found = self[source] = pattern.match if source.startswith("^") else pattern.search
        return found


FINDERS = _Finders()


@lru_cache(maxsize=64)
def heard_keys(text: str) -> frozenset[str]:
    """Every key that lower-case text has, the empty one among them."""
    return _KEYLESS.union(*map(keys_of, runs(text)))


@lru_cache(maxsize=20_000)
def keys_of(run: str) -> tuple[str, ...]:
    """The keys of one word: itself, and each of its beginnings; of a figure that of all numbers."""
    if run.isdigit():
        return (_NUMBERED,)
    return (run, *(f"{run[:end]}*" for end in range(_SHORTEST, min(len(run), _LONGEST) + 1)))


def phrase(line: str, macros: Mapping[str, str]) -> Phrase:
    """One phrase; it starts and ends at whole words."""
    marks = line.split()
    start, first = (_START, "") if marks[0] == "^" else _beginning(marks[0], macros)
    end = _END if marks[-1] == "$" else r"(?![\w-])(?!'\w)"
    parts = [_part(mark, macros) for mark in marks if mark not in {"^", "$"}]
    return Phrase(start + _joined([(first, False), *parts[1:]] if first else parts) + end, _telling(marks, macros))


def _beginning(mark: str, macros: Mapping[str, str]) -> tuple[str, str]:
    """What a pattern begins with, and its first part where that looks itself at what stands before it."""
    words = [_word(choice, macros) for choice in _choices(mark, macros)]
    begins = [_BEGINS.match(word) for word in words]
    if mark == "..." or mark.endswith("?") or not all(begins):
        return _BEFORE.format(""), ""
    told = (f"{one[0]}{_BEFORE.format(one[0])}{one.string[one.end() :]}" for one in begins if one)
    return "", f"(?:{'|'.join(told)})"


def _telling(marks: Sequence[str], macros: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """The keys of each part that can't be left out, first the part whose words people say least often."""
    needed = [mark for mark in marks if mark not in {"^", "$", "..."} and not mark.endswith("?")]
    keyed = [[_key(choice, macros) for choice in _choices(mark, macros)] for mark in needed]
    return tuple(sorted((frozenset(keys) for keys in keyed if keys and all(keys)), key=_how_often))


def _how_often(keys: frozenset[str]) -> int:
    return sum(_OFTEN if key == _NUMBERED else spelling.frequency(key.rstrip("*")) for key in keys)


def _key(choice: str, macros: Mapping[str, str]) -> str:
    """The longest word of a choice as a key; empty where it hasn't a fixed one."""
    if choice == "<n>":
        return _NUMBERED
    plain = _MACRO.sub(lambda name: "*" if name[0] in MACROS else macros.get(name[0], "").replace("\\", ""), choice)
    keys = [f"{run[1][:_LONGEST]}*" if run[2] else run[1] for run in _FIXED.finditer(plain)]
    return max((key for key in keys if not key.endswith("*") or len(key) > _SHORTEST), key=len, default="")


def _part(mark: str, macros: Mapping[str, str]) -> tuple[str, bool]:
    """A mark's pattern, and whether it may be left out."""
    if mark == "...":
        return _GAP, True
    choices = "|".join(_word(c, macros) for c in _choices(mark, macros))
    return f"(?:{choices})", mark.endswith("?")


def _choices(mark: str, macros: Mapping[str, str]) -> list[str]:
    """The words that may stand for a mark; one that is a name is none of its misspellings.

    "leeds" is a way to mistype "leads", but not where Leeds is the council.
    """
    return [c for c in mark.rstrip("?").strip("()").split("|") if c not in macros.values()]


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
