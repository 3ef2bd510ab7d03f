"""Cuts a recommendation's fields into passages: sentences and bullets, verbatim, each knowing where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.model import Field, Recommendation

_SENTENCE_END = re.compile(r"[.!?][\"'’”)]{0,2}(\s+)(?=[A-Z‘“\"(])")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|no|st|dr|mr|mrs|ms|prof|vs)\.$", re.IGNORECASE)
# No abbreviation is longer, with what stands before it.
_LONGEST = 6
TEXT_FIELDS = (Field.RECOMMENDATION, Field.ARGUMENT, Field.RESPONSE, Field.TIMESCALE, Field.POSITION)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or bullet of one field; `paragraph` is the whole paragraph that it stands in."""

    ref: str
    field: Field
    text: str
    paragraph: str


def text_of(rec: Recommendation, field: Field) -> str:
    """A field's verbatim text; empty for fields that aren't prose."""
    texts = {
        Field.RECOMMENDATION: rec.text,
        Field.ARGUMENT: rec.argument,
        Field.RESPONSE: rec.response,
        Field.TIMESCALE: rec.timescale,
        Field.POSITION: rec.position,
    }
    return texts.get(field, "")


def passages(rec: Recommendation) -> Iterator[Passage]:
    """Every passage of a recommendation, field by field, in reading order."""
    for field in TEXT_FIELDS:
        for paragraph in text_of(rec, field).split("\n"):
            yield from (Passage(rec.ref, field, sentence, paragraph) for sentence in sentences(paragraph))


def sentences(paragraph: str) -> list[str]:
    """A paragraph's sentences, verbatim; "e.g." ends none."""
    whole, found, start = paragraph.strip(), list[str](), 0
    for end in _SENTENCE_END.finditer(whole):
        at = end.start(1)
        if not _ABBREVIATED.search(whole, max(start, at - _LONGEST), at):
            found.append(whole[start:at])
            start = end.end()
    return [*found, whole[start:]] if whole[start:] else found
