"""Reads theme headings: number, title, and the recommendations that a heading lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from knowledge.documents.paragraphs import text
from knowledge.documents.parts import Part
from knowledge.model import Field, Theme

NO_THEME = Theme("", "")

_LIST = re.compile(r"\s*\((?i:rec(?:ommendation)?s?\.?)([^()]*)\)[.:]?\s*$")
_LISTED = re.compile(r"([A-Z]{0,4}[0-9]+(?:\.[0-9]+)*[a-z]?)(?:\s*(?:-|–|to)\s*([0-9]{1,3})\b)?")
_LONGEST_RANGE = 200
_NEAR = 5  # lines
COUNTED = "The groups of recommendations have no numbers in the document. I count them: {themes}."


def theme(heading: Part | None) -> Theme:
    """The theme of a heading; the empty one where there is no heading."""
    if heading is None:
        return NO_THEME
    return Theme(heading.label.ref, _LIST.sub("", _words(heading)).strip(" .:"))


def themes(headings: Iterable[Part]) -> tuple[Theme, ...]:
    """Every theme once, in the order of the document; a heading may be repeated on a later page."""
    found = dict.fromkeys(theme(heading) for heading in headings)
    return tuple(one for one in found if one != NO_THEME)


def with_numbers(cut: Sequence[Part]) -> tuple[list[Part], list[str]]:
    """The parts with a number for every heading, so that each can be asked for, and what there is to say of that.

    Where only some have none, those group nothing.
    """
    headings = [part for part in cut if part.label.field is Field.THEME]
    titles = list(dict.fromkeys(part.label.rest for part in headings if not part.label.ref))
    counts = all(not part.label.ref for part in headings)
    numbers = {title: str(number) if counts else "" for number, title in enumerate(titles, 1)}
    told = COUNTED.format(themes=", ".join(f"{number} is “{title}”" for title, number in numbers.items()))
    return [_with_number(part, numbers) for part in cut], [told] if numbers and counts else []


def _with_number(part: Part, numbers: Mapping[str, str]) -> Part:
    if part.label.field is not Field.THEME or part.label.ref:
        return part
    number = numbers[part.label.rest]
    return replace(part, label=replace(part.label, ref=number, rest=part.label.rest if number else ""), body=[])


def listed(heading: Part) -> tuple[str, ...]:
    """The references in brackets behind a title: "(Recommendations 1, 2, 3 and 4)", "(Recommendations 1-4)"."""
    found = _LIST.search(_words(heading))
    pairs = _LISTED.findall(found[1]) if found else []
    return tuple(ref for first, last in pairs for ref in _range(first, last))


def _words(heading: Part) -> str:
    """All of a heading that goes on in the next lines, or begins there."""
    return text([heading.label.rest, *heading.body[:_NEAR]], wrapped=False).partition("\n")[0]


def _range(first: str, last: str) -> list[str]:
    if not (last and first.isdigit() and int(first) <= int(last) <= int(first) + _LONGEST_RANGE):
        return [first, last] if last else [first]
    return [str(number) for number in range(int(first), int(last) + 1)]
