"""Reads phrase files such as cues.txt: forms of words under headings, as patterns that find them in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from importlib import resources
from operator import or_

from knowledge.once import once
from knowledge.questions.language.kept import Kept
from knowledge.questions.language.phrase import FINDERS, MACROS, Phrase, keys_of, phrase
from knowledge.questions.language.runs import runs

# Groups of keys that are looked at, which leave hardly a phrase that a text hasn't.
_GROUPS = 4
# Words whose bits are kept.
_MOST_WORDS = 2_000


class Keyed:
    """A row of phrases by their telling words.

    Each phrase has one bit for each group of its keys, and each word the bits of the groups that have it: so the
    phrases that a text may have are found in a few steps, however many there are.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self.most = min(_GROUPS, max([1, *(len(one.groups) for one in self.phrases)]))
        bits = _bits(self.phrases, self.most)
        self.always = bits.pop("")
        self.of_words = Kept(lambda word: reduce(or_, (bits.get(key, 0) for key in keys_of(word)), 0), _MOST_WORDS)

    def fits(self, text: str) -> int:
        """The bits of the phrases that lower-case text may have."""
        return _fits(self, runs(text))


@lru_cache(maxsize=256)
def _fits(row: Keyed, said: frozenset[str]) -> int:
    """The phrases of which words have a key of each group.

    Kept, since many headings are asked for about one text, and about one with other marks.
    """
    every = reduce(or_, map(row.of_words.__getitem__, said), row.always)
    many = len(row.phrases)
    fitting = every & ((1 << many) - 1)
    for _ in range(1, row.most):
        every >>= many
        fitting &= every
    return fitting


class Phrases:
    """The phrases under one heading: what counts, and where it doesn't.

    Only phrases of which a text has the telling words are looked for, so that a thousand of them cost a few. They stand
    in a row of their own, or from one place on in the row of a whole book.
    """

    def __init__(
        self, counts: Iterable[Phrase], excepted: Iterable[Phrase], row: Keyed | None = None, place: int = 0
    ) -> None:
        self.counts, self.excepted = tuple(counts), tuple(excepted)
        self._given = row
        self.counting = ((1 << len(self.counts)) - 1) << place
        self.excepting = ((1 << len(self.excepted)) - 1) << (place + len(self.counts))

    @once
    def row(self) -> Keyed:
        """Where the phrases stand."""
        return self._given or Keyed((*self.counts, *self.excepted))

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where the phrases stand in lower-case text, as (start, end), in order."""
        return list(_found(self, text)) if self.row.fits(text) & self.counting else []


@lru_cache(maxsize=256)
def _found(phrases: Phrases, text: str) -> tuple[tuple[int, int], ...]:
    """As `Phrases.find`; what reads a text asks for some of them more than once."""
    fits, row = phrases.row.fits(text), phrases.row.phrases
    spans = _spans(text, [row[place] for place in _places(fits & phrases.counting)])
    excepting = fits & phrases.excepting if spans else 0
    holes = _spans(text, [row[place] for place in _places(excepting)]) if excepting else []
    return tuple(s for s in spans if not any(s[0] < end and start < s[1] for start, end in holes))


class Book(Mapping[str, Phrases]):
    """Phrases under their headings, all of them in one row."""

    def __init__(self, headings: Mapping[str, Phrases]) -> None:
        self._row = Keyed(one for phrases in headings.values() for one in (*phrases.counts, *phrases.excepted))
        self._headings, self._of_each = dict[str, Phrases](), list[str]()
        for heading, phrases in headings.items():
            self._headings[heading] = Phrases(phrases.counts, phrases.excepted, self._row, len(self._of_each))
            self._of_each += [heading] * (len(phrases.counts) + len(phrases.excepted))
        self._counting = reduce(or_, (phrases.counting for phrases in self._headings.values()), 0)
        self._sources = [one.source for one in self._row.phrases]

    def __getitem__(self, heading: str) -> Phrases:
        return self._headings[heading]

    def __iter__(self) -> Iterator[str]:
        return iter(self._headings)

    def __len__(self) -> int:
        return len(self._headings)

    def compile(self) -> None:
        """Compile every phrase, so that nobody waits for the first message that may have it."""
        for one in self._row.phrases:
            _ = one.pattern

    def may_have(self, headings: Iterable[str], text: str) -> bool:
        """Whether lower-case text has a phrase under any of these headings, excepted ones counted as well."""
        counting = reduce(or_, [self._headings[heading].counting for heading in headings])
        return any(self._row.phrases[place].search(text) for place in _places(self._row.fits(text) & counting))

    def heard(self, text: str) -> frozenset[str]:
        """The headings of which lower-case text has a phrase; once it has one, no other is looked for under it."""
        fits, found = self._row.fits(text), list[str]()
        left = fits & self._counting
        while left:
            place = (left & -left).bit_length() - 1
            left &= left - 1
            if FINDERS[self._sources[place]](text):
                heading = self._of_each[place]
                phrases = self._headings[heading]
                left &= ~phrases.counting
                if not fits & phrases.excepting or phrases.find(text):
                    found.append(heading)
        return frozenset(found)


def _bits(phrases: Sequence[Phrase], most: int) -> dict[str, int]:
    """The bits of each key; under the empty one, which every text has, are those of the groups that a phrase lacks."""
    found: dict[str, int] = defaultdict(int, {"": 0})
    for number, one in enumerate(phrases):
        for group in range(most):
            for key in one.groups[group] if group < len(one.groups) else ("",):
                found[key] |= 1 << group * len(phrases) + number
    return dict(found)


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
