"""Finds what a question narrows by: conditions that must all be met, or of which any will do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from knowledge.questions import criteria as c
from knowledge.questions.language.lookback import just_before
from knowledge.questions.language.words import stems
from knowledge.questions.parsing.conditions import Part, Themed, parts
from knowledge.questions.parsing.people import Mentioned
from knowledge.questions.searching.index import Index

THEME = re.compile(
    r"\bthemes?\s*(?:number|no\.?|#)?\s*(?P<numbers>(?:\d+|one|two)\b"
    r"(?:\s*(?:,(?:\s*(?:and|or)\b)?|and|or|&|to|-)\s*(?:theme\s*)?(?:\d+|one|two)\b(?!\s*rec))*)"
)
# "Which theme has the most, 2 or 3?"
_WHICH_THEME = re.compile(r"\b(?:which|what)(?: of the)? themes?\b")
_OF_THESE = re.compile(r"(?<=[,:;-] )(?P<numbers>\d+(?:,? (?:or|and|vs|versus) \d+)+)(?=\W*$)")
# "The second theme", "the last theme".
_RANKED = re.compile(r"\b(?:the\s+)?(?:(?P<rank>\d+)(?:st|nd|rd|th)|(?P<word>first|second|last|final))\s+theme\b")
_RANKS = {"first": 0, "second": 1, "last": -1, "final": -1}
# "The early help theme": no more words than these stand before it.
_TITLED = re.compile(
    r"\b(?:the|that|this|under|in)\s+(?P<title>(?:[a-z][a-z'-]*\s+){1,4})(?:theme|heading|section|strand)\b"
)
# "The heading about sharing responsibility".
_HEADED = re.compile(
    r"\b(?:theme|heading|section|strand)\s+(?:about|on|for|of|called|titled|entitled|named|headed|concerning|"
    r"to do with|dealing with|that (?:deals with|is about))\s+(?P<title>(?:[a-z][a-z'-]*\s*){1,8}?)"
    r"(?=[?.!,;]|$|\b(?:that|which|have|has|are|is|were|was|due|led)\b)"
)
_UNDER = re.compile(r"\b(?:under|beneath|within|headed|called)\s+(?:the\s+)?$")
_THEME_WORD = re.compile(r"\bthemes?\b")
_NUMBER = re.compile(r"\d+|one|two")
_RANGE = re.compile(r"(\d)\s*(?:to|-)\s*(\d)")
_SMALL = {"one": "1", "two": "2"}
_OR = re.compile(r"\bor\b")
# "No lead or date" denies both, "no lead or no date" asks for either.
_NO = re.compile(r"\b(?:no|not|without|lack\w*|missing)\b")
# Words between two conditions of which either will do.
_APART = 6


def themes(text: str, index: Index) -> tuple[str, ...]:
    """The themes that lower-case text means, by number or by title, whether or not they exist."""
    return tuple(dict.fromkeys(number for one in _themed(text, index) for number in one.numbers))


def headed(text: str) -> bool:
    """Whether lower-case text speaks of a theme or heading at all, or of what stands under something."""
    named = "theme" in text or "heading" in text or "section" in text or "strand" in text
    return named or " under " in text or " beneath " in text


def numbered(text: str) -> Iterator[re.Match[str]]:
    """Where lower-case text numbers themes, one by one or by their rank."""
    return chain(_by_number(text), _RANKED.finditer(text)) if "theme" in text else iter(())


def _by_number(text: str) -> Iterator[re.Match[str]]:
    """Where lower-case text gives the numbers of themes."""
    return chain(THEME.finditer(text), _OF_THESE.finditer(text) if _WHICH_THEME.search(text) else iter(()))


def described(text: str, index: Index) -> list[tuple[int, int]]:
    """Where lower-case text tells themes by some words of their titles: "the early help theme"."""
    return [one.span for one in _described(text, index)]


def without_themes(text: str) -> str:
    """The text with blanks where it numbers themes, so that no number there is taken for a recommendation's."""
    for match in numbered(text):
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


def without_totals(text: str, many: int) -> str:
    """The text with blanks where it only says how many recommendations there are: "which of the 15 ..."."""
    for match in _total(many).finditer(text) if str(many) in text else ():
        text = text[: match.start("of")] + " " * len(match["of"]) + text[match.end("of") :]
    return text


@cache
def _total(many: int) -> re.Pattern[str]:
    told = rf"(?P<of> (?:of )?(?:the |her |his |their |[a-z]+'s )?{many})\b(?!\.\d)"
    return re.compile(
        rf"\b(?:how many|which|any|none|each|all|most|some|out|what|every one|across|throughout|among|amongst){told}"
    )


def criteria(text: str, found: frozenset[str], leads: Sequence[Mentioned], index: Index) -> Iterator[c.Criterion]:
    """Everything in the text that a list could be narrowed by; `found` are its headings of cues.txt.

    Conditions of different kinds with "or" between them become one, of which any part will do.
    """
    every = list(parts(text, found, leads, sorted(_themed(text, index), key=lambda one: one.span), index))
    if len(every) < 2:
        yield from (part.criterion for part in every)
        return
    groups = _alternatives(text, sorted(every, key=lambda part: (part.end, part.start)))
    for group in sorted(groups, key=lambda group: min(map(every.index, group))):
        yield group[0].criterion if len(group) == 1 else c.AnyOf(tuple(part.criterion for part in group))


@lru_cache(maxsize=64)
def _themed(text: str, index: Index) -> Sequence[Themed]:
    """Themes by number; then those whose title the text gives.

    A title is given by its first words at least, two with the word "theme" before, else three.
    """
    by_number = [
        Themed(tuple(_numbers_in(match["numbers"])), match.span())
        for match in (_by_number(text) if "theme" in text else ())
    ]
    if "theme" in text:
        by_number += [Themed((_ranked(match, index),), match.span()) for match in _RANKED.finditer(text)]
    by_number += _described(text, index)
    by_number += [
        Themed((n,), (at, at + len(begin)))
        for n, begin in index.titles[2]
        if (at := text.find(begin)) >= 0 and just_before(_UNDER, text, at)
    ]
    titles = index.titles[2 if "theme" in text and _THEME_WORD.search(text) else 3]
    return by_number + [Themed((n,), (at, at + len(begin))) for n, begin in titles if (at := text.find(begin)) >= 0]


def _numbers_in(listing: str) -> Iterator[str]:
    """The numbers of "2, 3 and 4", or of "2 to 4"."""
    span = _RANGE.fullmatch(listing)
    yield from (str(number) for number in range(int(span[1]), int(span[2]) + 1)) if span else ()
    yield from () if span else (_SMALL.get(number, number) for number in _NUMBER.findall(listing))


def _described(text: str, index: Index) -> list[Themed]:
    """The themes that are told by some words of their titles, beside the word "theme" or the like."""
    if not headed(text):
        return []
    matches = chain(_TITLED.finditer(text), _HEADED.finditer(text))
    return [themed for match in matches if (themed := _by_words(match, index))]


def _ranked(match: re.Match[str], index: Index) -> str:
    """The number of the theme at this place in the document; the place itself where there is no such theme."""
    every = index.programme.themes
    if not match["rank"]:
        return every[_RANKS[match["word"]]].number if len(every) > 1 else match["word"]
    at = int(match["rank"]) - 1
    return every[at].number if 0 <= at < len(every) else match["rank"]


def _by_words(match: re.Match[str], index: Index) -> Themed | None:
    """The only theme whose title has all the words before "theme"."""
    told = stems(match["title"])
    having = [set(index.by_theme.count(term)) for term in told]
    meant = set.intersection(*having) if having else set()
    return Themed((index.programme.themes[meant.pop()].number,), match.span()) if len(meant) == 1 else None


def _alternatives(text: str, every: Sequence[Part]) -> list[list[Part]]:
    """The conditions in groups, in the order of the text: those in one group are alternatives."""
    groups: list[list[Part]] = []
    for part in every:
        if groups and _either(text, groups[-1][-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _either(text: str, one: Part, other: Part) -> bool:
    """Whether "or" joins two conditions of different kinds."""
    between = text[one.end : other.start] if other.start > one.end else text[one.end : other.end]
    if one.kind == other.kind or not _OR.search(between) or len(between.split()) > _APART:
        return False
    both_denied = isinstance(one.criterion, c.Not) and isinstance(other.criterion, c.Not)
    return not both_denied or bool(_NO.search(text, one.end, other.end))
