"""Reads phrase files such as cues.txt: forms of words under headings, as patterns that find them in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources

from knowledge.questions.phrase import MACROS, Phrase, heard_keys, phrase


class Phrases:
    """The phrases under one heading: what counts, and where it doesn't.

    Only phrases of which a text has a telling word are looked for, so that a thousand of them cost a few.
    """

    def __init__(self, counts: Iterable[Phrase], excepted: Iterable[Phrase]) -> None:
        self.counts, self.excepted = tuple(counts), tuple(excepted)
        self._counting, self._excepting = map(_numbered, (self.counts, self.excepted))

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where the phrases stand in lower-case text, as (start, end), in order."""
        spans = _spans(text, _fitting(text, self.counts, self._counting))
        holes = _spans(text, _fitting(text, self.excepted, self._excepting)) if spans else []
        return [s for s in spans if not any(s[0] < end and start < s[1] for start, end in holes)]


class Book(Mapping[str, Phrases]):
    """Phrases under their headings."""

    def __init__(self, headings: Mapping[str, Phrases]) -> None:
        self._headings = headings
        self._all = [(heading, one) for heading, phrases in headings.items() for one in phrases.counts]
        self._by_key = _numbered([one for _, one in self._all])

    def __getitem__(self, heading: str) -> Phrases:
        return self._headings[heading]

    def __iter__(self) -> Iterator[str]:
        return iter(self._headings)

    def __len__(self) -> int:
        return len(self._headings)

    def heard(self, text: str) -> frozenset[str]:
        """The headings of which lower-case text has a phrase."""
        keys, found, looked_up = heard_keys(text), set[str](), set[str]()
        for heading, one in [self._all[n] for key in keys if key in self._by_key for n in self._by_key[key]]:
            if heading in found or heading in looked_up or not one.fits(keys) or not one.pattern.search(text):
                continue
            looked_up.add(heading)
            if not self._headings[heading].excepted or self._headings[heading].find(text):
                found.add(heading)
        return frozenset(found)


def _numbered(phrases: Sequence[Phrase]) -> Mapping[str, Sequence[int]]:
    """Where each key's phrases stand in a row; those that need no key are under the empty one."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(phrases):
        for key in one.keys or ("",):
            found[key].append(number)
    return found


def _fitting(text: str, phrases: Sequence[Phrase], by_key: Mapping[str, Sequence[int]]) -> list[Phrase]:
    """The phrases that the text may have, in their order."""
    keys = heard_keys(text)
    numbers = {number for key in keys if key in by_key for number in by_key[key]}
    return [phrases[number] for number in sorted(numbers) if phrases[number].fits(keys)]


def _spans(text: str, phrases: Iterable[Phrase]) -> list[tuple[int, int]]:
    """Where any of the phrases stands; what comes first counts, and the phrase that comes first in the file."""
    found, spans = [m for one in phrases if (m := one.pattern.search(text))], list[tuple[int, int]]()
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
