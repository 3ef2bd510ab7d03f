"""Reads phrase files such as cues.txt: forms of words under headings, as patterns that find them in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from knowledge.questions.language.phrase import FINDERS, MACROS, Phrase, heard_keys, phrase


class Phrases:
    """The phrases under one heading: what counts, and where it doesn't.

    Only phrases of which a text has a telling word are looked for, so that a thousand of them cost a few.
    """

    def __init__(self, counts: Iterable[Phrase], excepted: Iterable[Phrase]) -> None:
        self.counts, self.excepted = tuple(counts), tuple(excepted)
        self.counting, self.excepting = Keyed(self.counts), Keyed(self.excepted)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where the phrases stand in lower-case text, as (start, end), in order."""
        return [] if self.counting.silent(text) else list(_found(self, text))

    def unexcepted(self, text: str) -> bool:
        """Whether the text can't have any of the phrases that don't count."""
        return not self.excepted or not self.excepting.fitting(text)


@lru_cache(maxsize=256)
def _found(phrases: Phrases, text: str) -> tuple[tuple[int, int], ...]:
    """As `Phrases.find`; what reads a text asks for some of them more than once."""
    spans = _spans(text, phrases.counting.fitting(text))
    if not spans or phrases.unexcepted(text):
        return tuple(spans)
    holes = _spans(text, phrases.excepting.fitting(text))
    return tuple(s for s in spans if not any(s[0] < end and start < s[1] for start, end in holes))


class Keyed:
    """Phrases by their telling words.

    Each phrase has one bit for each group of its keys, and each key the bits of the groups that it is in: so the
    phrases that a text may have are found in a few steps, however many there are.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._sources = [one.source for one in self._phrases]
        self._many, self._most = len(self._phrases), max((len(one.groups) for one in self._phrases), default=0)
        self._bits = _bits(self._phrases, self._most)
        self._keys = frozenset(self._bits)
        self._first = frozenset(key for one in self._phrases for key in one.keys or ("",))

    def silent(self, text: str) -> bool:
        """Whether lower-case text hasn't even a telling word of any."""
        return self._first.isdisjoint(heard_keys(text))

    def fitting(self, text: str) -> list[Phrase]:
        """The phrases that lower-case text may have, in their order."""
        return [] if self.silent(text) else [self._phrases[n] for n in _places(self._fitting(heard_keys(text)))]

    def heard(self, text: str, headings: Sequence[str], alike: Sequence[int]) -> set[str]:
        """Those of the phrases' headings, one for each in their order, of which lower-case text has a phrase.

        `alike` has for each phrase the bits of those under other headings, which are still looked for once it is found.
        """
        left, found = self._fitting(heard_keys(text)), set[str]()
        while left:
            lowest = left & -left
            number = lowest.bit_length() - 1
            left ^= lowest
            if FINDERS[self._sources[number]](text):
                found.add(headings[number])
                left &= alike[number]
        return found

    def _fitting(self, keys: frozenset[str]) -> int:
        """The bits of the phrases of which there is a key of each group."""
        every, bits = self._bits[""], self._bits
        for key in self._keys & keys:
            every |= bits[key]
        fitting = every & ((1 << self._many) - 1)
        for _ in range(1, self._most):
            every >>= self._many
            fitting &= every
        return fitting


class Book(Mapping[str, Phrases]):
    """Phrases under their headings."""

    def __init__(self, headings: Mapping[str, Phrases]) -> None:
        self._headings = headings
        every = [(heading, one) for heading, phrases in headings.items() for one in phrases.counts]
        self._of_each = [heading for heading, _ in every]
        self._keyed = Keyed(one for _, one in every)
        self._others = _others(self._of_each)

    def __getitem__(self, heading: str) -> Phrases:
        return self._headings[heading]

    def __iter__(self) -> Iterator[str]:
        return iter(self._headings)

    def __len__(self) -> int:
        return len(self._headings)

    def compile(self) -> None:
        """Compile every phrase, so that nobody waits for the first message that may have it."""
        for phrases in self._headings.values():
            for one in (*phrases.counts, *phrases.excepted):
                _ = one.pattern

    def heard(self, text: str) -> frozenset[str]:
        """The headings of which lower-case text has a phrase."""
        told = self._keyed.heard(text, self._of_each, self._others)
        return frozenset(h for h in told if self._headings[h].unexcepted(text) or self._headings[h].find(text))


def _bits(phrases: Sequence[Phrase], most: int) -> Mapping[str, int]:
    """The bits of each key; under the empty one, which every text has, are those of the groups that a phrase lacks."""
    found: dict[str, int] = defaultdict(int, {"": 0})
    for number, one in enumerate(phrases):
        for group in range(max(most, 1)):
            for key in one.groups[group] if group < len(one.groups) else ("",):
                found[key] |= 1 << group * len(phrases) + number
    return dict(found)


def _others(headings: Sequence[str]) -> Sequence[int]:
    """For each place in a row of headings the bits of the places that have another one."""
    same: dict[str, int] = defaultdict(int)
    for place, heading in enumerate(headings):
        same[heading] |= 1 << place
    return [~same[heading] for heading in headings]


def _places(bits: int) -> Iterator[int]:
    """Where bits are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _spans(text: str, phrases: Iterable[Phrase]) -> list[tuple[int, int]]:
    """Where any of the phrases stands; what comes first counts, and the phrase that comes first in the file."""
    found, spans = [m for one in phrases if (m := one.search(text))], list[tuple[int, int]]()
    while found:
        start, end = min(found, key=re.Match.start).span()
        spans.append((start, end))
        found = [n for m in found if (n := m if m.start() >= end else m.re.search(text, end))]
    return spans


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
    macros = {**MACROS, **{name: re.escape(word) for name, word in names.items()}}
    counts = [phrase(line, macros) for line in lines if not line.startswith("not ")]
    return Phrases(counts, (phrase(line.removeprefix("not "), macros) for line in lines if line.startswith("not ")))
