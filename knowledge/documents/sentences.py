"""Finds the sentences of a text, and what stands in brackets in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")
_BULLET = re.compile(r"[•◦] ")
_STOP = re.compile(r"[.!?][’”\"')]*(?= +[A-Z“‘\"'(])")
_ABBREVIATION = re.compile(r"(?:^|[ (])(?:e\.g|i\.e|dr|mr|mrs|ms|prof|st|nos?|vs|paras?|cf)\.$", re.IGNORECASE)
_LONGEST = 2000  # characters; longer ones are cut, so that a list of dates without a full stop stays quick to read
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: from its first character to behind its last."""

    start: int
    end: int


def paragraphs(text: str) -> Iterator[tuple[Span, bool]]:
    """Each paragraph without its bullet, and whether it had one."""
    for found in _PARAGRAPH.finditer(text):
        bullet = _BULLET.match(text, found.start())
        yield Span(bullet.end() if bullet else found.start(), found.end()), bool(bullet)


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, with their full stops."""
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if not _ABBREVIATION.search(text[max(start, stop.end() - 8) : stop.end()]):
            yield from _pieces(text, start, stop.end())
            start = stop.end()
    yield from _pieces(text, start, paragraph.end)


def brackets(text: str, sentence: Span) -> list[Span]:
    """What stands in brackets, with them."""
    return [Span(*found.span()) for found in _BRACKETS.finditer(text, sentence.start, sentence.end)]


def enclosing(spans: Sequence[Span], start: int, end: int) -> Span | None:
    """The one of these spans, which are in order and apart, that a stretch lies in."""
    last = bisect_right(spans, start, key=lambda span: span.start) - 1
    return spans[last] if last >= 0 and end <= spans[last].end else None


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield _trimmed(text, start, cut)
        start = cut
    yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    return Span(start + len(inner) - len(inner.lstrip()), max(start, end - len(inner) + len(inner.rstrip())))
