"""Takes out of a text what its pages add: their numbers, and the lines that run along them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge.documents.chapters import heading
from knowledge.documents.labels import is_contents, label

_NUMBER = re.compile(r"(?:(?P<said>[Pp]age) )?[-–—]? ?(?P<number>[0-9]{1,3})(?: of [0-9]{1,3})? ?[-–—]?")
_GLUED = re.compile(r"(?P<text>.*[^\d\s]) ?(?P<number>[0-9]{1,3})")
_BROKEN = re.compile(r"(?P<text>.*\S)\s*\f\s*(?P<number>[0-9]{1,3})\s*")
_REPEATED = 3  # times; a heading and a mention of it are no running line yet


def without(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines, numbered as they were: blank where they belong to the page, and without its number at their end.

    A number alone is a page's where another is one more or one less. A line that comes again and again is one that
    runs along the pages where it stands beside their numbers: what an author repeats stands anywhere.
    """
    clean = [" ".join(line.split()) for line in lines]
    numbers = _alone(clean)
    repeated = _repeated(clean)
    glued = _glued(lines, clean, repeated)
    running = _running(clean, repeated, {*numbers}, {*glued})
    blank = {*numbers, *(at for at, line in enumerate(clean) if line in running)}
    return tuple("" if at in blank else glued.get(at, line) for at, line in enumerate(lines))


def _alone(clean: Sequence[str]) -> list[int]:
    """The lines that are a page's number."""
    found = {at: match for at, line in enumerate(clean) if (match := _NUMBER.fullmatch(line))}
    counted = _counted({at: int(match["number"]) for at, match in found.items()}, 2)
    return [at for at, match in found.items() if match["said"] or at in counted]


def _repeated(clean: Sequence[str]) -> list[int]:
    """The lines that come often enough to run along pages; what opens something never does."""
    times = Counter(filter(None, clean))
    often = {line for line, number in times.items() if number >= _REPEATED and not (label(line) or is_contents(line))}
    return [at for at, line in enumerate(clean) if line in often]


def _glued(lines: Sequence[str], clean: Sequence[str], repeated: Iterable[int]) -> Mapping[int, str]:
    """The lines that end in the number of the page, without it: behind a page break, or before a line that is repeated.

    Where only the repeated line speaks for it, three have to be counted on: "by March 4" may stand anywhere.
    """
    broken = {at: match for at, line in enumerate(lines) if (match := _BROKEN.fullmatch(line))}
    before = {last for at in repeated if (last := _beside(clean, at, -1)) is not None and not _is_opening(clean[last])}
    ends = {at: match for at in sorted(before) if (match := _GLUED.fullmatch(clean[at]))}
    counted = _counted({at: int(match["number"]) for at, match in ends.items()}, 3)
    return {at: match["text"] for at, match in (*ends.items(), *broken.items()) if at in counted or at in broken}


def _is_opening(line: str) -> bool:
    """Whether the number at a line's end is its recommendation's."""
    opened = label(line)
    return opened is not None and bool(opened.ref)


def _running(clean: Sequence[str], repeated: Iterable[int], numbers: set[int], glued: set[int]) -> frozenset[str]:
    """The repeated lines most of which stand beside a page's number; a chapter's, which says where it ends, stays."""
    places: dict[str, list[bool]] = defaultdict(list)
    for at in repeated:
        before, after = _beside(clean, at, -1), _beside(clean, at, 1)
        places[clean[at]].append(before in numbers or before in glued or after in numbers)
    return frozenset(line for line, beside in places.items() if sum(beside) * 2 > len(beside) and not heading(line))


def _counted(numbers: Mapping[int, int], run: int) -> set[int]:
    """The places, in order, of numbers that are counted on over so many: "7", "8", and for three of them "9"."""
    long: dict[int, int] = {}
    for number in numbers.values():
        long[number] = long.get(number - 1, 0) + 1
    reach: dict[int, int] = {}
    for number in sorted(long, reverse=True):
        goes_on = long.get(number + 1, 0) > 1
        reach[number] = reach[number + 1] if goes_on else long[number]
    return {at for at, number in numbers.items() if reach[number] >= run}


def _beside(clean: Sequence[str], at: int, step: int) -> int | None:
    """The next line with anything on it, before or behind this one."""
    places = range(at + step, -1 if step < 0 else len(clean), step)
    return next((place for place in places if clean[place]), None)
