"""Finds recommendations that open with nothing but a number or a letter: "1. That ...", "R1. ...", "(a) ..."."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.documents.groups import group, heading
from knowledge.documents.labels import Label, is_contents, label
from knowledge.documents.layout import Line
from knowledge.documents.replies import begins
from knowledge.model import Field

_MARKUP = re.compile(r"^ ?#{1,6} |\*\*|__")
_AFTER = r"(?:[.:)]\)?\s*|\s*[–—-]\s+|\s{2,}|\t)"
# How an item may be numbered: what stands before its number, and the number that it counts on with.
_STYLES = (
    re.compile(rf"(?P<ref>(?P<kind>[A-Z]{{1,4}}[ .-]?)(?P<number>[0-9]{{1,3}}))(?:{_AFTER}(?P<rest>.*)|$)"),
    re.compile(rf"(?P<kind>\(?)(?P<ref>(?P<number>[0-9]{{1,3}}))(?!\.[0-9])(?:{_AFTER}(?P<rest>\S.*)|$)"),
    re.compile(rf"(?P<ref>(?P<kind>[0-9]{{1,2}}\.)(?P<number>[0-9]{{1,2}}))(?:{_AFTER}|\s+)(?P<rest>\S.*)"),
    re.compile(r"(?P<kind>\(?)(?P<ref>(?P<number>[a-z]))\)\s*(?P<rest>\S.*)"),
    re.compile(r"(?P<kind>\(?)(?P<ref>(?P<number>[A-Z]))[.:)]\)?\s+(?P<rest>\S.*)"),
)
_ANNOUNCED = re.compile(
    r".*\brecommend(?:s|ed|ing|ations?)?\b.*:|(?:(?:our|the|my|summary of|final|list of) )*recommendations?[.:]?",
    re.IGNORECASE,
)
_FEWEST = 2  # items
_MOST = 500  # lists that are looked at
_ALONE = 15  # lines that belong to an item which is the only one of its chapter


@dataclass(frozen=True, slots=True)
class _Item:
    """A line that may open a recommendation: where it is, how it is numbered, and the text behind its number."""

    at: int
    style: tuple[int, str]
    ref: str
    number: int
    rest: str


def opened(lines: Sequence[Line]) -> list[Line]:
    """The lines, those marked that open a recommendation or what groups some; only where no word opens any."""
    if any(_opens_by_word(line) for line in lines):
        return list(lines)
    runs = _runs(lines)
    items = {item.at: item for run in runs for item in run}
    return _marked(lines, items, are_answered=_is_answered(lines, runs[0])) if items else list(lines)


def _opens_by_word(line: Line) -> bool:
    found = line.opens or label(line.text)
    return bool(found and found.field is Field.RECOMMENDATION and found.ref)


def _runs(lines: Sequence[Line]) -> list[list[_Item]]:
    """The lists of items that are answered, in the style of the longest; else the one announced as recommendations."""
    runs = [run for style in _items(lines).values() for run in _counted(style) if run][:_MOST]
    answered = [run for run in runs if _is_answered(lines, run)]
    told = answered or [run for run in runs if _is_announced(lines, run[0].at)]
    if not told:
        return []
    longest = max(told, key=len)
    alike = [run for run in told if run[0].style[0] == longest[0].style[0]] if answered else [longest]
    return alike if sum(map(len, alike)) >= _FEWEST else []


def _items(lines: Sequence[Line]) -> Mapping[tuple[int, str], list[_Item]]:
    found: dict[tuple[int, str], list[_Item]] = defaultdict(list)
    for at, line in enumerate(lines):
        clean = " ".join(_MARKUP.sub("", line.text).split(" ")).strip()
        if not line.is_settled and not is_contents(clean) and (item := _item(at, clean)):
            found[item.style].append(item)
    return found


def _item(at: int, clean: str) -> _Item | None:
    for style, pattern in enumerate(_STYLES):
        if match := pattern.fullmatch(clean):
            number = match["number"]
            counts = int(number) if number.isdigit() else ord(number.lower()) - ord("a") + 1
            kind = match["kind"].strip(" .-")
            return _Item(at, (style, kind), match["ref"], counts, (match["rest"] or "").strip())
    return None


def _counted(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """The items that are counted on one by one from the first; a list that begins again is another one."""
    run: list[_Item] = []
    for item in items:
        if item.number == 1 and run:
            yield run
            run = []
        if item.number == (run[-1].number + 1 if run else 1):
            run.append(item)
    yield run


def _is_answered(lines: Sequence[Line], run: Sequence[_Item]) -> bool:
    """Whether most items have below them what a recommendation has: a lead, a date, a decision."""
    gap = max((after.at - one.at for one, after in pairwise(run)), default=_ALONE)
    ends = [*(item.at for item in run[1:]), run[-1].at + gap + 1]
    answered = sum(_has_answer(lines, item, end) for item, end in zip(run, ends, strict=True))
    return answered * 2 > len(run)


def _has_answer(lines: Sequence[Line], item: _Item, end: int) -> bool:
    below = lines[item.at + 1 : end]
    found = (line.opens or label(line.text) for line in below)
    if any(one and one.field not in (Field.THEME, Field.RECOMMENDATION) for one in found):
        return True
    return begins([item.rest, *(line.text for line in below)], item.ref) is not None


def _is_announced(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above a list says that recommendations follow."""
    place = _above(lines, at)
    above = lines[place].text if place is not None else ""
    return bool(_ANNOUNCED.fullmatch(" ".join(_MARKUP.sub("", above).split())))


def _marked(lines: Sequence[Line], items: Mapping[int, _Item], *, are_answered: bool) -> list[Line]:
    """The lines; behind the last item, its text ends at a heading, or with its paragraph where nothing answers it."""
    groups = _groups(lines, items)
    last = max(items)
    found = []
    for at, line in enumerate(lines):
        if item := items.get(at):
            opens = Label(Field.RECOMMENDATION, "Recommendation", ref=item.ref, rest=item.rest)
            found.append(replace(line, opens=opens, is_settled=True))
        elif at in groups:
            found.append(replace(line, opens=groups[at], is_settled=True))
        else:
            ends = at > last and (_heads(lines, at) or (not are_answered and _is_next(lines, at)))
            found.append(replace(line, ends=line.ends or ends))
    return found


def _groups(lines: Sequence[Line], items: Mapping[int, _Item]) -> Mapping[int, Label]:
    """The headings that stand right above an item; one alone groups nothing, but it isn't the text above it, either."""
    above = {at: place for at in items if (place := _above(lines, at)) is not None and place not in items}
    return {place: opens for place in above.values() if (opens := group(lines[place].text)) and _is_apart(lines, place)}


def _heads(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading between two paragraphs."""
    if not (heading(lines[at].text) and _is_apart(lines, at)):
        return False
    below = next((lines[place].text for place in range(at + 1, len(lines)) if lines[place].text.strip()), "")
    return below[:1].isupper() and not heading(below)


def _is_next(lines: Sequence[Line], at: int) -> bool:
    """Whether a paragraph begins with a line that stands apart from the one above."""
    return bool(lines[at].text.strip()) and not lines[at - 1].text.strip() and _is_apart(lines, at)


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether the text above a line is finished."""
    place = _above(lines, at)
    above = lines[place].text.strip() if place is not None else ""
    return not above or above.endswith((".", "!", "?", ":", ")", "”")) or bool(label(above) or heading(above))


def _above(lines: Sequence[Line], at: int) -> int | None:
    return next((place for place in range(at - 1, -1, -1) if lines[place].text.strip()), None)
