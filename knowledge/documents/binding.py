"""Tells which body is bound by the words at a place in a timescale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.documents.parties import Bound, bound
from knowledge.documents.sentences import Span, brackets, enclosing, paragraphs, sentence_spans
from knowledge.model import Party

NOBODY = Bound(Party.NOT_STATED, "", 0, 0)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the bodies it binds, and the one that was named last before it in its paragraph."""

    start: int
    end: int
    subjects: Sequence[Bound]
    brackets: Sequence[Span]
    before: Bound


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order. A bullet goes on from the paragraph above it: "The Government will:"."""
    named = NOBODY
    for paragraph, is_bullet in paragraphs(text):
        named = named if is_bullet else NOBODY
        for span in sentence_spans(text, paragraph):
            sentence = Sentence(span.start, span.end, bound(text, span), brackets(text, span), named)
            yield sentence
            named = next(reversed(_outside(sentence)), named)


def binder(sentence: Sentence, start: int, end: int) -> Bound:
    """Who is bound at a place: the last subject before it, else the first after it, else whoever was named before.

    Brackets stand apart: what is in them binds whom they name, or nobody that is stated.
    """
    if inside := enclosing(sentence.brackets, start, end):
        within = [one for one in sentence.subjects if inside.start <= one.start and one.end <= inside.end]
        return _nearest(within, start, NOBODY)
    return _nearest(_outside(sentence), start, sentence.before)


def _outside(sentence: Sentence) -> list[Bound]:
    return [one for one in sentence.subjects if not enclosing(sentence.brackets, one.start, one.end)]


def _nearest(subjects: Sequence[Bound], place: int, otherwise: Bound) -> Bound:
    before = [one for one in subjects if one.end <= place]
    return before[-1] if before else next(iter(subjects), otherwise)
